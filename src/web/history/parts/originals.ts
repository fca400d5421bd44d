import type { Original } from '../../../charter/history/piece.ts';
import { standing } from '../../../charter/history/archive.ts';
import type { Piece } from '../../../charter/history/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { eraseLink, erasedNote } from '../../kit/kept.ts';

/** The files that a piece came with, to be kept and never shown here. */

/** What a browser may be told that a file is, and how its address ends; everything else is a row of bytes. */
const ENDINGS: ReadonlyMap<string, string> = new Map([
  ['application/pdf', 'pdf'],
  ['application/vnd.oasis.opendocument.text', 'odt'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ['image/jpeg', 'jpg'],
  ['image/png', 'png'],
  ['text/plain', 'txt'],
]);

export const endingOf = ({ type }: Pick<Original, 'type'>): string => ENDINGS.get(type) ?? 'bin';

export const typeOf = ({ type }: Pick<Original, 'type'>): string =>
  ENDINGS.has(type) ? type : 'application/octet-stream';

export const originals = (context: Context, piece: Piece): Html | '' => {
  const { papers, what } = standing(piece);
  const erased = papers.words === null ? '' : erasedNote(context, papers.words);
  const words = papers.words === null ? '' : eraseLink(context, papers.words, what.title);
  if (papers.files.length === 0 && erased === '' && words === '') return '';
  return html`<section class="no-print">
    ${papers.files.length === 0 ? '' : html`<h2>${context.t.archive.originals}</h2>`}
    <ul class="files" aria-label="${context.t.archive.originals}">
      ${papers.files.map((file, i) => originalItem(context, piece, file, i + 1))}
    </ul>
    ${erased} ${words === '' ? '' : html`<p>${words}</p>`}
  </section>`;
};

const originalItem = (context: Context, piece: Piece, file: Original, number: number): Html => {
  const { name, type, parts } = file;
  const erased = parts.map((part) => erasedNote(context, part)).filter((note) => note !== '');
  const named = (part: number): string => (parts.length === 1 ? name : `${name} (${part}/${parts.length})`);
  const address = `${context.base}/archive/${piece.number}/original-${number}.${endingOf(file)}`;
  return html`<li ${erased.length === 0 ? '' : html`class="erased"`}>
    ${erased.length === 0 ? html`<a href="${address}" download><bdi>${name}</bdi></a>` : html`<bdi>${name}</bdi>`}
    <span class="quiet">${type}</span> ${parts.map((part, i) => eraseLink(context, part, named(i + 1)))} ${erased}
  </li>`;
};
