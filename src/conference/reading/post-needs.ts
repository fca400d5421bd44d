import type { OrganisationId } from '../../base/ids.ts';
import { reached } from '../../charter/group/circulation.ts';
import type { Circulation, Delivery } from '../../charter/group/state.ts';
import type { Reader } from './reader.ts';

/** What the post brings to an organisation's first screen. */
export type PostNeed =
  /** Letters to it that none of its delegates has been shown yet. */
  | { readonly kind: 'letters'; readonly letters: readonly number[]; readonly deadline: null }
  /** Circulars that it has read and not acknowledged, by their letters. */
  | { readonly kind: 'acknowledge'; readonly letters: readonly number[]; readonly deadline: null }
  /** For those who serve everyone: circulations that somebody has not been reached by. */
  | {
      readonly kind: 'unreached';
      readonly circulations: readonly number[];
      readonly organisations: readonly OrganisationId[];
      readonly deadline: null;
    };

/** Whether mail has failed to reach the organisation, and nothing else has. What is still on its way is not missing. */
export const isUnreached = (delivery: Delivery): boolean => delivery.mail !== null && !reached(delivery);

/** The participants that a circulation has not reached; those that have left are owed nothing more. */
export const unreachedBy = (reader: Reader, { recipients }: Circulation): readonly OrganisationId[] =>
  [...recipients]
    .filter(([id, delivery]) => isUnreached(delivery) && reader.organisation(id)?.standing.kind === 'participant')
    .map(([id]) => id);

export const postNeeds = (reader: Reader, id: OrganisationId): readonly PostNeed[] => {
  const mine = reader.letters().flatMap((letter) => {
    const circulation = letter.circulation === null ? null : reader.circulation(letter.circulation);
    const delivery = circulation?.recipients.get(id);
    return delivery === undefined || delivery.acknowledged !== null ? [] : [{ ...letter, delivery }];
  });
  const unread = mine.filter(({ delivery }) => delivery.opened === null).map(({ number }) => number);
  const read = mine.filter(({ kind, delivery }) => kind === 'circular' && delivery.opened !== null);
  return [
    ...(unread.length === 0 ? [] : [{ kind: 'letters', letters: unread, deadline: null } as const]),
    ...(read.length === 0
      ? []
      : [{ kind: 'acknowledge', letters: read.map(({ number }) => number), deadline: null } as const]),
    ...(reader.mayServe(id) ? unreached(reader) : []),
  ];
};

const unreached = (reader: Reader): readonly PostNeed[] => {
  const missing = reader
    .circulations()
    .map((circulation) => ({ number: circulation.number, organisations: unreachedBy(reader, circulation) }))
    .filter(({ organisations }) => organisations.length > 0);
  if (missing.length === 0) return [];
  const organisations = [...new Set(missing.flatMap((one) => one.organisations))];
  return [{ kind: 'unreached', circulations: missing.map(({ number }) => number), organisations, deadline: null }];
};
