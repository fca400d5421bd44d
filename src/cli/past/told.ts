import type { TableWhy, Told } from '../../conference/past/table.ts';
import type { DocumentFault } from '../../conference/documents.ts';
import type { FileWhy } from './folder.ts';

/** What is wrong with a table and its files, in sentences. */

export type Why = TableWhy | FileWhy | DocumentFault['kind'] | 'lies' | 'not-read' | 'words-too-long' | 'called-so';

export type ToldOfFile = Omit<Told, 'why'> & { readonly why: Why };

const SENTENCES: Readonly<Record<Why, string>> = {
  'no-rows': 'there is nothing in the table',
  'too-long': 'the table is larger than it may be',
  'too-many-rows': 'the table has more rows than it may have: bring it in parts',
  unclosed: 'a quotation mark opens here that nothing closes',
  'stray-quote': 'a quotation mark stands within a cell: the whole cell needs them, and each within it stands twice',
  'behind-quote': 'something stands behind the quotation mark that ends a cell',
  'unknown-column': 'there is no such column',
  'column-twice': 'the column is there twice',
  'column-missing': 'the column is missing',
  'too-many-cells': 'the line has more cells than the first one',
  'too-few-cells': 'the line has fewer cells than the first one',
  missing: 'is empty',
  'unknown-kind': 'is none of decision, statement, charter, report, meeting, participant',
  'not-a-date': 'is no date: write 2019-06-02, 2019-06 or 2019',
  'in-the-future': 'lies ahead',
  'before-start': 'it ends before it begins',
  'does-not-last': 'only a meeting or a participation has a last day',
  'no-names': 'a participant is named by its title alone',
  'not-a-language': 'is no tag of a language, such as el or sr-Latn',
  'not-a-name': 'is no list of names, such as “Reka (Bulgaria); Vjosa Fishers”',
  'not-as-it-may-be': 'is too long, or not as it may be',
  'reference-twice': 'is the reference of another line, too',
  'piece-twice': 'another line has this kind, title and date',
  'file-twice': 'is the file of another line, too',
  'climbs-out': 'leads out of the folder',
  'not-a-path': 'is no path to a file below the folder',
  'unknown-name': 'is no participant in the table or the archive',
  'called-so': 'another piece in the archive is called so',
  'no-file': 'there is no such file in the folder',
  'is-a-link': 'is a link, or lies behind one: nothing is followed',
  'is-a-folder': 'is a folder',
  'is-no-file': 'is no plain file',
  'too-large': 'is larger than it may be',
  empty: 'is empty',
  'not-readable': 'cannot be read, or changed while it was',
  lies: 'is not what the end of its name says',
  'not-read': 'words are read from .txt, .md, .docx and .odt: name it under “original”',
  'words-too-long': 'has more words than fit: at most 64 KiB as text',
  'unknown-format': 'is in no format that is read',
  'old-or-encrypted': 'is in the format of Word before 2007, or under a password',
  macros: 'holds macros',
  damaged: 'is damaged',
  hostile: 'is made to exhaust its reader',
  'no-clauses': 'holds no words',
  'too-many-clauses': 'has more paragraphs than a text may have',
  'clause-too-long': 'has a paragraph that is longer than one may be',
  'title-too-long': 'has a title that is longer than one may be',
  source: 'cannot be read as a text',
  'other-languages': 'is in no format that is read',
  busy: 'could not be read just now',
};

/** `line 14, date: “14/9/2019” is no date: …`. */
export const inWords = ({ line, column, why, value }: ToldOfFile): string => {
  const shown = value.length > 80 ? `${value.slice(0, 80)}…` : value;
  return `line ${line}${column === null ? '' : `, ${column}`}: ${shown === '' ? '' : `“${shown}” `}${SENTENCES[why]}`;
};
