import type { ActKind } from '../../charter/acts.ts';
import type { Refusal } from '../../charter/refusal.ts';
import type { State } from '../../charter/state.ts';
import type { Submission } from './submission.ts';

/** Acts by someone whose only key is the one that they bring. */
export const BRINGS_ITS_KEY: ReadonlySet<ActKind> = new Set<ActKind>([
  'conference.found',
  'participation.apply',
  'recovery.request',
]);

/**
 * What can be refused before the costly check of signatures: an act whose signer is nobody here. Anything else that the rules
 * might say is for those to hear who have shown who they are.
 */
export const prefilter = (state: State, { act, claimed }: Submission): Refusal | null => {
  if (state.conference === null || BRINGS_ITS_KEY.has(act.kind)) return null;
  const [first] = claimed;
  if (first === undefined || first.key === state.host || state.keys.has(first.fingerprint)) return null;
  // A key that a recovery brings in may count by the time this act is judged.
  const awaited = state.recoveries.some(({ key, outcome }) => outcome === 'open' && key === first.key);
  return awaited ? null : { article: '4.1', kind: 'unknown-key', key: first.fingerprint };
};
