import type { FoundingMeeting } from '../../charter/members/founding-state.ts';
import { type Passing, passing } from './passing.ts';
import { commonNow } from './common-kept.ts';
import { type MeansReader, createMeansReader } from './reader-means.ts';
import { type MeetingReader, createMeetingReader } from './reader-meetings.ts';
import { withoutApplications } from './organisation-seen.ts';
import { type PurposeReader, createPurposeReader } from './reader-purpose.ts';
import { type PublicationReader, createPublicationReader } from './reader-publications.ts';
import type { Final } from '../../charter/final/final.ts';
import { finalOf } from '../../charter/final/final-of.ts';
import { finalFoundingOf } from '../../charter/final/founding.ts';
import { type FinalStatement, finalStatementOf } from '../../charter/final/statement.ts';
import type { AttachmentHash, OrganisationId } from '../../base/ids.ts';
import type { Instant } from '../../base/time.ts';
import type { CommonProblem, Tried } from '../../charter/common/problem.ts';
import type { Kept } from '../../charter/law/kept.ts';
import type { Matter } from '../../charter/law/matter.ts';
import type { Rules } from '../../charter/law/rules.ts';
import { matterOfObservation } from '../../charter/decisions/observations.ts';
import { participants } from '../../charter/members/organisations.ts';
import { frictionOf, outcomeAt } from '../../charter/decisions/outcome.ts';
import { isUnopposed } from '../../charter/texts/agreement.ts';
import { openRefusal, reviseRefusal, withdrawRefusal } from '../../charter/texts/powers.ts';
import type { Clause } from '../../text/clause.ts';
import { secondsNeeded, secondsOf } from '../../charter/texts/seconding.ts';
import { ownerOf, present, rapporteurOf } from '../../charter/texts/texts.ts';
import { rectified } from '../../charter/texts/rectified.ts';
import { newLive } from '../../charter/texts/live.ts';
import { translationsOfPresent } from '../../charter/texts/translations.ts';
import type { Observation } from '../../charter/decisions/observation-state.ts';
import type { Piece } from '../../charter/history/state.ts';
import type { Statement } from '../../charter/decisions/statement-state.ts';
import { type InForce, rulesInForce } from '../../charter/law/charter.ts';
import type { Key, Organisation, Recovery } from '../../charter/members/organisation-state.ts';
import type { State } from '../../charter/state.ts';
import type { Amendment, Decision, Friction, Outcome, Text } from '../../charter/texts/state.ts';
import type { Mandate } from '../../charter/group/mandate-state.ts';
import type { Meeting } from '../../charter/meetings/state.ts';
import { type Viewer, isMember, matterOfOrganisation, maySee } from '../../charter/visibility.ts';

/**
 * The state as one viewer may see it: the only way in which pages, feeds and answers read. What may not be seen is not
 * there: lists leave it out, a look-up answers `null`, and a text that is public has no amendments, positions,
 * consultations or debate, has its final version as its only revision, and is translated as far as its final words are. Like the state itself a reader is good until the next `await`.
 */
