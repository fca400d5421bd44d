import type { ClauseId } from '../../base/ids.ts';
import { fromUtf8 } from '../../base/bytes.ts';
import { canonicalBytes } from '../../base/json.ts';
import { type Result, err, ok } from '../../base/result.ts';
import { type Html, html } from '../../markup/html.ts';
import { sameClause } from '../../text/clause-form.ts';
import type { Clause } from '../../text/clause.ts';
import { toMarkdown } from '../../text/markdown.ts';
import type { FormContext } from '../kit/context.ts';
import type { Fields } from '../kit/fields.ts';
import { type FormState, lineInput, textArea } from '../kit/controls.ts';
import { plainClauses } from '../kit/prose.ts';
import { type FormProblem, problemBox } from '../kit/problem.ts';
import { type SourceFault, faultText } from './source-fault.ts';
import { withFields } from './change-fields.ts';
import { foundBox, foundIn } from './found-in-file.ts';
import { MOST_ACT_BYTES } from '../shared/text-limits.ts';
import { type Earlier, readContinued } from './continued.ts';
import { type FormOf, filledFrom, structureStep } from './structure.ts';
import { structureTable } from './structure-table.ts';
import { type Upload, fileField, troubleBox, unreadBox, uploadFault } from './upload.ts';

/** A whole text as people type it, in one field, and read back as clauses; or read in from a file. */

interface SourceText {
  readonly title: string;
  readonly clauses: readonly Clause[];
}

/** As {@link readContinued}. */
export const readSource = (fields: Fields, earlier: Earlier): Result<SourceText, SourceFault> => {
  const title = fields.text('title');
  const read = readContinued({ title, body: fields.source('body') }, earlier);
  if (!read.ok) return read;
  const { clauses } = read.value;
  const sent = earlier.brief === true ? briefly(earlier.before, clauses) : clauses;
  if (canonicalBytes(sent).length > MOST_ACT_BYTES) return err({ kind: 'act-too-long', line: 1 });
  return ok({ title: read.value.title ?? '', clauses });
};

/** The clauses, those that are as they were before by their ids alone: what a revision puts on the record. */
export const briefly = (before: readonly Clause[], clauses: readonly Clause[]): readonly (ClauseId | Clause)[] => {
  const known = new Map(before.map((clause) => [clause.id, clause]));
  return clauses.map((clause) => {
    const old = known.get(clause.id);
    return old !== undefined && sameClause(old, clause) ? clause.id : clause;
  });
};

/** Why the source cannot be read, for `read` of a form to give back. */
export const sourceProblem = ({ kind }: SourceFault): Extract<FormProblem, { readonly kind: 'field' }> => ({
  kind: 'field',
  field: 'body',
  why: kind,
});

/** What the buttons of {@link sourceFields} do; `null` where none of them was used. */
export const sourceStep = (
  context: FormContext,
  fields: Fields,
  earlier: Earlier,
  upload: Upload | null,
  of: FormOf = 'text',
): Fields | null => {
  if (upload?.as !== 'text') {
    const structured = structureStep(fields, earlier, of);
    if (structured !== null) return structured;
    return fields.has('step', 'preview') || fields.has('step', 'import') ? fields : null;
  }
  const { bytes, read } = upload;
  // What is wrong with plain text can be put right in the field.
  if (!read.ok && read.error.kind === 'source')
    return withFields(fields, { 'file-problem': [], step: 'preview', body: fromUtf8(bytes) ?? '' });
  if (!read.ok) return withFields(fields, { 'file-problem': uploadFault(context, read.error) });
  const ids = earlier.before.length > 0;
  const { title, clauses, structure } = read.value;
  const found = withFields(fields, { 'file-problem': [], 'structure-kept': [], found: foundIn(read.value) });
  if (structure !== null) return filledFrom(found, structure, { earlier, of });
  return withFields(found, {
    paragraphs: [],
    step: 'preview',
    title: fields.text('title') || (title ?? ''),
    body: toMarkdown({ title: null, clauses }, { ids }),
  });
};

/** The box above a form with a source: what is wrong with it, by the clause. */
export const sourceTrouble = (state: FormState<FormContext>, earlier: Earlier): Html | '' => {
  const { context, fields, problem } = state;
  const unread = unreadBox(context, fields);
  if (unread !== null) return unread;
  const previewed = fields.has('step', 'preview') || problem?.kind === 'field';
  const read = previewed && fields.text('body') !== '' ? readSource(fields, earlier) : null;
  return read !== null && !read.ok ? troubleBox(context, faultText(context, read.error)) : problemBox(context, problem);
};

