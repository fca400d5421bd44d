import type { AttachmentHash } from '../../base/ids.ts';
import { unreachable } from '../../base/result.ts';
import { noticeOf } from '../../charter/meetings/meeting-rules.ts';
import type { Disagreement } from '../../charter/members/vouched-state.ts';
import type { Circulation, Ended } from '../../charter/group/state.ts';
import type { Meeting, Notice } from '../../charter/meetings/state.ts';
import type { KeptFile } from '../../charter/law/kept.ts';
import type { State } from '../../charter/state.ts';
import { present } from '../../charter/texts/texts.ts';
import { momentIn, spanIn } from '../../conference/reading/zone-words.ts';
import { toMarkdown } from '../../text/markdown.ts';
import { postMessages } from '../messages/index.ts';

/** What the node says itself; or what people wrote, which is set apart so that neither is taken for the other. */
export type Paragraph = string | { readonly theirs: string };

/** What a mail says of something circulated, in one language; how it looks is for others. */
export interface CirculatedWords {
  readonly heading: string;
  /** Whose act it is; `null`: the conference's own, an adoption. */
  readonly from: string | null;
  readonly facts: readonly (readonly [string, string])[];
  readonly paragraphs: readonly Paragraph[];
  readonly files: readonly KeptFile[];
  /** The path of its page below the conference's. */
  readonly path: string;
  readonly read: string;
}

export interface WordsAsked {
  readonly state: State;
  readonly circulation: Circulation;
  readonly language: string;
  /** The reader's zone, for what is due; a meeting is told in the zone of its place. */
  readonly zone: string;
  /** The words of attachments, where they are not erased. */
  readonly attached: (hash: AttachmentHash) => string | null;
}

/** The longest text that a mail carries whole, in UTF-16 units. */
const LONGEST = 60_000;

export const circulatedWords = (asked: WordsAsked): CirculatedWords => {
  const { circulation, language } = asked;
  const t = postMessages(language).circulated;
  const { what } = circulation;
  const read = t.read[what.kind];
  switch (what.kind) {
    case 'letter':
      return { ...letterWords(asked, what.letter), path: `/letters/${what.letter}`, read };
    case 'notice':
      return { ...noticeWords(asked, what.meeting, what.notice), path: `/meetings/${what.meeting}`, read };
    case 'cancellation':
      return { ...cancelledWords(asked, what.meeting), path: `/meetings/${what.meeting}`, read };
    case 'summary':
      return { ...summaryWords(asked, what), path: `/meetings/${what.meeting}/summary`, read };
    case 'observation':
      return { ...observationWords(asked, what.observation), read };
    case 'text':
      return { ...adoptedWords(asked, what.text), path: `/decisions/${what.text}`, read };
    case 'help':
      return { ...helpWords(asked, what.help), path: '/help', read };
    case 'outcome':
      return { ...endedWords(asked, what.of), read };
    default:
      return unreachable(what);
  }
};

type Said = Omit<CirculatedWords, 'read' | 'path'>;

const nameOf = ({ state }: WordsAsked, id: Parameters<State['organisations']['get']>[0]): string =>
  state.organisations.get(id)?.name ?? id;

const found = <T>(item: T | undefined): T => {
  if (item === undefined) throw new TypeError('A circulation of what is not there');
  return item;
};

const prose = (asked: WordsAsked, text: string): readonly Paragraph[] => {
  const t = postMessages(asked.language).circulated;
  const paragraphs = text
    .slice(0, LONGEST)
    .split(/\n{2,}/u)
    .map((theirs) => ({ theirs }));
  return text.length > LONGEST ? [...paragraphs, t.tooLong] : paragraphs;
};

const letterWords = (asked: WordsAsked, number: number): Said => {
  const t = postMessages(asked.language).circulated;
  const letter = found(asked.state.letters[number - 1]);
  const words = letter.words === null ? '' : asked.attached(letter.words);
  return {
    heading: t.heading.letter(letter.reference, letter.subject),
    from: nameOf(asked, letter.by),
    facts: [],
    paragraphs: words === null ? [t.erased] : words === '' ? [] : prose(asked, words),
    files: letter.files,
  };
};

