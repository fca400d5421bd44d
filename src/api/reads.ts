import type { Context } from 'hono';
import type { OrganisationId } from '../base/ids.ts';
import { PUBLIC } from '../charter/visibility.ts';
import { type Reader, createReader } from '../conference/reader.ts';
import { answerJson, conferenceOf, numberAsked, numberIn, readerOf, visitorOf } from './asking.ts';
import { ONE, get, reading } from './reading.ts';
import { meetingReadRoutes } from './reads-meetings.ts';
import type { ApiDeps, Handler, Route } from './route.ts';
import {
  conferenceSchema,
  conferenceSummary,
  conferenceView,
  conferencesSchema,
  conferencesView,
} from './shapes/conference.ts';
import {
  organisationSchema,
  organisationSummary,
  organisationView,
  organisationsSchema,
  recoveriesSchema,
  recoveryView,
} from './shapes/organisations.ts';
import { ordinalSchema } from './shapes/common.ts';
import {
  observationView,
  observationsSchema,
  statementSchema,
  statementSummary,
  statementView,
  statementsSchema,
} from './shapes/statements.ts';
import { consolidatedSchema, consolidatedView } from './shapes/consolidated.ts';
import { revisionSchema, revisionView, textSchema, textSummary, textView, textsSchema } from './shapes/texts.ts';

/** What there is to read, as far as whoever asks may see it. Every answer follows from the state as of one record size. */

const conferences = (c: Context, { host }: ApiDeps): Response => {
  const all = host.conferences();
  const summaries = all.map((conference) => conferenceSummary(conference, createReader(conference.state(), PUBLIC)));
  return answerJson(c, conferencesView(host, summaries), 'to-all');
};

const conference: Handler = (c, deps) => {
  const found = conferenceOf(c, deps);
  const visitor = visitorOf(c, found, deps);
  return answerJson(c, conferenceView(found, createReader(found.state(), visitor.viewer), visitor));
};

const organisation = (reader: Reader, c: Context) => {
  const found = reader.organisation((c.req.param('id') ?? '') as OrganisationId);
  return found && organisationView(found, reader.keys(found.id));
};

const text = (reader: Reader, c: Context) => {
  const found = reader.text(numberIn(c, 'number'));
  return found && textView(found);
};

const consolidatedText = (reader: Reader, c: Context) => {
  const found = reader.text(numberIn(c, 'number'));
  return found && consolidatedView(found);
};

const version = (reader: Reader, c: Context) => {
  const found = reader.text(numberIn(c, 'number'));
  const revision = found?.revisions[numberIn(c, 'revision') - 1];
  return revision === undefined ? null : revisionView(revision);
};

const statement = (reader: Reader, c: Context) => {
  const found = reader.statement(numberIn(c, 'number'));
  return found && statementView(found, reader);
};

/** Whoever is shown observations here has been shown them: the host says so on the record (8.4) before it answers. */
const observations: Handler = async (c, deps) => {
  const conference = conferenceOf(c, deps);
  const asked = numberAsked(c, 'text', 0);
  const seen = () => readerOf(c, conference, deps).observations(asked === 0 ? undefined : asked);
  const { viewer } = visitorOf(c, conference, deps);
  if (viewer.kind === 'organisation') {
    await conference.noteShown(
      viewer.id,
      seen().map(({ number }) => number),
    );
  }
  return answerJson(c, seen().map(observationView));
};

export const readRoutes: readonly Route[] = [
  get('/api/conferences', 'listConferences', 'The conferences of this host.', conferencesSchema, conferences),
  get(ONE, 'getConference', 'A conference, with its charter in force.', conferenceSchema, conference),
  get(
    `${ONE}/participants`,
    'listParticipants',
    'The participants, in the order in which they entered the record.',
    organisationsSchema,
    reading((reader) => reader.participants().map(organisationSummary)),
  ),
  get(
    `${ONE}/organisations`,
    'listOrganisations',
    'Every organisation on the record: participants, applicants, outside signatories, former participants.',
    organisationsSchema,
    reading((reader) => reader.organisations().map(organisationSummary)),
  ),
  get(
    `${ONE}/organisations/{id}`,
    'getOrganisation',
    'One organisation, with its delegates and their keys.',
    organisationSchema,
    reading(organisation, 'organisation'),
  ),
  get(
    `${ONE}/texts`,
    'listTexts',
    'The texts.',
    textsSchema,
    reading((reader) => reader.texts().map(textSummary)),
  ),
  get(
    `${ONE}/texts/{number}`,
    'getText',
    'One text, with its amendments, positions, consultations, decision and signatures.',
    textSchema,
    reading(text, 'text'),
  ),
  get(
    `${ONE}/texts/{number}/versions/{revision}`,
    'getVersion',
    'One revision of a text, word for word.',
    revisionSchema,
    reading(version, 'version'),
  ),
  get(
    `${ONE}/texts/{number}/consolidated`,
    'getConsolidated',
    'A text with every agreed amendment worked in, and the open ones over it.',
    consolidatedSchema,
    reading(consolidatedText, 'text'),
  ),
  get(
    `${ONE}/statements`,
    'listStatements',
    'The statements, each of which speaks for its signatories alone.',
    statementsSchema,
    reading((reader) => reader.statements().map(statementSummary)),
  ),
  get(`${ONE}/statements/{number}`, 'getStatement', 'One statement.', statementSchema, reading(statement, 'statement')),
  {
    ...get(`${ONE}/observations`, 'listObservations', 'The observations.', observationsSchema, observations),
    query: { text: { says: 'Only those on this text.', schema: ordinalSchema } },
    problems: [400, 401, 404],
  },
  get(
    `${ONE}/recoveries`,
    'listRecoveries',
    'Requests to replace a lost last key.',
    recoveriesSchema,
    reading((reader) => reader.recoveries().map(recoveryView)),
  ),
  ...meetingReadRoutes,
];
