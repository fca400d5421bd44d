import { z } from 'zod';
import type { Mutable } from '../../base/brand.ts';
import {
  type AttachmentHash,
  type Fingerprint,
  type OrganisationId,
  type VersionHash,
  actHashSchema,
  organisationIdSchema,
} from '../../base/ids.ts';
import { ok, err, type Result } from '../../base/result.ts';
import { prose } from '../../base/schema.ts';
import type { Instant } from '../../base/time.ts';
import { type Act, actHash, defineAct } from '../act.ts';
import { follows } from '../law/consequences.ts';
import { dropDeadlines, scheduleDeadline } from '../law/deadlines.ts';
import {
  disagreeRefusal,
  disagreeWith,
  isContested,
  noDisagreementRefusal,
  withdrawDisagreement,
} from '../law/disagreement.ts';
import { EXAMPLE } from '../law/example-words.ts';
import type { Mark } from '../law/mark.ts';
import { calledNow, claimNames, namesRefusal } from './names.ts';
import { isStranger, organisationOf, participants, participantsRefusal, setStanding } from './organisations.ts';
import { type Queue, STRANGERS, giveBack, placeRefusal, takePlace } from '../law/places.ts';
import type { Refusal } from '../law/refusal.ts';
import type { Application, Organisation } from './organisation-state.ts';
import type { Period } from './vouched-state.ts';
import type { State } from '../state.ts';
import { matterOfOrganisation, partOfOrganisation } from '../visibility.ts';
import {
  awaiting,
  endOf,
  giveVoucher,
  neededOf,
  periodAfter,
  noVoucherRefusal,
  vouchRefusal,
  withdrawVoucher,
} from './vouchers.ts';
import { rulesInForce } from '../law/charter.ts';
import { itsOrganisation } from '../law/resource.ts';

/** Article 2.3: an application that participants present is admitted when none of them disagrees. */

/** The application that is open, or was the last; `undefined` for whoever never applied. */
export const applicationOf = ({ applications }: Pick<Organisation, 'applications'>): Application | undefined =>
  applications.at(-1);

const admissionRules = (state: State) => {
  const { noDisagreementDays: days, presenters } = rulesInForce(state).participation;
  return { days, presenters };
};

const setPeriod = (state: Mutable<State>, organisation: Mutable<Organisation>, period: Period): void => {
  const { id } = organisation;
  setStanding(state, organisation, { kind: 'applicant', period });
  dropApplicationDeadline(state, id);
  scheduleDeadline(state, { kind: 'admission', organisation: id, at: endOf(period) });
};

export const dropApplicationDeadline = (state: Mutable<State>, id: OrganisationId): void =>
  dropDeadlines(state, (deadline) => deadline.kind === 'admission' && deadline.organisation === id);

const queueOf = (organisation: OrganisationId): Queue => ({ kind: 'applications', organisation });

/** Refused where its own places are held, or a stranger's by strangers: whoever takes part, did, or was invited finds a place whatever strangers do. */
export const applicationsRefusal = (state: State, id: OrganisationId, at: Instant): Refusal | null =>
  placeRefusal(state, queueOf(id), { article: '2.1', what: 'own-applications', at }) ??
  (isStranger(state, id)
    ? placeRefusal(state, STRANGERS, { article: '2.1', what: 'strangers-applications', at })
    : null);

/** An application comes in by `act`, signed by `key`; it waits for those who present it. */
export const openApplication = (
  state: Mutable<State>,
  organisation: Mutable<Organisation>,
  act: Act<string, { readonly charter: VersionHash; readonly letter: AttachmentHash }>,
  on: Mark,
  key: Fingerprint,
): void => {
  const { charter, letter } = act.body;
  const { days, presenters } = admissionRules(state);
  const needed = neededOf(presenters, participants(state).length);
  organisation.accepted = { charter, on };
  organisation.applications.push({
    act: actHash(act),
    on,
    key,
    letter,
    needed,
    vouchers: [],
    disagreements: [],
    admitted: null,
  });
  const period = awaiting(days, on.at);
  setPeriod(state, organisation, period);
  takePlace(state, queueOf(organisation.id), organisation.id, endOf(period), on);
  if (isStranger(state, organisation.id)) takePlace(state, STRANGERS, organisation.id, endOf(period), on);
};

