import { type Html, html } from '../../../markup/html.ts';
import { quoted } from '../../kit/theirs.ts';
import { fromBase64url, hex } from '../../../base/bytes.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { rectified } from '../../../charter/texts/rectified.ts';
import { present } from '../../../charter/texts/texts.ts';
import type { Context } from '../../kit/context.ts';
import { page } from '../../kit/layout.ts';
import { rectificationsList } from '../parts/proposals.ts';
import { paragraphs, plainClauses } from '../../kit/prose.ts';
import { headFacts, rulesSentences } from '../../members/parts/rules-table.ts';
import { ridersList, signaturesTable } from '../parts/signatures.ts';
import { completedText } from '../parts/principle.ts';
import { symbolLine, textPath } from '../parts/text-head.ts';
import { wayPath } from '../parts/text-ways.ts';
import { day, grouped, org } from '../../kit/words.ts';
import { otherLanguages } from './document-language.ts';
import { becameFinal } from './documents.ts';
import { aboutClauses } from './observations.ts';

/** An adopted text as it is published: its words, how it became final, and the signatories (13.3, 13.4). */
export const documentPage = (context: Context, text: Text): Html => {
  const { t, reader } = context;
  const words = t.texts.documents;
  const { title, charter } = present(text);
  return page(context, {
    title,
    width: 'narrow',
    body: html`<article class="document">
      <p class="symbol">${symbolLine(context, text)}</p>
      <h1>${quoted(title)}</h1>
      <p class="quiet">${becameFinal(context, text)}. ${completedText(context, text)}</p>
      ${otherLanguages(context, text)} ${plainClauses(context, rectified(text), 2)} ${rectificationsList(context, text)}
      ${
        charter === null
          ? ''
          : html`${headFacts(context, charter.head)}
              <h2>${words.rules}</h2>
              ${rulesSentences(context, charter.rules)}`
      }
      <h2>${words.signatures}</h2>
      ${text.signatures.size === 0 ? html`<p class="quiet">${words.signaturesNone}</p>` : signaturesTable(context, text)}
      ${ridersList(context, text)} ${publicObservations(context, text)} ${check(context, text)}
      <p class="no-print">
        <a href="/${context.conference.slug}/decisions/${text.number}.docx">${t.texts.download.docx}</a>
      </p>
      ${reader.member ? html`<p class="no-print"><a href="${textPath(context, text, 'history')}">${words.negotiated}</a> · <a href="${wayPath(context, text, 'words')}">${t.texts.written.title}</a></p>` : ''}
    </article>`,
  });
};

/** Only those that their authors made public, whoever looks: this is the page that is printed and passed on. */
const publicObservations = (context: Context, text: Text): Html | '' => {
  const words = context.t.texts;
  const open = context.reader.observations(text.number).filter((observation) => observation.public);
  if (open.length === 0) return '';
  return html`<h2>${words.documents.observations}</h2>
    ${open.map(
      (observation) =>
        html`<div class="rider">
          <p>
            ${org(context, observation.by)} · ${words.margin.observation[observation.kind]},
            ${words.documents.onThe(aboutClauses(context, text, observation))} · ${day(context, observation.on.at)}
          </p>
          ${paragraphs(observation.words)}
        </div>`,
    )}`;
};

/** How to check all this without us. */
const check = (context: Context, text: Text): Html => {
  const words = context.t.texts.documents;
  return html`<aside class="panel proof">
    <h2>${words.check}</h2>
    <p>${words.checkHow}</p>
    <p class="no-print">
      <a href="/api/conferences/${context.conference.slug}/texts/${text.number}/bundle">${words.bundle}</a> ·
      <a href="/verify">${words.verify}</a>
    </p>
    <p class="hint">${words.version}</p>
    <p class="receipt">${grouped(hex(fromBase64url(present(text).hash) ?? new Uint8Array()))}</p>
  </aside>`;
};
