import type { ClauseId, OrganisationId } from '../../base/ids.ts';
import { unreachable } from '../../base/result.ts';
import type { Instant } from '../../base/time.ts';
import { agendaOf } from '../../charter/meetings/agenda.ts';
import { noticeOf } from '../../charter/meetings/meeting-rules.ts';
import type { Call, Meeting } from '../../charter/meetings/state.ts';
import type { Decision, Text } from '../../charter/texts/state.ts';
import { present } from '../../charter/texts/texts.ts';
import type { Clause } from '../../text/clause.ts';
import { type SummaryEvent, summaryEvents } from './summary-events.ts';
import type { SummaryWords } from './summary-words.ts';
import { dateIn, momentIn, timeIn } from './zone-words.ts';

/** The summary record as what happened writes it: drafted, for people to edit. Organisations speak in it, and no person is named. */

export interface SummaryScene {
  readonly meeting: Meeting;
  /** The texts that were put to decision in the room. */
  readonly decided: readonly Text[];
  /** How many take part in the conference, and who. */
  readonly participants: readonly OrganisationId[];
  readonly name: (id: OrganisationId) => string;
  readonly title: (text: number) => string;
  /** What an adopted text is cited by. */
  readonly citation: (text: Text) => string;
  /** Names as one list, in the language of the draft. */
  readonly list: (names: readonly string[]) => string;
  /** The language of the draft, in which {@link SummaryWords} are. */
  readonly language: string;
}

export const draftSummary = (scene: SummaryScene, words: SummaryWords): readonly Clause[] => {
  const sheet = createSheet();
  opening(scene, words, sheet);
  /** `undefined`: a sitting has begun, and nothing in it yet. */
  let item: number | null | undefined = null;
  let spoke: string[] = [];
  const endSpeeches = (): void => {
    if (spoke.length > 0) sheet.add('operative', 'spoke', words.spoke(scene.list(spoke)));
    spoke = [];
  };
  for (const event of summaryEvents(scene.meeting, scene.decided)) {
    if (event.kind !== 'speech') endSpeeches();
    const about = itemOf(event);
    if (about !== undefined && about !== item) {
      endSpeeches();
      item = about;
      sheet.add('heading', item === null ? 'matters' : `item-${item}`, titleOf(scene, words, item));
    }
    if (event.kind === 'opened' && event.place > 1) item = undefined;
    if (event.kind === 'speech') {
      const name = scene.name(event.speech.by);
      spoke.push(event.speech.kind === 'speech' ? name : words.order(name));
    } else tell(scene, words, sheet, event);
  }
  endSpeeches();
  return sheet.clauses();
};

/** The item that an event belongs under; `undefined`: to whichever is discussed. */
const itemOf = (event: SummaryEvent): number | null | undefined => {
  if (event.kind === 'item') return event.item;
  if (event.kind === 'speech') return event.speech.item;
  return event.kind === 'call' && event.call.question.kind !== 'agenda' ? event.call.item : undefined;
};

const titleOf = ({ meeting }: SummaryScene, words: SummaryWords, number: number | null): string => {
  const item = number === null ? undefined : meeting.items[number - 1];
  if (item === undefined) return words.head.none;
  return words.head.item(agendaOf(meeting).indexOf(item) + 1, item.title);
};

/** Clauses with ids that tell what they are about, each once. */
const createSheet = () => {
  const made: Clause[] = [];
  const ids = new Set<string>();
  return {
    clauses: (): readonly Clause[] => made,
    add: (kind: 'heading' | 'operative' | 'point', about: string, words: string): void => {
      let id = about;
      for (let n = 2; ids.has(id); n += 1) id = `${about}-${n}`;
      ids.add(id);
      // A clause is one paragraph, whatever was quoted into it.
      const line = words.replaceAll(/\s+/gu, ' ').trim();
      made.push({ id: id as ClauseId, kind, ...(kind === 'point' ? { level: 1 } : {}), words: line });
    },
  };
};

type Sheet = ReturnType<typeof createSheet>;

/** The time of day; on another day than the first with its day. */
const clock = ({ meeting, language }: SummaryScene, at: Instant): string => {
  const { zone, starts } = noticeOf(meeting);
  const [day, first] = [at, meeting.sittings[0]?.opened.at ?? starts].map((one) => dateIn(one, zone, language));
  const time = timeIn(at, zone, language);
  return day === first ? time : `${day}, ${time}`;
};

const momentOf = ({ meeting, language }: SummaryScene, at: Instant): string =>
  momentIn(at, noticeOf(meeting).zone, language);

const opening = (scene: SummaryScene, words: SummaryWords, { add }: Sheet): void => {
  const { meeting, name, participants, list, language } = scene;
  const { zone, place, starts } = noticeOf(meeting);
  const day = dateIn(meeting.sittings[0]?.opened.at ?? starts, zone, language);
  add('operative', 'met', `${words.met[meeting.kind](day, place)} ${words.convened(name(meeting.by))}`);
  add('heading', 'presence', words.head.present);
  add('operative', 'present', words.present(meeting.present.size, participants.length));
  for (const [place, [id, { came, left }]] of [...meeting.present].entries())
    add('point', `here-${place + 1}`, words.from(name(id), clock(scene, came.at), left && clock(scene, left.at)));
  const absent = participants.filter((id) => !meeting.present.has(id)).map(name);
  if (absent.length > 0) add('operative', 'absent', words.absent(list(absent)));
  if (meeting.guests.length > 0) add('operative', 'guests', words.guests);
  for (const { number, capacity, from, by } of meeting.guests)
    add('point', `guest-${number}`, words.guest[capacity](from, name(by)));
  for (const { member, substitute } of meeting.stoodIn)
    add('operative', 'stood-in', words.stoodIn(name(substitute), name(member)));
};

