import { standing } from '../../../charter/history/archive.ts';
import { html } from '../../../markup/html.ts';
import { type ActForm, defineForm } from '../../act/act-form.ts';
import { formPage } from '../../act/form-page.ts';
import { hidden, textArea } from '../../kit/controls.ts';
import { paragraphs } from '../../kit/prose.ts';
import { sentence, theirs } from '../../kit/theirs.ts';
import { pieceSummary } from '../parts/piece-summary.ts';
import { doubtForms } from './doubts.ts';
import { papersFields, pieceFields, readPapers, readPiece } from './piece-fields.ts';

/** Chapter 11 on a page: bringing something from the archive, and putting right what was brought. */

const bring = defineForm({
  kind: 'archive.bring',
  takesFiles: true,
  page: (context, fields, problem) => {
    if (context.me === null || !context.reader.member) return null;
    const words = context.t.archive.form;
    const state = { context, fields, problem };
    return formPage(state, {
      kind: 'archive.bring',
      lede: html`${words.lede} ${words.many} <code>isonomia archive</code>`,
      multipart: true,
      fields: html`${pieceFields(state, null)} ${papersFields(state)}`,
    });
  },
  read: (_context, fields) => {
    const piece = readPiece(fields);
    if (!('what' in piece)) return piece;
    const papers = readPapers(fields);
    if (!('papers' in papers)) return papers;
    return { body: { what: piece.what, papers: papers.papers }, attachments: papers.attachments };
  },
  summary: (context, { what, papers }) => {
    const t = context.t.archive;
    const words = papers.words === null ? undefined : context.attached.get(papers.words);
    return html`<p>
        <strong>${sentence((title) => t.willBring(t.kind[what.kind], title), theirs(what.title))}</strong>
      </p>
      <p>${t.isNoSignature}</p>
      ${pieceSummary(context, what)} ${words === undefined ? '' : paragraphs(words)}
      ${papers.files.length === 0 ? '' : html`<p>${t.files(papers.files.length)}</p>`}`;
  },
  next: ({ base, reader }, { what }) => {
    const piece = reader.archive().findLast((one) => standing(one).what.reference === what.reference);
    return piece === undefined ? `${base}/archive` : `${base}/archive/${piece.number}`;
  },
});

const correct = defineForm({
  kind: 'archive.correct',
  takesFiles: true,
  page: (context, fields, problem) => {
    const piece = context.reader.piece(fields.integer('piece'));
    if (piece === null || context.me?.organisation.id !== piece.by) return null;
    const words = context.t.archive.form;
    const state = { context, fields, problem };
    const version = fields.has('version') ? fields.integer('version') : piece.versions.length;
    return formPage(state, {
      kind: 'archive.correct',
      lede: words.correctLede,
      multipart: true,
      fields: html`${hidden('piece', piece.number)} ${hidden('version', version)}
        ${pieceFields(state, standing(piece).what)}
        ${textArea(state, { name: 'reason', label: words.reason, hint: words.reasonHint, rows: 3, max: 4000 })}
        <p class="hint">${words.papersStay}</p>
        ${papersFields(state)}`,
    });
  },
  read: (_context, fields) => {
    const piece = readPiece(fields);
    if (!('what' in piece)) return piece;
    const read = readPapers(fields);
    if (!('papers' in read)) return read;
    const stay = read.papers.words === null && read.papers.files.length === 0;
    return {
      body: {
        piece: fields.integer('piece'),
        version: fields.integer('version'),
        what: piece.what,
        papers: stay ? null : read.papers,
        reason: fields.text('reason'),
      },
      attachments: read.attachments,
    };
  },
  summary: (context, { what, reason }) =>
    html`<p><strong>${sentence(context.t.archive.willCorrect, theirs(what.reference))}</strong></p>
      <p class="words title" dir="auto">${theirs(what.title)}</p>
      ${pieceSummary(context, what)} ${paragraphs(reason)}`,
  next: ({ base }, { piece }) => `${base}/archive/${piece}`,
});

export const historyForms: readonly ActForm[] = [bring, correct, ...doubtForms];
