import type { Language } from '../../../base/ids.ts';
import { type Said, theirWords } from '../../../charter/final/said.ts';
import type { Block } from '../../../charter/final/sheet.ts';
import { agendaOf } from '../../../charter/meetings/agenda.ts';
import { noticeOf } from '../../../charter/meetings/meeting-rules.ts';
import type { Item, Meeting, Summary, SummaryVersion } from '../../../charter/meetings/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import type { Enclosed, Paper, PaperSection } from '../../../conference/documents.ts';
import { spanIn } from '../../../conference/reading/zone-words.ts';
import type { Context } from '../../kit/context.ts';
import { meetingTitle, placeText } from '../../kit/meeting-when.ts';
import { paperOf } from '../../kit/paper.ts';
import { dayText, nameOf } from '../../kit/words.ts';
import { citation } from '../../texts/parts/text-head.ts';
import { agendaState } from './agenda-state.ts';
import { meetingCitation } from './meeting-head.ts';

/** The papers of a meeting: its agenda, and its summary record. */

export const agendaPaper = (context: Context, meeting: Meeting): Paper =>
  paperOn(context, meeting, 'agenda', agendaIn(context, meeting));

/** @see summaryIn */
export const summaryPaper = (context: Context, meeting: Meeting): Paper | null => {
  const summary = summaryIn(context, meeting);
  return summary === null ? null : paperOn(context, meeting, 'summary', summary);
};

export const agendaIn = (context: Context, meeting: Meeting): Enclosed => {
  const { t } = context;
  const state = agendaState(context, meeting);
  return meetingPaper(context, meeting, {
    tab: 'agenda',
    lines: state === '' ? [] : [state],
    language: null,
    clauses: [],
    parts: agendaOf(meeting).map((item, i) => ({
      kind: 'part',
      title: `${i + 1}. ${item.title}`,
      blocks: itemBlocks(context, item),
    })),
    where: [t.texts.paper.standsAt],
  });
};

const itemBlocks = (context: Context, item: Item): readonly Block[] => {
  const { t, reader } = context;
  const words = t.meetings.agenda;
  const texts = item.texts.flatMap((number) => reader.text(number) ?? []);
  const list = (label: string, items: readonly Said[]): readonly Block[] =>
    items.length === 0
      ? []
      : [
          { kind: 'paragraph', words: `${label}:` },
          { kind: 'list', items },
        ];
  return [
    {
      kind: 'paragraph',
      words: `${words.by} ${theirWords(nameOf(context, item.by))}${item.late ? ` · ${words.late}` : ''}`,
    },
    ...(item.words === null ? [] : [{ kind: 'words' as const, words: item.words }]),
    ...list(
      words.texts,
      texts.map((text) => `${citation(context, text)} · ${theirWords(present(text).title)}`),
    ),
    ...list(
      words.documents,
      item.files.map(({ name }) => theirWords(name)),
    ),
  ];
};

/** The latest version that was circulated; `null`: there is none yet. */
export const summaryIn = (context: Context, meeting: Meeting): Enclosed | null => {
  const version = meeting.summary?.versions.at(-1);
  if (meeting.summary === null || version === undefined) return null;
  return meetingPaper(context, meeting, {
    tab: 'summary',
    lines: [summaryState(context, meeting.summary, version)],
    language: version.language as Language,
    clauses: version.clauses,
    parts: [],
    where: [context.t.post.circulation.letter.whereBody(version.on.index)],
  });
};

const summaryState = (context: Context, { approved, deadline, versions }: Summary, version: SummaryVersion): Said => {
  const words = context.t.summary;
  const circulated = words.by(dayText(context, version.on.at), theirWords(nameOf(context, version.by)));
  return [
    `${words.version(version.number, versions.length)} ${circulated}`,
    ...(approved === null ? [] : [words.approved(dayText(context, approved.at))]),
    ...(deadline === null ? [] : [words.openUntil(dayText(context, deadline))]),
  ].join(' · ');
};

interface Body {
  readonly tab: 'agenda' | 'summary';
  readonly lines: readonly Said[];
  readonly language: Language | null;
  readonly clauses: Paper['sheet']['clauses'];
  readonly parts: readonly PaperSection[];
  readonly where: readonly Said[];
}

const meetingPaper = (context: Context, meeting: Meeting, body: Body): Enclosed => {
  const { t, language, origin, base } = context;
  const { tab, lines, clauses, parts, where } = body;
  const notice = noticeOf(meeting);
  const words = t.meetings.head;
  return {
    language: body.language,
    sheet: {
      letterhead: null,
      symbol: `${words.kind[meeting.kind]} · ${meetingCitation(context, meeting)}`,
      title: `${words.tab[tab]}: ${meetingTitle(context, meeting)}`,
      lines: [
        spanIn(notice.starts, notice.ends, notice.zone, language),
        theirWords(placeText(context, notice)),
        ...lines,
      ],
      clauses,
      back: [
        ...parts,
        {
          kind: 'check',
          title: t.post.circulation.letter.where,
          blocks: [...where, `${origin}${base}/meetings/${meeting.number}/${tab}`].map((said) => ({
            kind: 'paragraph',
            words: said,
          })),
        },
      ],
    },
  };
};

const paperOn = (context: Context, meeting: Meeting, tab: Body['tab'], { sheet, language }: Enclosed): Paper => {
  const at = `meetings/${meeting.number}/${tab}`;
  return paperOf(context, {
    sheet,
    head: `${meetingCitation(context, meeting)} · ${context.t.meetings.head.tab[tab]}`,
    language,
    at,
    code: `${context.base}/${at}`,
  });
};
