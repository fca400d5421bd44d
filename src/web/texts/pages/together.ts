import {
  type SharedAuthor,
  type SharedDraft,
  type SharedGuest,
  type SharedVersion,
  type SharedWords,
  newestOf,
} from '../../../conference/shared-draft.ts';
import { type Html, html } from '../../../markup/html.ts';
import { editorField } from '../../act/source.ts';
import type { Context } from '../../kit/context.ts';
import { type FormState, hidden, lineInput, select, textArea } from '../../kit/controls.ts';
import { type Fields, NO_FIELDS, createFields } from '../../kit/fields.ts';
import { page } from '../../kit/layout.ts';
import { paragraphs } from '../../kit/prose.ts';
import { MOST_OF, type NotShared, type SharedAccess } from '../../kit/shared-drafts.ts';
import type { Clash } from '../../kit/shared-words.ts';
import { sentence, theirs } from '../../kit/theirs.ts';
import { dayText, momentText, org } from '../../kit/words.ts';

/** A statement that several organisations write: its words, who works on it, and its versions. It is never shown as the conference's. */

export type TogetherShown =
  | { readonly kind: 'read' }
  | { readonly kind: 'saved'; readonly together: boolean }
  | { readonly kind: 'clash'; readonly words: SharedWords; readonly clashes: readonly Clash[] }
  | { readonly kind: 'invited'; readonly name: string; readonly secret: string }
  | { readonly kind: 'not'; readonly why: NotShared | 'too-often' };

/** What was typed and is not kept yet, and on which version. */
export interface TypedTogether {
  readonly words: SharedWords;
  readonly version: number;
  /** Whom to invite, where nobody has been invited by it yet. */
  readonly fields?: Fields;
}

export const togetherPage = (
  context: Context,
  access: SharedAccess,
  shown: TogetherShown,
  unsaved: TypedTogether | null = null,
): Html => {
  const { t, url } = context;
  const words = t.texts.together;
  const { draft } = access;
  const newest = newestOf(draft);
  const asked = draft.versions.find(({ version }) => version === Number(url.searchParams.get('version'))) ?? null;
  // What was typed on an earlier version and is not put together with the newest yet stays on that one.
  const typed = shown.kind === 'clash' ? { words: shown.words, version: newest.version } : (unsaved ?? newest);
  return page(context, {
    title: newest.words.title || words.untitled,
    width: 'narrow',
    apart: true,
    islands: ['text-editor'],
    body: html`<p class="symbol">${words.title}</p>
      <h1>${newest.words.title === '' ? words.untitled : theirs(newest.words.title)}</h1>
      <p class="lede">${words.lede}</p>
      ${guestNote(context, access)} ${outcome(context, draft, shown)}
      ${asked === null ? '' : versionShown(context, draft, asked)}
      <form method="post" action="${url.pathname}">
        ${asked === null ? wordsFields(context, typed) : ''} ${access.owner ? ownersWays(context) : ''}
        ${people(context, access, unsaved?.fields ?? NO_FIELDS)}
      </form>
      ${versions(context, draft)}`,
  });
};

/** To whoever has no way in: whether there is such a draft is not said. */
export const notTogetherPage = (context: Context): Html => {
  const words = context.t.texts.together;
  return page(context, {
    title: words.gone,
    width: 'narrow',
    apart: true,
    body: html`<h1>${words.gone}</h1>
      <p class="lede">${words.goneLede}</p>
      <p><a href="${context.base}/statements">${context.t.texts.statements.title}</a></p>`,
  });
};

const guestNote = (context: Context, { draft, as }: SharedAccess): Html | '' => {
  const guest = as.kind === 'guest' ? draft.guests[as.guest - 1] : undefined;
  if (guest?.who.kind !== 'outside') return '';
  const { asGuest } = context.t.texts.together;
  return html`<p class="notice">
    ${sentence((name) => asGuest(name, dayText(context, guest.until)), guestName(context, guest.who))}
  </p>`;
};

const outcome = (context: Context, draft: SharedDraft, shown: TogetherShown): Html | '' => {
  const words = context.t.texts.together;
  const { form } = context.t.texts;
  switch (shown.kind) {
    case 'read':
      return '';
    case 'saved':
      return html`<p class="notice" role="status">${shown.together ? words.together : words.saved}</p>`;
    case 'invited':
      return html`<div class="panel" role="status">
        <p>${sentence(words.link, theirs(shown.name))}</p>
        <p>
          <input
            readonly
            value="${context.origin}${context.base}/together/with/${shown.secret}"
            aria-label="${shown.name}"
          />
        </p>
      </div>`;
    case 'not':
      return html`<p class="problem" role="alert">${words.problem[shown.why]}</p>`;
    case 'clash': {
      const labels: Readonly<Record<keyof SharedWords, string>> = {
        title: form.title,
        event: form.statement.event,
        on: form.statement.eventOn,
        body: form.statement.body,
        lead: form.statement.lead,
        calls: form.statement.calls,
      };
      return html`<section class="problem" role="alert">
        <p>${sentence(words.clash, authorName(context, draft, newestOf(draft).by))}</p>
        ${shown.clashes.map(
          ({ field, theirs: said }) =>
            html`<p class="label">${labels[field]}. ${words.now}</p>
              ${said === '' ? html`<p class="quiet">${words.nothing}</p>` : paragraphs(said)}`,
        )}
      </section>`;
    }
  }
};

