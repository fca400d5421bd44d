import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { type Solver, SolverBusy } from '../conference/ports.ts';
import { pointFault } from '../text/common/check.ts';
import { type Point, isProven } from '../text/common/problem.ts';
import { madeUp } from '../text/common/spec-problems.ts';
import { type SolverLimits, createSolver } from './solver.ts';

const started = (t: TestContext, limits?: SolverLimits): Solver => {
  const solver = createSolver(limits);
  t.after(solver.close);
  return solver;
};

const small = madeUp({ clauses: 12, variants: 2, signers: 8, objects: 0.1, conditions: 1 }, 1);
/** Nobody proves this one in a minute. */
const large = madeUp({ clauses: 150, variants: 3, signers: 100, objects: 0.02, conditions: 3 }, 1);

const never = (): AbortSignal => new AbortController().signal;

test('the last answer is proven where there was time for it', async (t) => {
  const solver = started(t);
  const answers = await Array.fromAsync(solver.frontier(small, { signal: never(), limitMs: 60_000 }));
  const last = answers.at(-1) ?? [];
  assert.equal(last.length, 8);
  assert.ok(last.every(isProven));
});

test('when the time is up the answer is the best found, with its bound', async (t) => {
  const solver = started(t);
  let last: readonly Point[] = [];
  const began = performance.now();
  for await (const points of solver.frontier(large, { signal: never(), limitMs: 1500, ks: [30, 60, 90] }))
    last = points;
  assert.ok(performance.now() - began < 60_000);
  assert.deepEqual(
    last.map(({ k }) => k),
    [30, 60, 90],
  );
  for (const point of last) {
    assert.equal(pointFault(large, point), null);
    assert.ok(point.text !== null && point.bound !== null);
  }
  assert.ok(!last.every(isProven));
});

test('who goes away frees the thread for the next', async (t) => {
  const solver = started(t, { running: 1, waiting: 1 });
  const leaving = new AbortController();
  const first = solver.frontier(large, { signal: leaving.signal, limitMs: 600_000 })[Symbol.asyncIterator]();
  assert.equal((await first.next()).done, false);
  const waiting = Array.fromAsync(solver.frontier(small, { signal: never(), limitMs: 60_000 }));
  leaving.abort();
  assert.equal((await first.next()).done, true);
  assert.ok((await waiting).length > 0);
});

test('leaving the loop frees the thread too', async (t) => {
  const solver = started(t, { running: 1, waiting: 0 });
  for await (const _ of solver.frontier(large, { signal: never(), limitMs: 600_000 })) break;
  assert.ok((await Array.fromAsync(solver.frontier(small, { signal: never(), limitMs: 60_000 }))).length > 0);
});

test('only so many wait; whoever gives up waiting makes room', async (t) => {
  const solver = started(t, { running: 1, waiting: 1 });
  const begun = solver.frontier(large, { signal: never(), limitMs: 600_000 })[Symbol.asyncIterator]();
  await begun.next();
  const leaving = new AbortController();
  const waiting = Array.fromAsync(solver.frontier(small, { signal: leaving.signal, limitMs: 1000 }));
  await assert.rejects(async () => solver.unity(small, [], { signal: never(), limitMs: 1000 }), SolverBusy);
  leaving.abort();
  assert.deepEqual(await waiting, []);
  const next = Array.fromAsync(solver.frontier(small, { signal: never(), limitMs: 1000 }));
  await begun.return?.();
  assert.ok((await next).length > 0);
});

test('closing ends what is under way', async () => {
  const solver = createSolver();
  const begun = solver.frontier(large, { signal: never(), limitMs: 600_000 })[Symbol.asyncIterator]();
  await begun.next();
  await solver.close();
  assert.equal((await begun.next()).done, true);
  assert.deepEqual(await Array.fromAsync(solver.frontier(small, { signal: never(), limitMs: 1000 })), []);
});
