import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import { clausesArbitrary } from '../../text/arbitrary.test.ts';
import { type Dice, changeBy, diceArbitrary } from '../../text/arbitrary-changes.test.ts';
import { type Clause, clausesSchema } from '../../text/clause.ts';
import { courseOf } from '../../text/carry.ts';
import { agreedClauses, agreedIn } from './agreement.ts';
import { footprintsOf, textWith } from './effect.ts';
import { type Step, all, given } from '../spec/spec.ts';
import { act, acting, amend, founded, onAmendment, take } from '../spec/acts.ts';
import { amendAll, onAmendmentAct, renewAmendment } from '../spec/negotiation.ts';
import type { World } from '../spec/world.ts';
import type { Amendment, Text } from './state.ts';
import { present } from './texts.ts';

/**
 * Random negotiations: all kinds of change, sub-amendments, withdrawals, take-overs and renewals, agreements and revisions in any order. Whatever happens, a revision changes
 * what no amendment does but those that it names, and the text does not depend on when it was published.
 */

const NAMES = ['ada', 'bor', 'cvet'] as const;

/** One thing that somebody tries. */
interface Move {
  readonly what: 'amend' | 'sub' | 'agree' | 'revise' | 'withdraw' | 'take-over' | 'renew';
  readonly who: number;
  readonly which: number;
  readonly dice: Dice;
}

const moveArbitrary: fc.Arbitrary<Move> = fc.record({
  what: fc.constantFrom(
    ...([
      'amend',
      'amend',
      'amend',
      'amend',
      'sub',
      'agree',
      'agree',
      'agree',
      'revise',
      'withdraw',
      'take-over',
      'renew',
    ] as const),
  ),
  who: fc.nat({ max: 2 }),
  which: fc.nat(),
  dice: diceArbitrary,
});

const runArbitrary = fc.tuple(clausesArbitrary, fc.array(moveArbitrary, { minLength: 8, maxLength: 24 }));

const textIn = ({ state }: Pick<World, 'state'>): Text => state.texts[0] ?? assert.fail('no text');

const nameOf = (who: number): string => NAMES[who % NAMES.length] ?? 'ada';

/** Those of a text's amendments of which this holds, one of them. */
const pick = (text: Text, which: number, holds: (one: Amendment) => boolean): Amendment | undefined => {
  const all = text.amendments.filter(holds);
  return all[which % Math.max(1, all.length)];
};

const begin = (clauses: readonly Clause[]): Step =>
  all(
    founded(3),
    act('text.table', 'ada', {
      kind: 'resolution',
      title: 'A text',
      clauses: clauses.map((clause) => ({ ...clause })),
      charter: null,
      language: null,
    }),
  );

const agree = ({ number, by }: Amendment): Step =>
  all(...NAMES.filter((name) => name !== by).map((name) => take(name, 'accept', onAmendment(number))));

/** The rapporteur takes in all that is agreed and says nothing else. */
const publish: Step = acting('text.revise', 'ada', ({ state }) => {
  const text = textIn({ state });
  return {
    text: 1,
    revision: text.revisions.length,
    title: 'A text',
    clauses: agreedClauses(text),
    charter: null,
    tookIn: agreedIn(text),
    note: null,
  };
});

const fits = (clauses: readonly Clause[]): boolean => clausesSchema.safeParse(clauses).success;

const stepOf = (text: Text, { what, who, which, dice }: Move): Step | null => {
  const by = nameOf(who);
  const name = `${text.amendments.length}`;
  const open = pick(text, which, ({ fate }) => fate.kind === 'open');
  switch (what) {
    case 'amend':
      return amend(by, changeBy(present(text).clauses, dice, name));
    case 'sub':
      return open === undefined
        ? null
        : amendAll(by, [{ change: changeBy(present(text).clauses, dice, name), to: open.number }]);
    case 'agree':
      return open === undefined ? null : agree(open);
    case 'revise':
      return publish;
    case 'withdraw':
      return open === undefined ? null : onAmendmentAct('amendment.withdraw', open.by, open.number);
    case 'take-over': {
      const dropped = pick(text, which, ({ fate }) => fate.kind === 'withdrawn');
      return dropped === undefined ? null : onAmendmentAct('amendment.take-over', by, dropped.number);
    }
    case 'renew': {
      const waiting = pick(text, which, ({ fate }) => fate.kind === 'to-renew');
      return waiting === undefined ? null : renewAmendment(waiting.by, waiting.number);
    }
  }
};

/** Renewed, it leaves every agreed word that it does not overlap. */
const takesBackNothingElse = (before: Text, after: Text, number: number, agreed: readonly number[]): void => {
  const own = before.amendments[number - 1]?.footprint.touches ?? [];
  if (own.some(({ deletes }) => deletes)) return;
  const words = textWith(after, [number]).clauses.map((clause) => clause.words);
  for (const { touches } of footprintsOf(before, agreed).values())
    for (const { clause, edits } of touches)
      for (const { start, end, items } of edits) {
        const mine = own.find((touch) => touch.clause === clause)?.edits ?? [];
        const isNamed = mine.some((edit) => start <= edit.end && edit.start <= end);
        for (const item of isNamed ? [] : items)
          assert.ok(
            typeof item !== 'string' || words.some((one) => one.includes(item)),
            `amendment ${number} takes back ${JSON.stringify(item)}`,
          );
      }
};

