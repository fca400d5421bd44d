import { leadsTo } from '../../base/address.ts';
import { type Said, piecesOf } from '../../charter/final/said.ts';
import { type Html, html } from '../../markup/html.ts';
import { type Link, type Stretch, runsOf } from '../../text/runs.ts';

/** A clause's words, or others with its marks, and what was noted under them. */
export interface Notes {
  readonly marked: (words: string) => Html;
  /** All footnotes, each of which leads back to its mark. */
  readonly all: () => readonly Html[];
}

export const createNotes = (): Notes => {
  const notes: Html[] = [];
  const shown = (run: Link | Stretch): Html => {
    if (run.kind === 'words') return run.emphasis ? html`<em>${lined(run.text)}</em>` : lined(run.text);
    return html`<a href="${run.href}" rel="noopener noreferrer">${run.words.map(shown)}</a>
      <small>(<bdi>${leadsTo(run.href)}</bdi>)</small>`;
  };
  return {
    marked: (words) =>
      html`${runsOf(words).map((run) => {
        if (run.kind !== 'note') return shown(run);
        const number = notes.length + 1;
        notes.push(
          html`<li id="note-${number}" dir="auto" role="doc-footnote">
            ${run.words.map(shown)} <a href="#mark-${number}" role="doc-backlink">↑</a>
          </li>`,
        );
        return html`<sup><a id="mark-${number}" href="#note-${number}" role="doc-noteref">${number}</a></sup>`;
      })}`,
    all: () => notes,
  };
};

/** Somebody's words without marks. */
export const lined = (words: string): Html =>
  html`${words.split('\n').map((line, i) => (i === 0 ? line : html`<br />${line}`))}`;

/** A sentence of ours; what others wrote in it has a direction of its own. */
export const saidHtml = (said: Said): Html =>
  html`${piecesOf(said).map((piece, i) => (i % 2 === 0 ? piece : html`<bdi>${piece}</bdi>`))}`;
