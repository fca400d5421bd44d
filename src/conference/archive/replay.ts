import type { Signer } from '../../charter/act.ts';
import { apply } from '../../charter/apply.ts';
import { isDue } from '../../charter/law/deadlines.ts';
import { judge } from '../../charter/judge.ts';
import { type FieldFault, readAct } from '../../charter/read.ts';
import type { Refusal } from '../../charter/law/refusal.ts';
import { type State, emptyState } from '../../charter/state.ts';
import { actBytesOf } from '../../record/entry.ts';
import { type VerifiedSignature, isWebAuthn } from '../../record/verify-signature.ts';
import type { PlacedEntry } from '../../record/verify-record.ts';
import { keyFault, weakKeyFault } from '../door/keys.ts';
import { actHashOf } from '../primitives.ts';

/** Why an entry should never have been appended. */
export type Misplaced =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | FieldFault
  /** Received before the entry before it. */
  | { readonly kind: 'time' }
  /** Something had fallen due, and the host did not say so on the record first. */
  | { readonly kind: 'no-tick' };

/** The charter's side of checking a record: the same judgement as at the door, at the times that the entries say. */
export interface Replay {
  /** Judges and applies the next entry, whose form and signatures are good: `null`, or why not; then nothing was applied. */
  readonly place: (entry: PlacedEntry) => Misplaced | null;
  /** After all that was placed. */
  readonly state: () => State;
}

export const createReplay = (): Replay => {
  const state = emptyState();
  return {
    state: () => state,
    place: ({ entry: { act: json, time }, bytes, signers }) => {
      const read = readAct(json);
      if (!read.ok) return read.error;
      const act = read.value;
      const weak = keyFault(act, null) ?? weakKeyFault(act);
      if (weak !== null) return weak.fault;
      if (time < state.time) return { kind: 'time' };
      if (act.kind !== 'host.tick' && isDue(state, time)) return { kind: 'no-tick' };
      const entry = { act, hash: actHashOf(actBytesOf(bytes)), signers: signers.map(signerFrom), time };
      const refusal = judge(state, entry);
      if (refusal !== null) return { kind: 'refused', refusal };
      apply(state, entry);
      return null;
    },
  };
};

const signerFrom = ({ key, fingerprint, algorithm }: VerifiedSignature): Signer => ({
  key,
  fingerprint,
  webauthn: isWebAuthn(algorithm),
});