/** Lets the period run or stop where the vouchers of an open application have changed. */
const follow = (state: Mutable<State>, organisation: Mutable<Organisation>, on: Mark): void => {
  const application = applicationOf(organisation);
  const { standing } = organisation;
  if (application === undefined || standing.kind !== 'applicant') return;
  const period = periodAfter(application, standing.period, admissionRules(state).days, on.at);
  if (period !== standing.period) setPeriod(state, organisation, period);
};

interface Open {
  readonly organisation: Organisation;
  readonly application: Application;
  readonly period: Period;
}

/** The open application of this organisation, or why there is none to speak of. */
export const openApplicationOf = (state: State, id: OrganisationId): Result<Open, Refusal> => {
  const organisation = state.organisations.get(id);
  const application = organisation && applicationOf(organisation);
  return application !== undefined && organisation?.standing.kind === 'applicant'
    ? ok({ organisation, application, period: organisation.standing.period })
    : err({ article: '2.3', kind: 'unknown', thing: 'organisation', ref: id });
};

const about = z.strictObject({ organisation: organisationIdSchema }).readonly();

/**
 * A participant presents an applicant to the others: it knows it, and proposes that it take part. Named is the act by which it applies, so that what is
 * presented is the application that was read: not another in the same name, nor one that the same key made since.
 */
export const present = defineAct({
  kind: 'participation.present',
  article: '2.3',
  strength: 'binding',
  from: ['participant'],
  matter: 'application',
  whose: (_state, { body }) => [body.organisation],
  subjects: itsOrganisation,
  ofKeys: true,
  signedAlone: true,
  openParts: (state, { body }) => [partOfOrganisation(state, body.organisation)],
  limits: ['vouchers', 'participants'],
  body: z.strictObject({ organisation: organisationIdSchema, application: actHashSchema }).readonly(),
  judge: (state, { by, body }) => {
    const found = openApplicationOf(state, body.organisation);
    if (!found.ok) return found.error;
    const { application } = found.value;
    if (application.act !== body.application)
      return { article: '2.3', kind: 'superseded', field: 'application', current: application.act };
    return (
      vouchRefusal(application, by.organisation, '2.3', 'presented') ??
      // Several may wait under one name; the first that is presented has it.
      namesRefusal(state, '2.3', [calledNow(found.value.organisation)], () => 'organisation') ??
      (found.value.period.kind === 'running' ? null : participantsRefusal(state))
    );
  },
  apply: (state, { by, body }, on, signer) => {
    const organisation = organisationOf(state, body.organisation);
    const application = organisation.applications.at(-1);
    giveBack(state, STRANGERS, body.organisation);
    if (application !== undefined) giveVoucher(application, by.organisation, signer, on);
    claimNames(state, calledNow(organisation));
    follow(state, organisation, on);
  },
  example: { organisation: 'new-name', application: EXAMPLE.hash },
});

/** Takes that back while the application is open. Where too few are left who present it, its period stops. */
export const withdrawPresentation = defineAct({
  kind: 'participation.withdraw-presentation',
  article: '2.3',
  strength: 'binding',
  from: ['participant'],
  matter: 'application',
  whose: (_state, { body }) => [body.organisation],
  subjects: itsOrganisation,
  openParts: (state, { body }) => [partOfOrganisation(state, body.organisation)],
  body: about,
  judge: (state, { by, body }) => {
    const found = openApplicationOf(state, body.organisation);
    return found.ok
      ? noVoucherRefusal(found.value.application, by.organisation, '2.3', 'presentation', body.organisation)
      : found.error;
  },
  apply: (state, { by, body }, on) => {
    unpresent(state, body.organisation, by.organisation, on);
  },
  example: { organisation: 'new-name' },
});

