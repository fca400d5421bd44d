import { type Html, html } from '../../markup/html.ts';
import type { Book, Enclosed, PaperSection } from '../../conference/documents.ts';
import { blockHtml, clausesHtml } from '../hypertext/blocks.ts';
import { type NoteForm, createNotes, saidHtml } from '../hypertext/words.ts';
import { allowed } from '../xml-write.ts';

/** The pages of a book: the text itself, and one for each section behind it. */
export interface BookPage {
  readonly name: string;
  readonly title: string;
  readonly body: Html;
  /** Whose words it is in: a text's, in its own language where that is known; `null`: the house's. */
  readonly own: (Pick<Enclosed, 'language'> & { readonly title: string }) | null;
}

export const pagesOf = ({
  sheet,
  language,
  ours,
  enclosed,
}: Pick<Book, 'sheet' | 'language' | 'ours' | 'enclosed'>): readonly BookPage[] => [
  ...sheetPages({ sheet, language }, ours, { text: 'text', part: 'part' }),
  ...enclosed.flatMap((one, i) => sheetPages(one, ours, { text: `item-${i + 1}`, part: `item-${i + 1}-part` })),
];

const sheetPages = (
  { sheet, language }: Enclosed,
  ours: Book['ours'],
  names: Readonly<Record<'text' | 'part', string>>,
): readonly BookPage[] => {
  const { letterhead, symbol, title, lines, clauses, back } = sheet;
  const notes = createNotes(NOTES);
  const body = html`${(letterhead ?? []).map((name) => html`<p class="head" dir="auto">${allowed(name)}</p>`)}
    <p class="head" dir="auto">${allowed(symbol)}</p>
    <h1 dir="auto">${allowed(title)}</h1>
    ${lines.map((said) => html`<p lang="${ours}" xml:lang="${ours}" dir="auto">${saidHtml(said)}</p>`)}
    ${clausesHtml(clauses, notes)} ${notes.taken()}`;
  const first = { name: `${names.text}.xhtml`, title, body, own: { language, title } };
  return [first, ...together(back).map((sections, i) => sectionPage(sections, `${names.part}-${i + 1}.xhtml`))];
};

/** A section without a title goes on from the one above it. */
const together = (back: readonly PaperSection[]): readonly (readonly PaperSection[])[] => {
  const groups: PaperSection[][] = [];
  for (const section of back) {
    const last = groups.at(-1);
    if (section.title === null && last !== undefined) last.push(section);
    else groups.push([section]);
  }
  return groups;
};

const sectionPage = (sections: readonly PaperSection[], name: string): BookPage => {
  const notes = createNotes(NOTES);
  const title = sections[0]?.title ?? '';
  const blocks = sections.flatMap((section) => section.blocks.map((block) => blockHtml(block, title, notes)));
  const body = html`${title === '' ? '' : html`<h1>${title}</h1>`}${blocks}${notes.taken()}`;
  return { name, title, body, own: null };
};

/** Readers show them where they are referred to, and else at the end of the page. */
const NOTES: NoteForm = {
  mark: (number) =>
    html`<sup
      ><a epub:type="noteref" role="doc-noteref" id="to-note-${number}" href="#note-${number}">${number}</a></sup
    >`,
  note: (number, inside) =>
    html`<aside epub:type="footnote" role="doc-footnote" id="note-${number}">
      <p dir="auto"><a href="#to-note-${number}">${number}</a> ${inside}</p>
    </aside>`,
};
