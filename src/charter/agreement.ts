import type { Draft } from '../base/brand.ts';
import { DAY, after } from '../base/time.ts';
import type { ClauseId } from '../base/ids.ts';
import { type Change, broughtBy, clausesOf } from '../text/change.ts';
import type { Clause } from '../text/clause.ts';
import { collides, merge } from '../text/merge.ts';
import { standIn } from './conditions.ts';
import { follows } from './consequences.ts';
import { scheduleDeadline } from './deadlines.ts';
import { isParticipant, participants } from './organisations.ts';
import { type Amendment, type Mark, type State, type Text, targetKey } from './state.ts';

/**
 * Article 13.2: an amendment goes into the text when every participant accepts it, or when its no-objection period passes. Nobody
 * has to be asked, and nobody can leave it out.
 */

/** The present revision with every agreed amendment in it: the text as far as it is agreed. */
export const agreedClauses = (text: Text): readonly Clause[] => {
  const clauses = text.revisions.at(-1)?.clauses ?? [];
  const agreed = text.amendments.filter(({ fate }) => fate.kind === 'agreed');
  return agreed.length === 0 ? clauses : merge(clauses, agreed.map(overPresent)).clauses;
};

const overPresent = ({ number, current }: Amendment) => ({ number, change: current });

/** The participants that object to an amendment, conditions that do not hold included. */
export const objectionsTo = (state: State, text: Text, { number }: Amendment): readonly Amendment['by'][] => {
  const held = text.standing.get(targetKey({ kind: 'amendment', amendment: number }));
  if (held === undefined || held.size === 0) return [];
  const clauses = (): readonly Clause[] => agreedClauses(text);
  return [...held.values()]
    .filter((position) => isParticipant(state, position.by) && standIn(text, clauses, position) === 'object')
    .map(({ by }) => by);
};

/** The open or agreed amendments that want other words in the same place. One to which `amendment` is a sub-amendment is no rival. */
export const rivalsOf = (text: Text, amendment: Amendment): readonly Amendment[] => {
  const clauses = text.revisions.at(-1)?.clauses ?? [];
  return besides(text, amendment).filter(
    (other) => other.number !== amendment.to && collides(clauses, amendment.current, other.current),
  );
};

/** The other open or agreed amendments that are about one of the same clauses. */
const besides = (text: Text, amendment: Amendment): readonly Amendment[] => {
  const own = new Set(idsIn(amendment.current));
  return text.amendments.filter(
    (other) =>
      (other.fate.kind === 'open' || other.fate.kind === 'agreed') &&
      other.number !== amendment.number &&
      idsIn(other.current).some((id) => own.has(id)),
  );
};

const idsIn = (change: Change): readonly ClauseId[] => [...clausesOf(change), ...broughtBy(change).map(({ id }) => id)];

/** Whether every participant accepts it: its movers by moving it, the others by their positions. */
const isAccepted = (state: State, text: Text, amendment: Amendment): boolean => {
  const held = text.standing.get(targetKey({ kind: 'amendment', amendment: amendment.number }));
  const clauses = (): readonly Clause[] => agreedClauses(text);
  const movers = new Set([amendment.by, ...amendment.joint]);
  const here = participants(state);
  return (
    here.length > 0 &&
    here.every(({ id }) => {
      const position = held?.get(id);
      const stand = position === undefined ? null : standIn(text, clauses, position);
      return stand === 'support' || stand === 'accept' || (stand === null && movers.has(id));
    })
  );
};

/** Looks whether an open amendment is agreed now, and lets its period run again where nothing stands against it any more. */
export const settleAmendment = (state: Draft<State>, text: Draft<Text>, number: number, on: Mark): void => {
  const amendment = text.amendments[number - 1];
  if (amendment?.fate.kind !== 'open' || text.stage !== 'negotiation') return;
  const rivals = rivalsOf(text, amendment);
  if (isAccepted(state, text, amendment) && !rivals.some(({ fate }) => fate.kind === 'agreed'))
    agree(state, text, amendment, 'accepted', on);
  else if (amendment.period === null && isUnopposed(state, text, amendment)) startPeriod(state, text, amendment, on);
};

const isUnopposed = (state: State, text: Text, amendment: Amendment): boolean =>
  objectionsTo(state, text, amendment).length === 0 && rivalsOf(text, amendment).length === 0;

/** The same for every open amendment, after something that any of them may hang on. */
export const settleAmendments = (state: Draft<State>, text: Draft<Text>, on: Mark): void => {
  for (const { number, fate } of text.amendments) if (fate.kind === 'open') settleAmendment(state, text, number, on);
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
  endPeriod(state, text, amendment);
  amendment.agreed = on;
  amendment.fate = { kind: 'agreed', on, how };
  const parent = amendment.to === null ? undefined : text.amendments[amendment.to - 1];
  if (parent !== undefined && (parent.fate.kind === 'open' || parent.fate.kind === 'agreed')) {
    endPeriod(state, text, parent);
    parent.fate = { kind: 'replaced', on, amendment: amendment.number };
    text.standing.delete(targetKey({ kind: 'amendment', amendment: parent.number }));
  }
  // The way may be free now for those beside it, and consent to any may have waited for this one.
  const near = new Set(besides(text, amendment).map(({ number }) => number));
  for (const { number } of text.amendments)
    if (near.has(number) || hangs(text, number)) settleAmendment(state, text, number, on);
};

/** Whether somebody consents to it on a condition. */
const hangs = (text: Text, amendment: number): boolean => {
  const held = text.standing.get(targetKey({ kind: 'amendment', amendment }));
  return held !== undefined && [...held.values()].some(({ conditions }) => conditions.length > 0);
};

/** Its no-objection period, if one runs, ends without effect. */
export const endPeriod = (state: Draft<State>, text: Draft<Text>, amendment: Draft<Amendment>): void => {
  amendment.period = null;
  state.deadlines = state.deadlines.filter(
    (deadline) =>
      deadline.kind !== 'amendment' || deadline.text !== text.number || deadline.amendment !== amendment.number,
  );
};

/** When a no-objection period has passed: agreed, unless an objection or a rival wording stands against it. */
export const closePeriod = (state: Draft<State>, text: Draft<Text>, number: number, on: Mark): void => {
  const amendment = text.amendments[number - 1];
  if (amendment?.fate.kind !== 'open' || text.stage !== 'negotiation') return;
  amendment.period = null;
  follows(state, on, `texts/${text.number}`, 'amendment');
  if (isUnopposed(state, text, amendment)) agree(state, text, amendment, 'no-objection', on);
};
