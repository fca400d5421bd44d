import type { Fingerprint } from '../base/ids.ts';
import { fingerprint } from '../base/keys.ts';
import type { Instant } from '../base/time.ts';
import type { Signer } from '../charter/act.ts';
import type { AnyAct } from '../charter/acts.ts';
import { judge } from '../charter/judge.ts';
import { isByNewKey, newKeysOf } from '../charter/new-keys.ts';
import type { Refusal } from '../charter/refusal.ts';
import type { State } from '../charter/state.ts';
import { canonicalBytes } from '../base/json.ts';
import { actHashOf } from './primitives.ts';

/** Whether the charter would allow an act that nobody has signed yet: judged as if those had signed who must. */
export const preview = (state: State, act: AnyAct, time: Instant): Refusal | null =>
  judge(state, { act, hash: actHashOf(canonicalBytes(act)), signers: signersFor(state, act), time });

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