/** What is true of every revision: `before` is how things stood. */
const holdsAt = (before: Text, after: Text): void => {
  assert.deepEqual(present(after).clauses, agreedClauses(before));
  const agreed = agreedIn(before);
  const course = courseOf(present(before).clauses, footprintsOf(before, agreed));
  for (const { number, fate } of before.amendments) {
    if (fate.kind !== 'open') continue;
    const now = after.amendments[number - 1] ?? assert.fail();
    const collides = [...(before.live.rivals.get(number) ?? [])].some((other) => agreed.includes(other));
    const together = textWith(before, [...agreed, number]).clauses;
    if (!collides && now.fate.kind === 'open') assert.deepEqual(textWith(after, [number]).clauses, together);
    else if (!collides) {
      // Nothing is left of it: it does what was done, or what it is about has gone with it.
      assert.ok(now.fate.kind === 'fallen' && (now.fate.why === 'done' || now.fate.why === 'gone'));
      assert.deepEqual(together, course.clauses);
    } else {
      assert.ok(now.fate.kind === 'to-renew' || now.fate.kind === 'fallen');
      if (now.fate.kind === 'to-renew') takesBackNothingElse(before, after, number, agreed);
      assert.equal(after.standing.has(`amendment:${number}`), false);
      if (now.fate.kind === 'to-renew') assert.ok(now.fate.against.length > 0);
    }
  }
};

/** Plays it, and looks at every revision: how things stood before, and how they stand after. */
const play = (clauses: readonly Clause[], moves: readonly Move[], check: (before: Text, after: Text) => void): void => {
  const { world } = given(begin(clauses));
  const publishNow = (): void => {
    const before = structuredClone(textIn(world));
    if (publish(world) === null) check(before, textIn(world));
  };
  for (const move of moves) {
    const text = textIn(world);
    const step = stepOf(text, move);
    if (move.what === 'revise') {
      if (fits(agreedClauses(text))) publishNow();
    } else if (step !== null) step(world);
  }
};

const runs = { numRuns: process.env['LONG'] === '1' ? 4000 : 250 };

suite('random negotiations', () => {
  test('an amendment that collides with nothing does the same before and after any revision; what collides is named', () => {
    let revisions = 0;
    fc.assert(
      fc.property(runArbitrary, ([clauses, moves]) => {
        play(clauses, moves, (before, after) => {
          revisions += 1;
          holdsAt(before, after);
        });
      }),
      runs,
    );
    assert.ok(revisions > runs.numRuns / 4, `${revisions} revisions`);
  });

  test('when a revision is published makes no difference to the text', () => {
    let compared = 0;
    fc.assert(
      fc.property(
        clausesArbitrary,
        fc.array(diceArbitrary, { minLength: 3, maxLength: 8 }),
        fc.array(fc.tuple(fc.nat(), fc.boolean()), { minLength: 3, maxLength: 8 }),
        (clauses, dice, order) => {
          const proposed: Step = (world) => {
            for (const [i, one] of dice.entries()) amend(nameOf(i), changeBy(clauses, one, `${i}`))(world);
            return null;
          };
          const changes = given(begin(clauses), proposed).state.texts[0]?.amendments.map(({ change }) => change) ?? [];
          const moved = changes.flatMap((change) => (change.kind === 'move' ? [change.clause] : []));
          // Of two who move one clause alike, the first decides before what else it comes to stand.
          fc.pre(new Set(moved).size === moved.length);
          /** Agrees to amendments in this order, those that can be; publishes where `early` says so, and in the end. */
          const ending = (early: (i: number) => boolean) => {
            const { world } = given(begin(clauses), proposed);
            for (const [i, [which]] of order.entries()) {
              const amendment = textIn(world).amendments[which % Math.max(1, textIn(world).amendments.length)];
              if (amendment?.fate.kind === 'open') agree(amendment)(world);
              if (early(i) && fits(agreedClauses(textIn(world)))) publish(world);
            }
            return textIn(world);
          };
          const [once, often] = [ending(() => false), ending((i) => order[i]?.[1] === true)];
          const wanted = new Set(once.amendments.filter(isIn).map(({ number }) => number));
          assert.ok(often.amendments.every((one) => isIn(one) === wanted.has(one.number) || isIdle(one)));
          compared += often.revisions.length > 1 ? 1 : 0;
          assert.deepEqual(agreedClauses(often), agreedClauses(once));
        },
      ),
      runs,
    );
    assert.ok(compared > runs.numRuns / 4, `${compared} compared`);
  });
});

const isIn = ({ fate }: Amendment): boolean => fate.kind === 'agreed' || fate.kind === 'taken-in';
const isIdle = ({ fate }: Amendment): boolean => fate.kind === 'fallen' && (fate.why === 'done' || fate.why === 'gone');
