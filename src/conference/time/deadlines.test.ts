import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createFaultyStore } from '../../../test/kit/faulty-store.ts';
import { type TestMachine, createTestMachine } from '../../../test/kit/machine.ts';
import { refusal, turns } from '../../../test/kit/rivers.ts';
import { type Speaker, accepted, smallConference, someText, write } from '../../../test/kit/small-conference.ts';
import type { Slug } from '../../base/ids.ts';
import { DAY, HOUR, type Instant, MINUTE, after, instant } from '../../base/time.ts';
import { present } from '../../charter/texts/texts.ts';
import { createHost } from '../host.ts';
import { generateHostKey } from '../host-key.ts';
import type { Conference } from '../types.ts';
import { type LastKnown, createKnownClock } from './known-clock.ts';

/** No deadline passes early, and nothing is refused for longer than the clock was wrong. */

const START = instant(Date.UTC(2026, 0, 10));
const SLUG = 'rivers' as Slug;
const DEADLINE = after(START, 8 * DAY);
/** How long before the deadline the clock goes wrong. */
const LEFT = 30 * MINUTE;

const JUMPS: Readonly<Record<string, number>> = {
  'an hour ahead': HOUR,
  'an hour back': -HOUR,
  'twenty days ahead': 20 * DAY,
  'twenty days back': -20 * DAY,
  'a year ahead': 365 * DAY,
  'a year back': -365 * DAY,
};

/** A node with a conference of three organisations, one of whose decisions ends in half an hour. */
const startNode = async () => {
  let machine: TestMachine = createTestMachine(START);
  const store = createFaultyStore();
  const hostKey = generateHostKey();
  let last: LastKnown | null = null;
  const opened = async () => {
    const clock = createKnownClock({ machine, last, onDoubt: () => undefined });
    const { doubts } = clock;
    return { clock, host: await createHost({ store, hostKey, clock, doubts, origin: 'http://localhost' }) };
  };
  let { clock, host } = await opened();
  const { id, speakers, submit } = await smallConference(host, clock.now, ['alfa', 'beta', 'gama'], { slug: SLUG });
  const who = (i: number): Speaker => speakers[i] ?? assert.fail();
  const conference = (): Conference => host.conference(SLUG) ?? assert.fail();
  accepted(await submit(who(0), 'text.table', someText()));
  const { hash: version } = present(conference().state().texts[0] ?? assert.fail());
  accepted(await submit(who(0), 'decision.open', { text: 1, version, deadline: DEADLINE, meeting: null }));
  machine.pass(8 * DAY - LEFT);
  return {
    machine: () => machine,
    conference,
    clock: () => clock,
    /** An act by a delegate whose own clock says `made`. */
    act: async (i: number, made: Instant = machine.real()) =>
      conference().submit(write(who(i), { conference: id, made }, 'text.table', someText()).envelope),
    isOpen: () => conference().state().texts[0]?.stage === 'decision',
    kinds: async () => (await conference().entries(0, Infinity)).map(({ act }) => act.kind),
    pass: async (ms: number) => {
      machine.pass(ms);
      await turns();
    },
    /** The machine is off for so long, and its clock then so much ahead. */
    restart: async (off: number, ahead = 0) => {
      last = clock.known();
      await host.close();
      machine = machine.restarted(off);
      machine.putAhead(ahead);
      ({ clock, host } = await opened());
    },
  };
};

type Node = Awaited<ReturnType<typeof startNode>>;

const WAYS: Readonly<Record<string, (node: Node, ahead: number) => Promise<void>>> = {
  'while it runs': async ({ machine }, ahead) => machine().putAhead(ahead),
  'at a start': async ({ restart }, ahead) => restart(MINUTE, ahead),
};

for (const [way, goWrong] of Object.entries(WAYS)) {
  describe(`where the clock is wrong ${way}`, () => {
    for (const [name, ahead] of Object.entries(JUMPS)) {
      it(`${name}, the deadline passes in its time, and by itself`, async () => {
        const node = await startNode();
        await goWrong(node, ahead);
        await node.pass(LEFT - 5 * MINUTE);
        assert.ok(node.isOpen());
        node.machine().putAhead(0);
        await node.pass(8 * MINUTE);
        assert.ok(!node.isOpen());
        assert.deepEqual((await node.kinds()).slice(-1), ['host.tick']);
      });

      it(`${name}, acts by delegates whose clocks are right are taken all the while`, async () => {
        const node = await startNode();
        await goWrong(node, ahead);
        for (const i of [0, 1, 0]) {
          accepted(await node.act(i));
          await node.pass(MINUTE);
          assert.ok(node.isOpen());
        }
        node.machine().putAhead(0);
        accepted(await node.act(2));
        assert.ok(node.isOpen());
        await node.pass(LEFT);
        assert.ok(!node.isOpen());
        accepted(await node.act(1));
      });

      it(`${name}, one key that says so too changes nothing`, async () => {
        const node = await startNode();
        await goWrong(node, ahead);
        for (let i = 0; i < 3; i++) await node.act(0, node.machine().wall());
        await node.pass(MINUTE);
        assert.ok(node.isOpen());
        accepted(await node.act(1));
        node.machine().putAhead(0);
        for (const i of [0, 1, 2]) accepted(await node.act(i));
        await node.pass(20 * MINUTE);
        assert.ok(node.isOpen());
      });
    }
  });
}

describe('where the node was away', () => {
  it('for hours, the first act is taken, and what fell due waits for a second organisation', async () => {
    const node = await startNode();
    await node.restart(20 * MINUTE);
    accepted(await node.act(0));
    await node.restart(3 * HOUR);
    assert.deepEqual(node.conference().doubt(), { known: node.clock().now(), shown: node.machine().wall() });
    assert.equal(refusal(await node.act(0)), 'clock-in-doubt');
    assert.equal(refusal(await node.act(0)), 'clock-in-doubt');
    assert.ok(node.isOpen());
    accepted(await node.act(1));
    assert.ok(!node.isOpen());
    assert.deepEqual((await node.kinds()).slice(-2), ['host.tick', 'text.table']);
    assert.equal(node.conference().doubt(), null);
    accepted(await node.act(0));
  });

  it('for a year, whoever runs it says that the clock is right, and all goes on', async () => {
    const node = await startNode();
    await node.restart(365 * DAY);
    await node.pass(10 * MINUTE);
    assert.ok(node.isOpen());
    node.clock().decide('shown');
    await node.pass(MINUTE);
    assert.ok(!node.isOpen());
    accepted(await node.act(0));
  });
});

it('after sleep what fell due comes by itself', async () => {
  const node = await startNode();
  node.machine().sleep(3 * DAY);
  await node.pass(MINUTE);
  assert.ok(!node.isOpen());
});

it('an act that comes at a wrong time leaves no tick', async () => {
  const node = await startNode();
  const before = await node.kinds();
  node.machine().sleep(DAY);
  assert.equal(refusal(await node.act(0, after(START, -DAY))), 'out-of-time');
  assert.deepEqual(await node.kinds(), before);
});
