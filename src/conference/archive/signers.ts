import { fingerprint } from '../../base/keys.ts';
import type { Fingerprint } from '../../base/ids.ts';
import type { State } from '../../charter/state.ts';
import { type AllowedSigner, type KeyHolder, signerOf } from '../../record/allowed-signers.ts';

/** Every key that signs in this record, whose it was and when; of those in `only`, where it is given. */
export const signersOf = (state: State, only: ReadonlySet<Fingerprint> | null = null): readonly AllowedSigner[] =>
  holdersOf(state)
    .filter(({ key }) => only?.has(fingerprint(key)) ?? true)
    .map(signerOf);

const holdersOf = (state: State): readonly KeyHolder[] => [
  ...hostOf(state),
  ...[...state.keys.values()].map(({ key, organisation, delegate, use, from, until }) => ({
    key,
    organisation,
    delegate,
    use: use === 'invitation' ? use : ('own' as const),
    validAfter: from.at,
    ...(until !== null && { validBefore: until.at }),
  })),
  // The request to replace a lost key is signed by the new one, at a moment when it is nobody's yet.
  ...state.recoveries.map(({ key, organisation, delegate, requested: { at } }) => ({
    key,
    organisation,
    delegate,
    use: 'asking' as const,
    validAfter: at,
    validBefore: at,
  })),
];

/** The host, from the founding act on, by which the first organisations entered. */
const hostOf = ({ host, organisations }: State): readonly KeyHolder[] => {
  const [first] = organisations.values();
  if (host === null || first === undefined) return [];
  return [{ key: host, organisation: '', delegate: 0, use: 'own', validAfter: first.entered.at }];
};
