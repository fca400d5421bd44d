import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { keyChoice, signElsewhere } from '../../act/key-choice.ts';
import { page } from '../../kit/layout.ts';

/** Where a link of invitation leads: its bearer brings a key of their own. Only the browser knows which invitation it is. */
export const enrolPage = (context: Context): Html => {
  const { t, conference } = context;
  const words = t.site.enrol;
  const messages = { ...t.acts.progress, ...t.acts.trouble, ...words.messages, ...t.site.key.messages };
  return page(context, {
    title: words.title,
    width: 'narrow',
    islands: ['enrol'],
    body: html`<h1>${words.title}</h1>
      <enrol-delegate data-slug="${conference.slug}" data-messages="${JSON.stringify(messages)}">
        <p class="lede" data-part="who" dir="auto" hidden></p>
        <form hidden>
          <div class="field">
            <label for="name">${words.name} <span class="tally">${t.common.optional}</span></label>
            <p class="hint" id="name-hint">${words.nameHint}</p>
            <input id="name" name="name" maxlength="100" dir="auto" autocomplete="name" aria-describedby="name-hint" />
          </div>
          ${keyChoice(context, { device: true, ssh: true })}
          <div class="field" data-part="ssh" hidden>
            <label for="public-key">${t.acts.confirm.sshPublic}</label>
            <input id="public-key" spellcheck="false" autocomplete="off" placeholder="ssh-ed25519 AAAA…" />
          </div>
          <p class="actions"><button data-part="enrol">${words.enter}</button></p>
        </form>
        ${signElsewhere(context)}
        <p role="status"></p>
        <noscript><p>${words.noScript}</p></noscript>
      </enrol-delegate>`,
  });
};
