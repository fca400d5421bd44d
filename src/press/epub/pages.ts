import type { Block, Line } from '../../charter/final/sheet.ts';
import type { Clause } from '../../text/clause.ts';
import { numbering } from '../../text/numbering.ts';
import type { Book, Enclosed, PaperSection } from '../../conference/documents.ts';
import { el, escaped } from '../xml-write.ts';
import { type Notes, createNotes, lined, saidXml } from './words.ts';

/** The pages of a book: the text itself, and one for each section behind it. */
export interface BookPage {
  readonly name: string;
  readonly title: string;
  readonly xml: string;
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
  const notes = createNotes();
  const head = [
    ...(letterhead ?? []).map((name) => el('p', { class: 'head', dir: 'auto' }, escaped(name))),
    el('p', { class: 'head', dir: 'auto' }, escaped(symbol)),
    el('h1', { dir: 'auto' }, escaped(title)),
    ...lines.map((said) => el('p', { lang: ours, 'xml:lang': ours, dir: 'auto' }, saidXml(said))),
  ];
  const xml = [...head, clausesXml(clauses, notes)].join('');
  const first = { name: `${names.text}.xhtml`, title, xml, own: { language, title } };
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
  const notes = createNotes();
  const title = sections[0]?.title ?? '';
  const blocks = sections.flatMap((section) => section.blocks.map((block) => blockXml(block, notes))).join('');
  const heading = title === '' ? '' : el('h1', {}, escaped(title));
  return { name, title, xml: heading + blocks + notes.taken(), own: null };
};

const clausesXml = (clauses: readonly Clause[], notes: Notes): string => {
  const numbers = numbering(clauses);
  return clauses
    .map(({ id, kind, level = 0, words }) => {
      const number = numbers.get(id) ?? '';
      const said = notes.marked(words);
      const label = number === '' ? '' : `${el('bdi', {}, kind === 'operative' ? `${number}.` : number)} `;
      const form = kind === 'point' ? `point level-${level}` : kind;
      const paragraph = el(kind === 'heading' ? 'h2' : 'p', { class: form, dir: 'auto' }, label, said);
      return paragraph + notes.taken();
    })
    .join('');
};

const blockXml = (block: Block, notes: Notes): string => {
  switch (block.kind) {
    case 'paragraph':
      return el('p', {}, saidXml(block.words));
    case 'list':
      return block.items.length === 0 ? '' : el('ul', {}, ...block.items.map((item) => el('li', {}, saidXml(item))));
    case 'words':
      return quotation(lined(block.words), false);
    case 'calls':
      return block.items.length === 0
        ? ''
        : el('ol', {}, ...block.items.map((words) => el('li', { dir: 'auto' }, notes.marked(words))));
    case 'table':
      return tableXml(block);
    case 'quotation':
      return el('p', {}, saidXml(block.head)) + quotation(lined(block.words), block.struck);
    case 'slip':
      return [
        el('p', {}, saidXml(block.head)),
        ...[block.before, block.now].flatMap(({ label, words }) => [
          el('p', {}, escaped(`${label}:`)),
          quotation(notes.marked(words), false),
        ]),
      ].join('');
  }
};

const quotation = (inside: string, struck: boolean): string =>
  el('blockquote', {}, el('p', { dir: 'auto' }, struck ? el('del', {}, inside) : inside));

const tableXml = ({ columns, rows }: Extract<Block, { readonly kind: 'table' }>): string => {
  const head = columns.map((column) => el('th', { scope: 'col' }, escaped(column)));
  const body = rows.map((row) =>
    el(
      'tr',
      {},
      ...row.map((lines, i) => el(i === 0 ? 'th' : 'td', { scope: i === 0 ? 'row' : null }, cellXml(lines))),
    ),
  );
  return el('table', {}, el('thead', {}, el('tr', {}, ...head)), body.length === 0 ? '' : el('tbody', {}, ...body));
};

const cellXml = (lines: readonly Line[]): string =>
  lines
    .map(({ words, struck }) => (struck ? el('del', {}, saidXml(words)) : saidXml(words)))
    .map((line) => el('div', { dir: 'auto' }, line))
    .join('');
