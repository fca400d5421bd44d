import { hex, utf8 } from '../../../base/bytes.ts';
import type { PublicKey } from '../../../base/ids.ts';
import { fingerprint } from '../../../base/keys.ts';
import { canonical } from '../../../base/json.ts';
import { sha256 } from '../../../base/sha256.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context, Me } from '../../kit/context.ts';
import { hidden, sshSignatureArea } from '../../kit/controls.ts';
import { SIGN_COMMANDS } from '../../act/key-choice.ts';
import { page } from '../../kit/layout.ts';
import { grouped } from '../../kit/words.ts';

/**
 * Before an SSH key is added: the act's bytes, and a place for each of the two signatures. Where the key that vouches for it is in the
 * browser, the island makes that one; without scripts both are pasted.
 */
export const enrolSshPage = (context: Context, me: Me, act: object, key: PublicKey): Html => {
  const { t, base } = context;
  const words = t.site.key;
  const confirm = t.acts.confirm;
  const text = canonical(act);
  const inBrowser = me.key.use === 'passkey' || me.key.use === 'device';
  const form = html`<form method="post" action="${base}/acts">
    ${hidden('act', text)}
    ${inBrowser ? '' : sshSignatureArea('signature-old', words.signatureOfOld(me.key.fingerprint))}
    ${sshSignatureArea('signature-new', words.signatureOfNew(fingerprint(key)))}
    <p class="actions">
      ${inBrowser ? html`<button hidden>${me.key.use === 'passkey' ? confirm.passkey : confirm.device}</button>` : html`<button>${confirm.sshSubmit}</button>`}
    </p>
  </form>`;
  return page(context, {
    title: t.acts.kind['key.enrol'],
    width: 'narrow',
    islands: ['sign-act'],
    body: html`<p class="symbol">${confirm.symbol}</p>
      <h1>${t.acts.kind['key.enrol']}</h1>
      <p>${words.twoSignatures}</p>
      <p class="hint">${confirm.fingerprint}</p>
      <p class="receipt">${grouped(hex(sha256(utf8(text))))}</p>
      <details>
        <summary>${confirm.showBytes}</summary>
        <pre tabindex="0">${text}</pre>
      </details>
      <form method="post" action="${base}/acts/file">
        ${hidden('act', text)}
        <p><button class="second">${confirm.saveBytes}</button></p>
      </form>
      <p>${words.commandsForEach}</p>
      <pre tabindex="0">${SIGN_COMMANDS}</pre>
      ${
        inBrowser
          ? html`<sign-act
              data-use="${me.key.use}"
              data-key="${me.key.key}"
              data-messages="${JSON.stringify({ ...t.acts.progress, ...t.acts.trouble })}"
              >${form}
              <p role="status"></p>
              <noscript><p>${confirm.noScript}</p></noscript>
            </sign-act>`
          : form
      }`,
  });
};
