import type { OrganisationId } from '../../base/ids.ts';
import type { Instant } from '../../base/time.ts';
import { applicationOf } from '../../charter/members/admission.ts';
import type { Organisation } from '../../charter/members/organisation-state.ts';
import { upheldVouchers } from '../../charter/members/vouchers.ts';
import type { Reader } from './reader.ts';

/** What waits for an organisation that takes no part: an applicant, or one from outside. */
export type GuestNeed =
  /** Its application lapses then unless participants present it: so many more are needed. */
  | {
      readonly kind: 'be-presented';
      readonly organisation: OrganisationId;
      readonly more: number;
      readonly deadline: Instant;
    }
  /** A statement that it was invited to sign. */
  | { readonly kind: 'sign-statement'; readonly statement: number; readonly deadline: null };

export const guestNeeds = (reader: Reader, organisation: Organisation): readonly GuestNeed[] => [
  ...toBePresented(organisation),
  ...toSign(reader, organisation.id),
];

const toBePresented = (organisation: Organisation): readonly GuestNeed[] => {
  const { standing } = organisation;
  const application = applicationOf(organisation);
  if (standing.kind !== 'applicant' || standing.period.kind !== 'awaiting' || application === undefined) return [];
  const more = application.needed - upheldVouchers(application).length;
  return [{ kind: 'be-presented', organisation: organisation.id, more, deadline: standing.period.lapses }];
};

const toSign = (reader: Reader, id: OrganisationId): readonly GuestNeed[] =>
  reader
    .statements()
    .filter(({ invited, signatures }) => invited.has(id) && !signatures.has(id))
    .map(({ number }) => ({ kind: 'sign-statement', statement: number, deadline: null }));
