import type { Fingerprint } from '../../base/ids.ts';
import type { Mutable } from '../../base/brand.ts';
import type { State } from '../state.ts';

/** What was signed among members is everybody’s now, and so is the key that signed it: without it nobody could check the signature. */
export const openKeys = (state: Mutable<State>, signers: readonly Fingerprint[]): void => {
  const fresh = signers.filter((signer) => !state.publicKeys.has(signer));
  if (fresh.length === 0) return;
  for (const signer of fresh) state.publicKeys.add(signer);
  state.keyChanges += 1;
};
