import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { type Job, jobOf } from './job.ts';
import type * as Jobs from '../../../test/kit/jobs.ts';
import { WorkEnded } from './runner.ts';
import { type Asker, WorkBusy } from './turns.ts';
import { WORK_LIMITS, type Work, type WorkLimits, createWork } from './work.ts';

const job = <Name extends keyof typeof Jobs>(name: Name) =>
  jobOf<(typeof Jobs)[Name]>(new URL('../../../test/kit/jobs.ts', import.meta.url), name);

const [ada, bor] = ['ada', 'bor'] as [Asker, Asker];

const working = (t: TestContext, short: Partial<WorkLimits['short']> = {}, more: Partial<WorkLimits> = {}): Work => {
  const work = createWork({ ...WORK_LIMITS, ...more, short: { ...WORK_LIMITS.short, ...short } });
  t.after(work.close);
  return work;
};

/** In a process of its own, bounded so. */
const apart = (t: TestContext, native: Partial<WorkLimits['native']>): Work =>
  working(t, {}, { native: { ...WORK_LIMITS.native, ...native } });

const ended = (why: WorkEnded['why']) => (fault: unknown) => fault instanceof WorkEnded && fault.why === why;

test('what was worked out is kept under what went in', async (t) => {
  const work = working(t);
  const all = ['a', 'a', 'b', 'a'];
  const asked: number[] = [];
  for (const input of all) asked.push(await work.ask(job('counted'), input, ada));
  assert.deepEqual(asked, [1, 1, 2, 1]);
});

test('two hundred who ask the same at once have it worked out once', async (t) => {
  const work = working(t);
  const askers = Array.from({ length: 200 }, (_, i) => (i < 100 ? ada : (`asker ${i}` as Asker)));
  const asked = await Promise.all(askers.map((asker) => work.ask(job('counted'), 'same', asker)));
  assert.deepEqual(new Set(asked), new Set([1]));
});

test('what has left no room for it is worked out anew, and never more is kept than there is room for', async (t) => {
  const work = working(t, {}, { room: 100 });
  const ask = () => work.ask(job('counted'), 'again', ada);
  assert.deepEqual([await ask(), await ask()], [1, 1]);
  await work.ask(job('large'), 95, ada);
  assert.equal(await ask(), 2);
  assert.equal((await work.ask(job('large'), 500, ada)).length, 500);
  assert.equal(await ask(), 2);
});

const BAD: readonly (readonly [
  name: string,
  bad: Job<string, unknown>,
  bounds: Partial<WorkLimits['short']>,
  why: WorkEnded['why'],
])[] = [
  ['takes too long', job('forever'), { time: 1500 }, 'time'],
  ['fills its heap', job('heaping'), { heap: 16 }, 'memory'],
  ['fills buffers outside its heap', job('buffering'), { outside: 64 }, 'memory'],
  ['ends its thread', job('dying'), {}, 'gone'],
];

for (const [name, bad, bounds, why] of BAD)
  test(`a job that ${name} is ended, and the next finds a good thread`, async (t) => {
    const work = working(t, bounds);
    const asked = work.ask(bad, 'x', ada);
    const next = work.ask(job('doubled'), 2, bor);
    await assert.rejects(asked, ended(why));
    assert.equal(await next, 4);
    assert.equal(await work.apart(job('doubled'), 3, ada), 6);
  });

const BAD_APART: readonly (readonly [
  name: string,
  bad: Job<string, unknown>,
  bounds: Partial<WorkLimits['native']>,
  why: WorkEnded['why'],
])[] = [
  ['never comes back', job('forever'), { time: 1500 }, 'time'],
  ['fills the memory of its process', job('buffering'), { outside: 160 }, 'memory'],
  ['ends its process', job('dying'), {}, 'crash'],
];

for (const [name, bad, bounds, why] of BAD_APART)
  test(`a process whose job ${name} is ended, and the next finds a good one`, async (t) => {
    const work = apart(t, bounds);
    await assert.rejects(work.beside(bad, 'x', ada), ended(why));
    assert.equal(await work.beside(job('doubled'), 2, bor), 4);
    await assert.rejects(work.beside(bad, 'x', bor), ended(why));
  });

test('what a process has worked out is kept, and what it throws comes back', async (t) => {
  const work = apart(t, {});
  const asked = [await work.beside(job('counted'), 'a', ada), await work.beside(job('counted'), 'a', bor)];
  assert.deepEqual(asked, [1, 1]);
  await assert.rejects(work.beside(job('throwing'), 'x', ada), { name: 'RangeError', message: 'Not this' });
});

test('what was ended is not begun again for a while', async (t) => {
  const work = working(t, { time: 1500 });
  await assert.rejects(work.ask(job('forever'), 'x', ada), ended('time'));
  const before = performance.now();
  await assert.rejects(work.ask(job('forever'), 'x', bor), ended('time'));
  assert.ok(performance.now() - before < 1500);
});

test('what a job throws comes back, and is thrown again for whoever asks again', async (t) => {
  const work = working(t);
  for (const asker of [ada, bor])
    await assert.rejects(work.ask(job('throwing'), 'x', asker), { name: 'RangeError', message: 'Not this' });
});

test('one who asks for very much is told to come again, and another is answered', async (t) => {
  const work = working(t, { waitingOfOne: 2 });
  const many = Array.from({ length: 10 }, (_, i) => work.ask(job('doubled'), i, ada));
  const other = work.ask(job('doubled'), 100, bor);
  const outcomes = await Promise.allSettled(many);
  const refused = outcomes.filter((one) => one.status === 'rejected' && one.reason instanceof WorkBusy);
  assert.equal(refused.length, 7);
  assert.equal(await other, 200);
});

test('closing ends what is under way, and nothing is begun after', async (t) => {
  const work = working(t);
  const asked = work.ask(job('forever'), 'x', ada);
  const waiting = work.ask(job('doubled'), 1, bor);
  const outcomes = Promise.allSettled([asked, waiting]);
  await work.close();
  assert.deepEqual(
    (await outcomes).map((one) => one.status === 'rejected' && ended('gone')(one.reason)),
    [true, true],
  );
  await assert.rejects(work.ask(job('doubled'), 2, ada), ended('gone'));
});
