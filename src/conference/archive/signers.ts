import type { Fingerprint } from '../../base/ids.ts';
import { fingerprint } from '../../base/keys.ts';
import type { State } from '../../charter/state.ts';
import { type AllowedSigner, principalOf } from '../../record/allowed-signers.ts';

const HOST = principalOf({ organisation: '', delegate: 0 });

/** Every key that signs in this record, whose it was and when; of those in `only`, where it is given. */
export const signersOf = (state: State, only: ReadonlySet<Fingerprint> | null = null): readonly AllowedSigner[] => {
  const wanted = ({ fingerprint }: { readonly fingerprint: Fingerprint }): boolean => only?.has(fingerprint) ?? true;
  return [
    ...hostOf(state).filter(({ key }) => wanted({ fingerprint: fingerprint(key) })),
    ...[...state.keys.values()].filter(wanted).map(({ key, organisation, delegate, from, until }) => ({
      principal: principalOf({ organisation, delegate }),
      key,
      validAfter: from.at,
      ...(until !== null && { validBefore: until.at }),
    })),
    // The request to replace a lost key is signed by the new one, at a moment when it is nobody's yet.
    ...state.recoveries.filter(wanted).map(({ key, organisation, delegate, requested: { at } }) => ({
      principal: principalOf({ organisation, delegate }),
      key,
      validAfter: at,
      validBefore: at,
    })),
  ];
};

/** The host, from the founding act on, by which the first organisations entered. */
const hostOf = ({ host, organisations }: State): readonly AllowedSigner[] => {
  const [first] = organisations.values();
  return host === null || first === undefined ? [] : [{ principal: HOST, key: host, validAfter: first.entered.at }];
};
