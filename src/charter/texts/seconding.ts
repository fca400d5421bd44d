import { rulesInForce } from '../law/charter.ts';
import type { Refusal } from '../law/refusal.ts';
import type { State } from '../state.ts';
import type { Amendment, Text } from './state.ts';

/** Article 13.2: how many others stand behind a text or an amendment before it is dealt with. Whoever co-sponsors a text, or moves an amendment jointly, seconds it. */

/** Refused where too few co-sponsor the text for it to be decided or taken in principle. */
export const unsecondedRefusal = (state: State, { cosponsors, principle }: Text): Refusal | null => {
  const needed = rulesInForce(state).texts.seconding;
  const seconds = cosponsors.length;
  return principle === null && seconds < needed ? { article: '13.2', kind: 'unseconded', seconds, needed } : null;
};

/** Whether enough move it jointly: else silence does not agree to it, and it stands against nobody else's. */
export const isSeconded = (state: State, { joint }: Amendment): boolean =>
  joint.length >= rulesInForce(state).texts.seconding;
