import type { ClauseId } from '../../base/ids.ts';
import type { Rule, VariantRef } from '../../text/common/problem.ts';
import type { Inclusion, Joining, Unit, Units } from './units.ts';

/** What holds in every text, whoever signs it: an amendment goes in whole, and not beside one that it collides with. */

/** Why a rule of the problem holds. */
export type Reason =
  /** What an amendment does stands or falls together. */
  | { readonly kind: 'joined'; readonly amendment: number }
  /** An amendment and any of these others cannot both go in. */
  | { readonly kind: 'colliding'; readonly amendment: number; readonly others: readonly number[] };

export type Reasoned = readonly [Rule, Reason];

export const rulesOf = ({ units, entries, joinings, colliding }: Units): readonly Reasoned[] => [
  ...joinings.flatMap((joining) => joiningRules(joining).map(joined(joining.amendment))),
  ...[...entries].flatMap(([amendment, entry]) => wholeRules(units, entry).map(joined(amendment))),
  ...[...colliding].flatMap(([amendment, others]) =>
    apartRules(entries, amendment, others).map((rule): Reasoned => [rule, { kind: 'colliding', amendment, others }]),
  ),
];

const joined =
  (amendment: number) =>
  (rule: Rule): Reasoned => [rule, { kind: 'joined', amendment }];

const joiningRules = ({ wordings, others }: Joining): readonly Rule[] =>
  others.flatMap((other) => [
    { when: wordings, needs: [other] },
    { when: [other], needs: wordings },
  ]);

/** All that an amendment does is there, or nothing of it; what it moves stands. */
const wholeRules = (units: readonly Unit[], entry: Inclusion): readonly Rule[] => {
  if (entry.kind === 'deletion') return [];
  const [first, ...others] = entry.places;
  const gone = wordingsOfAll(units, entry.gone);
  return [
    ...others.flatMap((other) =>
      sameRefs(first, other)
        ? []
        : [
            { when: first, needs: other },
            { when: other, needs: first },
          ],
    ),
    ...(gone.length === 0 ? [] : [{ when: first, forbids: gone }]),
    ...entry.places.flatMap((refs): readonly Rule[] => {
      const unit = units.find(({ id }) => id === refs[0]?.clause);
      return unit?.kind === 'move' ? [{ when: refs, needs: wordingsOf(units, movedIn(unit)) }] : [];
    }),
  ];
};

const movedIn = ({ wordings }: Unit): ClauseId | null => wordings[0]?.clause.id ?? null;

const sameRefs = (a: readonly VariantRef[], b: readonly VariantRef[]): boolean =>
  a.length === b.length && a.every((ref, at) => ref.clause === b[at]?.clause && ref.variant === b[at].variant);

const apartRules = (entries: Units['entries'], amendment: number, others: readonly number[]): readonly Rule[] => {
  const inText = (number: number): readonly VariantRef[] => {
    const entry = entries.get(number);
    return entry?.kind === 'wordings' ? entry.places[0] : [];
  };
  return [{ when: inText(amendment), forbids: others.flatMap(inText) }];
};

export const wordingsOf = (units: readonly Unit[], clause: ClauseId | null): readonly VariantRef[] =>
  (units.find(({ id }) => id === clause)?.wordings ?? []).map(({ id }) => ({ clause: clause ?? '', variant: id }));

export const wordingsOfAll = (units: readonly Unit[], clauses: readonly ClauseId[]): readonly VariantRef[] =>
  clauses.flatMap((clause) => wordingsOf(units, clause));
