import type { Mutable } from '../../base/brand.ts';
import type { Carried, Ended } from '../../text/carry.ts';
import { sameClause } from '../../text/clause-form.ts';
import type { Clause } from '../../text/clause.ts';
import { endPeriod } from './agreement.ts';
import { keepConditions } from './conditions.ts';
import { restate } from './effect.ts';
import { displace, passAway, place, wait } from './live.ts';
import type { Mark } from '../law/mark.ts';
import type { State } from '../state.ts';
import { targetKey } from './position-state.ts';
import type { Amendment, Text } from './state.ts';

/** What a revision makes of positions and amendments. See docs/decisions/0039-amendments-over-revisions.md. */

/** Positions on wording that is no more lapse. */
export const dropOutdated = (text: Mutable<Text>, before: readonly Clause[], after: readonly Clause[]): void => {
  const kept = new Map(after.map((clause) => [clause.id, clause]));
  text.standing.delete(targetKey({ kind: 'whole' }));
  for (const clause of before) {
    const now = kept.get(clause.id);
    if (now === undefined || !sameClause(clause, now))
      text.standing.delete(targetKey({ kind: 'clause', clause: clause.id }));
  }
};

/** Amendments go on over the new words, wait to be renewed, or fall. */
export const carryAmendments = (
  state: Mutable<State>,
  text: Mutable<Text>,
  carried: ReadonlyMap<number, Carried>,
  against: ReadonlyMap<number, readonly number[]>,
  on: Mark,
): void => {
  const goingOn: Mutable<Amendment>[] = [];
  for (const [number, one] of carried) {
    const amendment = text.amendments[number - 1];
    if (amendment === undefined) continue;
    if (one.kind === 'ended') fall(state, text, amendment, one.why, on);
    else if (amendment.fate.kind !== 'to-renew' && one.kind === 'contested') {
      lapse(state, text, amendment);
      wait(text, number);
      amendment.bySilence = false;
      const revision = text.revisions.length;
      amendment.fate = { kind: 'to-renew', on, revision, against: [...(against.get(number) ?? [])] };
    } else if (amendment.fate.kind !== 'to-renew') goingOn.push(amendment);
  }
  for (const amendment of goingOn) displace(text, amendment);
  for (const [number, one] of carried) {
    const amendment = text.amendments[number - 1];
    if (amendment !== undefined && one.kind !== 'ended') restate(text, amendment, one.footprint);
  }
  for (const amendment of goingOn) place(text, amendment);
};

/** Comes to nothing; but what was agreed, and is in the text now, was taken in. */
const fall = (
  state: Mutable<State>,
  text: Mutable<Text>,
  amendment: Mutable<Amendment>,
  why: Ended,
  on: Mark,
): void => {
  const isIn = amendment.fate.kind === 'agreed' && why === 'done';
  if (isIn) {
    endPeriod(state, amendment, text.number);
    keepConditions(text, amendment.number);
  } else lapse(state, text, amendment);
  passAway(text, amendment.number);
  amendment.fate = isIn ? { kind: 'taken-in', revision: text.revisions.length } : { kind: 'fallen', on, why };
};

/** What was said of it counts no more, and those who said it are noted. */
const lapse = (state: Mutable<State>, text: Mutable<Text>, amendment: Mutable<Amendment>): void => {
  endPeriod(state, amendment, text.number);
  const key = targetKey({ kind: 'amendment', amendment: amendment.number });
  const said = [...(text.standing.get(key)?.keys() ?? [])];
  amendment.lapsed = [...new Set([...amendment.lapsed, ...said])];
  text.standing.delete(key);
};

/** By each amendment that goes on, those taken in that it stands against. */
export const opposed = (text: Text, tookIn: readonly number[]): ReadonlyMap<number, readonly number[]> => {
  const against = new Map<number, number[]>();
  for (const taken of tookIn)
    for (const rival of text.live.rivals.get(taken) ?? []) against.set(rival, [...(against.get(rival) ?? []), taken]);
  return against;
};
