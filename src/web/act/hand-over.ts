import { ACT_RULES, type ActKind, type AnyAct } from '../../charter/acts.ts';
import { keysOf } from '../../charter/members/organisation-keys.ts';
import type { PreparedLine } from '../../conference/prepared.ts';
import { textNamed } from '../../conference/reading/news.ts';
import { type Html, html } from '../../markup/html.ts';
import type { Context, Me } from '../kit/context.ts';
import { hidden } from '../kit/controls.ts';
import { type Fields, createFields } from '../kit/fields.ts';
import type { FormProblem } from '../kit/problem.ts';
import { MOST_NOTE } from '../kit/prepared.ts';
import { momentText } from '../kit/words.ts';
import { type Unsigned, typedFields } from './unsigned.ts';

/** Acts that one delegate prepares and another signs: what the pages before signing say and carry of it. */

/** The fields by which a form and the page before signing know what they go on with. */
const [NAME, AT] = ['prepared', 'prepared-at'] as const;

/** Fields that no address may set. */
export const OF_PREPARED: ReadonlySet<string> = new Set([NAME, AT]);

/** What was typed of one, to be shown or read again. */
export const fieldsOfPrepared = (context: Context, id: string): Fields | null => {
  const one = context.prepared?.get(id) ?? null;
  const typed = one === null ? null : typedFields(createFields([['typed', one.typed]]));
  if (one === null || typed === null) return null;
  const rest = typed.entries().filter(([name]) => !OF_PREPARED.has(name));
  return createFields([...rest, [NAME, one.id], [AT, `${one.at}`]]);
};

/** Which one these fields go on with; empty: none. */
export const preparedIn = (fields: Fields): { readonly id: string; readonly at: number } => ({
  id: fields.text(NAME),
  at: Number(fields.text(AT)),
});

/** The same, hidden in a form that is shown again. */
export const carriedPrepared = (fields: Fields): Html | '' => {
  const { id, at } = preparedIn(fields);
  return id === '' ? '' : html`${hidden(NAME, id)}${hidden(AT, at)}`;
};

/** Whether the delegate can only prepare acts of this kind. */
export const preparesOnly = (me: Me | null, kind: ActKind): boolean =>
  me?.delegate.role === 'assisting' && ACT_RULES[kind].strength === 'binding';

/** A delegate who could sign it: the act is judged as theirs before it is handed over. `null`: there is none with a key. */
export const signatoryOf = ({ conference }: Context, me: Me): number | null => {
  const state = conference.state();
  const able = keysOf(state, me.organisation.id).filter(({ until, use }) => until === null && use !== 'invitation');
  const delegate = me.organisation.delegates.find(
    ({ number, role, recalled }) =>
      role === 'representing' && recalled === null && able.some((key) => key.delegate === number),
  );
  return delegate?.number ?? null;
};

/** In whose name a form's act is made: the delegate's own or, of one that they only prepare, that of one who could sign it. `null`: nobody is signed in. */
export const makerOf = (context: Context, kind: ActKind) => {
  const { me, reader } = context;
  if (me === null) return null;
  const other = preparesOnly(me, kind) && reader.member ? signatoryOf(context, me) : null;
  return { organisation: me.organisation.id, delegate: other ?? me.delegate.number };
};

/** Whoever can neither sign an act nor hand it over is told so before anything is typed. */
export const whyNotAtAll = (context: Context, kind: ActKind): FormProblem | null => {
  const { me, reader } = context;
  if (me === null || !preparesOnly(me, kind)) return null;
  return reader.member && signatoryOf(context, me) !== null
    ? null
    : { kind: 'refused', refusal: { article: '4.1', kind: 'representing-only' } };
};

/** One that was signed waits no more, unless it was changed meanwhile. */
export const endPrepared = ({ prepared }: Context, typed: Fields): void => {
  const { id, at } = preparedIn(typed);
  prepared?.done(id, at);
};

