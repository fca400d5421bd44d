import type { Language } from '../../../base/ids.ts';
import { type Said, theirWords } from '../../../charter/final/said.ts';
import type { Line } from '../../../charter/final/sheet.ts';
import { agendaOf } from '../../../charter/meetings/agenda.ts';
import { noticeOf } from '../../../charter/meetings/meeting-rules.ts';
import type { Meeting } from '../../../charter/meetings/state.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import type { Enclosed, Paper } from '../../../conference/documents.ts';
import { spanIn } from '../../../conference/reading/zone-words.ts';
import type { Context } from '../../kit/context.ts';
import { meetingTitle, placeText } from '../../kit/meeting-when.ts';
import { paperOf } from '../../kit/paper.ts';
import { dayText } from '../../kit/words.ts';
import { finalSheet } from '../../texts/parts/final-sheet.ts';
import { citation } from '../../texts/parts/text-head.ts';
import { meetingCitation } from './meeting-head.ts';
import { agendaIn, summaryIn } from './meeting-papers.ts';

/** All that a reader may see of one meeting, as one file: its agenda, who was there, its summary record, and the texts that were on its agenda. */
export const meetingDossier = (context: Context, meeting: Meeting): Paper => {
  const { t, origin, base, language, reader } = context;
  const at = `meetings/${meeting.number}`;
  const notice = noticeOf(meeting);
  const citationOf = meetingCitation(context, meeting);
  const title = t.texts.paper.dossier(meetingTitle(context, meeting));
  const texts = new Set(agendaOf(meeting).flatMap((item) => item.texts));
  return paperOf(context, {
    sheet: {
      letterhead: null,
      symbol: `${t.meetings.head.kind[meeting.kind]} · ${citationOf}`,
      title,
      lines: [
        spanIn(notice.starts, notice.ends, notice.zone, language),
        theirWords(placeText(context, notice)),
        t.texts.paper.standsAt,
        `${origin}${base}/${at}`,
      ],
      clauses: [],
      back:
        notice.words === null ? [] : [{ kind: 'part', title: null, blocks: [{ kind: 'words', words: notice.words }] }],
    },
    head: title,
    language: null,
    at,
    code: `${base}/${at}`,
    enclosed: [
      agendaIn(context, meeting),
      ...(reader.member ? [attendanceIn(context, meeting), summaryIn(context, meeting)] : []),
      ...Array.from(texts, (number) => textIn(context, reader.text(number))),
    ].filter((one) => one !== null),
  });
};

/** Organisations, not their delegates: whose names can be erased, and paper cannot. */
const attendanceIn = (context: Context, meeting: Meeting): Enclosed | null => {
  const { t, reader } = context;
  const words = t.meetings.attendance;
  const line = (said: Said): Line => ({ words: said, struck: false });
  const rows = Array.from(meeting.present, ([id, { came, left }]) => [
    [line(theirWords(reader.organisation(id)?.name ?? id))],
    [
      line(words.since(dayText(context, came.at))),
      ...(left === null ? [] : [line(words.until(dayText(context, left.at)))]),
    ],
  ]);
  if (rows.length === 0) return null;
  return {
    language: null,
    sheet: {
      letterhead: null,
      symbol: meetingCitation(context, meeting),
      title: t.texts.paper.attended,
      lines: [],
      clauses: [],
      back: [
        { kind: 'part', title: null, blocks: [{ kind: 'table', columns: [words.organisation, words.came], rows }] },
      ],
    },
  };
};

/** A text as it is now: in the order of a treaty where it was adopted, as it is negotiated else. */
const textIn = (context: Context, text: Text | null): Enclosed | null => {
  if (text === null) return null;
  const language = text.language as Language;
  const final = context.reader.final(text);
  if (final !== null) return { language, sheet: finalSheet(context, text.number, final) };
  const { title, clauses } = present(text);
  const symbol = citation(context, text);
  return { language, sheet: { letterhead: null, symbol, title, lines: [], clauses, back: [] } };
};
