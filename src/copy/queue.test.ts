import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createQueue } from './queue.ts';

test('what is to come soon is taken first, and all in its order, once', () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('add' as const), soon: fc.boolean() }),
    fc.record({ kind: fc.constant('take' as const), count: fc.integer({ min: 1, max: 5 }) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      const queue = createQueue<number>();
      const [soon, others]: [number[], number[]] = [[], []];
      steps.forEach((one, i) => {
        if (one.kind === 'add') {
          queue.add(i, one.soon);
          (one.soon ? soon : others).push(i);
          return;
        }
        const first = soon.splice(0, one.count);
        assert.deepEqual(queue.take(one.count), [...first, ...others.splice(0, one.count - first.length)]);
      });
    }),
  );
});
