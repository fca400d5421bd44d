import { fromBase64url, hex } from '../../../base/bytes.ts';
import type { Final, FinalNote } from '../../../charter/final/final.ts';
import { type Said, piecesOf, theirWords } from '../../../charter/final/said.ts';
import {
  type Block,
  type FinalSheet,
  type Line,
  type Section,
  noteSentences,
  sheetOf,
  whereText,
} from '../../../charter/final/sheet.ts';
import { sheetOfStatement } from '../../../charter/final/statement-sheet.ts';
import type { FinalStatement } from '../../../charter/final/statement.ts';
import type { FinalLanguage } from '../../../charter/final/words.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { headValues } from '../../members/parts/rules-table.ts';
import { wordDiff } from '../../kit/compare/word-diff.ts';
import { emphasised, paragraphs } from '../../kit/prose.ts';
import { theirs } from '../../kit/theirs.ts';
import { grouped } from '../../kit/words.ts';

/** A finished text as pages set it: see `charter/final/sheet.ts`. */

export const finalLanguage = (context: Context): FinalLanguage => ({
  words: context.t.texts.final,
  terms: ({ head, rules }) => [
    ...headValues(context, head).map(([name, value]) => `${context.t.texts.rules.head[name]}: ${theirWords(value)}`),
    ...Object.values(context.t.workspace.about.rule)
      .map((sentence) => sentence(rules))
      .filter((sentence) => sentence !== ''),
  ],
});

/** The sheet in the reader's language, with the addresses of the document and of the page that checks it in words. */
export const finalSheet = (context: Context, number: number, final: Final): FinalSheet =>
  sheetAt(context, `decisions/${number}`, final);

/** Likewise of the founding charter. */
export const foundingSheet = (context: Context, final: Final): FinalSheet => sheetAt(context, 'charters/1', final);

const sheetAt = (context: Context, path: string, final: Final): FinalSheet =>
  sheetOf(final, finalLanguage(context), {
    page: `${context.origin}/verify`,
    document: `${context.origin}${context.base}/${path}`,
    fingerprint: grouped(hex(fromBase64url(final.version) ?? new Uint8Array())),
  });

/** Likewise of a statement. */
export const statementSheet = (context: Context, statement: FinalStatement): FinalSheet =>
  sheetOfStatement(
    statement,
    finalLanguage(context),
    statement.signatories.length === 0
      ? null
      : {
          page: `${context.origin}/verify`,
          document: `${context.origin}${context.base}/statements/${statement.number}`,
          fingerprint: grouped(hex(fromBase64url(statement.version) ?? new Uint8Array())),
        },
  );

/** What stands below the title. */
export const linesHtml = (lines: readonly Said[]): readonly Html[] =>
  lines.map((said) => html`<p class="below">${saidHtml(said)}</p>`);

export const sectionHtml = (context: Context, { kind, title, blocks }: Section): Html =>
  html`<section class="back back-${kind}">
    ${title === null ? '' : html`<h2>${title}</h2>`} ${blocks.map((block) => blockHtml(context, title ?? '', block))}
  </section>`;

/** @param title what stands above it */
export const blockHtml = (context: Context, title: string, block: Block): Html => {
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${saidHtml(block.words)}</p>`;
    case 'list':
      return html`<ul>
        ${block.items.map((item) => html`<li>${saidHtml(item)}</li>`)}
      </ul>`;
    case 'words':
      return paragraphs(block.words);
    case 'calls':
      return html`<ol class="calls">
        ${block.items.map((words) => html`<li class="words" dir="auto">${emphasised(words)}</li>`)}
      </ol>`;
    case 'table':
      return tableHtml(title, block);
    case 'quotation':
      return html`<div class="rider">
        <p>${saidHtml(block.head)}</p>
        ${block.struck ? html`<del>${paragraphs(block.words)}</del>` : paragraphs(block.words)}
      </div>`;
    case 'slip':
      return html`<div class="rider">
        <p>${saidHtml(block.head)}</p>
        <p class="words" dir="auto">${wordDiff(context, block.before.words, block.now.words)}</p>
      </div>`;
  }
};

const tableHtml = (title: string, { columns, rows }: Extract<Block, { readonly kind: 'table' }>): Html =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="${title}">
    <table class="signatures">
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell, i) => (i === 0 ? html`<th scope="row">${cellHtml(cell)}</th>` : html`<td>${cellHtml(cell)}</td>`))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

/** The first line is what it is; the others stand below it, smaller. */
const cellHtml = (lines: readonly Line[]): Html =>
  html`${lines.map((line, i) => (i === 0 ? lineHtml(line) : html`<span class="gloss">${lineHtml(line)}</span>`))}`;

const lineHtml = ({ words, struck }: Line): Html => (struck ? html`<del>${saidHtml(words)}</del>` : saidHtml(words));

const saidHtml = (said: string): Html =>
  html`${piecesOf(said).map((piece, i) => (i % 2 === 0 ? piece : theirs(piece)))}`;

/** `Adopted unanimously on 8 November 2026, in writing`. */
export const adoptedHtml = (context: Context, { how, at, where }: FinalNote): Html => {
  const language = finalLanguage(context);
  return saidHtml(language.words.adopted[how](language.words.day(at), whereText(where, language)));
};

/** The final note as paragraphs. */
export const noteHtml = (context: Context, note: Final['note']): readonly Html[] =>
  noteSentences(note, finalLanguage(context)).map((said) => html`<p>${saidHtml(said)}</p>`);
