import type { Final } from '../../../charter/final/final.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { page } from '../../kit/layout.ts';
import { plainClauses } from '../../kit/prose.ts';
import { sentence, theirs } from '../../kit/theirs.ts';
import { openingOf } from '../parts/decision-card.ts';
import { finalSheet } from '../parts/final-sheet.ts';
import { otherLanguages } from './document-language.ts';

/** A page of the conference's own: the words of an adopted text, which the conference placed here, and where the text stands with all that belongs to it. */
export const ownPage = (context: Context, text: Text, final: Final): Html => {
  const { symbol, title, clauses } = finalSheet(context, text.number, final);
  const words = context.t.texts.proposals;
  return page(context, {
    title,
    about: [`texts/${text.number}`],
    width: 'narrow',
    card: {
      words: openingOf(clauses, text.language ?? context.language) ?? '',
      type: 'CreativeWork',
      language: text.language,
      published: final.note.at,
      identifier: symbol,
    },
    body: html`<article>
      <h1>${theirs(title)}</h1>
      ${otherLanguages(context, text)} ${plainClauses(context, clauses, 2)}
      <p class="quiet">
        ${sentence(words.ownPage, html`<a href="${context.base}/decisions/${text.number}">${symbol}</a>`)}
      </p>
    </article>`,
  });
};
