import { base64, base64url, hex, utf8 } from '../../../base/bytes.ts';
import { canonical } from '../../../base/json.ts';
import { sha256 } from '../../../base/sha256.ts';
import type { Act } from '../../../charter/act.ts';
import type { BodyOf } from '../../../charter/acts.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { NewAttachment } from '../../act/act-form.ts';
import type { SiteContext } from '../../kit/context.ts';
import { foundingSummary } from '../forms/founding.ts';
import { hidden } from '../../kit/controls.ts';
import { SIGN_COMMANDS, keyChoice } from '../../act/key-choice.ts';
import { sitePage } from '../../kit/layout.ts';
import { invitationsIn, signatureField, toBeSignedBy } from '../../act/sign-by-hand.ts';
import { grouped } from '../../kit/words.ts';

/** Before the founding act is signed: the whole of it, and the key that will sign. */

export interface Founding {
  /** With another key in the new one's place while that is still to be chosen. */
  readonly act: Act<'conference.found', BodyOf<'conference.found'>>;
  /** As it will be signed, the key still missing while it is to be chosen. */
  readonly json: { readonly body: unknown };
  readonly attachments: readonly NewAttachment[];
  readonly slug: string;
  readonly token: string;
  /** What was typed, for going back to it. */
  readonly typed: readonly (readonly [string, string])[];
  readonly needsKey: boolean;
}

export const foundConfirmPage = (context: SiteContext, founding: Founding, trouble: Html | '' = ''): Html => {
  const { t, origin } = context;
  const words = t.acts.confirm;
  const { act, slug, typed, needsKey } = founding;
  return sitePage(context, {
    title: t.acts.kind['conference.found'],
    width: 'narrow',
    islands: ['sign-act'],
    body: html`<p class="symbol">${words.symbol} · ${t.common.article('13.1')}</p>
      <h1>${t.acts.kind['conference.found']}</h1>
      ${trouble}
      <p>${t.site.found.confirmLede(`${origin}/${slug}`)} ${words.forGood}</p>
      <section class="panel summary" aria-label="${words.whatSigned}">${foundingSummary(context, act.body)}</section>
      ${needsKey ? keyForms(context, founding) : signing(context, founding)}
      <form method="post" action="/found/charter">
        ${typed.map(([name, value]) => (name === 'step' ? '' : hidden(name, value)))}
        <p><button class="plain" name="step" value="edit">${words.back}</button></p>
      </form>`,
  });
};

const carried = ({ json, attachments, slug, token, typed }: Founding): Html =>
  html`${hidden('act', canonical(json))} ${hidden('slug', slug)} ${hidden('token', token)}
  ${hidden('typed', JSON.stringify(typed))}
  ${attachments.map(({ salt, content }) => hidden('attachment', `${base64url(salt)}.${base64(content)}`))}`;

const keyForms = (context: SiteContext, founding: Founding): Html => {
  const { t } = context;
  const words = t.acts.confirm;
  const { act, slug } = founding;
  const own = act.body.founders.find(({ invitation }) => invitation === null);
  const messages = { ...t.acts.progress, ...t.acts.trouble, ...t.site.key.messages };
  return html`<h2>${words.newKey}</h2>
    <p>${words.newKeyHint}</p>
    <bring-key
      data-slug="${slug}"
      data-name="${own?.name ?? ''}"
      data-holder="${act.by.organisation}/1"
      data-messages="${JSON.stringify(messages)}"
    >
      <form method="post" action="/found/submit" ${toBeSignedBy(invitationsIn(act))}>
        ${carried(founding)} ${keyChoice(context, { device: act.body.charter.rules.keys.deviceKeys, headed: true })}
        <p class="actions"><button hidden>${words.makeAndSign}</button></p>
      </form>
      <p role="status"></p>
      <noscript><p>${words.noScript}</p></noscript>
    </bring-key>
    <details>
      <summary>${words.chooseSsh}</summary>
      <p>${words.chooseSshHint}</p>
      <form method="post" action="/found/with-key">
        ${carried(founding)}
        <div class="field">
          <label for="public-key">${words.sshPublic}</label>
          <input id="public-key" name="publicKey" required spellcheck="false" placeholder="ssh-ed25519 AAAA…" />
        </div>
        <p><button>${words.sshContinue}</button></p>
      </form>
    </details>`;
};

const signing = (context: SiteContext, founding: Founding): Html => {
  const { t } = context;
  const words = t.acts.confirm;
  const text = canonical(founding.json);
  const invitations = invitationsIn(founding.act);
  return html`<h2>${words.whatSigned}</h2>
    <p class="hint">${words.fingerprint}</p>
    <p class="receipt">${grouped(hex(sha256(utf8(text))))}</p>
    <p>${words.sshSteps}</p>
    <pre tabindex="0">${SIGN_COMMANDS}</pre>
    <form method="post" action="/found/file">
      ${hidden('act', text)}
      <p><button class="second">${words.saveBytes}</button></p>
    </form>
    <sign-invitations data-messages="${JSON.stringify(t.acts.trouble)}">
      <form method="post" action="/found/submit" ${toBeSignedBy(invitations)}>
        ${carried(founding)} ${signatureField(context, 'signature', invitations)}
        <p><button>${words.sshSubmit}</button></p>
      </form>
      <p role="status"></p>
    </sign-invitations>`;
};
