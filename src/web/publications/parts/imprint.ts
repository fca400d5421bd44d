import { fromBase64url, hex } from '../../../base/bytes.ts';
import { type FinalIssue, titleOfItem } from '../../../charter/final/issue.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { paragraphs } from '../../kit/prose.ts';
import { quoted, sentence, theirs } from '../../kit/theirs.ts';
import { dayText, grouped } from '../../kit/words.ts';
import { printedName, printedNames } from './names.ts';

/** Who edited and who agreed, and what was found wrong since. */

export const imprintPart = (context: Context, { imprint, periodical, hash }: FinalIssue): Html => {
  const words = context.t.publications.imprint;
  const { publisher, by, from, until, on, editors, under } = imprint;
  return html`<section class="back imprint" aria-labelledby="imprint">
    <h2 id="imprint">${words.title}</h2>
    <p>
      ${on === null ? '' : html`${sentence(words.publishedBy, theirs(publisher))} ${words.on(dayText(context, on))}`}
      ${sentence((name) => words.put(name, dayText(context, from)), printedName(context, by))}
      ${
        on === null
          ? ''
          : editors.length === 0
            ? words.noEditors
            : sentence(words.editors, printedNames(context, editors))
      }
      ${
        on === null
          ? ''
          : under === null
            ? words.silence(dayText(context, from), dayText(context, until))
            : sentence(words.mandate, printedNames(context, under))
      }
      ${words.decided(dayText(context, periodical.decided))} ${words.authors}
    </p>
    <p class="quiet">${words.hash}: <code>${grouped(hex(fromBase64url(hash) ?? new Uint8Array()))}</code></p>
  </section>`;
};

export const errataPart = (context: Context, { errata, items }: FinalIssue): Html | '' => {
  if (errata.length === 0) return '';
  const words = context.t.publications.errata;
  return html`<section class="back errata" aria-labelledby="errata">
    <h2 id="errata">${words.title}</h2>
    ${errata.map(({ by, on, item: place, words: said }) => {
      const item = place === null ? undefined : items[place - 1];
      return html`<div class="rider">
        <p>
          ${printedName(context, by)} · ${dayText(context, on)} ·
          ${item === undefined ? words.whole : sentence(words.of, quoted(titleOfItem(item)))}
        </p>
        ${paragraphs(said)}
      </div>`;
    })}
  </section>`;
};