export interface Reader extends MeetingReader, MeansReader, PurposeReader, PublicationReader {
  readonly viewer: Viewer;
  /** Whether the viewer is a participant or, while the conference is being founded, a founder. */
  readonly member: boolean;
  /** How many entries the record has. */
  readonly size: number;
  readonly founded: State['founded'];
  /** The charter in force; while the conference is being founded, the one to be signed, for its founders. */
  readonly charter: () => InForce | null;
  /** The rules of the charter in force, where the viewer may see it. */
  readonly rules: () => Rules;
  readonly earlierCharters: () => readonly InForce[];
  /** Where and when the founders meet or met; `null`: in writing. */
  readonly foundingMeeting: () => FoundingMeeting | null;
  readonly organisations: () => readonly Organisation[];
  readonly organisation: (id: OrganisationId) => Organisation | null;
  readonly participants: () => readonly Organisation[];
  readonly texts: () => readonly Text[];
  readonly text: (number: number) => Text | null;
  /** An adopted text as all its forms give it; `null` of any other, and to those who may not see it. */
  readonly final: (text: Pick<Text, 'number'>) => Final | null;
  /** The pages of the conference's own, by their short addresses, with the numbers of their texts. */
  readonly pages: () => ReadonlyMap<string, number>;
  /** As {@link Reader.final}, of the charter with which the conference was founded; `null` until it is. */
  readonly finalFounding: () => Final | null;
  /** As {@link Reader.final}, of a statement. */
  readonly finalStatement: (number: number) => FinalStatement | null;
  /** The principles in force as they are to be read, with every slip that was put right in them. */
  readonly principles: () => readonly Clause[];
  /** Whose text it is: who may withdraw it and put it to decision. */
  readonly owner: (text: Text) => OrganisationId;
  /** Who proposes its revisions, until it is taken in principle. */
  readonly rapporteur: (text: Text) => OrganisationId;
  /** Whether this organisation may publish its next revision, withdraw it, or put it to decision: in this meeting, or (`null`) in writing. */
  readonly mayRevise: (text: Text, id: OrganisationId) => boolean;
  readonly mayWithdraw: (text: Text, id: OrganisationId) => boolean;
  readonly mayDecide: (text: Text, id: OrganisationId, meeting: Meeting | null) => boolean;
  /** How many others must second a text before it is dealt with, and who does; `null`: none must, or it was taken in principle. */
  readonly seconding: (text: Text) => { readonly needed: number; readonly by: readonly OrganisationId[] } | null;
  /** The last mandate to complete it, in force or not; `null`: it was never taken in principle. */
  readonly mandateOf: (text: Text) => Mandate | null;
  /** Whether an open amendment is agreed when its period passes, if nothing changes; `false` for those who may not see positions. */
  readonly unopposed: (text: Text, amendment: Amendment) => boolean;
  /** A text's points of friction now; none are shown to those who may not see positions. */
  readonly friction: (text: Text) => readonly Friction[];
  /** What something open still needs to come about, from whom and by when; `null`: it is not open, or that is not for the viewer. */
  readonly toPass: Passing;
  /** What a decision would come to if it ended at `at`, or `null` for those who may not see the answers. */
  readonly outlook: (text: Text, at: Instant) => Outcome | null;
  /**
   * What could be signed of a text under negotiation, and by whom, as a question; `null` for those who may not see positions. `tried`:
   * stands that the viewer's own organisation tries out, told to nobody.
   */
  readonly common: (text: Text, tried?: readonly Tried[]) => CommonProblem | null;
  readonly statements: () => readonly Statement[];
  readonly statement: (number: number) => Statement | null;
  /** What was brought of the time before the record, by number. */
  readonly archive: () => readonly Piece[];
  readonly piece: (number: number) => Piece | null;
  /** The piece that ever named this paper. */
  readonly pieceNaming: (hash: AttachmentHash) => Piece | null;
  /** Observations on one text, or on all. */
  readonly observations: (text?: number) => readonly Observation[];
  readonly observation: (number: number) => Observation | null;
  readonly recoveries: () => readonly Recovery[];
  /** An organisation's keys, invitations among them, the ones that ended too. */
  readonly keys: (id: OrganisationId) => readonly Key[];
  /** What is known of something beside the record: whose it is, and whether it was erased; to its own organisation and to members. */
  readonly kept: (hash: AttachmentHash) => Kept | null;
  readonly may: (matter: Matter, about?: OrganisationId) => boolean;
}

