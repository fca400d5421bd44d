import { type Html, html } from '../../markup/html.ts';
import type { Context } from './context.ts';
import type { Fields } from './fields.ts';
import { hidden, sshSignatureArea } from './controls.ts';
import { page } from './layout.ts';

/** Signing in, and what stands instead of a page that only delegates may see. */

/** @param typed what came with a form whose sender is signed in no more: it waits on this page, to be sent again */
export const signInFirst = (context: Context, typed: Fields | null = null): Html => {
  const { t, base, url, sample } = context;
  const words = t.site.signIn;
  return page(context, {
    title: t.common.menu.signIn,
    width: 'narrow',
    islands: ['same-place'],
    body: html`<h1>${words.first}</h1>
      <p class="lede">${typed === null ? words.firstBody : words.typedKept}</p>
      <p class="actions">
        ${
          typed === null
            ? html`<same-place
                ><a class="button" href="${base}/sign-in?to=${encodeURIComponent(url.pathname + url.search)}"
                  >${t.common.menu.signIn}</a
                ></same-place
              >`
            : html`<a class="button" href="${base}/sign-in" target="_blank">${words.inNewWindow}</a>`
        }
        ${sample ? html`<a href="${base}/take-a-place">${t.acts.takePlace}</a>` : ''}
      </p>
      ${
        typed === null
          ? ''
          : html`<form method="post" action="${url.pathname}">
              ${typed.entries().map(([name, value]) => hidden(name, value))}
              <p class="actions"><button class="second">${words.goOn}</button></p>
            </form>`
      }
      <p class="quiet">${words.noKey} <a href="${base}/apply">${t.common.menu.apply}</a></p>`,
  });
};

interface Asked {
  /** A fresh challenge, and the text that answers it when signed. */
  readonly challenge: string;
  readonly message: string;
  /** Where to go on: a path of this site. */
  readonly to: string;
  /** Why the last attempt did not go well. */
  readonly fault: string | null;
  /** Whether that was with a passkey that is on the record and ended. */
  readonly dead?: boolean;
}

export const signInPage = (context: Context, { challenge, message, to, fault, dead }: Asked): Html => {
  const { t, base, conference, sample } = context;
  const words = t.site.signIn;
  const messages = { asking: t.acts.progress.asking, sending: t.acts.progress.sending, ...t.acts.trouble };
  return page(context, {
    title: t.common.menu.signIn,
    width: 'narrow',
    islands: ['sign-in', 'same-place'],
    body: html`<h1>${t.common.menu.signIn}</h1>
      ${
        fault === null
          ? ''
          : html`<div class="problem" role="alert" tabindex="-1">
              <h2>${words.notSignedIn}</h2>
              <p>${fault}</p>
            </div>`
      }
      <p class="lede">${words.lede}</p>
      <same-place
        ><sign-in
          data-slug="${conference.slug}"
          ${dead === true ? html`data-dead` : ''}
          data-messages="${JSON.stringify(messages)}"
        >
          <form method="post" action="${base}/sign-in">
            ${hidden('to', to)}
            <p class="actions"><button type="button" data-part="passkey" hidden>${words.passkey}</button></p>
            <div class="field" data-part="field" hidden>
              <label for="passkeys">${words.inField}</label>
              <p class="hint" id="passkeys-hint">${words.inFieldHint}</p>
              <input id="passkeys" autocomplete="username webauthn" aria-describedby="passkeys-hint" />
            </div>
            <div data-part="device" hidden>
              <p class="hint">${words.device}</p>
              <template
                ><button type="button" class="second">
                  <bdi data-part="name"></bdi> <span data-part="holder"></span></button
              ></template>
            </div>
          </form>
          <p role="status"></p>
          <noscript><p>${words.noScript}</p></noscript>
        </sign-in>
        ${bySshKey(context, challenge, message, to)}</same-place
      >
      <h2>${words.otherwise}</h2>
      <ul>
        <li>${words.byLink}</li>
        <li>${words.lost} <a href="${base}/do/recovery.request">${t.acts.kind['recovery.request']}</a></li>
        ${sample ? html`<li>${words.sample} <a href="${base}/take-a-place">${t.acts.takePlace}</a></li>` : ''}
      </ul>`,
  });
};

/** Works without scripts: one command signs the message, and what it prints is pasted. */
const bySshKey = ({ t, base }: Context, challenge: string, message: string, to: string): Html => {
  const words = t.site.signIn;
  const lines = message
    .trimEnd()
    .split('\n')
    .map((line) => `'${line}'`);
  return html`<details>
    <summary>${words.ssh}</summary>
    <p>${words.sshSteps}</p>
    <pre tabindex="0">
printf '%s\\n' ${lines.join(' \\\n  ')} |
  ssh-keygen -Y sign -f ~/.ssh/id_ed25519 -n isonomia-sign-in-v1</pre>
    <form method="post" action="${base}/sign-in">
      ${hidden('to', to)} ${hidden('challenge', challenge)} ${sshSignatureArea('sign-in-signature', words.sshSignature)}
      <p><button>${t.common.menu.signIn}</button></p>
    </form>
  </details>`;
};
