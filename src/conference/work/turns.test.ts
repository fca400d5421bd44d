import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OrganisationId, Slug } from '../../base/ids.ts';
import { SAMPLE } from '../door/shares.ts';
import { type Asker, STRANGERS, type TurnLimits, WorkBusy, askerOf, createTurns } from './turns.ts';

const LIMITS: TurnLimits = { atOnce: 1, waitingOfOne: 1, waiting: 10, retryAfter: 7 };
const [ada, bor, cvet] = ['ada', 'bor', 'cvet'] as [Asker, Asker, Asker];

/** Takes turns for these askers, one after the other, and tells in which order they come; each leaves at once. */
const orderOf = async (limits: TurnLimits, askers: readonly Asker[]): Promise<readonly Asker[]> => {
  const { take } = createTurns(limits);
  const order: Asker[] = [];
  await Promise.all(
    askers.map(async (asker) => {
      const leave = await take(asker);
      order.push(asker);
      await Promise.resolve();
      leave?.();
    }),
  );
  return order;
};

test('one asker’s many works come in turns with those of the others', async () => {
  const order = await orderOf({ ...LIMITS, waitingOfOne: 5 }, [ada, ada, ada, ada, bor, bor, cvet]);
  assert.deepEqual(order, [ada, bor, cvet, ada, bor, ada, ada]);
});

test('one asker has one work under way and as many waiting as it may; others still find room', async () => {
  const { take } = createTurns({ ...LIMITS, atOnce: 3 });
  const first = await take(ada);
  const second = take(ada);
  await assert.rejects(take(ada), (fault) => fault instanceof WorkBusy && fault.retryAfter === 7);
  (await take(bor))?.();
  first?.();
  (await second)?.();
  (await take(ada))?.();
});

test('no more wait in all than may', async () => {
  const { take } = createTurns({ ...LIMITS, waiting: 1 });
  const first = await take(ada);
  const second = take(bor);
  await assert.rejects(take(cvet), WorkBusy);
  first?.();
  (await second)?.();
});

test('whoever goes away while waiting makes room, and the turn is the next one’s', async () => {
  const { take } = createTurns({ ...LIMITS, waiting: 1 });
  const first = await take(ada);
  const going = new AbortController();
  const gone = take(bor, going.signal);
  going.abort();
  assert.equal(await gone, null);
  const next = take(cvet);
  first?.();
  assert.notEqual(await next, null);
  assert.equal(await take(ada, AbortSignal.abort()), null);
});

test('who would find no room can be told so before anything is begun, and takes nothing by asking', async () => {
  const { take, full } = createTurns({ ...LIMITS, waiting: 1 });
  assert.equal(full(ada), null);
  const first = await take(ada);
  assert.equal(full(ada), null);
  const second = take(ada);
  assert.deepEqual([full(ada), full(bor)], [7, 7]);
  first?.();
  (await second)?.();
  assert.deepEqual([full(ada), full(bor)], [null, null]);
});

test('everybody in the sample asks as a stranger', () => {
  const one = { viewer: { kind: 'organisation', id: 'ada' as OrganisationId }, member: true } as const;
  assert.equal(askerOf('rivers' as Slug, one), 'rivers ada');
  assert.equal(askerOf(SAMPLE, one), STRANGERS);
});
