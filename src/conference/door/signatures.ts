import { isByNewKey, signaturesRefusal } from '../../charter/brought/keys.ts';
import type { Refusal } from '../../charter/law/refusal.ts';
import { openRequestsOf } from '../../charter/members/recoveries.ts';
import type { State } from '../../charter/state.ts';
import type { Rejection } from '../types.ts';
import type { Submission } from './submission.ts';
import type { Verifier } from './verifier.ts';

export interface SignaturesDeps {
  readonly verifier: Verifier;
  /** What the act is going to be judged against. */
  readonly state: () => State;
}

/**
 * Why an act's signatures are not those that it must have; `null`: they are good. Nothing is said of whose a key is before it has signed: anybody can copy
 * a public key. Nobody has more than one signature checked who brings no key that is known here, or may bring a new one.
 */
export const signaturesFault = async (
  { verifier, state }: SignaturesDeps,
  submission: Submission,
): Promise<Rejection | null> => {
  const refusal = signaturesRefusal(submission.act, submission.claimed);
  if (refusal !== null) return { kind: 'refused', refusal };
  const { actBytes, sshsigs } = submission;
  const check = async (from: number, to?: number): Promise<Rejection | null> => {
    const checked = await verifier.check({ actBytes, sshsigs: sshsigs.slice(from, to) });
    if (checked.ok) return null;
    if (checked.error === 'busy') return { kind: 'busy' };
    const { index, fault } = checked.error;
    return { kind: 'bad-signature', index: from + index, why: fault.kind };
  };
  const first = await check(0, 1);
  if (first !== null) return first;
  const unknown = signerRefusal(state(), submission);
  if (unknown !== null) return { kind: 'refused', refusal: unknown };
  return sshsigs.length > 1 ? check(1) : null;
};

/** An act whose signer is nobody here goes no further. */
const signerRefusal = (state: State, { act, claimed }: Submission): Refusal | null => {
  const [first] = claimed;
  if (first === undefined || state.conference === null || isByNewKey(act.kind)) return null;
  if (first.key === state.host || state.keys.has(first.fingerprint)) return null;
  // A key that a recovery brings in may count by the time this act is judged.
  const awaited = openRequestsOf(state, act.by.organisation).some(
    ({ key, stage }) => stage.kind === 'running' && key === first.key,
  );
  return awaited ? null : { article: '4.1', kind: 'unknown-key', key: first.fingerprint };
};
