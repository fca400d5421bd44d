import type { Final } from '../../../charter/final/final.ts';
import { type InForce, headOf } from '../../../charter/law/charter.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { tableLinks } from '../../kit/csv.ts';
import { page } from '../../kit/layout.ts';
import { pageLinks, pageOf } from '../../kit/listing.ts';
import { pastOf, pastSection } from '../../kit/past.ts';
import { plainClauses } from '../../kit/prose.ts';
import { quoted, theirs } from '../../kit/theirs.ts';
import { dayText } from '../../kit/words.ts';
import { finalFiles, otherForms } from '../../texts/parts/final-files.ts';
import { HAND_ON, checkPath, handOn } from '../../texts/parts/hand-on.ts';
import { foundingSheet, sectionHtml } from '../../texts/parts/final-sheet.ts';
import { headFacts, rulesSentences } from '../../members/parts/rules-table.ts';

/** Every charter that was ever in force, each with its time; and each as a document, the founding one with those who signed it. */

const PAGE = 50;

/** From the first; the last one is in force. */
export const chartersOf = ({ reader }: Context): readonly InForce[] => {
  const now = reader.charter();
  return reader.founded === null || now === null ? [] : [...reader.earlierCharters(), now];
};

export const chartersPage = (context: Context): Html => {
  const { t, base } = context;
  const words = t.workspace.about.charters;
  const all = chartersOf(context);
  const shown = pageOf(all.toReversed(), context, PAGE, ({ number }) => number);
  return page(context, {
    title: words.title,
    body: html`<h1>${words.title}</h1>
      <p class="lede">${words.lede}</p>
      <ul class="rows">
        ${shown.items.map(
          (one) =>
            html`<li>
              <span class="symbol">${words.number(one.number)}</span>
              <span class="what block" dir="auto"
                ><a href="${base}/charters/${one.number}">${one.charter.title}</a></span
              >
              <span class="why">${timeOf(context, one, all[one.number])} · ${words.source[one.source.kind]}</span>
            </li>`,
        )}
      </ul>
      ${pageLinks(context, shown)}
      ${pastSection(context, t.archive.from.charters, pastOf(context, 'charter'), 'archive')}`,
  });
};

/** From when to when it was in force. */
const timeOf = (context: Context, { since }: InForce, next: InForce | undefined): string => {
  const words = context.t.workspace.about.charters;
  const from = since === null ? '' : dayText(context, since.at);
  const until = next?.since ?? null;
  return until === null ? context.t.workspace.about.since(from) : words.until(from, dayText(context, until.at));
};

/** The founding one is a document like any other, in the order of a treaty. */
const foundingPage = (context: Context, one: InForce, final: Final): Html => {
  const { base, t } = context;
  const { symbol, title, clauses, back } = foundingSheet(context, final);
  const next = chartersOf(context)[one.number];
  return page(context, {
    title,
    width: 'narrow',
    islands: [HAND_ON],
    running: `${base}/charters/${one.number}/running.css`,
    forms: otherForms(context, `${base}/charters/${one.number}`),
    body: html`<article class="document">
      <p class="symbol">${symbol}</p>
      <h1>${theirs(title)}</h1>
      <p class="quiet no-print">${timeOf(context, one, next)}</p>
      ${plainClauses(context, clauses, 2)} ${back.map((section) => sectionHtml(context, section))}
      ${handOn(context, `${base}/charters/${one.number}`, title)}
      <p class="no-print">
        <a href="/api/conferences/${context.conference.slug}/charters/${one.number}/bundle"
          >${t.texts.documents.bundle}</a
        >
        · <a href="${checkPath(`${base}/charters/${one.number}`)}">${t.texts.documents.verify}</a> ·
        ${finalFiles(context, `${base}/charters/${one.number}`)}
        ${next === undefined ? '' : html`· <a href="${base}/charters/${next.number}">${t.workspace.about.charters.next}</a>`}
      </p>
      <p class="no-print">
        ${tableLinks(context, 'signatures', `${base}/charters/${one.number}/signatures`, final.signatories.length)}
      </p>
    </article>`,
  });
};

export const charterPage = (context: Context, one: InForce): Html => {
  const final = one.source.kind === 'founding' ? context.reader.finalFounding() : null;
  return final === null ? laterPage(context, one) : foundingPage(context, one, final);
};

const laterPage = (context: Context, one: InForce): Html => {
  const { base, t } = context;
  const words = t.workspace.about;
  const { charter, number, source } = one;
  const all = chartersOf(context);
  const [before, next] = [all[number - 2], all[number]];
  return page(context, {
    title: charter.title,
    width: 'narrow',
    body: html`<article class="document">
      <p class="symbol">${words.charters.number(number)}</p>
      <h1>${quoted(charter.title)}</h1>
      <p class="quiet">
        ${timeOf(context, one, next)} · ${words.charters.source[source.kind]}
        ${source.kind === 'text' ? html` · <a href="${base}/decisions/${source.text}">${words.becameFinal}</a>` : ''}
      </p>
      ${headFacts(context, headOf(charter))} ${plainClauses(context, charter.principles, 2)}
      <h2>${words.rules}</h2>
      ${rulesSentences(context, charter.rules)}
      <p class="no-print">
        ${before === undefined ? '' : html`<a href="${base}/charters/${before.number}">${words.charters.before}</a>`}
        ${next === undefined ? '' : html` <a href="${base}/charters/${next.number}">${words.charters.next}</a>`}
      </p>
    </article>`,
  });
};
