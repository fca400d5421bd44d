import type { Context } from 'hono';
import type { OrganisationId } from '../base/ids.ts';
import type { Organisation } from '../charter/members/organisation-state.ts';
import { PUBLIC } from '../charter/visibility.ts';
import { type Reader, createReader } from '../conference/reading/reader.ts';
import type { Conference } from '../conference/types.ts';
import { answerJson, conferenceOf, numberAsked, numberIn, readerOf, visitorOf } from './asking.ts';
import { type Listing, answerPage, byName, byNumber, numbered, pageAsked } from './paging.ts';
import { ONE, get, listed, listing, reading } from './reading.ts';
import { archiveReadRoutes } from './reads-archive.ts';
import { meansReadRoutes } from './reads-means.ts';
import { meetingReadRoutes } from './reads-meetings.ts';
import { purposeReadRoutes } from './reads-purpose.ts';
import { publicationReadRoutes } from './reads-publications.ts';
import { textReadRoutes } from './reads-texts.ts';
import type { ApiDeps, Handler, Route } from './route.ts';
import { list, ordinalSchema } from './shapes/common.ts';
import { finalSchema, finalView } from './shapes/final.ts';
import {
  conferenceSchema,
  conferenceSummary,
  conferenceView,
  conferencesSchema,
  inForceSchema,
  inForceView,
} from './shapes/conference.ts';
import {
  applicationSchema,
  applicationView,
  delegateSchema,
  delegateView,
  keySchema,
  keyView,
  organisationSchema,
  organisationSummary,
  organisationSummarySchema,
  organisationView,
  recoverySchema,
  recoveryView,
} from './shapes/organisations.ts';
import {
  observationSchema,
  observationView,
  statementSchema,
  statementSummary,
  statementSummarySchema,
  statementView,
} from './shapes/statements.ts';

/** What there is to read, as far as whoever asks may see it. Every answer follows from the state as of one record size. */

const conferences = (c: Context, { host }: ApiDeps): Response => {
  const summary = (conference: Conference) => conferenceSummary(conference, createReader(conference.state(), PUBLIC));
  const page = pageAsked(
    c,
    byName(host.conferences(), ({ slug }) => slug, summary),
  );
  return answerPage(c, page, 'to-all', (all) => ({ host: host.publicKey, conferences: all }));
};

const conference: Handler = (c, deps) => {
  const found = conferenceOf(c, deps);
  const visitor = visitorOf(c, found, deps);
  return answerJson(c, conferenceView(found, createReader(found.state(), visitor.viewer), visitor));
};

const organisationIn = (reader: Reader, c: Context): Organisation | null =>
  reader.organisation((c.req.param('id') ?? '') as OrganisationId);

const organisation = (reader: Reader, c: Context) => {
  const found = organisationIn(reader, c);
  return found && organisationView(found, reader.toPass.application(found));
};

const ofOrganisation =
  (list: (found: Organisation, reader: Reader) => Listing) =>
  (reader: Reader, c: Context): Listing | null => {
    const found = organisationIn(reader, c);
    return found && list(found, reader);
  };

/** Those that are listed keep their places among all that whoever asks may see: one that leaves moves no other. */
const organisations =
  (isListed: (organisation: Organisation) => boolean = () => true) =>
  (reader: Reader): Listing =>
    byName(reader.organisations(), ({ id }) => id, organisationSummary, isListed);

const statement = (reader: Reader, c: Context) => {
  const found = reader.statement(numberIn(c, 'number'));
  return found && statementView(found, reader);
};

/** Whoever is shown observations here has been shown them: the host says so on the record (8.4) before it answers. */
const observations: Handler = async (c, deps) => {
  const conference = conferenceOf(c, deps);
  const asked = numberAsked(c, 'text', 0);
  const seen = () => readerOf(c, conference, deps).observations(asked === 0 ? undefined : asked);
  const { items, next } = pageAsked(c, numbered(seen(), observationView));
  const numbers = new Set(items.map(({ number }) => number));
  const { viewer } = visitorOf(c, conference, deps);
  if (viewer.kind === 'organisation') await conference.noteShown(viewer.id, [...numbers]);
  const shown = seen().filter(({ number }) => numbers.has(number));
  return answerPage(c, { items: shown.map(observationView), next });
};

const ORGANISATION = `${ONE}/organisations/{id}`;

export const readRoutes: readonly Route[] = [
  listed('/api/conferences', 'listConferences', 'The conferences of this host.', conferencesSchema, conferences),
  get(ONE, 'getConference', 'A conference, with its charter in force.', conferenceSchema, conference),
  listing(
    `${ONE}/charters`,
    'listEarlierCharters',
    'The charters that were in force before.',
    inForceSchema,
    (reader) => numbered(reader.earlierCharters(), inForceView),
  ),
  get(
    `${ONE}/charters/founding`,
    'getFoundingCharter',
    'The charter with which the conference was founded, as a finished text: with its signatories, and how it was founded.',
    finalSchema,
    reading((reader) => {
      const final = reader.finalFounding();
      return final && finalView(final);
    }, 'charter'),
  ),
  listing(
    `${ONE}/participants`,
    'listParticipants',
    'The participants, in the order in which they entered the record.',
    organisationSummarySchema,
    organisations(({ standing }) => standing.kind === 'participant'),
  ),
  listing(
    `${ONE}/organisations`,
    'listOrganisations',
    'Every organisation on the record: participants, applicants, outside signatories, former participants.',
    organisationSummarySchema,
    organisations(),
  ),
  get(ORGANISATION, 'getOrganisation', 'One organisation.', organisationSchema, reading(organisation, 'organisation')),
  listing(
    `${ORGANISATION}/delegates`,
    'listDelegates',
    'The delegates that an organisation ever appointed.',
    delegateSchema,
    ofOrganisation(({ delegates }) => numbered(delegates, delegateView)),
  ),
  listing(
    `${ORGANISATION}/keys`,
    'listKeys',
    'Every key that ever spoke for an organisation, in the order in which they came in.',
    keySchema,
    ofOrganisation(({ id }, reader) => byName(reader.keys(id), ({ fingerprint }) => fingerprint, keyView)),
  ),
  listing(
    `${ORGANISATION}/applications`,
    'listApplications',
    'The applications of an organisation, from the first; the last one may be open.',
    applicationSchema,
    ofOrganisation(({ applications }) => byNumber(applications, ({ on }) => on.index, applicationView)),
  ),
  ...textReadRoutes,
  ...purposeReadRoutes,
  listing(
    `${ONE}/statements`,
    'listStatements',
    'The statements, each of which speaks for its signatories alone.',
    statementSummarySchema,
    (reader) => numbered(reader.statements(), (one) => statementSummary(one, reader)),
  ),
  get(`${ONE}/statements/{number}`, 'getStatement', 'One statement.', statementSchema, reading(statement, 'statement')),
  ((route) => ({
    ...route,
    query: { ...route.query, text: { says: 'Only those on this text.', schema: ordinalSchema } },
  }))(listed(`${ONE}/observations`, 'listObservations', 'The observations.', list(observationSchema), observations)),
  listing(`${ONE}/recoveries`, 'listRecoveries', 'Requests to replace a lost last key.', recoverySchema, (reader) =>
    numbered(reader.recoveries(), (one) => recoveryView(one, reader.toPass.recovery(one))),
  ),
  ...archiveReadRoutes,
  ...meetingReadRoutes,
  ...publicationReadRoutes,
  ...meansReadRoutes,
];
