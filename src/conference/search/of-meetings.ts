import type { Group, HelpRequest, Letter } from '../../charter/group/state.ts';
import type { Mandate } from '../../charter/group/mandate-state.ts';
import type { Call, Item, Meeting, Question } from '../../charter/meetings/state.ts';
import type { Document } from './document.ts';
import { joined } from './of-texts.ts';

/** What can be found of meetings, of the coordinating group and of the letters. */

export const documentsOfMeeting = (meeting: Meeting): readonly Document[] => [
  noticeOf(meeting),
  ...meeting.items.map((item) => itemOf(meeting, item)),
  ...meeting.calls.map((call) => callOf(meeting, call)),
  ...summaryOf(meeting),
];

const noticeOf = ({ number, notices, on, cancelled, asks, guests }: Meeting): Document => {
  const last = notices.at(-1);
  return {
    key: `meetings/${number}`,
    kind: 'meeting',
    thing: { of: 'meeting', meeting: number },
    entry: (last?.on ?? on).index,
    title: last?.place ?? '',
    words: joined(
      last?.words ?? '',
      cancelled?.reason ?? '',
      ...asks.flatMap(({ reason, notice }) => [reason ?? '', notice?.place ?? '', notice?.words ?? '']),
      ...guests.map(({ from }) => from ?? ''),
    ),
  };
};

const itemOf = ({ number }: Meeting, item: Item): Document => ({
  key: `meetings/${number}/items/${item.number}`,
  kind: 'meeting',
  thing: { of: 'item', meeting: number, item: item.number },
  entry: item.on.index,
  title: item.title,
  words: joined(item.words ?? '', ...item.files.map(({ name }) => name)),
});

const callOf = ({ number }: Meeting, call: Call): Document => ({
  key: `meetings/${number}/calls/${call.number}`,
  kind: 'meeting',
  thing: { of: 'call', meeting: number, call: call.number },
  entry: call.opened.index,
  title: '',
  words: joined(...askedIn(call.question), ...[...call.answers.values()].map(({ reason }) => reason ?? '')),
});

const askedIn = (question: Question): readonly string[] => {
  switch (question.kind) {
    case 'words':
      return [question.words];
    case 'mandate':
      return [question.task];
    case 'seat':
      return [question.seat];
    case 'treasurer':
    case 'agenda':
    case 'chair':
    case 'election':
    case 'principle':
    case 'admission':
      return [];
  }
};

const summaryOf = ({ number, summary }: Meeting): readonly Document[] => {
  const last = summary?.versions.at(-1);
  if (last === undefined || summary === null) return [];
  return last.clauses.map(({ id, words }) => {
    const corrections = summary.corrections.filter(({ clause }) => clause === id);
    return {
      key: `meetings/${number}/summary/${id}`,
      kind: 'meeting',
      thing: { of: 'summary', meeting: number, clause: id },
      entry: Math.max(last.on.index, ...corrections.map(({ on }) => on.index)),
      title: '',
      words: joined(words, ...corrections.flatMap((one) => [one.words, one.reason])),
    };
  });
};

/** `words`: those that are kept beside the record. */
export const documentsOfLetter = (letter: Letter, words: string): readonly Document[] => {
  const { number, by, subject, reference, correspondent, files, on } = letter;
  return [
    {
      key: `letters/${number}`,
      kind: 'letter',
      thing: { of: 'letter', letter: number, by },
      entry: on.index,
      title: subject,
      words: joined(words, correspondent ?? '', ...files.map(({ name }) => name), reference),
    },
  ];
};

export const documentsOfHelp = ({ number, by, words, on, offers, closed }: HelpRequest): readonly Document[] => [
  {
    key: `help/${number}`,
    kind: 'group',
    thing: { of: 'help', help: number, by },
    entry: on.index,
    title: '',
    words: joined(words, ...offers.map((offer) => offer.words), closed?.words ?? ''),
  },
];

/** What the group was given to do, and why its seats changed. */
export const documentsOfGroup = (mandates: readonly Mandate[], groups: readonly Group[]): readonly Document[] => [
  ...mandates.flatMap(({ number, what, on }): readonly Document[] =>
    what.kind !== 'task'
      ? []
      : [
          {
            key: `group/mandates/${number}`,
            kind: 'group',
            thing: { of: 'mandate', mandate: number },
            entry: on.index,
            title: '',
            words: what.words,
          },
        ],
  ),
  ...groups.flatMap(({ changes }) =>
    changes.flatMap(({ on, organisation, reason }): readonly Document[] =>
      reason === null
        ? []
        : [
            {
              key: `group/changes/${on.index}`,
              kind: 'group',
              thing: { of: 'group-change', by: organisation },
              entry: on.index,
              title: '',
              words: reason,
            },
          ],
    ),
  ),
];
