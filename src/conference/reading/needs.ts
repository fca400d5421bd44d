import type { OrganisationId } from '../../base/ids.ts';
import type { Instant } from '../../base/time.ts';
import { type PostNeed, postNeeds } from './post-needs.ts';
import { type GroupNeed, groupNeeds } from './group-needs.ts';
import { type GuestNeed, guestNeeds } from './guest-needs.ts';
import { type MeansNeed, meansNeeds } from './means-needs.ts';
import { type MeetingNeed, meetingNeeds } from './meeting-needs.ts';
import { type PublicationNeed, publicationNeeds } from './publication-needs.ts';
import { type PurposeNeed, purposeNeeds } from './purpose-needs.ts';
import type { Reader } from './reader.ts';
import { type RequestNeed, requestNeeds } from './request-needs.ts';
import { type TextNeed, textNeeds } from './text-needs.ts';

/** What waits for an organisation: the first thing its delegates see. Derived from the state, never stored. */
export type Need =
  | MeetingNeed
  | { readonly kind: 'sign-charter'; readonly deadline: null }
  | TextNeed
  /** Observations by others that none of its delegates has been shown yet. */
  | { readonly kind: 'observations'; readonly observations: readonly number[]; readonly deadline: null }
  | RequestNeed
  | GuestNeed
  | PostNeed
  | GroupNeed
  | PublicationNeed
  | MeansNeed
  | PurposeNeed;

/** What needs an organisation at `now`: what goes on now and what is overdue, then the soonest deadline first and what has none last. */
export const needsOf = (reader: Reader, id: OrganisationId, now: Instant): readonly Need[] => {
  const organisation = reader.organisation(id);
  if (organisation === null) return [];
  if (organisation.standing.kind === 'founder')
    return organisation.accepted === null ? [{ kind: 'sign-charter', deadline: null }] : [];
  if (organisation.standing.kind !== 'participant')
    return guestNeeds(reader, organisation).filter(({ deadline }) => deadline === null || deadline > now);
  const needs: readonly Need[] = [
    ...requestNeeds(reader, id),
    ...reader.texts().flatMap((text) => textNeeds({ reader, id, now }, text)),
    ...unseen(reader, id),
    ...postNeeds(reader, id),
    ...purposeNeeds(reader, id),
    ...meetingNeeds({ reader, id, now }),
    ...groupNeeds({ reader, id, now }),
    ...publicationNeeds(reader, id),
    ...meansNeeds(reader, id, now),
  ];
  return needs
    .filter((need) => need.deadline === null || need.deadline > now)
    .toSorted((a, b) => pressing(a) - pressing(b) || 0);
};

const pressing = ({ kind, deadline }: Need): number => {
  if (kind === 'sitting') return -2;
  return kind === 'assembly' && deadline === null ? -1 : (deadline ?? Infinity);
};

const unseen = (reader: Reader, id: OrganisationId): readonly Need[] => {
  const observations = [...reader.owed(id).unseen];
  return observations.length === 0 ? [] : [{ kind: 'observations', observations, deadline: null }];
};
