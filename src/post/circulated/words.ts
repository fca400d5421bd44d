import { unreachable } from '../../base/result.ts';
import { noticeOf } from '../../charter/meetings/meeting-rules.ts';
import type { Notice } from '../../charter/meetings/state.ts';
import { present } from '../../charter/texts/texts.ts';
import { momentIn, spanIn } from '../../conference/reading/zone-words.ts';
import { toMarkdown } from '../../text/markdown.ts';
import { postMessages } from '../messages/index.ts';
import { type CirculatedWords, type Said, type WordsAsked, found, meetingLine, nameOf, prose } from './asked.ts';
import { endedWords } from './ended-words.ts';
import { doubtWords } from './doubt-words.ts';

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
    case 'appeal':
      return { ...appealWords(asked, what.appeal), path: `/appeals/${what.appeal}`, read };
    case 'doubt':
      return { ...doubtWords(asked, what.piece, what.doubt), path: `/archive/${what.piece}`, read };
    case 'finding':
      return { ...findingWords(asked, what.period, what.finding), path: `/means/periods/${what.period}`, read };
    case 'outcome':
      return { ...endedWords(asked, what.of), read };
    default:
      return unreachable(what);
  }
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

const findingWords = (asked: WordsAsked, period: number, number: number): Said => {
  const t = postMessages(asked.language).circulated;
  const { from, through, findings } = found(asked.state.means.periods[period - 1]);
  const { by, result, words } = found(findings[number - 1]);
  const span = from === through ? from : `${from}–${through}`;
  return {
    heading: t.heading.finding[result](span),
    from: nameOf(asked, by),
    facts: [],
    paragraphs: words === null ? [] : prose(asked, words),
    files: [],
  };
};

const appealWords = (asked: WordsAsked, number: number): Said => {
  const t = postMessages(asked.language).circulated;
  const { by, title, words, needs, how, until } = found(asked.state.appeals[number - 1]);
  return {
    heading: t.heading.appeal(title),
    from: nameOf(asked, by),
    facts: until === null ? [] : [[t.appealUntil, until]],
    paragraphs: [
      ...prose(asked, words),
      ...needs.map((need) => ({ theirs: need.words })),
      t.appealHow,
      ...prose(asked, how),
    ],
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
