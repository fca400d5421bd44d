import { standing } from '../../../charter/history/archive.ts';
import { openDisagreement } from '../../../charter/law/disagreement.ts';
import { html } from '../../../markup/html.ts';
import { type ActForm, defineForm } from '../../act/act-form.ts';
import { formPage } from '../../act/form-page.ts';
import { choices, hidden, textArea } from '../../kit/controls.ts';
import { paragraphs } from '../../kit/prose.ts';
import { sentence, theirs } from '../../kit/theirs.ts';
import { pieceSummary } from '../parts/piece-summary.ts';
import { pieceFields, readPiece } from './piece-fields.ts';

/** Saying that a piece from the archive is wrong, and how it should read; and disagreeing with that. */

const doubt = defineForm({
  kind: 'archive.doubt',
  page: (context, fields, problem) => {
    const { me, reader } = context;
    const piece = reader.piece(fields.integer('piece'));
    if (piece === null || me === null || !reader.member || piece.by === me.organisation.id) return null;
    const words = context.t.archive.doubts;
    const { what } = standing(piece);
    const state = { context, fields, problem };
    const version = fields.has('version') ? fields.integer('version') : piece.versions.length;
    return formPage(state, {
      kind: 'archive.doubt',
      lede: words.lede,
      about: theirs(what.title),
      fields: html`${hidden('piece', piece.number)} ${hidden('version', version)}
        ${textArea(state, { name: 'doubt', pointer: '/body/words', label: words.words, rows: 5, max: 8000 })}
        <details ${fields.has('instead') || problem?.kind === 'field' ? 'open' : ''}>
          <summary>${words.instead}</summary>
          ${choices(state, {
            name: 'instead',
            legend: html`<span class="visually-hidden">${words.instead}</span>`,
            type: 'checkbox',
            initial: [],
            options: [{ value: 'yes', label: words.should, hint: words.insteadHint }],
          })}
          ${pieceFields(state, what, 'instead')}
        </details>`,
    });
  },
  read: (_context, fields) => {
    const piece = fields.has('instead') ? readPiece(fields) : { what: null };
    if (!('what' in piece)) return piece;
    return {
      body: {
        piece: fields.integer('piece'),
        version: fields.integer('version'),
        words: fields.text('doubt'),
        instead: piece.what,
      },
    };
  },
  summary: (context, { piece: number, words, instead }) => {
    const t = context.t.archive.doubts;
    const piece = context.reader.piece(number);
    const reference = piece === null ? '' : standing(piece).what.reference;
    return html`<p><strong>${sentence(t.willDoubt, theirs(reference))}</strong></p>
      ${paragraphs(words)}
      ${
        instead === null
          ? ''
          : html`<p>${t.should}</p>
              <p class="words title" dir="auto">${theirs(instead.title)}</p>
              ${pieceSummary(context, instead)}`
      }`;
  },
  next: ({ base }, { piece }) => `${base}/archive/${piece}`,
});

const disagree = defineForm({
  kind: 'archive.disagree',
  page: (context, fields, problem) => {
    const { me, reader } = context;
    const piece = reader.piece(fields.integer('piece'));
    const found = piece?.doubts[fields.integer('doubt') - 1];
    if (piece === null || me === null || found?.outcome !== 'open' || found.instead === null) return null;
    const words = context.t.archive.doubts;
    const back = openDisagreement(found, me.organisation.id) !== undefined;
    const state = { context, fields, problem };
    return formPage(state, {
      kind: 'archive.disagree',
      lede: back ? words.backLede : words.disagreeLede,
      about: theirs(standing(piece).what.title),
      fields: html`${hidden('piece', piece.number)} ${hidden('doubt', found.number)}
      ${back ? hidden('back', 'yes') : textArea(state, { name: 'reasons', label: words.reasons, rows: 5, max: 4000 })}`,
    });
  },
  read: (_context, fields) => ({
    body: {
      piece: fields.integer('piece'),
      doubt: fields.integer('doubt'),
      reasons: fields.has('back') ? null : fields.text('reasons'),
    },
  }),
  summary: (context, { piece: number, reasons }) => {
    const t = context.t.archive.doubts;
    const piece = context.reader.piece(number);
    const reference = theirs(piece === null ? '' : standing(piece).what.reference);
    return html`<p><strong>${sentence(reasons === null ? t.willTakeBack : t.willDisagree, reference)}</strong></p>
      ${reasons === null ? '' : paragraphs(reasons)}`;
  },
  next: ({ base }, { piece, doubt: place }) => `${base}/archive/${piece}#d-${place}`,
});

export const doubtForms: readonly ActForm[] = [doubt, disagree];
