import type { OrganisationId } from '../../base/ids.ts';
import { rulesInForce } from '../law/charter.ts';
import { isParticipant } from '../members/organisations.ts';
import type { Refusal } from '../law/refusal.ts';
import type { State } from '../state.ts';
import type { Amendment, Text } from './state.ts';

/** Article 13.2: how many others stand behind a text or an amendment before it is dealt with. Whoever co-sponsors a text, or moves an amendment jointly, seconds it. */

/** How many others that is: all of them, where there are not so many. */
export const secondsNeeded = (state: State): number =>
  Math.max(0, Math.min(rulesInForce(state).texts.seconding, state.participants.length - 1));

/** Who stands behind it besides its mover, of those who take part. */
export const secondsOf = (state: State, others: readonly OrganisationId[]): readonly OrganisationId[] =>
  others.filter((id) => isParticipant(state, id));

/** Refused where too few co-sponsor the text for it to be decided or taken in principle. */
export const unsecondedRefusal = (state: State, { cosponsors, principle }: Text): Refusal | null => {
  const needed = secondsNeeded(state);
  const seconds = secondsOf(state, cosponsors).length;
  return principle === null && seconds < needed ? { article: '13.2', kind: 'unseconded', seconds, needed } : null;
};

/** Whether enough move it jointly: else silence does not agree to it, and it stands against nobody else's. */
export const isSeconded = (state: State, { joint }: Amendment): boolean =>
  secondsOf(state, joint).length >= secondsNeeded(state);
