import type { OrganisationId, PublicKey } from '../../base/ids.ts';
import type { Instant } from '../../base/time.ts';
import type { Roll } from './roll.ts';

/** Whose a key is, and what it may sign. */
export interface KeyHolder {
  readonly key: PublicKey;
  /** `''`: the host. */
  readonly organisation: OrganisationId | '';
  /** 0: the host. */
  readonly delegate: number;
  /** An *invitation* signs its delegate's first key in, and one that *asks* for a recovery its request; nothing else. */
  readonly use: 'own' | 'invitation' | 'asking';
  /** When it came in. */
  readonly validAfter: Instant;
}

/** Every key on the roll, and the host's. */
export const holdersOf = ({ state }: Roll): readonly KeyHolder[] => {
  const [first] = state.organisations.values();
  return [
    ...(state.host === null || first === undefined
      ? []
      : [{ key: state.host, organisation: '', delegate: 0, use: 'own', validAfter: first.entered.at } as const]),
    ...[...state.keys.values()].map(({ key, organisation, delegate, use, from }) => ({
      key,
      organisation,
      delegate,
      use: use === 'invitation' ? use : ('own' as const),
      validAfter: from.at,
    })),
    ...state.recoveries.map(({ key, organisation, delegate, requested }) => ({
      key,
      organisation,
      delegate,
      use: 'asking' as const,
      validAfter: requested.at,
    })),
  ];
};