export const createReader = (state: State, viewer: Viewer): Reader => {
  const may = (matter: Matter, about?: OrganisationId): boolean => maySee(state, viewer, matter, about ?? null);
  const rooms = { ...createMeetingReader(state, may), ...createMeansReader(state, may) };

  const seenOrganisation = (organisation: Organisation): Organisation | null => {
    if (!may(matterOfOrganisation(state, organisation), organisation.id)) return null;
    return {
      ...organisation,
      delegates: may('delegate', organisation.id) ? organisation.delegates : [],
      ...(may('application', organisation.id) ? {} : withoutApplications(organisation)),
    };
  };

  /** Of an adopted text: when, where and how it became final is published (13.3). */
  const seenDecision = (decision: Decision): Decision => {
    const { meeting, outcome } = decision;
    return {
      ...decision,
      revision: 1,
      meeting: meeting === null || rooms.meeting(meeting) === null ? null : meeting,
      outcome: outcome === null || may('answers') ? outcome : { ...outcome, answers: [], friction: [], obstacles: [] },
    };
  };

  const seenText = (text: Text): Text | null => {
    if (may('text')) return text;
    if (text.stage !== 'adopted' || !may('adopted-text')) return null;
    const { decision } = text;
    return {
      ...text,
      revisions: [final(text)],
      rapporteur: null,
      failed: [],
      weights: new Map(),
      threads: may('debate') ? text.threads : [],
      proposals: [],
      openProposals: [],
      translations: translationsOfPresent(text),
      amendments: may('amendment') ? text.amendments : [],
      live: may('amendment') ? text.live : newLive([]),
      positions: may('position') ? text.positions : [],
      standing: may('position') ? text.standing : new Map(),
      consultations: may('consultation') ? text.consultations : [],
      decision: decision && seenDecision(decision),
      // Counted by themselves: by how many proposals there were between them nobody counts those.
      rectifications: text.rectifications.map((slip, i) => ({ ...slip, proposal: i + 1 })),
      signatures: may('signature') ? text.signatures : new Map(),
    };
  };

  const seenObservation = (observation: Observation): Observation | null => {
    if (!may(matterOfObservation(state, observation))) return null;
    return may('circulation') ? observation : { ...observation, circulation: [] };
  };

  const seenStatement = (statement: Statement): Statement | null => {
    if (!may('statement')) return null;
    const seen = [...statement.invited].filter(([id]) => statement.signatures.has(id) || may('invited', id));
    return seen.length === statement.invited.size ? statement : { ...statement, invited: new Map(seen) };
  };

  const all = <T>(items: Iterable<T>, seen: (item: T) => T | null): readonly T[] =>
    [...items].flatMap((item) => seen(item) ?? []);
  const one = <T>(item: T | undefined, seen: (item: T) => T | null): T | null =>
    item === undefined ? null : seen(item);
  /** What was asked for, for a page asks for the same few things again and again. */
  const met = new Map<OrganisationId, Organisation | null>();
  const rubs = new Map<Text, readonly Friction[]>();
  let here: readonly Organisation[] | null = null;
  const pieceAt = (number: number): Piece | null => (may('archive') ? (state.archive[number - 1] ?? null) : null);
  const charterMatter: Matter = state.founded === null ? 'founding' : 'charter';
  const charter = (): InForce | null => (may(charterMatter) ? state.charter : null);

  return {
    ...rooms,
    ...createPurposeReader(state, may),
    ...createPublicationReader(state, may),
    viewer,
    member: isMember(state, viewer),
    size: state.size,
    founded: state.founded,
    charter,
    rules: () => rulesInForce({ charter: charter() }),
    foundingMeeting: () => (may(charterMatter) ? state.foundingMeeting : null),
    earlierCharters: () => (may(charterMatter) ? state.earlierCharters : []),
    organisations: () => all(state.organisations.values(), seenOrganisation),
    organisation: (id) => {
      if (!met.has(id)) met.set(id, one(state.organisations.get(id), seenOrganisation));
      return met.get(id) ?? null;
    },
    participants: () => (here ??= all(participants(state), seenOrganisation)),
    texts: () => all(state.texts, seenText),
    text: (number) => one(state.texts[number - 1], seenText),
    pages: () => (may('adopted-text') ? state.pages : new Map()),
    finalFounding: () => (may('charter') ? finalFoundingOf(state) : null),
    finalStatement: (number) => {
      const statement = state.statements[number - 1];
      return statement === undefined || !may('statement') ? null : finalStatementOf(state, statement);
    },
    final: ({ number }) => {
      const text = state.texts[number - 1];
      return text === undefined || !may('adopted-text') ? null : finalOf(state, text);
    },
    principles: () => {
      const { charter, earlierCharters } = state;
      if (charter === null || !may(charterMatter)) return [];
      // An assembly that moves the seat leaves the words as they are.
      const worded = [...earlierCharters, charter].findLast(({ source }) => source.kind !== 'seat')?.source;
      const text = worded?.kind === 'text' ? state.texts[worded.text - 1] : undefined;
      return text === undefined ? charter.charter.principles : rectified(text);
    },
    owner: (text) => ownerOf(state, text),
    rapporteur: (text) => rapporteurOf(state, text),
    mayRevise: (text, id) => reviseRefusal(state, text, id) === null,
    mayWithdraw: (text, id) => withdrawRefusal(state, text, id) === null,
    mayDecide: (text, id, meeting) => openRefusal(state, text, id, meeting) === null,
    seconding: ({ cosponsors, principle }) => {
      const needed = secondsNeeded(state);
      return needed === 0 || principle !== null ? null : { needed, by: secondsOf(state, cosponsors) };
    },
    mandateOf: (text) => rooms.mandate(text.principle?.mandates.at(-1) ?? 0),
    unopposed: (text, amendment) => may('position') && isUnopposed(state, text, amendment),
    friction: (text) => {
      if (!may('position')) return [];
      const found = rubs.get(text) ?? frictionOf(state, text);
      rubs.set(text, found);
      return found;
    },
    toPass: passing(state, may),
    outlook: (text, at) => (may('answers') ? outcomeAt(state, text, at) : null),
    common: (text, tried = []) => {
      if (!may('position') || (text.stage !== 'negotiation' && text.stage !== 'decision')) return null;
      const now = commonNow(state, text);
      return tried.length > 0 && viewer.kind === 'organisation' ? now.trying(viewer.id, tried) : now;
    },
    statements: () => all(state.statements, seenStatement),
    statement: (number) => one(state.statements[number - 1], seenStatement),
    archive: () => (may('archive') ? state.archive : []),
    piece: pieceAt,
    pieceNaming: (hash) => {
      const subject = state.attachments.get(hash)?.subjects.find((one) => one.startsWith('archive/'));
      return subject === undefined ? null : pieceAt(Number(subject.slice('archive/'.length)));
    },
    observations: (text) =>
      all(
        text === undefined ? state.observations : state.observations.filter((observation) => observation.text === text),
        seenObservation,
      ),
    observation: (number) => one(state.observations[number - 1], seenObservation),
    recoveries: () => (may('recovery') ? state.recoveries : []),
    keys: (id) => (may('key', id) ? [...state.keys.values()].filter((key) => key.organisation === id) : []),
    kept: (hash) => {
      const kept = state.attachments.get(hash);
      return kept !== undefined && may('erasure', kept.by) ? kept : null;
    },
    may,
  };
};

/**
 * A text's final version as those see it who may not see how it came about: as if it had been tabled so. The hash of another revision would let anybody try
 * what its words were, and numbers would tell how much there was to negotiate.
 */
const final = (text: Text): Text['revisions'][number] => {
  const { by, tabled } = text;
  return { ...present(text), number: 1, by, on: tabled, tookIn: [], note: null, objections: [] };
};