const tell = (
  scene: SummaryScene,
  words: SummaryWords,
  sheet: Sheet,
  event: Exclude<SummaryEvent, { readonly kind: 'speech' }>,
): void => {
  const { add } = sheet;
  switch (event.kind) {
    case 'opened': {
      const { place, sitting } = event;
      add('heading', `sitting-${place}`, words.head.sitting(place));
      return add('operative', `opened-${place}`, words.opened(momentOf(scene, event.at), scene.name(sitting.by)));
    }
    case 'chair':
      return add('operative', 'chair', words.chair(scene.name(event.chair.organisation), clock(scene, event.at)));
    case 'item': {
      const by = scene.meeting.items[event.item - 1]?.by;
      return by === undefined
        ? undefined
        : add('operative', `taken-${event.item}`, words.taken(clock(scene, event.at), scene.name(by)));
    }
    case 'call':
      add('operative', `call-${event.call.number}`, callText(scene, words, event.call));
      return adoptedAgenda(scene, words, sheet, event.call);
    case 'decision':
      return add('operative', `text-${event.text.number}`, decisionText(scene, words, event));
    case 'closed': {
      const { resumes } = event.sitting;
      const time = clock(scene, event.at);
      return add(
        'operative',
        'closed',
        resumes === null ? words.ended(time) : words.adjourned(time, momentOf(scene, resumes)),
      );
    }
    default:
      return unreachable(event);
  }
};

/** The items of an agenda, below the call by which it was adopted. */
const adoptedAgenda = (
  { meeting, name }: SummaryScene,
  words: SummaryWords,
  { add }: Sheet,
  { question, outcome }: Call,
): void => {
  if (question.kind !== 'agenda' || outcome?.result !== 'consensus') return;
  for (const number of question.items) {
    const item = meeting.items[number - 1];
    if (item !== undefined) add('point', `agenda-${number}`, words.proposed(item.title, name(item.by)));
  }
};

const callText = (scene: SummaryScene, words: SummaryWords, call: Call): string => {
  const { answers, outcome } = call;
  const said = [...answers].flatMap(([id, { stand, reason }]) =>
    stand === 'agree' || (outcome !== null && !outcome.present.includes(id))
      ? []
      : [words.stand[stand](scene.name(id), reason)],
  );
  return [questionText(scene, words, call), ...said, outcomeText(words, call)].join(' ');
};

const questionText = (scene: SummaryScene, { call: words, nth }: SummaryWords, { question, by: id }: Call): string => {
  const by = scene.name(id);
  switch (question.kind) {
    case 'agenda':
      return words.agenda(by);
    case 'chair':
      return words.chair(by, scene.name(question.organisation));
    case 'election': {
      const [members, substitutes] = [question.members, question.substitutes].map((ids) => ids.map(scene.name));
      return words.election(
        by,
        scene.list(members ?? []),
        substitutes?.length === 0 ? null : (substitutes ?? []).join(', '),
      );
    }
    case 'principle':
      return words.principle(
        by,
        scene.title(question.text),
        question.to === 'group' ? null : scene.list(question.to.map(scene.name)),
        dateIn(question.until, noticeOf(scene.meeting).zone, scene.language),
        nth[question.latest.of](question.latest.nth),
      );
    case 'mandate':
      return words.mandate(by, question.task, dateIn(question.until, noticeOf(scene.meeting).zone, scene.language));
    case 'treasurer':
      return words.treasurer(
        by,
        question.organisation === null ? null : scene.name(question.organisation),
        dateIn(question.until, noticeOf(scene.meeting).zone, scene.language),
      );
    case 'admission':
      return words.admission(by, scene.name(question.organisation));
    case 'seat':
      return words.seat(by, question.seat);
    case 'words':
      return words.words(by, question.words, question.under);
    default:
      return unreachable(question);
  }
};

const outcomeText = ({ call: words, adopted }: SummaryWords, { question, outcome }: Call): string => {
  switch (outcome?.result) {
    case undefined:
      return words.open;
    case 'no-quorum':
      return words.noQuorum(outcome.present.length, outcome.quorum);
    case 'not-agreed':
      return words.notAgreed;
    case 'overtaken':
      return words.overtaken;
    case 'too-few-answers':
      return words.tooFew;
    case 'consensus':
      return question.kind === 'agenda' ? adopted : words.consensus(outcome.present.length);
  }
};

const decisionText = (
  { name, citation }: SummaryScene,
  words: SummaryWords,
  { text, decision }: { readonly text: Text; readonly decision: Decision },
): string => {
  const { outcome, by } = decision;
  const said = (outcome?.answers ?? []).flatMap(({ organisation, stand, reason, silent }) =>
    silent || (stand !== 'object' && stand !== 'stand-aside') ? [] : [words.stand[stand](name(organisation), reason)],
  );
  const result = outcome === null ? words.text.open : words.text.result[outcome.result](citation(text));
  return [words.text.opened(name(by), present(text).title), ...said, result].join(' ');
};
