import { randomBytes } from 'node:crypto';
import { base64url } from '../../base/bytes.ts';
import type { OrganisationId } from '../../base/ids.ts';
import type { ActKind } from '../../charter/acts.ts';
import type { Draft, DraftLine } from '../../conference/ports.ts';
import { type Html, html } from '../../markup/html.ts';
import type { Context } from '../kit/context.ts';
import { MOST_DRAFTS, type ToSave } from '../kit/drafts.ts';
import type { Fields } from '../kit/fields.ts';
import type { FormState } from '../kit/controls.ts';
import { momentText } from '../kit/words.ts';
import { newestOf } from '../../conference/shared-draft.ts';
import { isDraftId, isPen } from '../shared/draft-save.ts';
import type { DraftText } from '../shared/merge-drafts.ts';
import { MOST_DRAFT } from '../shared/text-limits.ts';
import { bodyOf, readTyped } from '../shared/typed-source.ts';
import { isFirst, withFields } from './change-fields.ts';
import type { Earlier } from './continued.ts';

/** A form's draft: opened into it, saved from it, and gone when it has become an act. */

/** What a form writes. */
export interface Writing {
  readonly kind: Draft['kind'];
  readonly text: number | null;
  /** The revision that is being changed. */
  readonly revision: number | null;
}

const KINDS: Readonly<Record<Draft['kind'], ActKind>> = {
  table: 'text.table',
  revise: 'text.revise',
  amend: 'amendments.propose',
};

/** Where a draft is written on. */
export const draftPath = ({ base }: Context, { id, kind, text }: DraftLine): string =>
  `${base}/do/${KINDS[kind]}?draft=${id}${text === null ? '' : `&text=${text}`}${kind === 'amend' ? '&way=edit' : ''}`;

/** The draft that a form is about, if it is the organisation's and of this form. */
export const draftIn = (
  { drafts }: Context,
  fields: Fields,
  { kind, text }: Omit<Writing, 'revision'>,
): Draft | null => {
  const draft = drafts?.get(fields.text('draft')) ?? null;
  return draft?.kind === kind && draft.text === text ? draft : null;
};

/** What is sent to be kept; `null` where it is not what a form or the editor sends. */
export const toSave = (fields: Fields): ToSave | null => {
  const named = {
    id: fields.text('draft'),
    owner: fields.text('draft-owner') as OrganisationId,
    pen: fields.text('draft-pen'),
    number: fields.integer('draft-number'),
    version: fields.integer('draft-version'),
  };
  if (!isDraftId(named.id) || !isPen(named.pen) || !(named.number >= 0) || !(named.version >= 0)) return null;
  const kind = fields.text('draft-kind');
  if (kind !== 'table' && kind !== 'revise' && kind !== 'amend') return null;
  const [text, revision] = [fields.integer('text'), fields.integer('revision')];
  const about = kind === 'table' ? { text: null, revision: null } : { text, revision };
  if (Number.isNaN(about.text) || Number.isNaN(about.revision)) return null;
  return {
    ...named,
    kind,
    ...about,
    title: fields.text('title'),
    body: fields.source('body'),
    base: { title: fields.text('draft-title'), body: fields.source('draft-body') },
  };
};

/** What the button “Save the draft” does; `null` where it was not used. */
export const draftStep = ({ drafts }: Context, fields: Fields, earlier: Earlier): Fields | null => {
  if (drafts === null || !fields.has('step', 'save-draft')) return null;
  const sent = toSave(fields);
  if (sent === null) return null;
  // Each clause goes by its name from here on, so that what two people write can be put together.
  const read = readTyped(sent, earlier);
  const named = read.ok ? { title: read.value.title ?? '', body: bodyOf(read.value.clauses) } : {};
  const saved = drafts.save({ ...sent, ...named });
  if (!saved.ok) {
    const anew = saved.why === 'gone' ? { draft: randomName(), 'draft-version': '0' } : {};
    return withFields(fields, { 'draft-state': saved.why, ...anew });
  }
  const { draft, collided, apart } = saved;
  return withFields(fields, {
    draft: draft.id,
    'draft-version': `${draft.version}`,
    'draft-title': draft.title,
    'draft-body': draft.body,
    'draft-state': apart ? 'apart' : collided ? 'collided' : 'saved',
    title: draft.title,
    body: draft.body,
  });
};