interface SourceFields {
  readonly title: string;
  /** What the title is called, and where the act holds it. */
  readonly titled?: { readonly label: string; readonly hint: string; readonly pointer: string } | undefined;
  /** Where the act holds the clauses. */
  readonly pointer?: string | undefined;
  /** What is said of the file, where less may come than usual. */
  readonly fileHint?: string | undefined;
  readonly body: string;
  readonly earlier: Earlier;
  readonly label?: string | undefined;
  readonly hint?: string | undefined;
  readonly rows?: number | undefined;
  /** Names of clauses in braces stand in the source, and are explained. */
  readonly ids?: boolean | undefined;
  /** What goes with the text while it is written: its draft, and the revision that it changes. */
  readonly draft?: Html | '' | undefined;
  /** What a file's paragraphs are made into; a text, where nothing is said. */
  readonly of?: FormOf | undefined;
  /** Which clauses the act holds in full: all, where nothing is said; those that do not stand so in this body; or none. */
  readonly sent?: { readonly butFor: string } | 'none' | undefined;
}

/** Where a conference is still to be founded no drafts are kept. */
type WithDrafts = FormContext & { readonly base?: string };

/** Title, text, file, and a preview of how the text is read. */
export const sourceFields = (
  state: FormState<WithDrafts>,
  { title, titled, earlier, ids, of = 'text', fileHint, ...field }: SourceFields,
): Html => {
  const words = state.context.t.texts.form;
  const tracked = (names: string): string =>
    state.context.t.texts.upload[ids === true ? 'trackedHere' : 'tracked'](names);
  return html`${foundBox(state.context, state.fields, tracked)}
    ${lineInput(state, { name: 'title', label: words.title, initial: title, max: 300, ...titled })}
    ${editorField(state, { ...field, ids })} ${fileField(words.file, fileHint ?? words.fileHint)}
    <p class="actions">
      <button class="second" name="step" value="import" formnovalidate>${words.import}</button>
      <button class="second" name="step" value="structure-of" formnovalidate>
        ${state.context.t.texts.structure.of}
      </button>
      <button class="second" name="step" value="preview" formnovalidate>${words.preview}</button>
    </p>
    ${structureTable(state, earlier, of)} ${previewOf(state, earlier)}`;
};

/** The text in one field, which the editor takes over where it runs. */
export const editorField = (
  state: FormState<WithDrafts>,
  {
    body,
    label,
    hint,
    rows,
    ids,
    draft,
    sent,
    pointer = '/body/clauses',
  }: Omit<SourceFields, 'title' | 'titled' | 'earlier' | 'fileHint'>,
): Html => {
  const { form: words, editor } = state.context.t.texts;
  return html`<text-editor
    class="source"
    data-drafts="${state.context.base ?? ''}/drafts"
    data-act="${sent === undefined ? 'all' : sent === 'none' ? 'none' : 'new'}"
    data-present="${typeof sent === 'object' ? sent.butFor : ''}"
    data-messages="${JSON.stringify({ ...editor.words, ...state.context.t.texts.drafts.live })}"
  >
    ${textArea(state, {
      name: 'body',
      pointer,
      label: label ?? words.body,
      hint: html`${hint ?? words.bodyHint} ${ids === true ? words.keepIds : ''}`,
      initial: body,
      rows: rows ?? 24,
      source: true,
    })}
    <p class="error" aria-live="polite" data-part="limits"></p>
    <details data-part="typed">
      <summary>${editor.typed.title}</summary>
      <dl class="facts">
        ${editor.typed.rows.map(
          ([typed, meaning]) =>
            html`<dt><code>${typed}</code></dt>
              <dd>${meaning}</dd>`,
        )}
      </dl>
    </details>
    <p class="hint" id="editor-keys" data-part="keys" hidden>${editor.keys}</p>
    <p><button class="plain" type="button" data-part="toggle" hidden></button></p>
    <p role="status"></p>
    ${draft ?? ''}
  </text-editor>`;
};

const previewOf = ({ context, fields, problem }: FormState<FormContext>, earlier: Earlier): Html | '' => {
  if (fields.text('body') === '' || (problem === null && !fields.has('step', 'preview'))) return '';
  const read = readSource(fields, earlier);
  if (!read.ok) return '';
  return html`<section class="panel preview" aria-labelledby="preview-title">
    <h2 id="preview-title">${context.t.texts.form.previewTitle}</h2>
    <p class="words title" dir="auto"><strong>${read.value.title}</strong></p>
    ${plainClauses(context, read.value.clauses)}
  </section>`;
};