/** What an act is about, as it is kept with what is prepared. */
export const aboutOf = ({ reader }: Context, act: AnyAct): Pick<PreparedLine, 'text' | 'revision'> => {
  const number = textNamed(act);
  const text = number === null ? null : reader.text(number);
  return { text: text?.number ?? null, revision: text?.revisions.length ?? null };
};

/** Why it is to be read again before it is signed; `null`: nothing has changed. */
export const staleness = (context: Context, { text, revision }: PreparedLine): string | null => {
  const now = text === null ? null : context.reader.text(text);
  if (now === null || revision === null || now.revisions.length === revision) return null;
  return context.t.acts.prepared.revised(revision, now.revisions.length);
};

/** Where an assisting delegate hands it over, in place of signing or beside it. */
export const handOverForm = (context: Context, unsigned: Unsigned): Html => {
  const words = context.t.acts.prepared;
  const typed = typedFields(createFields([['typed', unsigned.typed]]));
  const before = typed === null ? null : (context.prepared?.get(preparedIn(typed).id) ?? null);
  return html`<h2>${words.handOver}</h2>
    <p>${words.handOverLede}</p>
    <form method="post" action="${context.base}/acts/hand-over">
      ${hidden('kind', unsigned.act.kind)}${hidden('typed', unsigned.typed)}
      <div class="field">
        <label for="note">${words.note} <span class="tally">${context.t.common.optional}</span></label>
        <textarea id="note" name="note" rows="2" maxlength="${MOST_NOTE}" dir="auto">${before?.note ?? ''}</textarea>
      </div>
      <p class="actions"><button>${words.handOver}</button></p>
    </form>`;
};

/** By whom and when it was prepared, what they say of it, and what has changed since: above the page before signing, and above its form. */
export const preparedBox = (context: Context, fields: Fields): Html | '' => {
  const one = context.prepared?.get(preparedIn(fields).id) ?? null;
  if (one === null) return '';
  const words = context.t.acts.prepared;
  const stale = staleness(context, one);
  return html`<section class="panel prepared" aria-label="${words.title}">
    <p><strong>${words.by(one.by, momentText(context, one.at))}</strong></p>
    ${one.note === '' ? '' : html`<blockquote><p dir="auto">${one.note}</p></blockquote>`}
    ${one.at === preparedIn(fields).at ? '' : html`<p class="soon">${words.changed}</p>`}
    ${stale === null ? '' : html`<p class="soon">${stale}</p>`} ${asideWords(context, one)}
  </section>`;
};

export const asideWords = (context: Context, { aside }: PreparedLine): Html | '' =>
  aside === null
    ? ''
    : html`<p>${context.t.acts.prepared.wasAside(aside.by, momentText(context, aside.at))}</p>
        ${aside.words === '' ? '' : html`<blockquote><p dir="auto">${aside.words}</p></blockquote>`}`;

/** Under the page before signing: to set it aside, or take it back. */
export const preparedWays = (context: Context, fields: Fields): Html | '' => {
  const one = context.prepared?.get(preparedIn(fields).id) ?? null;
  if (one === null || context.me === null) return '';
  const words = context.t.acts.prepared;
  const path = `${context.base}/prepared/${one.id}`;
  return html`${
      context.me.delegate.role === 'representing' && one.aside === null
        ? html`<details>
            <summary>${words.setAside}</summary>
            <form method="post" action="${path}/set-aside">
              ${hidden(AT, one.at)}
              <div class="field">
                <label for="aside">${words.asideWhy} <span class="tally">${context.t.common.optional}</span></label>
                <textarea id="aside" name="words" rows="2" maxlength="${MOST_NOTE}" dir="auto"></textarea>
              </div>
              <p class="actions"><button class="second">${words.setAside}</button></p>
            </form>
          </details>`
        : ''
    }
    <form method="post" action="${path}/remove"><button class="plain">${words.remove}</button></form>`;
};
