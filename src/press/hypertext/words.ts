import { leadsTo } from '../../base/address.ts';
import { type Said, piecesOf } from '../../charter/final/said.ts';
import { type Html, html } from '../../markup/html.ts';
import { type Link, type Stretch, runsOf } from '../../text/runs.ts';
import { allowed } from '../xml-write.ts';

/** Words of a finished text as HTML that is XHTML, too: books take it strictly, and a page as it is. */

/** How a footnote is referred to, and how it stands; both say the same number. */
export interface NoteForm {
  readonly mark: (number: number) => Html;
  readonly note: (number: number, inside: readonly Html[]) => Html;
}

export interface Notes {
  /** A clause's words, or others with its marks; a line feed is a new line. */
  readonly marked: (words: string) => Html;
  /** The footnotes that were referred to since this was asked the last time. */
  readonly taken: () => readonly Html[];
}

/** Numbers footnotes as they come. */
export const createNotes = ({ mark, note }: NoteForm): Notes => {
  let count = 0;
  let notes: Html[] = [];
  return {
    marked: (words) =>
      html`${runsOf(words).map((run) => {
        if (run.kind !== 'note') return shown(run);
        count += 1;
        notes.push(note(count, run.words.map(shown)));
        return mark(count);
      })}`,
    taken: () => {
      const taken = notes;
      notes = [];
      return taken;
    },
  };
};

/** Where a link leads stands behind it: what it is called is its writer's word. */
const shown = (run: Link | Stretch): Html => {
  if (run.kind === 'words') return run.emphasis ? html`<em>${lined(run.text)}</em>` : lined(run.text);
  return html`<a href="${run.href}" rel="noopener noreferrer">${run.words.map(shown)}</a>
    <small>(<bdi>${leadsTo(run.href)}</bdi>)</small>`;
};

/** Somebody's words without marks. */
export const lined = (words: string): Html =>
  html`${allowed(words)
    .split('\n')
    .map((line, i) => (i === 0 ? line : html`<br />${line}`))}`;

/** A sentence of ours; what others wrote in it has a direction of its own. */
export const saidHtml = (said: Said): Html =>
  html`${piecesOf(allowed(said)).map((piece, i) => (i % 2 === 0 ? piece : html`<bdi>${piece}</bdi>`))}`;
