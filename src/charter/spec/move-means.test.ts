import { dayOf } from '../../base/time.ts';
import type { ActKind } from '../acts.ts';
import type { AccountKind } from '../means/state.ts';
import { monthAt, monthLater } from '../means/months.ts';
import { treasurersAt } from '../means/treasurer.ts';
import { pick } from './move-cast.test.ts';
import type { Made, Scene } from './move-scene.test.ts';
import { fakeHash } from './world.ts';

/** Makes acts of the conference's books out of random moves: mostly by whoever keeps them. */

const keeperIn = ({ world, someone, move: { apt, who } }: Scene): string =>
  (apt ? pick(treasurersAt(world.state, world.now), who) : undefined) ?? someone;

const KINDS: readonly AccountKind[] = ['asset', 'fund', 'income', 'expense'];

const accountOf = ({ world }: Scene, kind: AccountKind, n: number): number =>
  pick(
    world.state.means.accounts.filter((one) => one.kind === kind && one.closed === null),
    n,
  )?.number ?? 1;

/** Kinds come in turn, so that soon there is one of each. */
const nextKind = ({ world, move: { how, apt } }: Scene): AccountKind =>
  KINDS[(apt ? world.state.means.accounts.length : how) % 4] ?? 'asset';

/** Balanced, but where it is inapt by chance. */
const postingsOf = (scene: Scene) => {
  const { apt, what, how } = scene.move;
  const asset = accountOf(scene, 'asset', what);
  const currency = scene.world.state.means.accounts[asset - 1]?.currency ?? 'EUR';
  const kind = how % 3 === 0 ? 'expense' : 'income';
  const amount = (how % 3 === 0 ? -1 : 1) * (1 + how * 37);
  const fund = accountOf(scene, 'fund', how);
  return [
    { account: asset, fund: null, currency, amount },
    { account: accountOf(scene, kind, what), fund, currency, amount: apt ? -amount : -amount + (how % 2) },
  ];
};

export const MEANS_ACTS = {
  'account.open': (scene) => {
    const kind = nextKind(scene);
    const currency = pick(['EUR', 'RSD', 'JPY'], scene.move.what);
    const body = { kind, name: scene.label, purpose: null, currency: kind === 'asset' ? currency : null };
    return { by: keeperIn(scene), body };
  },
  'account.close': (scene) => ({
    by: keeperIn(scene),
    body: { account: accountOf(scene, pick(KINDS, scene.move.how) ?? 'fund', scene.move.what) },
  }),
  'transaction.record': (scene) => {
    const { how, what } = scene.move;
    const isIncome = how % 3 !== 0;
    return {
      by: keeperIn(scene),
      body: {
        day: dayOf(scene.world.now),
        words: `Recorded ${how}`,
        postings: postingsOf(scene),
        conversions: [],
        giver: isIncome && what % 2 === 0 ? { kind: 'organisation', organisation: scene.other } : null,
        receipts: what % 5 === 0 ? [{ name: 'bill.pdf', type: 'application/pdf', hash: fakeHash(scene.label) }] : [],
        expense: how % 5 === 0 ? 1 + (what % 2) : null,
        booked: how % 4 === 0 ? [{ account: 1, reference: `BK ${what % 3}` }] : [],
      },
    };
  },
  'transaction.reverse': (scene) => {
    const { transactions } = scene.world.state.means;
    const open = transactions.filter(({ reverses, reversed }) => reverses === null && reversed === null);
    const one = pick(scene.move.apt ? open : transactions, scene.move.what);
    const body = { transaction: one?.number ?? 1, day: dayOf(scene.world.now), words: 'A slip' };
    return { by: keeperIn(scene), body };
  },
  'period.close': (scene) => ({
    by: keeperIn(scene),
    body: { through: monthLater(monthAt(scene.world.now), -1 - (scene.move.how % 2)) },
  }),
  'expense.propose': (scene) => ({
    by: scene.other,
    body: {
      words: `Asked ${scene.move.how}`,
      currency: 'EUR',
      amount: 100 + scene.move.what,
      fund: null,
      payee: { kind: 'outside', name: null },
      receipts: [],
    },
  }),
  'expense.withdraw': (scene) => ({ by: scene.other, body: { expense: 1 + (scene.move.what % 2) } }),
  'pledge.make': (scene) => ({
    by: scene.other,
    body: {
      pledge: scene.move.how % 3 === 0 ? 1 : null,
      currency: 'EUR',
      amount: 100 + (scene.move.what % 900),
      every: (['once', 'month', 'year'] as const)[scene.move.what % 3],
      fund: null,
      until: null,
    },
  }),
  'pledge.withdraw': (scene) => ({ by: scene.other, body: { pledge: 1 + (scene.move.what % 3) } }),
  'period.audit': (scene) => ({
    by: scene.other,
    body: {
      period: 1 + (scene.move.how % 2),
      result: (['in-order', 'in-order-but', 'not-in-order'] as const)[scene.move.what % 3],
      words: scene.move.what % 2 === 0 ? 'We looked at all of it.' : null,
    },
  }),
} as const satisfies Readonly<Partial<Record<ActKind, (scene: Scene) => Made>>>;
