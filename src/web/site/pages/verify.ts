import { hex, utf8 } from '../../../base/bytes.ts';
import { sha256 } from '../../../base/sha256.ts';
import { type Html, html } from '../../../markup/html.ts';
import { BUNDLE_README } from '../../../record/bundle-readme.ts';
import type { SiteContext } from '../../kit/context.ts';
import { sitePage } from '../../kit/layout.ts';
import { grouped } from '../../kit/words.ts';

/** Checks a proof bundle in the reader's browser: once loaded it needs no network, and nothing is sent anywhere. */
export const verifyPage = (context: SiteContext): Html => {
  // A copy holds one page for all of them.
  const of = context.copy ? null : documentIn(context.url.searchParams.get('of') ?? '');
  const { t } = context;
  const words = t.site.verify;
  const messages = {
    ...words.messages,
    ...named('kind', t.acts.kind),
    ...named('part', words.part),
    ...named('fault', words.fault),
    ...named('vouching', t.texts.vouching.says),
  };
  return sitePage(context, {
    title: words.title,
    width: 'narrow',
    islands: [context.copy ? 'verify-copy' : 'verify-bundle'],
    body: html`<h1>${words.title}</h1>
      ${context.copy ? wholeCopy(context) : ''}
      <p class="lede">${words.lede}</p>
      ${
        of === null
          ? ''
          : html`<p>
              ${words.document} <a href="${of.page}">${context.origin}${of.page}</a> ·
              <a href="${of.bundle}">${t.texts.documents.bundle}</a>
            </p>`
      }
      <verify-bundle data-messages="${JSON.stringify(messages)}" ${of === null ? '' : html`data-proof="${of.bundle}"`}>
        <div class="drop">
          <label for="bundle">${words.choose}</label>
          <p class="hint" id="bundle-hint">${words.chooseHint}</p>
          <input id="bundle" type="file" accept=".tar" aria-describedby="bundle-hint" disabled />
        </div>
        ${verdict(words.noScript)}
        <section data-part="good" hidden>
          <h2><q dir="auto"></q></h2>
          <p data-part="subject"></p>
          <p><span data-part="conference"></span> <code data-part="id"></code></p>
          <p class="hint">${words.compare}</p>
          <details>
            <summary>${words.text}</summary>
            <blockquote data-part="text"></blockquote>
          </details>
          <h3>${words.signatories}</h3>
          <ul class="rows" data-part="signatories"></ul>
          <h3>${words.hostSays}</h3>
          <p data-part="adopted"></p>
          <p data-part="record"></p>
          <details>
            <summary>${words.entries}</summary>
            <ul class="rows" data-part="entries"></ul>
          </details>
          <h3>${words.checked}</h3>
          <ul>
            ${words.checks.map((check) => html`<li>${check}</li>`)}
          </ul>
        </section>
      </verify-bundle>
      <h2>${words.limits}</h2>
      <ul>
        ${words.limitsBody.map((limit) => html`<li>${limit}</li>`)}
      </ul>
      <p>${words.byHand}</p>
      <p class="receipt">${grouped(hex(sha256(utf8(BUNDLE_README))))}</p>`,
  });
};

/** Where a checker says how it went, and what is wrong in which file. */
const verdict = (noScript: string): Html =>
  html`<noscript><p>${noScript}</p></noscript>
    <p role="status" class="verdict"></p>
    <section class="problem" data-part="bad" hidden>
      <p data-part="why"></p>
      <p class="quiet" data-part="file"></p>
    </section>`;

/** On a page of a copy: checks all of the copy, before any one proof. */
const wholeCopy = ({ t }: SiteContext): Html => {
  const { copy, fault } = t.site.verify;
  const messages = { ...copy.messages, ...named('fault', copy.fault), ...named('proof', fault) };
  return html`<verify-copy data-messages="${JSON.stringify(messages)}">
      <h2>${copy.title}</h2>
      <p>${copy.lede}</p>
      <div class="drop">
        <label for="copy">${copy.choose}</label>
        <p class="hint" id="copy-hint">${copy.chooseHint}</p>
        <input id="copy" type="file" webkitdirectory aria-describedby="copy-hint" disabled />
      </div>
      ${verdict(copy.noScript)}
      <section data-part="good" hidden>
        <p data-part="of"></p>
        <p data-part="files"></p>
        <p>${copy.by} <code data-part="key"></code></p>
        <p>${copy.conference} <code data-part="id"></code></p>
        <p class="hint">${copy.compare}</p>
      </section>
    </verify-copy>
    <h2>${copy.single}</h2>`;
};

/** The same words under names that tell them from others. */
const named = (prefix: string, words: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(words).map(([name, word]) => [`${prefix}:${name}`, word]));

/** The document that an address asks to check, on this installation: where it stands, and where its proof is; `null`: none that could be. */
const documentIn = (path: string): { readonly page: string; readonly bundle: string } | null => {
  const [, slug, kind, number] = /^\/([a-z0-9-]{1,40})\/(decisions|statements|charters)\/(\d{1,9})$/u.exec(path) ?? [];
  if (slug === undefined || kind === undefined || number === undefined) return null;
  const of = kind === 'decisions' ? 'texts' : kind;
  return { page: path, bundle: `/api/conferences/${slug}/${of}/${number}/bundle` };
};
