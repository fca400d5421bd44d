import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Answer, type Kept, type SendOutcome, createOutbox } from './outbox.ts';

const kept = (nonce: string, more: Partial<Kept> = {}): Kept => ({
  nonce,
  act: '{}',
  signature: '',
  label: nonce,
  form: 'f',
  made: 0,
  until: null,
  ...more,
});

const scene = (stored: string | null = null) => {
  const on = { connected: false, now: 0 };
  const memory = { text: stored };
  const sent: string[] = [];
  const outcomes: [string, SendOutcome<string>['kind']][] = [];
  const box = createOutbox<string>({
    storage: { load: () => memory.text, save: (text) => (memory.text = text) },
    now: () => on.now,
    send: async ({ nonce }): Promise<Answer<string>> => {
      if (!on.connected) return { kind: 'later' };
      sent.push(nonce);
      return nonce.startsWith('bad') ? { kind: 'refused', why: 'no' } : { kind: 'accepted' };
    },
    onOutcome: ({ nonce }, { kind }) => outcomes.push([nonce, kind]),
    onChange: () => undefined,
  });
  return { box, on, memory, sent, outcomes };
};

test('what nobody answers is kept, and sent in order when somebody does', async () => {
  const { box, on, sent, outcomes } = scene();
  for (const nonce of ['a', 'bad', 'c']) box.add(kept(nonce));
  await box.flush();
  assert.equal(box.list().length, 3);
  on.connected = true;
  await box.flush();
  assert.deepEqual(sent, ['a', 'bad', 'c']);
  assert.deepEqual(outcomes, [
    ['a', 'accepted'],
    ['bad', 'refused'],
    ['c', 'accepted'],
  ]);
  assert.deepEqual(box.list(), []);
});

test('two flushes at once send everything once', async () => {
  const { box, on, sent } = scene();
  box.add(kept('a'));
  box.add(kept('b'));
  on.connected = true;
  await Promise.all([box.flush(), box.flush(), box.flush()]);
  assert.deepEqual(sent, ['a', 'b']);
});

test('what was dropped, or has become of no use, is not sent', async () => {
  const { box, on, sent, outcomes } = scene();
  box.add(kept('dropped'));
  box.add(kept('old', { until: 60 }));
  box.add(kept('new', { until: 600 }));
  box.drop('dropped');
  on.connected = true;
  on.now = 61;
  await box.flush();
  assert.deepEqual(sent, ['new']);
  assert.deepEqual(outcomes[0], ['old', 'stale']);
});

test('the next page sends what an earlier one kept, and nothing that is not in its form', async () => {
  const first = scene();
  first.box.add(kept('a'));
  await first.box.flush();
  const second = scene(first.memory.text);
  second.on.connected = true;
  await second.box.flush();
  assert.deepEqual(second.sent, ['a']);
  for (const text of ['{', '[1]', '{"nonce":"a"}', '[{"nonce":"a"}]']) assert.deepEqual(scene(text).box.list(), []);
});
