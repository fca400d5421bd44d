import type { Fingerprint } from '../base/ids.ts';
import { fingerprint } from '../base/keys.ts';
import type { Instant } from '../base/time.ts';
import type { Signer } from '../charter/act.ts';
import { ACT_RULES, type AnyAct } from '../charter/acts.ts';
import { judge } from '../charter/judge.ts';
import type { Refusal } from '../charter/refusal.ts';
import type { State } from '../charter/state.ts';
import { canonicalBytes } from '../base/json.ts';
import { BRINGS_ITS_KEY } from './door/prefilter.ts';
import { actHashOf } from './primitives.ts';

/** Whether the charter would allow an act that nobody has signed yet: judged as if those had signed who must. */
export const preview = (state: State, act: AnyAct, time: Instant): Refusal | null =>
  judge(state, { act, hash: actHashOf(canonicalBytes(act)), signers: signersFor(state, act), time });

const signersFor = (state: State, act: AnyAct): readonly Signer[] => {
  const newKey = (ACT_RULES[act.kind] as { readonly newKey?: (body: unknown) => Signer['key'] }).newKey?.(act.body);
  const introduced =
    newKey === undefined ? [] : [{ key: newKey, fingerprint: fingerprint(newKey), webauthn: isPasskey(act.body) }];
  return BRINGS_ITS_KEY.has(act.kind) ? introduced : [speaker(state, act), ...introduced];
};

/** A key with which the delegate may make this act; where there is none, one that nobody has. */
const speaker = (state: State, { by, kind }: AnyAct): Signer => {
  for (const { key, fingerprint, organisation, delegate, until, use } of state.keys.values()) {
    const own = organisation === by.organisation && delegate === by.delegate && until === null;
    if (own && (use !== 'invitation' || kind === 'key.enrol')) return { key, fingerprint, webauthn: use === 'passkey' };
  }
  return { key: '' as Signer['key'], fingerprint: 'SHA256:' as Fingerprint, webauthn: false };
};

const isPasskey = (body: AnyAct['body']): boolean => 'use' in body && body.use === 'passkey';
