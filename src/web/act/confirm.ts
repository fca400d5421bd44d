import { hex, utf8 } from '../../base/bytes.ts';
import { canonical } from '../../base/json.ts';
import { sha256 } from '../../base/sha256.ts';
import { ACT_RULES, type AnyAct } from '../../charter/acts.ts';
import type { Refusal } from '../../charter/law/refusal.ts';
import { type Html, html } from '../../markup/html.ts';
import type { Me, SiteContext } from '../kit/context.ts';
import { hidden } from '../kit/controls.ts';
import type { Sheet } from '../kit/layout.ts';
import { grouped } from '../kit/words.ts';
import { SIGN_COMMANDS, keyChoice } from './key-choice.ts';
import { invitationsIn, signatureField, toBeSignedBy } from './sign-by-hand.ts';
import { type Unsigned, fieldsOf } from './unsigned.ts';

/** Before a binding act: what will be on the record for ever, in plain words and to the byte, and the asking for a signature. */

/** Where an act is made: in a conference, or where one is founded. The steps are the same. */
export interface Venue {
  readonly context: SiteContext;
  /** The slug of the conference. */
  readonly slug: string;
  /** The delegate who signs, where they have a key already. */
  readonly me: Me | null;
  /** Whether the charter would allow this act now, as far as whoever makes it may know. */
  readonly preview: (act: AnyAct) => Refusal | null;
  /** The page around it. */
  readonly page: (sheet: Sheet) => Html;
  /** For whom it is made, and where that stays. */
  readonly lede: (act: AnyAct) => Html;
  /** What it says, in plain words. */
  readonly summary: (unsigned: Unsigned) => Html;
  /** Where its forms are sent: back to the form, to the door, and by the ways of those who sign elsewhere. */
  readonly to: { readonly form: string; readonly door: string; readonly file: string; readonly withKey: string };
  /** What every form carries along besides the act. */
  readonly carried: Html | '';
  /** Of an act that brings its maker's key: whose it will be, and whether it may be one of the browser's own. */
  readonly newKey: (act: AnyAct) => NewKey;
  /** What is known of one that was prepared, and what else can be done with it. */
  readonly prepared?: (unsigned: Unsigned) => { readonly above: Html | ''; readonly below: Html | '' };
  /** For a delegate who assists: where it is handed over; `only`: they cannot sign it. */
  readonly handOver?: ((unsigned: Unsigned) => { readonly form: Html; readonly only: boolean }) | null;
}

interface NewKey {
  readonly name: string;
  readonly device: boolean;
  readonly hint: string;
  /** What the island shows when the act is sent, in place of leading to the receipt. */
  readonly sent: Html | '';
}

export const confirmPage = (venue: Venue, unsigned: Unsigned, trouble: Html | '' = ''): Html => {
  const { t } = venue.context;
  const { act, needsKey } = unsigned;
  const words = t.acts.confirm;
  const { above = '', below = '' } = venue.prepared?.(unsigned) ?? {};
  const handOver = venue.handOver?.(unsigned) ?? null;
  return venue.page({
    title: t.acts.kind[act.kind],
    width: 'narrow',
    islands: ['sign-act'],
    body: html`<p class="symbol">${words.symbol} · ${t.common.article(ACT_RULES[act.kind].article)}</p>
      <h1>${t.acts.kind[act.kind]}</h1>
      ${above} ${trouble}
      <p>${venue.lede(act)}</p>
      <section class="panel summary" aria-label="${words.whatSigned}">${venue.summary(unsigned)}</section>
      ${handOver?.form ?? ''}
      ${handOver?.only === true ? '' : needsKey ? bringKey(venue, unsigned) : signing(venue, unsigned)}
      <form method="post" action="${venue.to.form}">
        ${hidden('typed', unsigned.typed)}<button class="second">${words.back}</button>
      </form>
      ${below}`,
  });
};

const carried = (venue: Venue, unsigned: Unsigned): Html => html`${venue.carried}${fieldsOf(unsigned)}`;

const signing = (venue: Venue, unsigned: Unsigned): Html => {
  const { t } = venue.context;
  const { me, slug } = venue;
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
            data-slug="${slug}"
            data-use="${use}"
            data-key="${me?.key.key}"
            data-messages="${JSON.stringify({ ...t.acts.progress, ...t.acts.trouble })}"
          >
            <form method="post" action="${venue.to.door}" ${toBeSignedBy(invitations)}>
              ${carried(venue, unsigned)}
              <p class="actions"><button hidden>${use === 'passkey' ? words.passkey : words.device}</button></p>
            </form>
            <p role="status"></p>
            <noscript><p>${words.noScript}</p></noscript>
          </sign-act>`
        : ''
    }
    ${sshSigning(venue, unsigned, use === 'ssh' || me === null)}`;
};

/** Signing outside the browser: works without JavaScript. */
const sshSigning = (venue: Venue, unsigned: Unsigned, open: boolean): Html => {
  const { context, to } = venue;
  const { t } = context;
  const words = t.acts.confirm;
  const invitations = invitationsIn(unsigned.act);
  return html`<details ${open ? 'open' : ''}>
    <summary>${words.ssh}</summary>
    <p>${words.sshSteps}</p>
    <pre tabindex="0">${SIGN_COMMANDS}</pre>
    <form method="post" action="${to.file}">
      ${carried(venue, unsigned)}
      <p><button class="second">${words.saveBytes}</button></p>
    </form>
    <sign-invitations data-messages="${JSON.stringify(t.acts.trouble)}">
      <form method="post" action="${to.door}" ${toBeSignedBy(invitations)}>
        ${carried(venue, unsigned)} ${signatureField(context, 'ssh-signature', invitations)}
        <p><button>${words.sshSubmit}</button></p>
      </form>
      <p role="status"></p>
    </sign-invitations>
  </details>`;
};

/** A newcomer chooses the key: the first two are made by the island, which then signs; an SSH key's public half is typed in. */
const bringKey = (venue: Venue, unsigned: Unsigned): Html => {
  const { context, to, slug } = venue;
  const { t } = context;
  const words = t.acts.confirm;
  const { act } = unsigned;
  const { name, device, hint, sent } = venue.newKey(act);
  return html`<h2>${words.newKey}</h2>
    <p>${hint}</p>
    <bring-key
      data-slug="${slug}"
      data-name="${name}"
      data-holder="${act.by.organisation}/${act.by.delegate}"
      data-messages="${JSON.stringify({ ...t.acts.progress, ...t.acts.trouble, ...t.site.key.messages })}"
    >
      <form method="post" action="${to.door}" ${toBeSignedBy(invitationsIn(act))}>
        ${carried(venue, unsigned)} ${keyChoice(context, { device, headed: true })}
        <p class="actions"><button hidden>${words.makeAndSign}</button></p>
      </form>
      <p role="status"></p>
      ${sent}
      <noscript><p>${words.noScript}</p></noscript>
    </bring-key>
    <details>
      <summary>${words.chooseSsh}</summary>
      <p>${words.chooseSshHint}</p>
      <form method="post" action="${to.withKey}">
        ${carried(venue, unsigned)}
        <div class="field">
          <label for="public-key">${words.sshPublic}</label>
          <input id="public-key" name="publicKey" required spellcheck="false" placeholder="ssh-ed25519 AAAA…" />
        </div>
        <p><button>${words.sshContinue}</button></p>
      </form>
    </details>`;
};
