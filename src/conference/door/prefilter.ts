import { isByNewKey, signaturesRefusal } from '../../charter/new-keys.ts';
import type { Refusal } from '../../charter/refusal.ts';
import type { State } from '../../charter/state.ts';
import type { Submission } from './submission.ts';

/**
 * What can be refused before the costly check of signatures: an act that others have signed than must, and one whose signer is nobody
 * here. Anything else that the rules might say is for those to hear who have shown who they are.
 */
export const prefilter = (state: State, { act, claimed }: Submission): Refusal | null => {
  const refusal = signaturesRefusal(act, claimed);
  if (refusal !== null || state.conference === null || isByNewKey(act.kind)) return refusal;
  const [first] = claimed;
  if (first === undefined || first.key === state.host || state.keys.has(first.fingerprint)) return null;
  // A key that a recovery brings in may count by the time this act is judged.
  const awaited = state.recoveries.some(({ key, stage }) => stage.kind === 'running' && key === first.key);
  return awaited ? null : { article: '4.1', kind: 'unknown-key', key: first.fingerprint };
};
