import { html } from 'hono/html';
import type { Html } from '../act-form.ts';
import type { SiteContext } from '../context.ts';
import { sitePage } from '../parts/layout.ts';

/** Checks a proof bundle in the reader's browser: once loaded it needs no network, and nothing is sent anywhere. */
export const verifyPage = (context: SiteContext): Html => {
  const { t } = context;
  const words = t.site.verify;
  const messages = { ...words.messages, ...named('kind', t.acts.kind), ...named('fault', words.fault) };
  return sitePage(context, {
    title: words.title,
    width: 'narrow',
    islands: ['verify-bundle'],
    body: html`<h1>${words.title}</h1>
      <p class="lede">${words.lede}</p>
      <verify-bundle data-messages="${JSON.stringify(messages)}">
        <div class="drop">
          <label for="bundle">${words.choose}</label>
          <p class="hint" id="bundle-hint">${words.chooseHint}</p>
          <input id="bundle" type="file" accept=".tar" aria-describedby="bundle-hint" disabled />
        </div>
        <noscript><p>${words.noScript}</p></noscript>
        <p role="status" class="verdict"></p>
        <section class="problem" data-part="bad" hidden>
          <p data-part="why"></p>
          <p class="quiet" data-part="file"></p>
        </section>
        <section data-part="good" hidden>
          <h2 dir="auto"></h2>
          <details>
            <summary>${words.text}</summary>
            <div class="words" data-part="text" dir="auto"></div>
          </details>
          <h3>${words.acts}</h3>
          <ul class="rows" data-part="about"></ul>
          <details>
            <summary>${words.keyActs}</summary>
            <ul class="rows" data-part="rest"></ul>
          </details>
          <h3>${words.checked}</h3>
          <ul>
            ${words.checks.map((check) => html`<li>${check}</li>`)}
            <li data-part="record"></li>
          </ul>
        </section>
      </verify-bundle>
      <h2>${words.limits}</h2>
      <p>${words.limitsBody}</p>
      <p>${words.byHand}</p>` as Html,
  });
};

/** The same words under names that tell them from others. */
const named = (prefix: string, words: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(words).map(([name, word]) => [`${prefix}:${name}`, word]));
