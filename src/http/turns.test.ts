import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { WAITING } from '../conference/door/limits.ts';
import type { Sender } from './sender.ts';
import { SLICE, TAKING, type Turns, createTurns } from './turns.ts';

const stranger = (who: string): Sender => ({ share: 'strangers', who });
const member = (who: string): Sender => ({ share: 'members', who });

/** A loop whose time passes where it is told to, and which comes round when it is asked. */
const scene = () => {
  let time = 0;
  const rounds: (() => void)[] = [];
  const begun: string[] = [];
  const turns: Turns = createTurns(WAITING, { now: () => time, afterOthers: (work) => void rounds.push(work) });
  return {
    begun,
    /** A request that takes so long, half of it in what it promises. */
    ask: (sender: Sender, takes: number, first = false): boolean =>
      turns.take(
        sender,
        () => {
          begun.push(sender.who);
          time += takes / 2;
          void Promise.resolve()
            .then(() => undefined)
            .then(() => (time += takes / 2));
        },
        first,
      ),
    pass: (milliseconds: number): void => void (time += milliseconds),
    settle: () => new Promise((resolve) => setImmediate(resolve)),
    round: async (): Promise<void> => {
      for (const work of rounds.splice(0)) work();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
};

describe('turns', () => {
  it('begin a request at once where nobody has asked for much', () => {
    const { ask, begun } = scene();
    ask(stranger('a'), 1);
    assert.deepEqual(begun, ['a']);
  });

  it('let connections be looked at when a slice is used up, in promises too', async () => {
    const { ask, begun, settle, round } = scene();
    for (let i = 0; i < 10; i += 1) ask(stranger(`${i}`), SLICE / 2);
    await settle();
    assert.deepEqual(begun, ['0', '1']);
    await round();
    assert.deepEqual(begun, ['0', '1', '2', '3']);
  });

  it('are members’ first, whenever they came', async () => {
    const { ask, begun, settle, round } = scene();
    for (let i = 0; i < 5; i += 1) ask(stranger('a'), SLICE);
    await settle();
    ask(member('m'), SLICE);
    await round();
    await round();
    assert.deepEqual(begun, ['a', 'm', 'a']);
  });

  it('go round among those who ask', async () => {
    const { ask, begun, settle, round } = scene();
    for (let i = 0; i < 4; i += 1) ask(stranger('a'), SLICE);
    for (let i = 0; i < 2; i += 1) ask(stranger('b'), SLICE);
    await settle();
    for (let i = 0; i < 6; i += 1) await round();
    assert.deepEqual(begun, ['a', 'a', 'b', 'a', 'b', 'a']);
  });

  it('are for so many of one sender, and of all strangers, and leave the members theirs', async () => {
    const { ask } = scene();
    const { fromOne, inAll } = WAITING.strangers;
    ask(stranger('x'), SLICE);
    const taken = Array.from({ length: fromOne + 5 }, () => ask(stranger('a'), 1)).filter(Boolean).length;
    assert.equal(taken, fromOne);
    for (let i = 0; i < inAll; i += 1) ask(stranger(`${i}`), 1);
    assert.equal(ask(stranger('late'), 1), false);
    assert.equal(ask(member('m'), 1), true);
  });

  it('wait for new connections to be taken, and not for ever', async () => {
    const { ask, begun, round, pass } = scene();
    ask(stranger('a'), 1, true);
    for (let i = 0; i < 3; i += 1) {
      await round();
      ask(stranger('b'), 1, true);
    }
    ask(member('m'), 1, true);
    assert.deepEqual(begun, []);
    for (let i = 0; i < 6; i += 1) await round();
    assert.deepEqual(begun, ['m', 'a', 'b', 'b', 'b']);

    let rounds = 0;
    for (; begun.length === 5; rounds += 1) {
      ask(stranger('c'), 1, true);
      await round();
      pass(10);
      assert.ok(rounds * 10 <= TAKING + 20, 'New ones come for ever, and nothing begins');
    }
    assert.ok(rounds * 10 >= TAKING);
  });

  it('are there again for others when they were had', async () => {
    const { ask, begun, settle, round } = scene();
    const most = WAITING.strangers.inAll + 10;
    for (let i = 0; i < most; i += 1) {
      assert.ok(ask(stranger('a'), SLICE));
      await settle();
      await round();
    }
    assert.equal(begun.length, most);
  });

  it('go on when one fails', async () => {
    const rounds: (() => void)[] = [];
    const turns = createTurns(WAITING, { now: () => 0, afterOthers: (work) => void rounds.push(work) });
    assert.throws(() =>
      turns.take(
        stranger('a'),
        () => {
          throw new Error('broken');
        },
        false,
      ),
    );
    await new Promise((resolve) => setImmediate(resolve));
    let begun = false;
    turns.take(stranger('a'), () => (begun = true), false);
    assert.ok(begun);
  });
});
