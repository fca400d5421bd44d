import { fingerprint } from '../../base/keys.ts';
import type { NewKey, Signer } from '../act.ts';
import { type ActKind, type AnyAct, ruleOf } from '../acts.ts';
import { isWellFormed } from '../members/organisations.ts';
import type { Refusal } from '../law/refusal.ts';
import type { State } from '../state.ts';

/**
 * The keys that acts bring into the record. Whoever names a key proves to hold it: an act is signed by its maker, and then by every key that
 * it brings in, in the order in which it names them. So nobody can take a key from under its owner.
 */

/** The keys that an act brings in, in its order. */
export const newKeysOf = (act: Pick<AnyAct, 'kind' | 'body'>): readonly NewKey[] =>
  ruleOf(act).newKeys?.(act.body) ?? [];

/** Whether acts of this kind are made with a key that is not on the record yet. */
export const isByNewKey = (kind: ActKind): boolean => ruleOf({ kind }).byNewKey === true;

/**
 * Refused where others have signed than must: one key that speaks for the maker, then those that the act brings in, each in the way that it is
 * to be used. The act alone decides; whether the maker's key may speak for it, the state says.
 */
export const signaturesRefusal = (act: AnyAct, signers: readonly Signer[]): Refusal | null => {
  const before = isByNewKey(act.kind) ? 0 : 1;
  const brought = newKeysOf(act);
  const unsigned = brought.find((key) => !signers.some((signer) => isBy(signer, key)));
  if (unsigned !== undefined)
    return { article: '4.1', kind: 'bad-field', field: unsigned.field, why: 'has-not-signed' };
  if (signers.length !== before + brought.length) return badSignatures('signers');
  return brought.every((key, i) => isBy(signers[before + i], key)) ? null : badSignatures('order');
};

const isBy = (signer: Signer | undefined, { key, use }: NewKey): boolean =>
  signer?.key === key && signer.webauthn === (use === 'passkey');

const badSignatures = (why: 'signers' | 'order'): Refusal => ({
  article: '4.1',
  kind: 'bad-field',
  field: 'signatures',
  why,
});

/** Refused where a key that the act brings in is none, is named twice, or is somebody's already, in whatever role. */
export const newKeysRefusal = (state: State, act: AnyAct): Refusal | null => {
  const brought = newKeysOf(act);
  const seen = new Set<string>();
  for (const { key, use, field } of brought) {
    if (!isWellFormed(key)) return { article: '4.1', kind: 'bad-field', field, why: 'not-a-key' };
    const type = key.slice(0, key.indexOf(' '));
    if (!TYPES[use].includes(type)) return { article: '4.1', kind: 'key-kind-not-allowed', given: type };
    if (seen.has(key)) return { article: '4.1', kind: 'bad-field', field, why: 'repeated-key' };
    seen.add(key);
    const print = fingerprint(key);
    if (isTaken(state, print)) return { article: '4.1', kind: 'key-in-use', key: print };
  }
  return null;
};

const TYPES: Readonly<Record<NewKey['use'], readonly string[]>> = {
  passkey: ['sk-ecdsa-sha2-nistp256@openssh.com'],
  ssh: ['ssh-ed25519', 'sk-ssh-ed25519@openssh.com', 'sk-ecdsa-sha2-nistp256@openssh.com'],
  device: ['ssh-ed25519'],
  invitation: ['ssh-ed25519'],
};

/** A key stays its owner's when it has ended. One that asks to replace a lost one is taken when it does: until then its holder, and nobody else, may do otherwise. */
const isTaken = (state: State, print: Signer['fingerprint']): boolean =>
  state.keys.has(print) || (state.host !== null && print === fingerprint(state.host));
