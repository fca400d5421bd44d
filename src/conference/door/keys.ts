import type { AnyAct } from '../../charter/acts.ts';
import { newKeysOf } from '../../charter/brought/keys.ts';
import { checkRegistrable, parsePublicKey } from '../../record/public-key.ts';
import type { Rejection } from '../types.ts';

/** The keys that an act names: those that it brings in, and in the founding act the host's. */
const named = (act: AnyAct) =>
  act.kind === 'conference.found'
    ? [...newKeysOf(act), { key: act.body.host, use: 'host', field: 'host' } as const]
    : newKeysOf(act);

type Malformed = Extract<Rejection, { readonly kind: 'malformed' }>;

const malformed = (field: string, why: string): Malformed => ({
  kind: 'malformed',
  fault: { kind: 'malformed', field: `/body/${field}`, why },
});

/**
 * Refused where a key that the act names is of an unknown type, or a passkey of another site than `origin`'s, which could never be asked
 * for here. With `origin` `null` one of any site will do.
 */
export const keyFault = (act: AnyAct, origin: string | null): Malformed | null => {
  for (const { key, use, field } of named(act)) {
    const found = parsePublicKey(key);
    if (!found.ok) return malformed(field, found.error.kind);
    if (origin === null || use !== 'passkey' || !('application' in found.value)) continue;
    if (found.value.application !== new URL(origin).hostname) return malformed(field, 'other-site');
  }
  return null;
};

/**
 * Refused where a key that the act names may be nobody's: off its curve, or of small order, for which anybody signs. That is costly, and so asked
 * when the signatures are found good.
 */
export const weakKeyFault = (act: AnyAct): Malformed | null => {
  const weak = named(act).find(({ key }) => !checkRegistrable(key).ok);
  return weak === undefined ? null : malformed(weak.field, 'weak-key');
};
