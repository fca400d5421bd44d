import { type Html, html } from '../../markup/html.ts';
import type { Clause } from '../../text/clause.ts';
import { leadsTo } from '../../base/address.ts';
import { type Footnote, type Link, type Stretch, runsOf } from '../../text/runs.ts';
import { numbering } from '../../text/numbering.ts';
import type { Spoken } from '../messages/messages.ts';

/** Words that people wrote, as they are read: escaped, with their emphasis, links and footnotes, in whichever direction their script runs. */

/** The words of a clause. A footnote stands in parentheses where it was put; or, with `numbered`, its number does. */
export const emphasised = (words: string, numbered?: Numbered): Html => {
  let place = 0;
  return html`${runsOf(words).map((run) => {
    if (run.kind !== 'note') return shownRun(run);
    if (numbered === undefined) return html` <span class="footnote" role="note">(${run.words.map(shownRun)})</span>`;
    const [own, listed] = anchors(numbered.clause, place);
    place += 1;
    return html`<sup class="mark"><a id="${own}" href="#${listed}">${numbered.first + place - 1}</a></sup>`;
  })}`;
};

/** The footnotes of a clause, numbered from `first`. */
interface Numbered {
  readonly clause: Clause['id'];
  readonly first: number;
}

/** The anchors of a footnote's mark and of its words. */
const anchors = (clause: Clause['id'], place: number): readonly [string, string] => [
  `m-${clause}-${place}`,
  `n-${clause}-${place}`,
];

/** Words with their emphasis, as they are. */
export const set = (words: readonly Stretch[]): Html => html`${words.map(shownRun)}`;

const shownRun = (run: Stretch | Link): Html | string => {
  if (run.kind === 'link') {
    const words = run.words.map(shownRun);
    return html`<a href="${run.href}" rel="nofollow noopener noreferrer">${words}</a>${host(run.href)}`;
  }
  return run.emphasis ? html`<em>${run.text}</em>` : run.text;
};

/** Where a link leads stands beside it, whatever its words say. */
const host = (href: string): Html => html` <span class="host">(<bdi>${leadsTo(href)}</bdi>)</span>`;

const notesIn = (words: string): readonly Footnote[] => runsOf(words).filter((run) => run.kind === 'note');

/** The footnotes of clauses under them; the number of each leads back to its mark. */
const footnotes = (clauses: readonly Clause[]): Html | '' => {
  const all = clauses.flatMap(({ id, words }) => notesIn(words).map((note, place) => ({ id, place, note })));
  if (all.length === 0) return '';
  return html`<div class="footnotes">
    ${all.map(({ id, place, note }, i) => {
      const [mark, own] = anchors(id, place);
      return html`<p class="footnote" id="${own}" dir="auto">
        <sup class="mark"><a href="#${mark}">${i + 1}</a></sup> ${note.words.map(shownRun)}
      </p>`;
    })}
  </div>`;
};

/** Running text in the frame of users' words: an empty line ends a paragraph, a single line end breaks the line. `shown`: how one line stands there; as it is, where nothing is said. */
export const paragraphs = (text: string, shown: (line: string) => Html | string = (line) => line): Html => {
  const lines = (paragraph: string) =>
    paragraph.split('\n').map((line, i) => html`${i > 0 ? html`<br />` : ''}${shown(line)}`);
  const inner = text.split(/\n{2,}/u).map((paragraph) => html`<p dir="auto">${lines(paragraph)}</p>`);
  return html`<blockquote>${inner}</blockquote>`;
};

/** A heading of a text: announced as the text's own, and never set as the page's are. */
export const textHeading = ({ t }: Spoken, words: Html, level: 2 | 3): Html => {
  const said = html`class="words" dir="auto" aria-roledescription="${t.texts.clause.headingOfText}"`;
  return level === 2 ? html`<h2 ${said}>${words}</h2>` : html`<h3 ${said}>${words}</h3>`;
};

/** Clauses with their numbers and nothing beside them, as in print, their footnotes under them. `level`: the heading level that headings of the text get. */
export const plainClauses = (context: Spoken, clauses: readonly Clause[], level: 2 | 3 = 3): Html => {
  const numbers = numbering(clauses);
  let first = 1;
  return html`<div class="print">
    ${clauses.map((clause) => {
      const words = emphasised(clause.words, { clause: clause.id, first });
      first += notesIn(clause.words).length;
      const inner =
        clause.kind !== 'heading' ? html`<p class="words" dir="auto">${words}</p>` : textHeading(context, words, level);
      return html`<div
        class="clause bare ${clause.level === undefined ? '' : `level-${clause.level}`}"
        id="c-${clause.id}"
      >
        <span class="no">${numbers.get(clause.id)}</span>${inner}
      </div>`;
    })}
    ${footnotes(clauses)}
  </div>`;
};
