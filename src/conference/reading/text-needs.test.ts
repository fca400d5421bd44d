import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { Mutable } from '../../base/brand.ts';
import type { OrganisationId } from '../../base/ids.ts';
import { DAY, type Instant, after } from '../../base/time.ts';
import { closePeriod } from '../../charter/texts/agreement.ts';
import { reviseRefusal } from '../../charter/texts/powers.ts';
import { ownerOf } from '../../charter/texts/texts.ts';
import { CONSENT_RULES } from '../../charter/law/rules.ts';
import { act, amend, cosponsorship, founded, leave, onAmendment, table, take } from '../../charter/spec/acts.ts';
import { type Step, all, given, wait } from '../../charter/spec/spec.ts';
import { asClauseId } from '../../charter/spec/world.ts';
import type { State } from '../../charter/state.ts';
import { type Condition, targetKey } from '../../charter/texts/position-state.ts';
import { needsOf } from './needs.ts';
import { createReader } from './reader.ts';

const NAMES = ['ada', 'bor', 'cvet', 'dora'] as const;

/** An amendment is agreed when nobody objected for five days. */
const rules = { ...CONSENT_RULES, texts: { silenceDays: 14, noObjectionDays: 5, seconding: 0 } };
const tabled = all(founded(NAMES, rules), table('ada'), cosponsorship('bor'));

const askedOf = (state: State, id: string, now: Instant) => {
  const viewer = { kind: 'organisation', id: id as OrganisationId } as const;
  return needsOf(createReader(state, viewer), viewer.id, now);
};

const amendmentsAskedOf = (state: State, id: string, now: Instant): readonly number[] =>
  askedOf(state, id, now).flatMap((need) => (need.kind === 'amendments' ? need.amendments : []));

/** By the charter's own hand, in a state of its own: whether the amendment is agreed when its period passes now. */
const becomesAgreed = (state: State, number: number): boolean => {
  const own = structuredClone(state) as Mutable<State>;
  const text = own.texts[0] ?? assert.fail();
  closePeriod(own, text, number, { index: own.size, at: own.time });
  return text.amendments[number - 1]?.fate.kind === 'agreed';
};

const clause = (n: number) => asClauseId(`c${1 + (n % 3)}`);

const conditionOf = (how: number): Condition => {
  const amendment = 1 + (how % 4);
  const kinds: readonly Condition[] = [
    { kind: 'stays', clause: clause(how) },
    { kind: 'goes', clause: clause(how) },
    { kind: 'with', amendment },
    { kind: 'without', amendment },
    { kind: 'words', clause: clause(how), words: 'Better 2' },
  ];
  return kinds[how % kinds.length] ?? assert.fail();
};

type Move = {
  readonly kind: 'amend' | 'stand' | 'condition' | 'wait' | 'leave';
  readonly who: number;
  readonly how: number;
};

/** Refused moves change nothing. */
const stepOf = ({ kind, who, how }: Move): Step => {
  const by = NAMES[who % NAMES.length] ?? 'ada';
  const on = onAmendment(1 + (how % 4));
  switch (kind) {
    case 'amend':
      return amend(
        by,
        how % 4 === 0
          ? { kind: 'delete', clause: clause(how) }
          : { kind: 'replace', clause: clause(how), words: `Better ${how}.` },
      );
    case 'stand':
      return take(by, (['support', 'accept', 'stand-aside', 'object', null] as const)[how % 5] ?? null, on);
    case 'condition':
      return take(by, 'accept', on, null, 1, [conditionOf(how)]);
    case 'wait':
      return wait((how % 4) * DAY);
    case 'leave':
      return how % 5 === 0 && by !== 'cvet' ? leave(by) : act('text.cosponsor', by, { text: 1 });
  }
};

const moves = fc.array(
  fc.record({
    kind: fc.constantFrom<Move['kind']>('amend', 'amend', 'stand', 'stand', 'condition', 'condition', 'wait', 'leave'),
    who: fc.nat({ max: 99 }),
    how: fc.nat({ max: 999 }),
  }),
  { minLength: 4, maxLength: 24, size: 'max' },
);

describe('What a text asks of an organisation', () => {
  it('counts a consent whose condition fails as the objection that it is', () => {
    const scene = all(
      tabled,
      amend('ada', { kind: 'replace', clause: clause(0), words: 'Better.' }),
      take('bor', 'accept', onAmendment(1), null, 1, [{ kind: 'goes', clause: clause(1) }]),
    );
    const { state, world } = given(scene);
    assert.equal(becomesAgreed(state, 1), false);
    assert.deepEqual(amendmentsAskedOf(state, 'cvet', world.now), []);
  });

  it('is, of amendments and revisions, what the charter makes of them', () => {
    fc.assert(
      fc.property(moves, (made) => {
        const { world } = given(tabled);
        for (const move of made) stepOf(move)(world);
        const { state } = world;
        const text = state.texts[0] ?? assert.fail();
        for (const id of state.participants) {
          const asked = amendmentsAskedOf(state, id, world.now);
          for (const { number, by, joint, period, fate } of text.amendments) {
            const said = text.standing.get(targetKey({ kind: 'amendment', amendment: number }))?.has(id) === true;
            const mine = by === id || joint.includes(id);
            const soon =
              fate.kind === 'open' && period !== null && period > world.now && period <= after(world.now, 7 * DAY);
            assert.equal(
              asked.includes(number),
              soon && !said && !mine && becomesAgreed(state, number),
              `${id}, ${number}`,
            );
          }
          const revises = askedOf(state, id, world.now).some(({ kind }) => kind === 'revise');
          const waits = text.amendments.some(({ fate }) => fate.kind === 'agreed');
          assert.equal(revises, waits && reviseRefusal(state, text, id) === null);
          const reader = createReader(state, { kind: 'organisation', id });
          assert.equal(reader.owner(text), ownerOf(state, text));
        }
      }),
      { numRuns: 60 },
    );
  });
});
