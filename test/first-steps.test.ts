import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PUBLIC } from '../src/charter/visibility.ts';
import { createReader } from '../src/conference/reading/reader.ts';
import { FIRST_STEPS, type FirstStep, firstStepsLeft } from '../src/web/site/parts/first-steps.ts';
import { messagesIn } from '../src/web/messages/index.ts';
import { unescaped, wordsIn } from './kit/forms.ts';
import { startServer } from './kit/server.ts';
import { type SmallConference, accepted, newPen, smallConference } from './kit/small-conference.ts';
import { createVisitor } from './kit/visitor.ts';

/** What a delegate who has just come in is shown to do first, and that each goes when it is done. */

const server = await startServer();
const small: SmallConference = await smallConference(server.host, server.clock.now, ['alfa', 'beta']);
const [alfa] = small.speakers;
assert.ok(alfa);
const visitor = createVisitor(server.origin, 'rivers');
await visitor.signIn(alfa.pen);

const words = messagesIn('en').workspace.firstSteps;

const shown = async (): Promise<readonly FirstStep[]> => {
  const html = await visitor.page('/today');
  const list = wordsIn(/aria-labelledby="first-steps"[^]*?<\/section>/u.exec(html)?.[0] ?? '');
  return FIRST_STEPS.filter((step) => list.includes(words.step[step].what));
};

/** As the page of a node that sends mail would have it. */
const left = (reached: boolean | null, sample = false): readonly FirstStep[] => {
  const state = small.conference.state();
  const organisation = state.organisations.get(alfa.organisation);
  const [delegate] = organisation?.delegates ?? [];
  assert.ok(organisation && delegate);
  return firstStepsLeft(
    { reader: createReader(state, { kind: 'organisation', id: organisation.id }), sample },
    { organisation, delegate },
    reached,
  );
};

test('each first step is a link, and goes when it is done', async () => {
  assert.deepEqual(await shown(), ['key', 'delegate', 'names', 'assembly']);
  const today = unescaped(await visitor.page('/today'));
  for (const way of ['/do/key.enrol?delegate=1', '/do/delegate.appoint', '/do/organisation.rename', '/meetings'])
    assert.ok(today.includes(`href="/rivers${way}"`), way);

  const second = newPen();
  accepted(
    await small.submit(alfa, 'key.enrol', { delegate: 1, key: second.publicKey, use: 'ssh', name: null }, [second]),
  );
  assert.deepEqual(await shown(), ['delegate', 'names', 'assembly']);

  // A second delegate counts once they have come in.
  const [link, own] = [newPen(), newPen()];
  accepted(
    await small.submit(
      alfa,
      'delegate.appoint',
      { delegate: 2, name: null, role: 'representing', invitation: link.publicKey },
      [link],
    ),
  );
  assert.deepEqual(await shown(), ['delegate', 'names', 'assembly']);
  const enrolled = { delegate: 2, key: own.publicKey, use: 'ssh', name: null } as const;
  accepted(await small.submit({ ...alfa, delegate: 2, pen: link }, 'key.enrol', enrolled, [own]));
  assert.deepEqual(await shown(), ['names', 'assembly']);

  const printed = [
    { name: 'Алфа', country: 'Македонија' },
    { name: 'Alfa', country: 'Macedonia' },
  ] as const;
  accepted(await small.submit(alfa, 'organisation.rename', { printed }));
  assert.deepEqual(await shown(), ['assembly']);
  assert.deepEqual(left(false), ['mail', 'assembly']);
  assert.deepEqual([left(true), left(null)], [['assembly'], ['assembly']]);
  assert.deepEqual(left(false, true), [], 'in the sample nobody is at home');
});

test('they are for whoever represents a participant', () => {
  const state = small.conference.state();
  const organisation = state.organisations.get(alfa.organisation);
  const [delegate] = organisation?.delegates ?? [];
  assert.ok(organisation && delegate);
  const context = { reader: createReader(state, PUBLIC), sample: false };
  assert.deepEqual(firstStepsLeft(context, { organisation, delegate: { ...delegate, role: 'assisting' } }, false), []);
});
