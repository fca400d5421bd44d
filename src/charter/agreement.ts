import type { Draft } from '../base/brand.ts';
import { DAY, after } from '../base/time.ts';
import type { ClauseId } from '../base/ids.ts';
import { type Change, clausesOf } from '../text/change.ts';
import type { Clause } from '../text/clause.ts';
import { merge } from '../text/merge.ts';
import { type ClauseOf, standIn } from './conditions.ts';
import { follows } from './consequences.ts';
import { dropDeadline, scheduleDeadline } from './deadlines.ts';
import { beside, idsIn, numbersOf, passAway } from './live.ts';
import { type Amendment, type Mark, type Stand, type State, type Text, targetKey } from './state.ts';

/**
 * Article 13.2: an amendment goes into the text when every participant accepts it, or when its no-objection period passes. Nobody
 * has to be asked, and nobody can leave it out.
 */

/** The present revision with every agreed amendment in it: the text as far as it is agreed. */
export const agreedClauses = (text: Text): readonly Clause[] => {
  const clauses = text.revisions.at(-1)?.clauses ?? [];
  const agreed = text.live.numbers.filter((number) => isAgreed(text, number));
  return agreed.length === 0 ? clauses : merge(clauses, overPresent(text, agreed), text.live.footprints).clauses;
};

const isAgreed = (text: Text, number: number): boolean => text.amendments[number - 1]?.fate.kind === 'agreed';

const overPresent = (text: Text, numbers: readonly number[]) =>
  numbers.flatMap((number) => {
    const amendment = text.amendments[number - 1];
    return amendment === undefined ? [] : [{ number, change: amendment.current }];
  });

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
  const agreed = beside(text, [id]).filter((number) => isAgreed(text, number));
  if (agreed.length === 0) return clauses[live.places.get(id) ?? -1];
  const made = agreed.filter((number) => ![...(live.rivals.get(number) ?? [])].some((other) => isAgreed(text, other)));
  const amendments = overPresent(text, made);
  const near = new Set([id, ...amendments.flatMap(({ change }) => [...clausesOf(change), ...anchorOf(change)])]);
  const places = [...near].flatMap((one) => live.places.get(one) ?? []).toSorted((a, b) => a - b);
  const part = places.flatMap((place) => clauses[place] ?? []);
  return merge(part, amendments, live.footprints).clauses.find((clause) => clause.id === id);
};

const anchorOf = (change: Change): readonly ClauseId[] =>
  (change.kind === 'add' || change.kind === 'move') && change.after !== null ? [change.after] : [];

/** The open or agreed amendments that want other words in the same place. One to which `amendment` is a sub-amendment is no rival. */
export const rivalsOf = (text: Text, { number, to }: Amendment): readonly Amendment[] =>
  [...(text.live.rivals.get(number) ?? [])]
    .filter((other) => other !== to)
    .toSorted((a, b) => a - b)
    .flatMap((other) => text.amendments[other - 1] ?? []);

/** Whether a rival stands against it; `agreed`: one that is agreed. */
const hasRival = (text: Text, { number, to }: Amendment, agreed: boolean): boolean => {
  for (const other of text.live.rivals.get(number) ?? [])
    if (other !== to && (!agreed || isAgreed(text, other))) return true;
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

/** Whether every participant accepts it: its movers by moving it, the others by their positions. */
const isAccepted = (state: State, text: Text, amendment: Amendment): boolean => {
  const voices = text.live.voices.get(amendment.number);
  const { length } = state.participants;
  if (voices === undefined || length === 0 || voices.accepting + voices.conditional.size < length) return false;
  return conditionalOn(text, amendment).every((stand) => stand === 'support' || stand === 'accept');
};

/** Looks whether an open amendment is agreed now, and lets its period run again where nothing stands against it any more. */
export const settleAmendment = (state: Draft<State>, text: Draft<Text>, number: number, on: Mark): void => {
  const amendment = text.amendments[number - 1];
  if (amendment?.fate.kind !== 'open' || text.stage !== 'negotiation') return;
  if (isAccepted(state, text, amendment) && !hasRival(text, amendment, true))
    agree(state, text, amendment, 'accepted', on);
  else if (amendment.period === null && isUnopposed(text, amendment)) startPeriod(state, text, amendment, on);
};

/** No participant objects, conditions that do not hold included, and no rival stands against it. */
const isUnopposed = (text: Text, amendment: Amendment): boolean =>
  !hasRival(text, amendment, false) &&
  text.live.voices.get(amendment.number)?.objecting === 0 &&
  !conditionalOn(text, amendment).includes('object');

/** The same for every open amendment, after something that any of them may hang on. */
export const settleAmendments = (state: Draft<State>, text: Draft<Text>, on: Mark): void => {
  for (const number of numbersOf(text)) settleAmendment(state, text, number, on);
};

const startPeriod = (state: Draft<State>, text: Draft<Text>, amendment: Draft<Amendment>, on: Mark): void => {
  const days = state.charter?.charter.rules.texts?.noObjectionDays ?? 0;
  if (days === 0) return;
  amendment.period = after(on.at, days * DAY);
  scheduleDeadline(state, { kind: 'amendment', text: text.number, amendment: amendment.number, at: amendment.period });
};

const agree = (
  state: Draft<State>,
  text: Draft<Text>,
  amendment: Draft<Amendment>,
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
    text.standing.delete(targetKey({ kind: 'amendment', amendment: parent.number }));
    passAway(text, parent.number);
  }
  // The way may be free now for those beside it, and consent to any may have waited for this one.
  const near = new Set(beside(text, idsIn(amendment.current)));
  for (const { number, current } of moved)
    for (const hook of [`amendment:${number}`, ...idsIn(current).map((id) => `clause:${id}`)])
      for (const hanging of text.live.hanging.get(hook)?.keys() ?? []) near.add(hanging);
  near.delete(amendment.number);
  for (const number of [...near].toSorted((a, b) => a - b)) settleAmendment(state, text, number, on);
};

/** Its no-objection period, if one runs, ends without effect. */
export const endPeriod = (state: Draft<State>, amendment: Draft<Amendment>, text: number): void => {
  if (amendment.period === null) return;
  dropDeadline(state, { kind: 'amendment', text, amendment: amendment.number, at: amendment.period });
  amendment.period = null;
};

/** When a no-objection period has passed: agreed, unless an objection or a rival wording stands against it. */
export const closePeriod = (state: Draft<State>, text: Draft<Text>, number: number, on: Mark): void => {
  const amendment = text.amendments[number - 1];
  if (amendment?.fate.kind !== 'open' || text.stage !== 'negotiation') return;
  amendment.period = null;
  follows(state, on, `texts/${text.number}`, 'amendment');
  if (isUnopposed(text, amendment)) agree(state, text, amendment, 'no-objection', on);
};
