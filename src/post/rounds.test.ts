import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { DAY, HOUR, MINUTE, after, instant } from '../base/time.ts';
import { createManualClock } from '../conference/clock.ts';
import { startRounds } from './rounds.ts';

const START = instant(Date.UTC(2026, 0, 10));

describe('the rounds', () => {
  it('are made when something is due or has happened, at most one a minute, until the end', async () => {
    const clock = createManualClock(START);
    let rounds = 0;
    const runner = startRounds(
      [
        async () => {
          rounds++;
          return rounds === 1 ? after(START, HOUR) : null;
        },
      ],
      clock,
      (fault) => assert.fail(String(fault)),
    );
    const pass = async (ms: number): Promise<number> => {
      await turn();
      clock.set(after(clock.now(), ms));
      await turn();
      return rounds;
    };
    assert.equal(await pass(0), 1);
    runner.wake();
    assert.equal(await pass(59_000), 1);
    assert.equal(await pass(1000), 2);
    assert.equal(await pass(DAY), 2);
    runner.wake();
    assert.equal(await pass(0), 3);
    await runner.stop();
    runner.wake();
    assert.equal(await pass(DAY), 3);
  });

  it('go on after one that failed', async () => {
    const clock = createManualClock(START);
    const faults: unknown[] = [];
    let rounds = 0;
    const runner = startRounds(
      [
        async () => {
          rounds++;
          throw new Error('the disk is full');
        },
      ],
      clock,
      (fault) => faults.push(fault),
    );
    await turn();
    for (const ms of [MINUTE, 9 * MINUTE]) {
      clock.set(after(clock.now(), ms));
      await turn();
    }
    assert.deepEqual([rounds, faults.length], [2, 2]);
    await runner.stop();
  });
});
