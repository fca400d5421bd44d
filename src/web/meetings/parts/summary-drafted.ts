import type { Meeting } from '../../../charter/meetings/state.ts';
import { draftSummary } from '../../../conference/reading/summary-draft.ts';
import type { Clause } from '../../../text/clause.ts';
import type { Context } from '../../kit/context.ts';
import { LANGUAGES, type PageLanguage, messagesIn } from '../../messages/index.ts';
import { symbolOf } from '../../kit/symbol.ts';
import { listText, nameOf } from '../../kit/words.ts';

/** The summary record that a meeting has written by itself, in one of the languages that there are sentences in. */
export const draftedSummary = (context: Context, meeting: Meeting, language: PageLanguage): readonly Clause[] => {
  const { reader } = context;
  const until = meeting.closed?.at ?? context.now;
  const here = reader.organisations().filter(({ id, standing }) => {
    if (meeting.present.has(id)) return true;
    return standing.kind === 'participant' && standing.since.at <= until;
  });
  return draftSummary(
    {
      meeting,
      decided: reader
        .texts()
        .filter(({ decision, failed }) =>
          [decision, ...failed].some((one) => one !== null && one.meeting === meeting.number),
        ),
      participants: here.map(({ id }) => id),
      name: (id) => nameOf(context, id),
      title: (number) => reader.text(number)?.revisions.at(-1)?.title ?? '',
      citation: symbolOf,
      list: (names) => listText({ ...context, language }, names),
      language,
    },
    messagesIn(language).summary.draft,
  );
};

/** The language to draft in: the one asked for, else the reader's where the meeting works in it, else the first of the meeting's that there are sentences in. */
export const draftLanguage = ({ language }: Context, { notices }: Meeting, asked: string): PageLanguage => {
  const spoken = (tag: string): PageLanguage | undefined => LANGUAGES.find((one) => one === tag);
  const working = notices.at(-1)?.languages ?? [];
  return (
    spoken(asked) ??
    (working.includes(language) ? language : undefined) ??
    working.map(spoken).find((one) => one !== undefined) ??
    language
  );
};
