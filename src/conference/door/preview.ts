import type { Fingerprint } from '../../base/ids.ts';
import { fingerprint } from '../../base/keys.ts';
import type { Instant } from '../../base/time.ts';
import type { Signer } from '../../charter/act.ts';
import type { AnyAct } from '../../charter/acts.ts';
import { asSeen } from '../../charter/sight/as-seen.ts';
import { judge, maySign } from '../../charter/judge.ts';
import { isByNewKey, newKeysOf } from '../../charter/brought/keys.ts';
import { keysOf } from '../../charter/members/organisation-keys.ts';
import type { Refusal } from '../../charter/law/refusal.ts';
import type { State } from '../../charter/state.ts';
import { type Viewer, maySee } from '../../charter/visibility.ts';
import { canonicalBytes } from '../../base/json.ts';
import { actHashOf } from '../primitives.ts';

/**
 * Whether the charter would allow an act that nobody has signed yet, as far as `viewer`, who asks, may know: judged in the state as they may see it, and nowhere else, as if those
 * had signed who must. What lies beyond is said at the one door alone, to whoever has signed: that nothing stands against an act in somebody's name would tell that they are there.
 */
export const preview = (
  state: State,
  act: AnyAct,
  { time, viewer }: { readonly time: Instant; readonly viewer: Viewer },
): Refusal | null => {
  const seen = asSeen(state, viewer);
  const refusal = judge(seen, { act, hash: actHashOf(canonicalBytes(act)), signers: signersFor(seen, act), time });
  const isOfDelegate = refusal?.kind === 'unknown' && refusal.thing === 'delegate';
  // To whoever may not see an organisation's delegates it has none and any.
  return isOfDelegate && !maySee(state, viewer, 'delegate', act.by.organisation) ? null : refusal;
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
const speaker = (state: State, act: AnyAct): Signer => {
  for (const own of keysOf(state, act.by.organisation)) {
    const { key, fingerprint, delegate, until, use } = own;
    const speaks = delegate === act.by.delegate && until === null && maySign(own, act);
    if (speaks) return { key, fingerprint, webauthn: use === 'passkey' };
  }
  return { key: '' as Signer['key'], fingerprint: 'SHA256:' as Fingerprint, webauthn: false };
};
