import { z } from 'zod';
import { prose } from '../base/schema.ts';
import { defineAct } from './act.ts';
import { closeWhenUnanimous } from './decisions/outcome.ts';
import { vacate } from './group/group.ts';
import { leaveArchive } from './history/doubts.ts';
import { itsMaker } from './law/resource.ts';
import { leavePledges } from './means/pledges.ts';
import { leaveMeetings } from './meetings/leaving.ts';
import { leaveApplications } from './members/admission.ts';
import { organisationOf, setStanding } from './members/organisations.ts';
import { leaveRecoveries } from './members/recoveries.ts';
import { leavePublications } from './publications/leaving.ts';
import { leaveTexts } from './texts/leaving.ts';

/**
 * Chapter 2.4: a participant leaves. What it signed stays on the record as signed then; what it still disagreed with, it no longer holds
 * up, whom it vouched for, it no longer vouches for, and a decision that waited for it alone is taken. It goes through every chapter, and each says what leaving does there.
 */
export const leave = defineAct({
  kind: 'participation.leave',
  article: '2.4',
  strength: 'binding',
  from: ['participant'],
  matter: 'application',
  signedAlone: true,
  // Who takes part is counted on many pages.
  subjects: (act) => ['', ...itsMaker(act)],
  openParts: (_state, { by }) => [
    { resource: '', matter: 'participant', about: null },
    { resource: `organisations/${by.organisation}`, matter: 'participant', about: null },
  ],
  body: z.strictObject({ reason: prose(4000).nullable() }).readonly(),
  judge: () => null,
  apply: (state, { by: { organisation: id } }, on) => {
    const organisation = organisationOf(state, id);
    if (organisation.standing.kind !== 'participant') return;
    setStanding(state, organisation, { kind: 'former', since: organisation.standing.since, left: on });
    leaveApplications(state, id, on);
    leaveRecoveries(state, id, on);
    for (const text of leaveTexts(state, id, on)) closeWhenUnanimous(state, text, on);
    vacate(state, id, { why: 'left', reason: null }, on);
    leavePublications(state, id, on);
    leaveMeetings(state, id, on);
    leaveArchive(state, id, on);
    leavePledges(state, id, on);
  },
  example: { reason: null },
});