/** The hidden fields of a draft and the button that saves it, for within the editor's element. */
export const draftFields = (
  { context, fields }: FormState,
  writing: Writing,
  draft: Draft | null,
  /** What the form shows where there is no draft yet. */
  initial: DraftText,
): Html | '' => {
  const { drafts, me, conference } = context;
  if (drafts === null || me === null) return '';
  const words = context.t.texts.drafts;
  const typed = !isFirst(fields);
  const sent = typed ? toSave(fields) : null;
  const { version, base } =
    sent === null ? { version: draft?.version ?? 0, base: draft ?? initial } : drafts.known(sent);
  const owner = sent?.owner ?? me.organisation.id;
  const carried = {
    'draft-kind': writing.kind,
    draft: sent?.id ?? draft?.id ?? nameIn(fields),
    'draft-owner': owner,
    'draft-pen': randomName(),
    'draft-number': '0',
    'draft-version': `${version}`,
    'draft-title': base.title,
    'draft-body': base.body,
  };
  return html`${Object.entries(carried).map(([name, value]) => asSent(name, value))}
    <p class="actions">
      <button class="second" name="step" value="save-draft" formnovalidate>${words.save}</button>
      <span class="quiet" data-part="saved" data-conference="${conference.slug}"
        >${typed && fields.text('draft-state') !== '' ? stateText(context, fields.text('draft-state')) : draft === null ? words.hint : words.savedAt(momentText(context, draft.at))}</span
      >
    </p>
    <div class="panel" data-part="kept" hidden>
      <p data-part="kept-words"></p>
      <p class="actions">
        <button type="button" class="second" data-part="bring">${words.bring}</button>
        <button type="button" class="plain" data-part="forget">${words.forget}</button>
      </p>
    </div>`;
};

/** A hidden field that no browser fills with what it held on an earlier visit. */
const asSent = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}" autocomplete="off" />`;

/** The name by which a page asks for a draft that is not kept yet, or not any more; or a new one. */
const nameIn = (fields: Fields): string => (isDraftId(fields.text('draft')) ? fields.text('draft') : randomName());

const randomName = (): string => base64url(Uint8Array.from(randomBytes(16)));

/** Whether what was typed was written for another organisation than the one that is signed in: it is neither kept nor read over for that. */
export const isAnothers = ({ me }: Context, fields: Fields): boolean =>
  fields.text('draft-owner') !== '' && fields.text('draft-owner') !== me?.organisation.id;

/** What became of saving. */
const stateText = ({ t }: Context, state: string): string => {
  const words: Readonly<Record<string, string>> = t.texts.drafts.state;
  const most = state === 'too-long' ? MOST_DRAFT : MOST_DRAFTS;
  return Object.hasOwn(words, state) ? (words[state] ?? '').replace('{most}', `${most}`) : '';
};

/** Drafts of this kind that lie there already, where none of them is open. */
export const draftsWaiting = (
  context: Context,
  { kind, text }: Omit<Writing, 'revision'>,
  open: Draft | null,
): Html | '' => {
  const waiting =
    open === null ? (context.drafts?.list() ?? []).filter((draft) => draft.kind === kind && draft.text === text) : [];
  if (waiting.length === 0) return '';
  const words = context.t.texts.drafts;
  return html`<div class="panel">
    <p>${words.waiting(waiting.length)}</p>
    <ul class="plain">
      ${waiting.slice(0, 5).map((draft) => html`<li><a href="${draftPath(context, draft)}" dir="auto">${draft.title || words.untitled}</a> <span class="quiet">${words.changed(momentText(context, draft.at), draft.by)}</span></li>`)}
    </ul>
  </div>`;
};

/**
 * When an act has been made from a form: its draft goes, unless a colleague has written on it since.
 */
export const endDraft = ({ drafts, shared }: Pick<Context, 'drafts' | 'shared'>, typed: Fields | null): void => {
  const written = typed === null ? null : shared.find(typed.text('together'));
  if (written !== null && newestOf(written.draft).version === typed?.integer('together-version'))
    shared.discard(written);
  const draft = typed === null ? null : (drafts?.get(typed.text('draft')) ?? null);
  if (draft === null || typed === null) return;
  const same = draft.title === typed.text('title') && draft.body === typed.source('body');
  if (same || draft.version === typed.integer('draft-version')) drafts?.discard(draft.id);
};
