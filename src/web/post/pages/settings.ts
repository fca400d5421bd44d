import { type CodeFault } from '../../../conference/post/confirm.ts';
import { type Contact, type DigestChoice, pushIn } from '../../../conference/post/contacts.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context, Me } from '../../kit/context.ts';
import type { Fields } from '../../kit/fields.ts';
import { LANGUAGES, languageName } from '../../messages/index.ts';
import { type FormState, choices, hidden, lineInput, select } from '../../kit/controls.ts';
import { page } from '../../kit/layout.ts';
import { linkRow } from '../../kit/listing.ts';
import { zoneInput } from '../../kit/time-input.ts';
import { day, momentText } from '../../kit/words.ts';
import type { FormProblem } from '../../kit/problem.ts';

/** How a delegate, or the organisation as a whole, is reached by mail. */

/** A delegate's number; 0 is the organisation's general address. */
export type Whose = Contact['delegate'];

export const DIGESTS = ['at-once', 'daily', 'weekly', 'never'] as const satisfies readonly DigestChoice[];

export const DONE = ['saved', 'sent', 'confirmed', 'removed', 'pushed', 'not-pushed'] as const;

export type SettingsFault = 'not-a-browser' | 'not-an-address' | 'not-a-zone' | 'too-often' | CodeFault;

interface SettingsSheet {
  readonly whose: Whose;
  /** The organisation's, the general one first. */
  readonly contacts: readonly Contact[];
  /** What was typed, where it came back. */
  readonly fields: Fields;
  readonly fault: SettingsFault | null;
  /** What the browser's notes need; `null`: this node sends none. */
  readonly pushKey: string | null;
}

export const settingsPage = (context: Context, me: Me, sheet: SettingsSheet | null): Html => {
  const { t, base } = context;
  const words = t.post.settings;
  return page(context, {
    title: words.title,
    islands: (sheet?.pushKey ?? null) === null ? [] : ['push-switch'],
    body: html`<p class="symbol"><a href="${base}/organisation">${t.common.menu.organisation}</a></p>
      <h1>${words.title}</h1>
      <p class="lede">${words.lede}</p>
      ${sheet === null ? html`<p class="empty">${words.noPost}</p>` : chooser(context, me, sheet)}`,
  });
};

const chooser = (context: Context, me: Me, sheet: SettingsSheet): Html => {
  const { t, base } = context;
  const words = t.post.settings;
  const general = sheet.whose === 0;
  const contact = sheet.contacts.find(({ delegate }) => delegate === sheet.whose) ?? null;
  return html`<div class="split">
    <div>
      ${
        me.delegate.role === 'representing'
          ? linkRow(words.whose, [
              { label: words.own, href: `${base}/settings`, here: !general },
              { label: words.general, href: `${base}/settings?of=organisation`, here: general },
            ])
          : ''
      }
      ${general ? html`<p>${words.generalLede}</p>` : ''}${happened(context, sheet)}
      ${contact === null ? '' : confirming(context, sheet, contact)} ${form(context, sheet, contact)}
      ${contact === null ? '' : removal(context, sheet.whose)}
      ${contact === null ? '' : browserNotes(context, sheet, contact)}
    </div>
    <aside class="side">
      <p><a href="${base}/settings/kept">${t.post.kept.title}</a></p>
      ${colleagues(context, me, sheet.contacts)}
    </aside>
  </div>`;
};

const happened = ({ t, url }: Context, { fault }: SettingsSheet): Html | '' => {
  const words = t.post.settings;
  if (fault !== null)
    return html`<div class="problem" role="alert" tabindex="-1">
      <h2>${t.common.problem}</h2>
      <p>${words.fault[fault]}</p>
    </div>`;
  const done = DONE.find((known) => known === url.searchParams.get('done'));
  return done === undefined ? '' : html`<p class="notice" role="status">${words.done[done]}</p>`;
};

/** How far the confirming of the address is, and the field for the code. */
const confirming = (context: Context, { whose }: SettingsSheet, { address, confirmation }: Contact): Html => {
  const words = context.t.post.settings;
  switch (confirmation.kind) {
    case 'unconfirmed':
      return html`<p>${words.state.unconfirmed}</p>`;
    case 'confirmed':
      return html`<p>
        <strong><bdi>${address}</bdi></strong> <span class="s-support" aria-hidden="true">●</span>
        ${words.state.confirmed(momentText(context, confirmation.at))}
      </p>`;
    case 'asked':
      return html`<form class="panel" method="post" action="${context.base}/settings/code">
        <p>${words.state.asked(address, momentText(context, confirmation.until))}</p>
        ${hidden('whose', whose)}
        <div class="field">
          <label for="code">${words.code}</label>
          <p class="hint" id="code-hint">${words.codeHint}</p>
          <input
            class="short"
            id="code"
            name="code"
            inputmode="numeric"
            autocomplete="one-time-code"
            maxlength="12"
            required
            aria-describedby="code-hint"
          />
        </div>
        <p><button>${words.confirm}</button></p>
      </form>`;
  }
};

