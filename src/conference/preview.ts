import type { Fingerprint } from '../base/ids.ts';
import { fingerprint } from '../base/keys.ts';
import type { Instant } from '../base/time.ts';
import type { Signer } from '../charter/act.ts';
import type { AnyAct } from '../charter/acts.ts';
import { judge } from '../charter/judge.ts';
import { isByNewKey, newKeysOf } from '../charter/new-keys.ts';
import type { Refusal } from '../charter/refusal.ts';
import type { State } from '../charter/state.ts';
import { toldOfUnsigned } from '../charter/told.ts';
import type { Viewer } from '../charter/visibility.ts';
import { canonicalBytes } from '../base/json.ts';
import { actHashOf } from './primitives.ts';

/**
 * Whether the charter would allow an act that nobody has signed yet, as far as `viewer`, who asks, may know: judged as if those had signed who must. What lies
 * in what they may not see is said at the one door alone, to whoever has signed.
 */
export const preview = (
  state: State,
  act: AnyAct,
  { time, viewer }: { readonly time: Instant; readonly viewer: Viewer },
): Refusal | null => {
  const entry = { act, hash: actHashOf(canonicalBytes(act)), signers: signersFor(state, act), time };
  const reason = judge(state, entry);
  return reason === null ? null : toldOfUnsigned(state, viewer, entry, reason);
};

const signersFor = (state: State, act: AnyAct): readonly Signer[] => {
  const brought = newKeysOf(act).map(({ key, use }) => ({
    key,
    fingerprint: fingerprint(key),
    webauthn: use === 'passkey',
  }));
  return isByNewKey(act.kind) ? brought : [speaker(state, act), ...brought];
};

/** A key with which the delegate may make this act; where there is none, one that nobody has. */
const speaker = (state: State, { by, kind }: AnyAct): Signer => {
  for (const { key, fingerprint, organisation, delegate, until, use } of state.keys.values()) {
    const own = organisation === by.organisation && delegate === by.delegate && until === null;
    if (own && (use !== 'invitation' || kind === 'key.enrol')) return { key, fingerprint, webauthn: use === 'passkey' };
  }
  return { key: '' as Signer['key'], fingerprint: 'SHA256:' as Fingerprint, webauthn: false };
};
