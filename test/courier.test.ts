import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { utf8 } from '../src/base/bytes.ts';
import { DAY, MINUTE, SECOND, after } from '../src/base/time.ts';
import type { Carriage, CarrierAnswer } from '../src/conference/post/carrier.ts';
import type { Outbox, OutboxItem } from '../src/conference/post/outbox.ts';
import { createMemoryOutbox } from '../src/store/memory/outbox.ts';
import { type Given, type Scene, SLUG, START, accepted, mailing, numbers, scene } from './kit/courier.ts';

describe('the courier', () => {
  it('hands over what is sent, once, and tells what became of it', async () => {
    const { courier, handed, settled, outbox, pass } = scene();
    assert.equal(await courier.send(numbers(50).map((number) => mailing(number))), 50);
    assert.equal(await courier.send([mailing(1)]), 0);
    await courier.idle();
    assert.deepEqual(new Set(handed), new Set(numbers(50).map((number) => `d${number}@example.org`)));
    assert.equal(handed.length, 50);
    assert.equal(outbox.tally(SLUG, 7)['handed-over'], 50);
    assert.deepEqual(settled[0]?.state, { kind: 'handed-over', answer: '250 ok', at: START });
    assert.equal(settled.length, 50);
    await pass(30 * DAY);
    assert.equal(handed.length, 50);
  });

  it('sends nothing that is not `sending` on the disk, and no more at once than the carrier carries', async () => {
    const under: Scene = scene({
      width: 3,
      answer: async (to) => {
        assert.equal(
          under.outbox.byMessageId(`<7.diktyo.${to.slice(1, -'@example.org'.length)}@x>`)?.state.kind,
          'sending',
        );
        most = Math.max(most, under.courier.status().underWay);
        await turn();
        return accepted;
      },
    });
    let most = 0;
    await under.courier.send(numbers(20).map((number) => mailing(number)));
    await under.courier.idle();
    assert.equal(most, 3);
    assert.equal(under.outbox.tally(SLUG, 7)['handed-over'], 20);
  });

  it('takes the next only when the answer before is on the disk', async () => {
    const memory = createMemoryOutbox();
    const write = Promise.withResolvers<void>();
    const slow: Outbox = { ...memory, settle: (outcomes) => write.promise.then(() => memory.settle(outcomes)) };
    const { courier, handed } = scene({ outbox: slow, width: 1 });
    await courier.send([mailing(1), mailing(2)]);
    for (let i = 0; i < 20; i++) await turn();
    assert.equal(handed.length, 1);
    write.resolve();
    await courier.idle();
    assert.equal(handed.length, 2);
  });

  it('leaves alone what was refused for good', async () => {
    const { courier, handed, pass, state } = scene({ answer: () => ({ kind: 'refused', answer: '550 nobody' }) });
    await courier.send([mailing(1)]);
    await courier.idle();
    await pass(DAY);
    assert.equal(handed.length, 1);
    assert.deepEqual(state(1), { kind: 'bounced', answer: '550 nobody', at: START });
  });

  it('tries again what was put off, later each time, and gives it up after five days', async () => {
    const { courier, handed, clock, pass, state } = scene({ answer: () => ({ kind: 'put-off', answer: '451 later' }) });
    await courier.send([mailing(1)]);
    await courier.idle();
    assert.deepEqual(state(1), { kind: 'queued', next: after(START, MINUTE), answer: '451 later' });
    await pass(MINUTE - 1);
    assert.equal(handed.length, 1);
    await pass(1);
    assert.equal(handed.length, 2);
    assert.deepEqual(state(1), { kind: 'queued', next: after(clock.now(), 5 * MINUTE), answer: '451 later' });
    for (let i = 0; i < 200 && state(1)?.kind === 'queued'; i++) await pass(60 * MINUTE);
    assert.deepEqual(state(1)?.kind, 'given-up');
    assert.ok(clock.now() >= after(START, 5 * DAY) && clock.now() < after(START, 5.5 * DAY));
    assert.ok(handed.length > 20);
    assert.ok(handed.length < 60);
  });

  it('waits with all of them while no server is reached, and says so', async () => {
    let up = false;
    const { courier, handed, pass, outbox } = scene({
      answer: () => (up ? accepted : { kind: 'unreachable', answer: 'ECONNREFUSED' }),
    });
    await courier.send(numbers(40).map((number) => mailing(number)));
    await courier.idle();
    assert.equal(handed.length, 2, 'each lane has tried once');
    assert.deepEqual(courier.status().trouble, {
      answer: 'ECONNREFUSED',
      since: START,
      until: after(START, 10 * SECOND),
      times: 1,
    });
    await courier.send([mailing(41)]);
    await courier.idle();
    assert.equal(handed.length, 2);
    await pass(10 * SECOND);
    assert.equal(handed.length, 4);
    assert.equal(courier.status().trouble?.times, 2);
    up = true;
    await pass(30 * SECOND);
    assert.equal(outbox.tally(SLUG, 7)['handed-over'], 41);
    assert.equal(courier.status().trouble, null);
  });

  it('is not held up by one that is slow', async () => {
    const slow = Promise.withResolvers<CarrierAnswer>();
    const { courier, outbox } = scene({ answer: (to) => (to === 'd1@example.org' ? slow.promise : accepted) });
    await courier.send(numbers(40).map((number) => mailing(number)));
    while (outbox.tally(SLUG, 7)['handed-over'] < 39) await turn();
    assert.equal(outbox.tally(SLUG, 7).sending, 1);
    slow.resolve(accepted);
    await courier.idle();
    assert.equal(outbox.tally(SLUG, 7)['handed-over'], 40);
  });

  it('sends again what a crash has left without an answer', async () => {
    const outbox = createMemoryOutbox();
    await outbox.put([mailing(1), mailing(2)]);
    await outbox.claim(START, 1);
    const { courier, handed } = scene({ outbox });
    await courier.idle();
    assert.deepEqual(handed.toSorted(), ['d1@example.org', 'd2@example.org']);
  });

  it('gives up what there is nothing left of, and tries again later what could not be made', async () => {
    let broken = true;
    const render = ({ address, delegate }: OutboxItem): Carriage | null => {
      if (delegate === 1) return null;
      if (broken) throw new Error('no words');
      return { from: null, to: address, message: utf8('x') };
    };
    const { courier, handed, faults, pass, state } = scene({ render });
    await courier.send([mailing(1), mailing(2)]);
    await courier.idle();
    assert.equal(state(1)?.kind, 'given-up');
    assert.equal(state(2)?.kind, 'queued');
    assert.equal(faults.length, 1);
    broken = false;
    await pass(MINUTE);
    assert.deepEqual(handed, ['d2@example.org']);
  });

  it('stops with every answer written and nothing half-way', async () => {
    const hung = Promise.withResolvers<CarrierAnswer>();
    const given: Given = {
      answer: (to) => (to === 'd1@example.org' ? hung.promise : accepted),
      close: () => hung.resolve({ kind: 'unreachable', answer: 'closed' }),
    };
    const { courier, outbox, clock, state } = scene(given);
    await courier.send(numbers(10).map((number) => mailing(number)));
    while (outbox.tally(SLUG, 7)['handed-over'] < 4) await turn();
    const stopping = courier.stop();
    for (let i = 0; i < 20; i++) await turn();
    assert.equal(state(1)?.kind, 'sending', 'it is waited for');
    clock.set(after(START, MINUTE));
    await stopping;
    assert.deepEqual(state(1), { kind: 'queued', next: clock.now(), answer: 'closed' });
    const { sending, queued, 'handed-over': over } = outbox.tally(SLUG, 7);
    assert.deepEqual([sending, queued + over], [0, 10]);
    await courier.stop();
  });
});