const form = (context: Context, { whose, fields, fault }: SettingsSheet, contact: Contact | null): Html => {
  const words = context.t.post.settings;
  const problem: FormProblem | null =
    fault === 'not-an-address'
      ? { kind: 'field', field: 'address', why: 'not-a-mail-address' }
      : fault === 'not-a-zone'
        ? { kind: 'field', field: 'zone', why: 'not-a-zone' }
        : null;
  const state: FormState = { context, fields, problem };
  const confirmed = contact?.confirmation.kind === 'confirmed';
  return html`<form method="post" action="${context.base}/settings">
    ${hidden('whose', whose)}
    ${lineInput(state, { name: 'address', label: words.address, hint: words.addressHint, initial: contact?.address ?? '', max: 254 })}
    ${select(state, {
      name: 'language',
      label: words.language,
      initial: contact?.language ?? context.language,
      options: LANGUAGES.map((tag) => [tag, languageName(tag)]),
    })}
    ${zoneInput(state, { label: words.zone, initial: contact?.zone ?? 'UTC' })}
    ${choices(state, {
      name: 'digest',
      type: 'radio',
      legend: words.digest,
      hint: words.digestHint,
      initial: [contact?.digest ?? 'daily'],
      options: DIGESTS.map((value) => ({ value, label: words.digests[value] })),
    })}
    ${choices(state, {
      name: 'bulletins',
      type: 'checkbox',
      legend: words.bulletins,
      initial: contact?.bulletins === false ? [] : ['yes'],
      options: [{ value: 'yes', label: words.bulletinsLabel, hint: words.bulletinsHint }],
    })}
    <p class="actions"><button>${confirmed ? words.save : words.saveSend}</button></p>
  </form>`;
};

/** Notes to the browser: for a delegate's own, once the address is confirmed. Without JavaScript they can be ended, not begun. */
const browserNotes = (
  { t, base, conference }: Context,
  { whose, pushKey }: SettingsSheet,
  contact: Contact,
): Html | '' => {
  if (pushKey === null || whose === 0 || contact.confirmation.kind !== 'confirmed') return '';
  const words = t.post.settings.notes;
  const action = `${base}/settings/notes`;
  return html`<section>
    <h2>${words.title}</h2>
    <p>${words.lede}</p>
    ${
      pushIn(conference.state(), contact) === null
        ? html`<push-switch
            data-key="${pushKey}"
            data-worker="/assets/islands/push-worker.js"
            data-messages="${JSON.stringify(words.trouble)}"
          >
            <form method="post" action="${action}">
              ${hidden('subscription', '')}
              <p><button class="second" hidden>${words.begin}</button></p>
            </form>
            <p role="status"></p>
          </push-switch>`
        : html`<form method="post" action="${action}">
            ${hidden('subscription', '')}
            <p><button class="second">${words.end}</button></p>
          </form>`
    }
  </section>`;
};

const removal = ({ t, base }: Context, whose: Whose): Html =>
  html`<form method="post" action="${base}/settings/remove">
    ${hidden('whose', whose)}
    <p>
      <button class="second">${t.post.settings.remove}</button>
      <span class="quiet">${t.post.settings.removeHint}</span>
    </p>
  </form>`;

/** Who of the organisation is reached where; its own delegates alone see this page. */
const colleagues = (context: Context, me: Me, contacts: readonly Contact[]): Html => {
  const { t, attached } = context;
  const words = t.post.settings;
  const present = me.organisation.delegates.filter(({ recalled }) => recalled === null);
  const rows = [
    { delegate: 0, name: words.generalName },
    ...present.map(({ number, name }) => ({
      delegate: number,
      name: (name === null ? undefined : attached.get(name)) ?? t.common.delegate(number),
    })),
  ];
  return html`<section class="panel">
    <h2>${words.colleagues}</h2>
    <dl>
      ${rows.map(({ delegate, name }) => {
        const contact = contacts.find((one) => one.delegate === delegate);
        const confirmed = contact?.confirmation.kind === 'confirmed' ? contact.confirmation : null;
        return html`<dt><bdi>${name}</bdi></dt>
          <dd>
            ${contact === undefined ? html`<span class="quiet">${words.none}</span>` : html`<bdi>${contact.address}</bdi>`}
            ${contact === undefined ? '' : confirmed === null ? html`<span class="why">${words.waiting}</span>` : html`<span class="why">${day(context, confirmed.at)}</span>`}
          </dd>`;
      })}
    </dl>
  </section>`;
};