const unpresent = (state: Mutable<State>, id: OrganisationId, by: OrganisationId, on: Mark): boolean => {
  const organisation = organisationOf(state, id);
  const application = organisation.applications.at(-1);
  const withdrawn = application !== undefined && withdrawVoucher(application, by, on);
  follow(state, organisation, on);
  return withdrawn;
};

/** A participant disagrees with an admission, and says why. */
export const disagree = defineAct({
  kind: 'participation.disagree',
  article: '2.3',
  strength: 'binding',
  from: ['participant'],
  matter: 'application',
  whose: (_state, { body }) => [body.organisation],
  subjects: itsOrganisation,
  limits: ['disagreements'],
  body: z.strictObject({ organisation: organisationIdSchema, reasons: prose(4000) }).readonly(),
  judge: (state, { by, body }) => {
    const found = openApplicationOf(state, body.organisation);
    if (!found.ok) return found.error;
    return disagreeRefusal(found.value.application, by.organisation, '2.3');
  },
  apply: (state, { by, body }, on) => {
    const application = organisationOf(state, body.organisation).applications.at(-1);
    giveBack(state, STRANGERS, body.organisation);
    disagreeWith(application, by.organisation, body.reasons, on);
  },
  example: { organisation: 'new-name', reasons: 'It has not said whom it stands for.' },
});

/** Takes a disagreement back; before the deadline it then counts as none. */
export const withdrawDisagreementWith = defineAct({
  kind: 'participation.withdraw-disagreement',
  article: '2.3',
  strength: 'binding',
  from: ['participant'],
  matter: 'application',
  whose: (_state, { body }) => [body.organisation],
  subjects: itsOrganisation,
  body: about,
  judge: (state, { by, body }) => {
    const found = openApplicationOf(state, body.organisation);
    return found.ok
      ? noDisagreementRefusal(found.value.application, by.organisation, '2.3', body.organisation)
      : found.error;
  },
  apply: (state, { by, body }, on) => {
    withdrawDisagreement(organisationOf(state, body.organisation).applications.at(-1), by.organisation, on);
  },
  example: { organisation: 'new-name' },
});

/** Whoever leaves presents nobody any more, and disagrees with nobody. */
export const leaveApplications = (state: Mutable<State>, by: OrganisationId, on: Mark): void => {
  // Every open application has its deadline.
  const open = state.deadlines.flatMap((deadline) => (deadline.kind === 'admission' ? [deadline.organisation] : []));
  for (const id of open) {
    const organisation = organisationOf(state, id);
    const { applications } = organisation;
    const withdrawn = [withdrawDisagreement(applications.at(-1), by, on), unpresent(state, id, by, on)];
    if (withdrawn.includes(true))
      follows(state, on, `organisations/${id}`, matterOfOrganisation(state, organisation), id);
  }
};

/** At an application's deadline: it lapses where it still waits to be presented; else it is admitted, unless a disagreement stands. Gives whether it was. */
export const closeApplication = (state: Mutable<State>, id: OrganisationId, on: Mark): boolean => {
  const organisation = organisationOf(state, id);
  const application = organisation.applications.at(-1);
  const { standing } = organisation;
  if (application === undefined || standing.kind !== 'applicant') return false;
  if (standing.period.kind === 'awaiting') setStanding(state, organisation, { kind: 'lapsed', on });
  else if (isContested(application)) setStanding(state, organisation, { kind: 'not-admitted', on });
  else {
    setStanding(state, organisation, { kind: 'participant', since: on });
    application.admitted = on;
    follows(state, on, '', 'participant');
  }
  follows(state, on, `organisations/${id}`, matterOfOrganisation(state, organisation), id);
  return organisation.standing.kind === 'participant';
};
