import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { type TestMachine, createTestMachine } from '../../../test/kit/machine.ts';
import type { OrganisationId, Slug } from '../../base/ids.ts';
import { DAY, HOUR, type Instant, MINUTE, SECOND, after, instant } from '../../base/time.ts';
import { SAMPLE } from '../door/shares.ts';
import { type LastKnown, createKnownClock } from './known-clock.ts';

const START = instant(Date.UTC(2026, 0, 10));
const YEAR = 365 * DAY;
const RIVERS = 'rivers' as Slug;
const FORESTS = 'forests' as Slug;
const [A, B, C] = ['a', 'b', 'c'] as readonly string[] as readonly [OrganisationId, OrganisationId, OrganisationId];

let machine: TestMachine;
let said: string[];
beforeEach(() => {
  machine = createTestMachine(START);
  said = [];
});

const opened = (last: LastKnown | null = null, on: TestMachine = machine) =>
  createKnownClock({ machine: on, last, onDoubt: ({ name, message }) => said.push(`${name} ${message}`) });

const JUMPS = { 'an hour': HOUR, 'twenty days': 20 * DAY, 'a year': YEAR } as const;

describe('while a node runs', () => {
  const isRightAgain = (jump: number) => () => {
    const clock = opened();
    machine.pass(HOUR);
    machine.putAhead(jump);
    machine.pass(5 * MINUTE);
    assert.deepEqual(clock.doubt(), { known: machine.real(), shown: machine.wall() });
    assert.equal(clock.now(), machine.real());
    machine.pass(DAY);
    assert.equal(clock.now(), machine.real());
    machine.putAhead(0);
    assert.equal(clock.doubt(), null);
    assert.equal(clock.now(), machine.real());
    assert.equal(said.length, 2);
  };
  for (const [name, jump] of Object.entries(JUMPS)) {
    it(
      `a clock that is put ${name} ahead is told of once, and when it is right again nothing is left`,
      isRightAgain(jump),
    );
    it(`so is one that is put ${name} back`, isRightAgain(-jump));
  }

  it('a step of a few minutes is taken', () => {
    const clock = opened();
    machine.putAhead(9 * MINUTE);
    assert.equal(clock.now(), machine.wall());
    machine.putAhead(2 * MINUTE);
    assert.equal(clock.now(), machine.wall());
    assert.deepEqual(said, []);
  });

  it('sleep is no jump, and what fell due in it comes within a minute of waking', () => {
    const clock = opened();
    const called: Instant[] = [];
    clock.at(after(START, 30 * DAY), () => called.push(clock.now()));
    machine.pass(3 * SECOND);
    machine.sleep(40 * DAY);
    assert.equal(clock.doubt(), null);
    assert.equal(clock.now(), machine.real());
    machine.pass(MINUTE);
    assert.equal(called.length, 1);
  });

  it('what waits for a time does not wait for a clock that is wrong', () => {
    const clock = opened();
    const called: Instant[] = [];
    clock.at(after(START, 2 * HOUR), () => called.push(machine.real()));
    machine.putAhead(-YEAR);
    machine.pass(2 * HOUR + MINUTE);
    assert.deepEqual(called, [after(START, 2 * HOUR)]);
    clock.at(after(START, 9 * DAY), () => called.push(machine.real()));
    machine.putAhead(20 * DAY);
    machine.pass(DAY);
    assert.equal(called.length, 1);
  });
});

