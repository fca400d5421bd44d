import type { AnyAct } from '../../charter/acts.ts';
import { newKeysOf } from '../../charter/new-keys.ts';
import { checkRegistrable, parsed } from '../../record/public-key.ts';
import type { Rejection } from '../types.ts';

/** The keys that an act names: those that it brings in, and in the founding act the host's. */
const named = (act: AnyAct) =>
  act.kind === 'conference.found'
    ? [...newKeysOf(act), { key: act.body.host, use: 'host', field: 'host' } as const]
    : newKeysOf(act);

/**
 * Refused where a key that the act brings in may be nobody's: of an unknown type, off its curve or of small order; or a
 * passkey of another site than `rpId`, which could never be asked for here. With `rpId` `null` one of any site will do.
 */
export const keyFault = (
  act: AnyAct,
  rpId: string | null,
): Extract<Rejection, { readonly kind: 'malformed' }> | null => {
  for (const { key, use, field: name } of named(act)) {
    const field = `/body/${name}`;
    const sound = checkRegistrable(key);
    if (!sound.ok) return { kind: 'malformed', fault: { kind: 'malformed', field, why: sound.error.kind } };
    if (use !== 'passkey' || rpId === null) continue;
    const found = parsed(key);
    if ('application' in found && found.application !== rpId)
      return { kind: 'malformed', fault: { kind: 'malformed', field, why: 'other-site' } };
  }
  return null;
};
