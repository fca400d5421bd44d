import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '../base/time.ts';
import { createManualClock, guardedClock } from './clock.ts';

test('a fault in what a clock calls back is told, and nobody else waits in vain', () => {
  const manual = createManualClock(instant(0));
  const faults: unknown[] = [];
  const clock = guardedClock(manual, (fault) => faults.push(fault));
  const called: string[] = [];
  clock.at(instant(1), () => {
    throw new Error('It broke');
  });
  clock.at(instant(2), () => void called.push('second'));
  clock.at(instant(2), () => void called.push('called off'))();
  manual.set(instant(3));
  assert.deepEqual(called, ['second']);
  assert.match(String(faults), /It broke/u);
});
