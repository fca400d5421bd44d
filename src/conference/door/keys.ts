import type { PublicKey } from '../../base/ids.ts';
import type { ActKind, AnyAct, BodyOf } from '../../charter/acts.ts';
import { checkRegistrable, parsed } from '../../record/public-key.ts';
import type { Rejection } from '../types.ts';

/** The keys that an act brings into the record. */

interface Brought {
  readonly key: PublicKey;
  readonly field: string;
  readonly passkey: boolean;
}

const own = ({ key, use }: { readonly key: PublicKey; readonly use: string }): readonly Brought[] => [
  { key, field: '/body/key', passkey: use === 'passkey' },
];

const invitations = (list: readonly { readonly invitation: PublicKey | null }[], field: string): readonly Brought[] =>
  list.flatMap(({ invitation }, i) =>
    invitation === null ? [] : [{ key: invitation, field: `/body/${field}/${i}/invitation`, passkey: false }],
  );

export const BROUGHT: { readonly [K in ActKind]?: (body: BodyOf<K>) => readonly Brought[] } = {
  'conference.found': (body) => [
    ...own(body),
    { key: body.host, field: '/body/host', passkey: false },
    ...invitations(body.founders, 'founders'),
  ],
  'participation.apply': own,
  'key.enrol': own,
  'recovery.request': own,
  'delegate.appoint': ({ invitation }) => [{ key: invitation, field: '/body/invitation', passkey: false }],
  'statement.open': (body) => invitations(body.invited, 'invited'),
  'statement.invite': (body) => invitations(body.invited, 'invited'),
};

const broughtBy = ({ kind, body }: AnyAct): readonly Brought[] =>
  (BROUGHT[kind] as ((body: unknown) => readonly Brought[]) | undefined)?.(body) ?? [];

/** The keys that an act brings in. */
export const keysOf = (act: AnyAct): readonly PublicKey[] => broughtBy(act).map(({ key }) => key);

/**
 * Refused where a key that the act brings in may be nobody's: of an unknown type, off its curve or of small order; or a
 * passkey of another site than `rpId`, which could never be asked for here. With `rpId` `null` one of any site will do.
 */
export const keyFault = (
  act: AnyAct,
  rpId: string | null,
): Extract<Rejection, { readonly kind: 'malformed' }> | null => {
  for (const { key, field, passkey } of broughtBy(act)) {
    const sound = checkRegistrable(key);
    if (!sound.ok) return { kind: 'malformed', fault: { kind: 'malformed', field, why: sound.error.kind } };
    if (!passkey || rpId === null) continue;
    const found = parsed(key);
    if ('application' in found && found.application !== rpId)
      return { kind: 'malformed', fault: { kind: 'malformed', field, why: 'other-site' } };
  }
  return null;
};