/** All buttons of the page send the words with them, so that none of what was typed is lost by inviting somebody. */
const wordsFields = (context: Context, { words: written, version }: TypedTogether): Html => {
  const { t } = context;
  const words = t.texts.form.statement;
  const fields = createFields([...Object.entries(written), ['sent', 'yes']]);
  const state: FormState = { context, fields, problem: null };
  const field = (name: keyof SharedWords, label: string, hint?: string): Html =>
    lineInput(state, { name, label, max: MOST_OF[name], unmarked: true, ...(hint === undefined ? {} : { hint }) });
  return html`<button
      class="visually-hidden"
      name="step"
      value="save"
      formnovalidate
      tabindex="-1"
      aria-hidden="true"
    ></button>
    ${hidden('version', version)} ${field('event', words.event, words.eventHint)}
    ${lineInput(state, { name: 'on', label: words.eventOn, type: 'date', unmarked: true })}
    ${field('title', t.texts.form.title)}
    ${editorField(state, { body: '', label: words.body, hint: words.bodyHint, rows: 14, sent: 'none' })}
    ${field('lead', words.lead, words.leadHint)}
    ${textArea(state, { name: 'calls', label: words.calls, hint: words.callsHint, rows: 6, unmarked: true })}
    <p class="actions"><button name="step" value="save" formnovalidate>${t.texts.together.save}</button></p>`;
};

const ownersWays = (context: Context): Html => {
  const words = context.t.texts.together;
  return html`<p class="actions">
    <button name="step" value="open" formnovalidate>${words.open}</button>
    <button class="plain" name="step" value="discard" formnovalidate>${words.discard}</button>
  </p>`;
};

const people = (context: Context, { draft, owner }: SharedAccess, inviting: Fields): Html => {
  const { t, now } = context;
  const words = t.texts.together;
  return html`<section aria-labelledby="people">
    <h2 id="people">${words.people}</h2>
    <ul class="plain">
      <li>${sentence(words.owner, org(context, draft.owner))}</li>
      ${draft.guests.map(({ number, who, until }) => {
        const name = guestName(context, who);
        if (until <= now)
          return html`<li>${name} <span class="quiet">${words.ended(dayText(context, until))}</span></li>`;
        return html`<li>
          ${name} <span class="quiet">${words.until(dayText(context, until))}</span>
          ${
            owner
              ? html`<button class="plain" name="step" value="uninvite-${number}" formnovalidate>
                  ${words.uninvite}<span class="visually-hidden">: ${name}</span>
                </button>`
              : ''
          }
        </li>`;
      })}
    </ul>
    ${owner ? inviteFields(context, draft, inviting) : ''}
  </section>`;
};

const inviteFields = (context: Context, draft: SharedDraft, fields: Fields): Html => {
  const words = context.t.texts.together;
  const state: FormState = { context, fields, problem: null };
  const others = context.reader.participants().filter(({ id }) => id !== draft.owner);
  return html`${select(state, {
      name: 'participant',
      label: words.inviteParticipant,
      options: [['', words.inviteNobody], ...others.map(({ id, name }) => [id, name] as const)],
      unmarked: true,
    })}
    ${lineInput(state, { name: 'name', label: words.inviteName, hint: words.inviteHint, max: 120, unmarked: true })}
    <p class="actions"><button class="second" name="step" value="invite" formnovalidate>${words.invite}</button></p>`;
};

const authorName = (context: Context, draft: SharedDraft, by: SharedAuthor): Html => {
  if (by.kind === 'delegate')
    return sentence((name) => context.t.texts.together.delegate(name, by.delegate), org(context, by.organisation));
  const who = draft.guests[by.guest - 1]?.who;
  return who === undefined ? html`${by.guest}` : guestName(context, who);
};

/** One from outside is called what its inviter typed, perhaps as a participant is: that it is from outside stands with the name wherever it does. */
const guestName = (context: Context, who: SharedGuest['who']): Html =>
  who.kind === 'participant'
    ? org(context, who.organisation)
    : html`${theirs(who.name)} <span class="quiet">(${context.t.texts.together.outside})</span>`;

const versions = (context: Context, draft: SharedDraft): Html => {
  const words = context.t.texts.together;
  return html`<section aria-labelledby="versions">
    <h2 id="versions">${words.versions(draft.versions.length)}</h2>
    <ul class="plain">
      ${draft.versions.map(({ version, by, at }) => html`<li><a href="${context.url.pathname}?version=${version}">${words.version(version)}</a> <span class="quiet">${sentence((name) => words.by(name, momentText(context, at)), authorName(context, draft, by))}</span></li>`)}
    </ul>
  </section>`;
};

/** An earlier version, to be read. */
const versionShown = (context: Context, draft: SharedDraft, { version, by, at, words: said }: SharedVersion): Html => {
  const words = context.t.texts.together;
  return html`<section class="panel">
    <h2>${words.version(version)}</h2>
    <p class="quiet">${sentence((name) => words.by(name, momentText(context, at)), authorName(context, draft, by))}</p>
    ${Object.values<string>({ ...said }).flatMap((text) => (text === '' ? [] : paragraphs(text.replaceAll(/ \{#[\w-]+\}/gu, ''))))}
    <p><a href="${context.url.pathname}">${words.version(newestOf(draft).version)}</a></p>
  </section>`;
};
