import { type Mutable, mutable } from '../../base/brand.ts';
import type { OrganisationId } from '../../base/ids.ts';
import type { Instant } from '../../base/time.ts';
import { follows } from '../law/consequences.ts';
import { dropDeadline, scheduleDeadline } from '../law/deadlines.ts';
import type { Mark } from '../law/mark.ts';
import { isParticipant } from '../members/organisations.ts';
import type { Mandate, MandateEnd, Mandated } from './mandate-state.ts';
import type { State } from '../state.ts';

/** Mandates (9.1, 13.3): whose they are, and how long they run. There is one list of them, and what happened alone writes it. */

/** The participants that have it now. */
export const holdersOf = (state: State, to: Mandated): readonly OrganisationId[] =>
  to === 'group'
    ? [...(state.group?.members ?? []), ...(state.group?.substitutes ?? [])]
    : to.filter((id) => isParticipant(state, id));

/** Whether it is in force at `at`. A mandate that nobody has any more is not. */
export const isInForce = (state: State, mandate: Mandate, at: Instant): boolean =>
  mandate.ended === null && mandate.until > at && holdersOf(state, mandate.to).length > 0;

/** Gives a mandate; answers its number. */
export const giveMandate = (state: Mutable<State>, given: Omit<Mandate, 'number' | 'ended'>): number => {
  const number = state.mandates.length + 1;
  if (given.what.kind === 'books') {
    // One alone keeps the books.
    if (state.means.mandate !== null) endMandate(state, state.means.mandate, 'replaced', given.on);
    state.means.mandate = number;
    follows(state, given.on, 'means', 'books');
  }
  state.mandates.push(mutable({ number, ...given, ended: null }));
  if (given.what.kind === 'text') scheduleDeadline(state, { kind: 'mandate', mandate: number, at: given.until });
  follows(state, given.on, 'group', 'group');
  return number;
};

/** Ends a mandate before its time, if it has not ended. */
export const endMandate = (state: Mutable<State>, number: number, why: MandateEnd, on: Mark): void => {
  const mandate = state.mandates[number - 1];
  if (mandate === undefined || mandate.ended !== null) return;
  mandate.ended = { on, why };
  follows(state, on, 'group', 'group');
  if (mandate.what.kind !== 'text') return;
  dropDeadline(state, { kind: 'mandate', mandate: number, at: mandate.until });
  follows(state, on, `texts/${mandate.what.text}`, 'text');
};
