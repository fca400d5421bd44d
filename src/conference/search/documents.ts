import type { AttachmentHash, ClauseId, OrganisationId } from '../../base/ids.ts';
import { unreachable } from '../../base/result.ts';
import { ruleOf } from '../../charter/acts.ts';
import { isErased } from '../../charter/brought/attachments.ts';
import { applicationOf } from '../../charter/members/admission.ts';
import { printedNow } from '../../charter/members/names.ts';
import type { Organisation } from '../../charter/members/organisation-state.ts';
import type { InForce } from '../../charter/law/charter.ts';
import type { Papers } from '../../charter/history/piece.ts';
import type { Piece } from '../../charter/history/state.ts';
import { maySeeEntry } from '../../charter/sight/visibility-entries.ts';
import type { State } from '../../charter/state.ts';
import type { Reader } from '../reading/reader.ts';
import type { RecordEntry } from '../types.ts';
import type { Cluster, Document } from './document.ts';
import { documentsOfPiece } from './of-archive.ts';
import { documentsOfPeriodical } from './of-publications.ts';
import { documentsOfAccount, documentsOfExpense, documentsOfPeriod, documentsOfTransaction } from './of-means.ts';
import { documentsOfGroup, documentsOfHelp, documentsOfLetter, documentsOfMeeting } from './of-meetings.ts';
import { documentsOfAction, documentsOfAppeal, documentsOfReport } from './of-purpose.ts';
import { documentsOfObservation, documentsOfStatement, documentsOfText, joined } from './of-texts.ts';

/**
 * What a reader can find, cluster by cluster: made of what the reader shows and of nothing else, so that who finds what follows from the one table. Names of persons are no part of it: nobody is to be looked up here.
 */

/** What documents are made of that is no part of the state: it is fetched before. */
export interface Beside {
  readonly attached: ReadonlyMap<AttachmentHash, string>;
  readonly entries: ReadonlyMap<number, RecordEntry>;
}

type NumberedCluster = Cluster extends infer One ? (One extends `${infer Name}/${string}` ? Name : never) : never;

/** The number in the name of a cluster. */
const numberIn = (cluster: Cluster): number => Number(cluster.slice(cluster.indexOf('/') + 1));

/** The attachments whose words a cluster's documents need. */
export const attachmentsIn = (reader: Reader, cluster: Cluster): readonly AttachmentHash[] => {
  if (cluster.startsWith('archive/')) return known(lastPapers(reader.piece(numberIn(cluster)))?.words);
  if (cluster.startsWith('letters/')) return known(reader.letter(numberIn(cluster))?.words);
  if (!cluster.startsWith('organisations/')) return [];
  const organisation = reader.organisation(cluster.slice('organisations/'.length) as OrganisationId);
  return organisation === null ? [] : known(applicationOf(organisation)?.letter);
};

const lastPapers = (piece: Piece | null): Papers | null => piece?.versions.at(-1)?.papers ?? null;

const known = (hash: AttachmentHash | null | undefined): readonly AttachmentHash[] =>
  hash === null || hash === undefined ? [] : [hash];

export const documentsOf = (
  { state, reader }: { readonly state: State; readonly reader: Reader },
  cluster: Cluster,
  { attached, entries }: Beside,
): readonly Document[] => {
  if (cluster === 'principles') return principlesOf(reader);
  if (cluster === 'group') {
    const now = reader.group();
    return documentsOfGroup(reader.mandates(), [...reader.earlierGroups(), ...(now === null ? [] : [now])]);
  }
  const number = numberIn(cluster);
  const from = <T>(one: T | null | undefined, made: (one: T) => readonly Document[]): readonly Document[] =>
    one === null || one === undefined ? [] : made(one);
  const of = cluster.slice(0, cluster.indexOf('/')) as NumberedCluster;
  switch (of) {
    case 'texts':
      return from(reader.text(number), documentsOfText);
    case 'statements':
      return from(reader.statement(number), documentsOfStatement);
    case 'publications':
      return from(reader.periodical(number), documentsOfPeriodical);
    case 'observations':
      return from(reader.observation(number), documentsOfObservation);
    case 'letters':
      return from(reader.letter(number), (letter) =>
        documentsOfLetter(letter, wordsBeside(state, attached, letter.words)),
      );
    case 'archive':
      return from(reader.piece(number), (piece) =>
        documentsOfPiece(piece, wordsBeside(state, attached, lastPapers(piece)?.words)),
      );
    case 'help':
      return from(reader.help()[number - 1], documentsOfHelp);
    case 'reports':
      return from(reader.report(number), documentsOfReport);
    case 'accounts':
      return from(reader.account(number), documentsOfAccount);
    case 'transactions':
      return from(reader.transaction(number), documentsOfTransaction);
    case 'expenses':
      return from(reader.expenses()[number - 1], documentsOfExpense);
    case 'periods':
      return from(reader.periods()[number - 1], documentsOfPeriod);
    case 'appeals':
      return from(reader.appeal(number), documentsOfAppeal);
    case 'actions':
      return from(reader.action(number), documentsOfAction);
    case 'meetings':
      return from(reader.meeting(number), documentsOfMeeting);
    case 'organisations':
      return from(reader.organisation(cluster.slice('organisations/'.length) as OrganisationId), (one) =>
        documentsOfOrganisation(one, wordsBeside(state, attached, applicationOf(one)?.letter)),
      );
    case 'entries':
      return from(entries.get(number), (entry) => documentsOfEntry({ state, reader }, entry));
    default:
      return unreachable(of);
  }
};

