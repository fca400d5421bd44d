import { base64, base64url, fromUtf8, hex, utf8 } from '../../base/bytes.ts';
import { canonical } from '../../base/json.ts';
import { sha256 } from '../../base/sha256.ts';
import { ACT_RULES, type AnyAct } from '../../charter/acts.ts';
import { type Html, html } from '../../markup/html.ts';
import type { ActForm, NewAttachment } from './act-form.ts';
import type { Context } from '../kit/context.ts';
import { hidden } from '../kit/controls.ts';
import { SIGN_COMMANDS } from './key-choice.ts';
import { page } from '../kit/layout.ts';
import { hashOf } from './new-act.ts';
import { invitationsIn, signatureField, toBeSignedBy } from './sign-by-hand.ts';
import { grouped, nameOf } from '../kit/words.ts';

/** Before a binding act: what will be on the record for ever, in plain words and to the byte, and the asking for a signature. */

export interface Unsigned {
  readonly act: AnyAct;
  /** As it will be signed; for a newcomer's act with its key still to come. */
  readonly json: { readonly body: unknown };
  readonly attachments: readonly NewAttachment[];
  /** What was typed into the form, to go back to it; {@link typedIn} packs it. */
  readonly typed: string;
  /** The key is still to be chosen: the page offers to make one. */
  readonly needsKey: boolean;
}

export const confirmPage = (context: Context, form: ActForm, unsigned: Unsigned, trouble: Html | '' = ''): Html => {
  const { t } = context;
  const { act, needsKey } = unsigned;
  const rule = ACT_RULES[act.kind];
  const words = t.acts.confirm;
  // Whoever applies is not on the record yet.
  const actor = act.kind === 'participation.apply' ? act.body.name : nameOf(context, act.by.organisation);
  return page(context, {
    title: t.acts.kind[act.kind],
    width: 'narrow',
    islands: ['sign-act'],
    body: html`<p class="symbol">${words.symbol} · ${t.common.article(rule.article)}</p>
      <h1>${t.acts.kind[act.kind]}</h1>
      ${trouble}
      <p>
        ${words.forOrganisation}
        <strong><bdi>${actor}</bdi></strong> (${t.common.delegate(act.by.delegate)}).
        ${rule.strength === 'binding' ? words.forGood : words.ordinary}
      </p>
      <section class="panel summary" aria-label="${words.whatSigned}">
        ${form.summary(withAttached(context, unsigned), act.body, act)}
      </section>
      ${needsKey ? keyChoice(context, unsigned) : signing(context, unsigned)}
      <form method="post" action="${context.base}/do/${act.kind}">
        ${hidden('typed', unsigned.typed)}<button class="second">${words.back}</button>
      </form>`,
  });
};

/** With the words that go beside the act, so that whoever signs reads them too. */
const withAttached = (context: Context, { attachments }: Unsigned): Context => ({
  ...context,
  attached: new Map([
    ...context.attached,
    ...attachments.map((attachment) => [hashOf(attachment), fromUtf8(attachment.content) ?? ''] as const),
  ]),
});

const fieldsOf = ({ json, attachments, typed }: Unsigned): Html =>
  html`${hidden('act', canonical(json))}${hidden('typed', typed)}${attachments.map((attachment) => hidden('attachment', packed(attachment)))}`;

/** An attachment in one hidden field: salt and content, parted by a full stop. */
const packed = ({ salt, content }: NewAttachment): string => `${base64url(salt)}.${base64(content)}`;

const signing = (context: Context, unsigned: Unsigned): Html => {
  const { t, base, me, conference } = context;
  const words = t.acts.confirm;
  const text = canonical(unsigned.json);
  const use = me?.key.use;
  const invitations = invitationsIn(unsigned.act);
  return html`<h2>${words.whatSigned}</h2>
    <p class="hint">${words.fingerprint}</p>
    <p class="receipt">${grouped(hex(sha256(utf8(text))))}</p>
    <details>
      <summary>${words.showBytes}</summary>
      <pre tabindex="0">${text}</pre>
    </details>
    ${
      use === 'passkey' || use === 'device'
        ? html`<sign-act
            data-slug="${conference.slug}"
            data-use="${use}"
            data-key="${me?.key.key}"
            data-messages="${JSON.stringify({ ...t.acts.progress, ...t.acts.trouble })}"
          >
            <form method="post" action="${base}/acts" ${toBeSignedBy(invitations)}>
              ${fieldsOf(unsigned)}
              <p class="actions"><button hidden>${use === 'passkey' ? words.passkey : words.device}</button></p>
            </form>
            <p role="status"></p>
            <noscript><p>${words.noScript}</p></noscript>
          </sign-act>`
        : ''
    }
    ${sshSigning(context, unsigned, use === 'ssh' || me === null)}`;
};

