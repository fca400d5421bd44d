import type { Mutable } from '../../base/brand.ts';
import { DAY, type Instant, after } from '../../base/time.ts';
import type { ClauseId, OrganisationId } from '../../base/ids.ts';
import { placesOf } from '../../text/apply-change.ts';
import type { Clause } from '../../text/clause.ts';
import type { Footprint } from '../../text/footprint.ts';
import { combine } from '../../text/merge.ts';
import type { Slot } from '../../text/slot.ts';
import { type ClauseOf, keepConditions, standIn } from './conditions.ts';
import { follows } from '../law/consequences.ts';
import { dropDeadline, scheduleDeadline } from '../law/deadlines.ts';
import { footprintsOf, textWith } from './effect.ts';
import { beside, idsIn, numbersOf, passAway } from './live.ts';
import { rulesInForce } from '../law/charter.ts';
import type { Mark } from '../law/mark.ts';
import { isSeconded } from './seconding.ts';
import type { State } from '../state.ts';
import { type Stand, targetKey } from './position-state.ts';
import type { Amendment, Text } from './state.ts';

/**
 * Article 13.2: an amendment goes into the text when every participant accepts it, or when its no-objection period passes. Nobody
 * has to be asked, and nobody can leave it out.
 */

/** The present revision with every agreed amendment in it: the text as far as it is agreed. */
export const agreedClauses = (text: Text): readonly Clause[] => textWith(text, agreedIn(text)).clauses;

/** The numbers of the agreed amendments that no revision has taken in yet. */
export const agreedIn = (text: Text): readonly number[] => text.live.numbers.filter((number) => isAgreed(text, number));

const isAgreed = (text: Text, number: number): boolean => text.amendments[number - 1]?.fate.kind === 'agreed';

/** Finds clauses among {@link agreedClauses}, without making those that nobody asks for. */
const agreedClauseOf = (text: Text): ClauseOf => {
  const known = new Map<ClauseId, Clause | undefined>();
  return (id) => {
    if (!known.has(id)) known.set(id, agreedClause(text, id));
    return known.get(id);
  };
};

const agreedClause = (text: Text, id: ClauseId): Clause | undefined => {
  const { live } = text;
  const clauses = text.revisions.at(-1)?.clauses ?? [];
  const made = new Set<number>();
  // What is about the clause, and about those that it is joined to: a set is walked in the order in which it grows.
  const near = new Set([id]);
  for (const one of near)
    for (const number of beside(text, [one])) {
      const footprint = isAgreed(text, number) ? text.amendments[number - 1]?.footprint : undefined;
      if (footprint === undefined || made.has(number)) continue;
      made.add(number);
      for (const { clause } of footprint.touches) near.add(clause);
      for (const { after } of slotsOf(footprint)) if (after !== null) near.add(after);
    }
  if (made.size === 0) return clauses[live.places.get(id) ?? -1];
  const places = [...near].flatMap((one) => live.places.get(one) ?? []).toSorted((a, b) => a - b);
  const part = places.flatMap((place) => clauses[place] ?? []);
  return combine(part, placesOf(part), footprintsOf(text, made)).clauses.find((clause) => clause.id === id);
};

const slotsOf = ({ touches, adds }: Footprint): readonly Slot[] => [
  ...touches.flatMap(({ move }) => move ?? []),
  ...adds.map(({ slot }) => slot),
];

/** The open or agreed amendments that want other words in the same place. One to which `amendment` is a sub-amendment is no rival. */
export const rivalsOf = (text: Text, { number, to }: Amendment): readonly Amendment[] =>
  [...(text.live.rivals.get(number) ?? [])]
    .filter((other) => other !== to)
    .toSorted((a, b) => a - b)
    .flatMap((other) => text.amendments[other - 1] ?? []);

/** An amendment that is not dealt with yet stands against nobody's. */
const standsAgainst = (state: State, text: Text, number: number): boolean => {
  const amendment = text.amendments[number - 1];
  return amendment !== undefined && isSeconded(state, amendment);
};

/** Whether a rival stands against it; `agreed`: one that is agreed. */
const hasRival = (state: State, text: Text, { number, to }: Amendment, agreed: boolean): boolean => {
  for (const other of text.live.rivals.get(number) ?? [])
    if (other !== to && (agreed ? isAgreed(text, other) : standsAgainst(state, text, other))) return true;
  return false;
};

/** How the consents to it that hang on something come out now. */
const conditionalOn = (text: Text, { number }: Amendment): readonly (Stand | null)[] => {
  const conditional = text.live.voices.get(number)?.conditional;
  if (conditional === undefined || conditional.size === 0) return [];
  const held = text.standing.get(targetKey({ kind: 'amendment', amendment: number }));
  const clauseOf = agreedClauseOf(text);
  return [...conditional].map((id) => {
    const position = held?.get(id);
    return position === undefined ? null : standIn(text, clauseOf, position);
  });
};

