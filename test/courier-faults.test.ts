import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HOUR, MINUTE } from '../src/base/time.ts';
import type { Outbox } from '../src/conference/post/outbox.ts';
import { createMemoryOutbox } from '../src/store/memory/outbox.ts';
import { SLUG, START, mailing, numbers, scene } from './kit/courier.ts';

type Write = 'release' | 'claim' | 'settle' | 'nextDue';

/** An outbox that refuses what it is told to: for good, or the `nth` time, before or after it has done it. */
const faultyOutbox = () => {
  const memory = createMemoryOutbox();
  const disk = {
    refuse: null as Write | null,
    once: null as { readonly write: Write; readonly nth: number; readonly done: boolean } | null,
  };
  const counts = { release: 0, claim: 0, settle: 0, nextDue: 0 };
  const asked = <T>(write: Write, work: () => T): T => {
    if (disk.refuse === write) throw new Error('disk full');
    counts[write]++;
    const { once } = disk;
    if (once?.write !== write || once.nth !== counts[write]) return work();
    disk.once = null;
    if (once.done) work();
    throw new Error('disk full');
  };
  const outbox: Outbox = {
    ...memory,
    release: async (...given) => asked('release', () => memory.release(...given)),
    claim: async (...given) => asked('claim', () => memory.claim(...given)),
    settle: async (...given) => asked('settle', () => memory.settle(...given)),
    nextDue: () => asked('nextDue', memory.nextDue),
  };
  return { outbox, disk };
};

describe('a courier whose outbox refuses', () => {
  it('sends nothing while an answer cannot be written down, says so, and goes on when it is', async () => {
    const { outbox, disk } = faultyOutbox();
    const { courier, handed, faults, pass } = scene({ outbox, width: 1 });
    disk.refuse = 'settle';
    await courier.send(numbers(5).map((number) => mailing(number)));
    await courier.idle();
    assert.equal(handed.length, 1);
    assert.match(String(faults[0]), /disk full/u);
    assert.equal(courier.status().unwritten, START);
    await pass(HOUR);
    assert.equal(handed.length, 1);
    disk.refuse = null;
    await pass(HOUR);
    assert.equal(courier.status().unwritten, null);
    assert.equal(outbox.tally(SLUG, 7)['handed-over'], 5);
    assert.equal(handed.length, 5);
    await courier.stop();
  });

  for (const write of ['release', 'claim', 'settle', 'nextDue'] as const)
    for (const done of [false, true])
      it(`sends each mail once, whichever ${write} fails, ${done ? 'although it was done' : 'and was not done'}`, async () => {
        for (let nth = 1; nth <= 8; nth++) {
          const { outbox, disk } = faultyOutbox();
          disk.once = { write, nth, done };
          const { courier, handed, pass, faults } = scene({ outbox });
          await courier.send(numbers(40).map((number) => mailing(number)));
          await courier.idle();
          for (let i = 0; i < 5; i++) await pass(MINUTE);
          assert.equal(outbox.tally(SLUG, 7)['handed-over'], 40, `${write} ${nth}`);
          assert.equal(handed.length, 40, `${write} ${nth}`);
          assert.equal(faults.length, disk.once === null ? 1 : 0);
          await courier.stop();
        }
      });

  it('stops although an answer cannot be written, and loses none of the others', async () => {
    const { outbox, disk } = faultyOutbox();
    const { courier, pass, state } = scene({ outbox, width: 2 });
    disk.refuse = 'settle';
    await courier.send([mailing(1), mailing(2)]);
    await courier.idle();
    await pass(MINUTE);
    disk.refuse = null;
    await courier.stop();
    assert.deepEqual([state(1)?.kind, state(2)?.kind], ['handed-over', 'handed-over']);
    disk.refuse = 'settle';
    await courier.stop();
  });
});
