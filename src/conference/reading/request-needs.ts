import type { OrganisationId } from '../../base/ids.ts';
import type { Instant } from '../../base/time.ts';
import { applicationOf } from '../../charter/members/admission.ts';
import { openDisagreement } from '../../charter/law/disagreement.ts';
import type { Organisation, Recovery } from '../../charter/members/organisation-state.ts';
import type { Vouched } from '../../charter/members/vouched-state.ts';
import { vouchesFor } from '../../charter/members/vouchers.ts';
import type { Reader } from './reader.ts';

/** What applicants, and those who have lost their keys, ask of the participants. */
export type RequestNeed =
  /** An applicant that is presented: it is admitted then unless somebody disagrees. */
  | { readonly kind: 'application'; readonly organisation: OrganisationId; readonly deadline: Instant }
  /** A new key that is vouched for: it counts then unless somebody disagrees. */
  | {
      readonly kind: 'recovery';
      readonly recovery: number;
      readonly organisation: OrganisationId;
      readonly deadline: Instant;
    }
  /** Applications that nobody, or too few, have presented. Anybody can make them, so they are one matter however many there are, and none presses. */
  | { readonly kind: 'unpresented'; readonly applications: number; readonly deadline: null }
  /** Likewise requests for new keys, by whose the keys would be. */
  | {
      readonly kind: 'unvouched';
      readonly requests: number;
      readonly organisations: readonly OrganisationId[];
      readonly deadline: null;
    }
  /** New keys are asked for in its own name, perhaps by a stranger: one matter, due when the first that is vouched for counts. */
  | { readonly kind: 'own-keys'; readonly requests: number; readonly deadline: Instant | null };

export const requestNeeds = (reader: Reader, id: OrganisationId): readonly RequestNeed[] => {
  const applicants = openApplications(reader).filter(({ application }) => isUnanswered(application, id));
  const unanswered = openRecoveries(reader).filter((recovery) => isUnanswered(recovery, id));
  const own = unanswered.filter(({ organisation }) => organisation === id);
  const recoveries = unanswered.filter(({ organisation }) => organisation !== id);
  const unpresented = applicants.filter(({ standing }) => standing.period.kind === 'awaiting').length;
  const unvouched = recoveries.filter(({ stage }) => stage.kind === 'awaiting');
  return [
    ...(own.length === 0 ? [] : [ownKeysNeed(own)]),
    ...applicants.flatMap(({ organisation, standing: { period } }): readonly RequestNeed[] =>
      period.kind === 'running' ? [{ kind: 'application', organisation: organisation.id, deadline: period.ends }] : [],
    ),
    ...recoveries.flatMap(({ stage, number, organisation }): readonly RequestNeed[] =>
      stage.kind === 'running' ? [{ kind: 'recovery', recovery: number, organisation, deadline: stage.ends }] : [],
    ),
    ...(unpresented === 0 ? [] : [{ kind: 'unpresented', applications: unpresented, deadline: null } as const]),
    ...(unvouched.length === 0 ? [] : [unvouchedNeed(unvouched)]),
  ];
};

const ownKeysNeed = (requests: readonly Recovery[]): RequestNeed => {
  const ends = requests.flatMap(({ stage }) => (stage.kind === 'running' ? [stage.ends] : []));
  const deadline = ends.length === 0 ? null : ends.reduce((first, end) => (end < first ? end : first));
  return { kind: 'own-keys', requests: requests.length, deadline };
};

const unvouchedNeed = (requests: readonly Recovery[]): RequestNeed => ({
  kind: 'unvouched',
  requests: requests.length,
  organisations: [...new Set(requests.map(({ organisation }) => organisation))],
  deadline: null,
});

/** Whether the organisation has neither vouched for it nor disagreed. */
const isUnanswered = (vouched: Vouched, id: OrganisationId): boolean =>
  openDisagreement(vouched, id) === undefined && !vouchesFor(vouched, id);

/** The applications that are open, with whose each is. */
export const openApplications = (reader: Reader) =>
  reader.organisations().flatMap((organisation: Organisation) => {
    const { standing } = organisation;
    const application = applicationOf(organisation);
    return standing.kind === 'applicant' && application !== undefined ? [{ organisation, standing, application }] : [];
  });

export const openRecoveries = (reader: Reader): readonly Recovery[] =>
  reader.recoveries().filter(({ stage }) => stage.kind === 'awaiting' || stage.kind === 'running');