/** Who consents to an amendment now, and who objects, conditions looked at; whoever has said neither is not among them. */
export const consentsTo = (
  state: State,
  text: Text,
  { number }: Amendment,
): ReadonlyMap<OrganisationId, 'accepts' | 'objects'> => {
  const voices = text.live.voices.get(number);
  const held = text.standing.get(targetKey({ kind: 'amendment', amendment: number }));
  const clauseOf = agreedClauseOf(text);
  return new Map(
    [...(voices?.of ?? [])].flatMap(([id, { kind }]) => {
      if (!state.participants.includes(id)) return [];
      if (kind !== 'conditional') return [[id, kind] as const];
      const position = held?.get(id);
      const stand = position === undefined ? null : standIn(text, clauseOf, position);
      return stand === null ? [] : [[id, stand === 'object' ? 'objects' : 'accepts'] as const];
    }),
  );
};

/** Whether every participant accepts it: its movers by moving it, the others by their positions. */
const isAccepted = (state: State, text: Text, amendment: Amendment): boolean => {
  const voices = text.live.voices.get(amendment.number);
  const { length } = state.participants;
  if (voices === undefined || length === 0 || voices.accepting + voices.conditional.size < length) return false;
  return conditionalOn(text, amendment).every((stand) => stand === 'support' || stand === 'accept');
};

/** Looks whether an open amendment is agreed now, and lets its period run again where nothing stands against it any more. */
export const settleAmendment = (state: Mutable<State>, text: Mutable<Text>, number: number, on: Mark): void => {
  const amendment = text.amendments[number - 1];
  if (amendment?.fate.kind !== 'open' || text.stage !== 'negotiation') return;
  if (isAccepted(state, text, amendment) && !hasRival(state, text, amendment, true))
    agree(state, text, amendment, 'accepted', on);
  else if (amendment.period === null && isUnopposed(state, text, amendment)) startPeriod(state, text, amendment, on);
};

/**
 * No participant objects, conditions that do not hold included, no rival stands against it, and nothing that was taken in did: silence does not choose. An open
 * amendment of a text under negotiation of which this is so is agreed when its period passes.
 */
export const isUnopposed = (state: State, text: Text, amendment: Amendment): boolean =>
  amendment.bySilence &&
  isSeconded(state, amendment) &&
  !hasRival(state, text, amendment, false) &&
  text.live.voices.get(amendment.number)?.objecting === 0 &&
  !conditionalOn(text, amendment).includes('object');

/** The same for every open amendment, after something that any of them may hang on. */
export const settleAmendments = (state: Mutable<State>, text: Mutable<Text>, on: Mark): void => {
  for (const number of numbersOf(text)) settleAmendment(state, text, number, on);
};

const startPeriod = (state: Mutable<State>, text: Mutable<Text>, amendment: Mutable<Amendment>, on: Mark): void => {
  const days = rulesInForce(state).texts.noObjectionDays;
  if (days === 0) return;
  runPeriod(state, text, amendment.number, after(on.at, days * DAY));
};

/** An amendment lies open to objection until `at`. */
export const runPeriod = (state: Mutable<State>, text: Mutable<Text>, number: number, at: Instant): void => {
  const amendment = text.amendments[number - 1];
  if (amendment === undefined) return;
  amendment.period = at;
  scheduleDeadline(state, { kind: 'amendment', text: text.number, amendment: number, at });
};

const agree = (
  state: Mutable<State>,
  text: Mutable<Text>,
  amendment: Mutable<Amendment>,
  how: 'accepted' | 'no-objection',
  on: Mark,
): void => {
  endPeriod(state, amendment, text.number);
  amendment.agreed = on;
  amendment.fate = { kind: 'agreed', on, how };
  const parent = amendment.to === null ? undefined : text.amendments[amendment.to - 1];
  const moved = [amendment];
  if (parent !== undefined && (parent.fate.kind === 'open' || parent.fate.kind === 'agreed')) {
    moved.push(parent);
    endPeriod(state, parent, text.number);
    parent.fate = { kind: 'replaced', on, amendment: amendment.number };
    keepConditions(text, parent.number);
    passAway(text, parent.number);
  }
  // The way may be free now for those beside it or what it replaces, and consent to any may have waited for this one.
  const near = new Set(
    beside(
      text,
      moved.flatMap(({ footprint }) => idsIn(footprint)),
    ),
  );
  for (const { number, footprint } of moved)
    for (const hook of [`amendment:${number}`, ...idsIn(footprint).map((id) => `clause:${id}`)])
      for (const hanging of text.live.hanging.get(hook)?.keys() ?? []) near.add(hanging);
  near.delete(amendment.number);
  for (const number of [...near].toSorted((a, b) => a - b)) settleAmendment(state, text, number, on);
};

/** Its no-objection period, if one runs, ends without effect. */
export const endPeriod = (state: Mutable<State>, amendment: Mutable<Amendment>, text: number): void => {
  if (amendment.period === null) return;
  dropDeadline(state, { kind: 'amendment', text, amendment: amendment.number, at: amendment.period });
  amendment.period = null;
};

/** When a no-objection period has passed: agreed, unless an objection or a rival wording stands against it. */
export const closePeriod = (state: Mutable<State>, text: Mutable<Text>, number: number, on: Mark): void => {
  const amendment = text.amendments[number - 1];
  if (amendment?.fate.kind !== 'open' || text.stage !== 'negotiation') return;
  amendment.period = null;
  follows(state, on, `texts/${text.number}`, 'amendment');
  if (isUnopposed(state, text, amendment)) agree(state, text, amendment, 'no-objection', on);
};
