import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type TestContext, test } from 'node:test';
import { Worker } from 'node:worker_threads';
import type { Solver } from '../conference/ports.ts';
import { pointFault } from '../text/common/check.ts';
import { type Point, isProven } from '../text/common/problem.ts';
import { madeUp } from '../../test/kit/problems.ts';
import { createSolver } from './solver.ts';

const started = (t: TestContext): Solver => {
  const solver = createSolver();
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

test('who goes away ends the work', async (t) => {
  const solver = started(t);
  const leaving = new AbortController();
  const begun = solver.frontier(large, { signal: leaving.signal, limitMs: 600_000 })[Symbol.asyncIterator]();
  assert.equal((await begun.next()).done, false);
  leaving.abort();
  assert.equal((await begun.next()).done, true);
});

test('leaving the loop ends it too', async (t) => {
  const solver = started(t);
  for await (const _ of solver.frontier(large, { signal: never(), limitMs: 600_000 })) break;
  assert.ok((await Array.fromAsync(solver.frontier(small, { signal: never(), limitMs: 60_000 }))).length > 0);
});

test('no memory of WebAssembly grows beyond its bound', async () => {
  const bounded = new Worker(
    `import { boundWebAssembly } from ${JSON.stringify(new URL('bounded-memory.ts', import.meta.url).href)};
     import { parentPort } from 'node:worker_threads';
     boundWebAssembly(10 * 65536);
     const memory = new WebAssembly.Memory({ initial: 1, maximum: 1000 });
     memory.grow(9);
     try { memory.grow(1); } catch (fault) { parentPort.postMessage(fault.name); }`,
    { eval: true },
  );
  assert.deepEqual(await once(bounded, 'message'), ['RangeError']);
});

test('closing ends what is under way', async () => {
  const solver = createSolver();
  const begun = solver.frontier(large, { signal: never(), limitMs: 600_000 })[Symbol.asyncIterator]();
  await begun.next();
  await solver.close();
  assert.equal((await begun.next()).done, true);
  assert.deepEqual(await Array.fromAsync(solver.frontier(small, { signal: never(), limitMs: 1000 })), []);
});
