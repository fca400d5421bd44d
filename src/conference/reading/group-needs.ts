import type { OrganisationId } from '../../base/ids.ts';
import type { Instant } from '../../base/time.ts';
import type { HelpRequest } from '../../charter/group/state.ts';
import type { Meeting } from '../../charter/meetings/state.ts';
import type { Reader } from './reader.ts';

/** What the coordinating group, and the records of meetings, ask of an organisation. */
export type GroupNeed =
  /** The group asks for help, and it has not answered. */
  | { readonly kind: 'help'; readonly help: number; readonly deadline: Instant | null }
  /** A summary record that none of its delegates has been shown, while it is open to correction. */
  | { readonly kind: 'summary'; readonly meeting: number; readonly deadline: Instant }
  /** It convened a meeting or had its chair last, and nobody has circulated the summary record. */
  | { readonly kind: 'minutes'; readonly meeting: number; readonly deadline: null };

interface Asked {
  readonly reader: Reader;
  readonly id: OrganisationId;
  readonly now: Instant;
}

export const groupNeeds = (asked: Asked): readonly GroupNeed[] => [
  ...asked.reader.help().flatMap((request) => helpNeed(asked, request)),
  ...asked.reader.meetings().flatMap((meeting) => recordNeeds(asked, meeting)),
];

const helpNeed = ({ id }: Asked, { number, by, until, offers, closed }: HelpRequest): readonly GroupNeed[] => {
  const answered = by === id || offers.some((offer) => offer.by === id);
  return closed !== null || answered ? [] : [{ kind: 'help', help: number, deadline: until }];
};

const recordNeeds = ({ reader, id }: Asked, meeting: Meeting): readonly GroupNeed[] => {
  const { number, stage, summary, chair, by } = meeting;
  if (stage !== 'closed') return [];
  if (summary === null) {
    const writes = chair?.organisation === id || by === id;
    return writes ? [{ kind: 'minutes', meeting: number, deadline: null }] : [];
  }
  if (summary.deadline === null) return [];
  const version = summary.versions.length;
  const isUnopened = reader.owed(id).unopened.some((circulation) => {
    const what = reader.circulation(circulation)?.what;
    return what?.kind === 'summary' && what.meeting === number && what.version === version;
  });
  return isUnopened ? [{ kind: 'summary', meeting: number, deadline: summary.deadline }] : [];
};