/** A meeting in a line, as its notice has it. */
const meetingLine = ({ language }: WordsAsked, { kind }: Meeting, { starts, ends, zone }: Notice): string =>
  postMessages(language).circulated.heading[kind](spanIn(starts, ends, zone, language));

const noticeFacts = ({ language }: WordsAsked, notice: Notice): Said['facts'] => {
  const t = postMessages(language).circulated;
  const { starts, ends, zone, place, link, languages } = notice;
  const names = new Intl.DisplayNames([language], { type: 'language' });
  return [
    [t.when, spanIn(starts, ends, zone, language)],
    [t.place, place ?? t.online],
    ...(link === null ? [] : [[t.joining, link] as const]),
    [t.languages, languages.map((tag) => names.of(tag) ?? tag).join(', ')],
  ];
};

const noticeWords = (asked: WordsAsked, number: number, place: number): Said => {
  const t = postMessages(asked.language).circulated;
  const meeting = found(asked.state.meetings[number - 1]);
  const notice = found(meeting.notices[place - 1]);
  const line = meetingLine(asked, meeting, notice);
  return {
    heading: place === 1 ? line : t.heading.changed(line),
    from: nameOf(asked, notice.by),
    facts: noticeFacts(asked, notice),
    paragraphs: [
      ...(meeting.stage === 'called' ? [t.called] : []),
      ...(notice.words === null ? [] : prose(asked, notice.words)),
    ],
    files: [],
  };
};

const cancelledWords = (asked: WordsAsked, number: number): Said => {
  const t = postMessages(asked.language).circulated;
  const meeting = found(asked.state.meetings[number - 1]);
  return {
    heading: t.heading.cancellation(meetingLine(asked, meeting, noticeOf(meeting))),
    from: nameOf(asked, meeting.by),
    facts: [],
    paragraphs: prose(asked, meeting.cancelled?.reason ?? ''),
    files: [],
  };
};

const summaryWords = (asked: WordsAsked, what: { readonly meeting: number; readonly version: number }): Said => {
  const t = postMessages(asked.language).circulated;
  const meeting = found(asked.state.meetings[what.meeting - 1]);
  const version = found(meeting.summary?.versions[what.version - 1]);
  const line = meetingLine(asked, meeting, noticeOf(meeting));
  const deadline = meeting.summary?.deadline ?? null;
  return {
    heading: `${t.heading.summary(what.version)}: ${line}`,
    from: nameOf(asked, version.by),
    facts: [],
    paragraphs: [
      ...(deadline === null ? [] : [t.correctUntil(momentIn(deadline, asked.zone, asked.language))]),
      ...prose(asked, version.clauses.map(({ words }) => words).join('\n\n')),
    ],
    files: [],
  };
};

const observationWords = (asked: WordsAsked, number: number): Omit<CirculatedWords, 'read'> => {
  const t = postMessages(asked.language).circulated;
  const observation = found(asked.state.observations[number - 1]);
  const text = found(asked.state.texts[observation.text - 1]);
  const by = nameOf(asked, observation.by);
  return {
    heading: t.heading.observation(present(text).title),
    from: by,
    facts: [],
    paragraphs: [t.observationBy[observation.kind](by), ...prose(asked, observation.words)],
    files: [],
    path: `/texts/${text.number}/observations`,
  };
};

const adoptedWords = (asked: WordsAsked, number: number): Said => {
  const t = postMessages(asked.language).circulated;
  const text = found(asked.state.texts[number - 1]);
  const outcome = text.decision?.outcome ?? null;
  const { title, clauses } = present(text);
  const how = outcome === null || outcome.result === 'not-adopted' ? [] : [t.adopted[outcome.result]];
  return {
    heading: t.heading.text(outcome?.symbol ?? '', title),
    from: null,
    facts: [],
    paragraphs: [...how, ...prose(asked, toMarkdown({ title, clauses }))],
    files: [],
  };
};