/** Words that are kept beside the record; none where they were erased, also since they were fetched. */
const wordsBeside = (state: State, attached: Beside['attached'], hash: AttachmentHash | null | undefined): string =>
  known(hash).flatMap((one) => (isErased(state, one) ? [] : (attached.get(one) ?? [])))[0] ?? '';

const documentsOfOrganisation = (organisation: Organisation, letter: string): readonly Document[] => {
  const { id, name, gloss, about, website, entered } = organisation;
  const disagreements = applicationOf(organisation)?.disagreements.map(({ reasons }) => reasons) ?? [];
  return [
    {
      key: `organisations/${id}`,
      kind: 'organisation',
      thing: { of: 'organisation', organisation: id },
      entry: entered.index,
      title: gloss === null ? name : `${name} (${gloss})`,
      words: joined(
        ...alsoPrinted(organisation),
        ...about.map((one) => one.words),
        website ?? '',
        letter,
        ...disagreements,
      ),
    },
  ];
};

/** What it and its country are called in print, beyond the names in its title. */
const alsoPrinted = (organisation: Organisation): readonly string[] => {
  const printed = printedNow(organisation);
  return [...printed.slice(2).map(({ name }) => name), ...new Set(printed.map(({ country }) => country))];
};

/** The conference by its name, its seat and its charter's title; the words of a charter that was adopted as a text are found as that. */
const principlesOf = (reader: Reader): readonly Document[] => {
  const charter = reader.charter();
  if (charter === null) return [];
  const { name, title, seat } = charter.charter;
  const part = (clause: ClauseId | null, said: Pick<Document, 'title' | 'words'>): Document => ({
    key: clause === null ? 'principles' : `principles/${clause}`,
    kind: 'text',
    thing: { of: 'principle', clause },
    entry: 0,
    ...said,
  });
  return [
    part(null, { title: name, words: joined(title, seat) }),
    ...([...reader.earlierCharters(), charter].some(isText)
      ? []
      : reader.principles().map(({ id, words }) => part(id, { title: '', words }))),
  ];
};

const isText = ({ source }: InForce): boolean => source.kind === 'text';

/** The most characters of an entry's words that count: a whole text that it brings is found as a text. */
const MOST_OF_ENTRY = 8000;

const documentsOfEntry = (
  { state, reader }: { readonly state: State; readonly reader: Reader },
  { index, act }: RecordEntry,
): readonly Document[] => {
  // What such an entry is to others can change with a key's use; it holds nothing that people wrote to each other.
  if (ruleOf(act).ofKeys === true || !maySeeEntry(state, reader.viewer, index, act)) return [];
  const words = joined(...proseIn(act.body)).slice(0, MOST_OF_ENTRY);
  if (words === '') return [];
  const { organisation: by } = act.by;
  return [
    {
      key: `entries/${index}`,
      kind: 'entry',
      thing: { of: 'entry', entry: index, kind: act.kind, by },
      entry: index,
      title: '',
      words: joined(words, by),
    },
  ];
};

/** Whatever in an act's body is written for people: what has a space in it is no name of a kind, a key or a hash. */
const proseIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return /\s/u.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(proseIn);
};
