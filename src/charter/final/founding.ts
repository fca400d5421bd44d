import type { OrganisationId } from '../../base/ids.ts';
import { inPrintedOrder } from '../decisions/signatory-order.ts';
import { type InForce, rulesInForce, termsOf } from '../law/charter.ts';
import type { Mark } from '../law/mark.ts';
import { printedAt } from '../members/names.ts';
import type { Printed } from '../names/printed.ts';
import type { State } from '../state.ts';
import type { Final } from './final.ts';

/** The charter with which the conference was founded, as a finished text: what its founders signed is its first document (13.1). `null`: not all have signed it. */
export const finalFoundingOf = (state: State): Final | null => {
  const founding = foundingCharterIn(state);
  if (founding === null || founding.since === null) return null;
  const { charter, hash, since, number } = founding;
  const meeting = state.foundingMeeting;
  return {
    symbol: `${number}`,
    kind: 'charter',
    title: charter.title,
    clauses: charter.principles,
    version: hash,
    slips: [],
    terms: termsOf(charter),
    signatories: signedOf(state),
    note: {
      how: 'founded',
      at: since.at,
      where: meeting === null ? { kind: 'writing' } : { kind: 'meeting', of: 'assembly', nth: 1, place: meeting.place },
    },
    observations: [],
  };
};

/** The charter that the founding act holds. */
export const foundingCharterIn = ({ charter, earlierCharters }: State): InForce | null =>
  [...earlierCharters, ...(charter === null ? [] : [charter])].find(({ source }) => source.kind === 'founding') ?? null;

/** Who has signed the founding charter, in the order of signing, under the names that each had stated then. */
export const foundersOf = ({ organisations }: State): readonly FounderSigned[] =>
  [...organisations.values()]
    .flatMap((one) =>
      one.founding === null ? [] : { by: one.id, printed: printedAt(one, one.founding), on: one.founding },
    )
    .toSorted((a, b) => a.on.index - b.on.index);

interface FounderSigned {
  readonly by: OrganisationId;
  readonly printed: Printed;
  readonly on: Mark;
}

const signedOf = (state: State): Final['signatories'] => {
  const { order } = rulesInForce(state).signature;
  return inPrintedOrder(foundersOf(state), order, (id) => state.organisations.get(id)?.country ?? '').map(
    ({ by, printed, on }) => ({
      organisation: { id: by, printed },
      clauses: null,
      riders: [],
      on: on.at,
      accession: false,
      referendum: null,
      withdrawn: null,
    }),
  );
};
