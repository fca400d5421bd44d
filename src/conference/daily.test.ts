import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setImmediate as settled } from 'node:timers/promises';
import { createTestMachine } from '../../test/kit/machine.ts';
import { DAY, HOUR, MINUTE, instant } from '../base/time.ts';
import { daily } from './daily.ts';
import { createKnownClock } from './time/known-clock.ts';

/** What cannot be undone waits while the clock is in doubt, whichever way it is wrong, and comes as soon as it is believed. */

const YEAR = 365 * DAY;
const START = instant(Date.UTC(2026, 0, 10));

for (const [which, ahead] of [
  ['ahead', YEAR],
  ['behind', -YEAR],
] as const) {
  const scene = () => {
    const machine = createTestMachine(START);
    const clock = createKnownClock({ machine, last: null, onDoubt: () => undefined });
    const done: number[] = [];
    const onFault = (fault: unknown): void => assert.fail(String(fault));
    const end = daily({ clock, doubts: clock.doubts, onFault }, () => void done.push(clock.now()));
    machine.pass(HOUR);
    machine.putAhead(ahead);
    machine.pass(3 * DAY);
    assert.deepEqual(done, [START], 'nothing is done in doubt');
    return { machine, clock, done, end };
  };

  it(`with a clock a year ${which}, which is put right: at once, and every day from then on`, async () => {
    const { machine, clock, done, end } = scene();
    machine.putAhead(0);
    assert.equal(clock.doubt(), null);
    await settled();
    assert.deepEqual(done, [START, machine.real()]);
    machine.pass(2 * DAY + MINUTE);
    assert.equal(done.length, 4);
    end();
  });

  it(`with a clock a year ${which}, which is said to be right: at once, and every day from then on`, async () => {
    const { machine, clock, done, end } = scene();
    clock.decide('shown');
    await settled();
    assert.deepEqual(done, [START, machine.wall()]);
    machine.pass(2 * DAY + MINUTE);
    assert.equal(done.length, 4);
    end();
    machine.pass(2 * DAY);
    assert.equal(done.length, 4);
  });
}