describe('at a start', () => {
  it('of a folder that no node has used the clock is believed', () => {
    machine.putAhead(YEAR);
    assert.equal(opened().now(), machine.wall());
  });

  it('within one run of the machine the time goes on, however long the node was away', () => {
    const last = opened().known();
    machine.pass(50 * DAY);
    assert.equal(opened(last).now(), machine.real());
    assert.deepEqual(said, []);
    machine.putAhead(20 * DAY);
    assert.equal(opened(last).now(), machine.real());
    assert.equal(said.length, 1);
  });

  it('of a machine that was off for minutes the clock is believed', () => {
    const last = opened().known();
    const again = machine.restarted(8 * MINUTE);
    assert.equal(opened(last, again).now(), again.real());
    assert.deepEqual(said, []);
  });

  const goesOn = (jump: number) => () => {
    const last = opened().known();
    const again = machine.restarted(MINUTE);
    again.putAhead(jump);
    const clock = opened(last, again);
    assert.equal(clock.now(), last.time);
    again.pass(HOUR);
    assert.equal(clock.now(), after(last.time, HOUR));
    assert.equal(said.length, 1);
    assert.match(said[0] ?? '', /isonomia confirm-clock/u);
  };
  for (const [name, jump] of Object.entries(JUMPS)) {
    it(`of a machine whose clock is ${name} ahead, what was known goes on`, goesOn(jump));
    it(`of one whose clock is ${name} back, it does too`, goesOn(-jump));
  }

  it('after a long time away whoever runs the node may say that the clock is right', () => {
    const last = opened().known();
    const again = machine.restarted(3 * DAY);
    const clock = opened(last, again);
    assert.equal(clock.now(), last.time);
    clock.decide('shown');
    assert.equal(clock.now(), again.real());
    assert.equal(clock.doubt(), null);
  });
});

describe('delegates’ clocks', () => {
  const inDoubt = (ahead: number) => {
    const clock = opened();
    machine.putAhead(ahead);
    return clock;
  };

  it('say nothing by one organisation alone, however often, unless it is alone', () => {
    const clock = inDoubt(20 * DAY);
    for (let i = 0; i < 5; i++) clock.doubts.hear(RIVERS, A, machine.wall(), 3);
    assert.equal(clock.now(), machine.real());
    assert.notEqual(clock.doubts.of(RIVERS), null);
    clock.doubts.hear(FORESTS, A, machine.wall(), 1);
    const settled = clock.doubts.of(FORESTS);
    assert.equal(settled?.known, settled?.shown);
  });

  it('of two end a doubt, and the sample’s decide for the sample alone', () => {
    const clock = inDoubt(20 * DAY);
    for (const organisation of [A, B]) clock.doubts.hear(SAMPLE, organisation, machine.wall(), 3);
    assert.equal(clock.now(), machine.real());
    for (const organisation of [A, B]) clock.doubts.hear(RIVERS, organisation, machine.wall(), 3);
    assert.equal(clock.now(), machine.wall());
    assert.equal(clock.doubt(), null);
  });

  it('that are against each other decide nothing until one side is more', () => {
    const clock = inDoubt(-20 * DAY);
    for (const organisation of [A, B]) clock.doubts.hear(RIVERS, organisation, machine.real(), 5);
    assert.equal(clock.doubt(), null, 'two say that what is known is right');
    machine.putAhead(-40 * DAY);
    assert.notEqual(clock.doubt(), null, 'another jump is another doubt');
    clock.doubts.hear(RIVERS, A, machine.wall(), 5);
    clock.doubts.hear(RIVERS, B, machine.real(), 5);
    assert.notEqual(clock.doubt(), null);
    clock.doubts.hear(RIVERS, C, machine.real(), 5);
    assert.equal(clock.doubt(), null);
    assert.equal(clock.now(), machine.real());
  });

  it('that agree with what is known leave the machine’s disbelieved as long as it is so far off', () => {
    const clock = inDoubt(YEAR);
    for (const organisation of [A, B]) clock.doubts.hear(RIVERS, organisation, machine.real(), 3);
    machine.pass(30 * DAY);
    assert.equal(clock.doubt(), null);
    assert.equal(clock.now(), machine.real());
    machine.putAhead(0);
    assert.equal(clock.now(), machine.real());
    machine.putAhead(HOUR);
    assert.notEqual(clock.doubt(), null);
  });
});