const helpWords = (asked: WordsAsked, number: number): Said => {
  const t = postMessages(asked.language).circulated;
  const request = found(asked.state.help[number - 1]);
  const { until } = request;
  return {
    heading: t.heading.help[request.what],
    from: nameOf(asked, request.by),
    facts: [],
    paragraphs: [
      ...prose(asked, request.words),
      ...(until === null ? [] : [t.helpUntil(momentIn(until, asked.zone, asked.language))]),
    ],
    files: [],
  };
};

const endedWords = (asked: WordsAsked, of: Ended): Omit<CirculatedWords, 'read'> => {
  switch (of.kind) {
    case 'proposal':
      return { ...proposalWords(asked, of), path: `/texts/${of.text}/proposals` };
    case 'application':
      return { ...admissionWords(asked, of), path: `/participants/${of.organisation}` };
    case 'recovery':
      return recoveryWords(asked, of);
    case 'summary':
      return { ...approvalWords(asked, of), path: `/meetings/${of.meeting}/summary` };
    default:
      return unreachable(of);
  }
};

type EndedOf<K extends Ended['kind']> = Extract<Ended, { readonly kind: K }>;

const proposalWords = (asked: WordsAsked, of: EndedOf<'proposal'>): Said => {
  const t = postMessages(asked.language).circulated;
  const text = found(asked.state.texts[of.text - 1]);
  const { what, by, reason, outcome, disagreements } = found(text.proposals[of.proposal - 1]);
  const stands = outcome === 'agreed';
  const { title } = present(text);
  return {
    heading: t.heading.proposal[stands ? 'agreed' : 'refused'](title),
    from: null,
    facts: [],
    paragraphs: [
      t.proposed(nameOf(asked, by), t.proposal[what.kind]),
      ...prose(asked, reason),
      stands ? t.nobodyDisagreed : t.notSo,
      ...disagreed(asked, disagreements),
    ],
    files: [],
  };
};

const admissionWords = (asked: WordsAsked, of: EndedOf<'application'>): Said => {
  const t = postMessages(asked.language).circulated;
  const { admitted, disagreements } = found(
    asked.state.organisations.get(of.organisation)?.applications[of.application - 1],
  );
  const name = nameOf(asked, of.organisation);
  return {
    heading: t.heading.admission[admitted === null ? 'refused' : 'agreed'](name),
    from: null,
    facts: [],
    paragraphs: [admitted === null ? t.notSo : t.nobodyDisagreed, ...disagreed(asked, disagreements)],
    files: [],
  };
};

const recoveryWords = (asked: WordsAsked, of: EndedOf<'recovery'>): Omit<CirculatedWords, 'read'> => {
  const t = postMessages(asked.language).circulated;
  const { organisation, stage, disagreements } = found(asked.state.recoveries[of.recovery - 1]);
  const isNew = stage.kind === 'replaced';
  return {
    heading: t.heading.recovery[isNew ? 'agreed' : 'refused'](nameOf(asked, organisation)),
    from: null,
    facts: [],
    paragraphs: [isNew ? t.nobodyDisagreed : t.notSo, ...disagreed(asked, disagreements)],
    files: [],
    path: `/participants/${organisation}`,
  };
};

const approvalWords = (asked: WordsAsked, of: EndedOf<'summary'>): Said => {
  const t = postMessages(asked.language).circulated;
  const meeting = found(asked.state.meetings[of.meeting - 1]);
  const isApproved = (meeting.summary?.approved ?? null) !== null;
  return {
    heading: t.heading.record[isApproved ? 'agreed' : 'refused'](meetingLine(asked, meeting, noticeOf(meeting))),
    from: null,
    facts: [],
    paragraphs: [isApproved ? t.nobodyCorrects : t.corrected],
    files: [],
  };
};

/** Who disagreed to the end, and why. */
const disagreed = (asked: WordsAsked, disagreements: readonly Disagreement[]): readonly Paragraph[] => {
  const t = postMessages(asked.language).circulated;
  return disagreements
    .filter(({ withdrawn }) => withdrawn === null)
    .flatMap(({ by, reasons }) => [t.observationBy.disagreement(nameOf(asked, by)), ...prose(asked, reasons)]);
};
