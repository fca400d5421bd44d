import type { Language } from '../../../base/ids.ts';
import { theirWords } from '../../../charter/final/said.ts';
import type { Circulation } from '../../../charter/group/state.ts';
import type { Organisation } from '../../../charter/members/organisation-state.ts';
import { printedNow } from '../../../charter/members/names.ts';
import { ownCountry } from '../../../charter/names/printed.ts';
import type { Paper } from '../../../conference/documents.ts';
import type { Context } from '../../kit/context.ts';
import { paperOf } from '../../kit/paper.ts';
import { dayText } from '../../kit/words.ts';
import { circulatedPath, circulatedTitle } from './circulated.ts';
import { circulatedWords } from './circulated-words.ts';

/** What was communicated as a letter to one of its recipients. @param kept the words of a letter, kept beside the record */
export const letterPaper = (
  context: Context,
  { what, on, number }: Circulation,
  to: Organisation,
  kept: string | null,
): Paper => {
  const { t, origin, base, reader } = context;
  const words = t.post.circulation;
  const charter = reader.charter()?.charter;
  const { language, clauses, blocks } = circulatedWords(context, what, kept);
  const addressed = [to.name, ...(to.gloss === null ? [] : [to.gloss]), ownCountry(printedNow(to))];
  return paperOf(context, {
    sheet: {
      letterhead: [charter?.name ?? '', charter?.seat ?? ''].filter((line) => line !== ''),
      symbol: `${words.what[what.kind]} · ${words.letter.symbol(number)}`,
      title: circulatedTitle(context, what),
      lines: [`${words.letter.to}: ${addressed.map(theirWords).join(', ')}`, dayText(context, on.at)],
      clauses,
      back: [
        { kind: 'part', title: null, blocks },
        {
          kind: 'check',
          title: words.letter.where,
          blocks: [
            words.letter.whereBody(on.index),
            `${origin}${circulatedPath(context, what)}`,
            `${origin}${base}/record/${on.index}`,
            words.letter.reply,
          ].map((said) => ({ kind: 'paragraph', words: said })),
        },
      ],
    },
    head: `${words.what[what.kind]} · ${words.letter.symbol(number)}`,
    language: language as Language | null,
    at: `record/${on.index}`,
    code: `${base}/record/${on.index}`,
  });
};