/** Signing outside the browser: works without JavaScript. */
const sshSigning = (context: Context, unsigned: Unsigned, open: boolean): Html => {
  const { t } = context;
  const words = t.acts.confirm;
  const invitations = invitationsIn(unsigned.act);
  return html`<details ${open ? 'open' : ''}>
    <summary>${words.ssh}</summary>
    <p>${words.sshSteps}</p>
    <pre tabindex="0">${SIGN_COMMANDS}</pre>
    <form method="post" action="${context.base}/acts/file">
      ${fieldsOf(unsigned)}
      <p><button class="second">${words.saveBytes}</button></p>
    </form>
    <sign-invitations data-messages="${JSON.stringify(t.acts.trouble)}">
      <form method="post" action="${context.base}/acts" ${toBeSignedBy(invitations)}>
        ${fieldsOf(unsigned)} ${signatureField(context, 'ssh-signature', invitations)}
        <p><button>${words.sshSubmit}</button></p>
      </form>
      <p role="status"></p>
    </sign-invitations>
  </details>`;
};

/** What whoever has asked for a new key needs next, and nobody can show them later: its fingerprint. The island fills it in. */
const askedFor = ({ t, base }: Context): Html => {
  const words = t.site.recovery;
  return html`<section class="panel" data-part="asked" tabindex="-1" hidden>
    <h2>${words.sent}</h2>
    <p>${words.sentFingerprint}</p>
    <p><code data-part="fingerprint"></code></p>
    <p class="actions"><a class="button" href="${base}">${t.acts.receipt.goOn}</a></p>
  </section>`;
};

/** A newcomer chooses the key: the first two are made by the island, which then signs; an SSH key's public half is typed in. */
const keyChoice = (context: Context, unsigned: Unsigned): Html => {
  const { t, base, conference } = context;
  const words = t.acts.confirm;
  const device = conference.state().charter?.charter.rules.keys.deviceKeys === true;
  const { act } = unsigned;
  return html`<h2>${words.newKey}</h2>
    <p>${act.kind === 'recovery.request' ? words.askedKeyHint : words.newKeyHint}</p>
    <bring-key
      data-slug="${conference.slug}"
      data-name="${nameOf(context, act.by.organisation)}"
      data-holder="${act.by.organisation}/${act.by.delegate}"
      data-messages="${JSON.stringify({ ...t.acts.progress, ...t.acts.trouble })}"
    >
      <form method="post" action="${base}/acts">
        ${fieldsOf(unsigned)}
        <fieldset>
          <legend class="visually-hidden">${words.newKey}</legend>
          <label class="choice"
            ><input type="radio" name="use" value="passkey" checked />${words.choosePasskey}
            <span class="hint">${words.choosePasskeyHint}</span></label
          >
          ${
            device
              ? html`<label class="choice"
                  ><input type="radio" name="use" value="device" />${words.chooseDevice}
                  <span class="hint">${words.chooseDeviceHint}</span></label
                >`
              : ''
          }
        </fieldset>
        <p class="actions"><button hidden>${words.makeAndSign}</button></p>
      </form>
      <p role="status"></p>
      ${act.kind === 'recovery.request' ? askedFor(context) : ''}
      <noscript><p>${words.noScript}</p></noscript>
    </bring-key>
    <details>
      <summary>${words.chooseSsh}</summary>
      <p>${words.chooseSshHint}</p>
      <form method="post" action="${base}/acts/with-key">
        ${fieldsOf(unsigned)}
        <div class="field">
          <label for="public-key">${words.sshPublic}</label>
          <input id="public-key" name="publicKey" required spellcheck="false" placeholder="ssh-ed25519 AAAA…" />
        </div>
        <p><button>${words.sshContinue}</button></p>
      </form>
    </details>`;
};
