import { languageSchema } from '../../base/ids.ts';
import { fitLine, fitProse } from '../../base/fit.ts';
import type { Instant } from '../../base/time.ts';
import { PAST_KINDS, type PastPiece, pastPieceSchema, pieceRefusal } from '../../charter/history/piece.ts';
import { type Cell, type CsvFault, type Row, readCsv } from '../../text/csv.ts';
import { pathFault } from './path.ts';

/** A table of what a conference has of the time before its record, a piece in each row. Everything that is wrong with it is told at once, each by its line and column. */

export const COLUMNS = [
  'kind',
  'reference',
  'title',
  'date',
  'until',
  'place',
  'language',
  'names',
  'source',
  'words',
  'original',
] as const;

export type Column = (typeof COLUMNS)[number];

const NEEDED: readonly Column[] = ['kind', 'reference', 'title', 'date', 'source'];

/** A piece as a row has it. */
export interface TablePiece {
  readonly line: number;
  readonly what: PastPiece;
  /** The file with its words, and that of its original, below the folder; `null`: it has none. */
  readonly words: PlacedFile | null;
  readonly original: PlacedFile | null;
}

export interface PlacedFile {
  readonly path: string;
  readonly line: number;
  readonly column: Column;
}

/** What is wrong, or (`note`) what somebody should look at. */
export interface Told {
  readonly line: number;
  /** `null`: the whole line. */
  readonly column: Column | null;
  readonly why: TableWhy;
  /** What it is about, as it was written. */
  readonly value: string;
}

export type TableWhy =
  | CsvFault['kind']
  | 'unknown-column'
  | 'column-twice'
  | 'column-missing'
  | 'too-many-cells'
  | 'too-few-cells'
  | 'missing'
  | 'unknown-kind'
  | 'not-a-date'
  | 'in-the-future'
  | 'before-start'
  | 'does-not-last'
  | 'no-names'
  | 'not-a-language'
  | 'not-a-name'
  | 'not-as-it-may-be'
  | 'reference-twice'
  | 'piece-twice'
  | 'file-twice'
  | 'climbs-out'
  | 'not-a-path'
  | 'unknown-name';

export interface ReadTable {
  readonly pieces: readonly TablePiece[];
  readonly faults: readonly Told[];
  /** Names that are no participant of then, where the table or the archive names any. */
  readonly notes: readonly Told[];
}

/** @param known participants that the archive has already */
export const readTable = (text: string, at: Instant, known: readonly string[] = []): ReadTable => {
  const read = readCsv(text);
  if (!read.ok) {
    const { kind: why, line } = read.error;
    return { pieces: [], faults: [{ line, column: null, why, value: '' }], notes: [] };
  }
  const [head, ...rows] = read.value;
  const columns = head === undefined ? { faults: [], places: new Map<Column, number>() } : columnsIn(head);
  if (columns.faults.length > 0) return { pieces: [], faults: columns.faults, notes: [] };
  const width = head?.length ?? 0;
  const all = rows.map((row) => pieceIn(row, { width, places: columns.places, at }));
  const pieces = all.flatMap(({ piece }) => (piece === null ? [] : [piece]));
  const faults = [...all.flatMap((one) => one.faults), ...doubles(pieces)];
  return { pieces, faults: faults.toSorted((a, b) => a.line - b.line), notes: strangers(pieces, known) };
};

const columnsIn = (head: Row): { readonly faults: readonly Told[]; readonly places: ReadonlyMap<Column, number> } => {
  const faults: Told[] = [];
  const places = new Map<Column, number>();
  for (const [i, { value, line }] of head.entries()) {
    const name = value.trim().toLowerCase();
    const column = COLUMNS.find((one) => one === name);
    if (column === undefined) faults.push({ line, column: null, why: 'unknown-column', value });
    else if (places.has(column)) faults.push({ line, column, why: 'column-twice', value });
    else places.set(column, i);
  }
  for (const column of NEEDED)
    if (!places.has(column)) faults.push({ line: head[0].line, column, why: 'column-missing', value: column });
  return { faults, places };
};

interface Shape {
  readonly width: number;
  readonly places: ReadonlyMap<Column, number>;
  readonly at: Instant;
}

const pieceIn = (
  row: Row,
  { width, places, at }: Shape,
): { readonly piece: TablePiece | null; readonly faults: readonly Told[] } => {
  const [{ line }] = row;
  if (row.length !== width) {
    const why = row.length > width ? 'too-many-cells' : 'too-few-cells';
    return { piece: null, faults: [{ line, column: null, why, value: `${row.length}` }] };
  }
  const faults: Told[] = [];
  const cell = (column: Column): Cell | undefined => row[places.get(column) ?? -1];
  // Of each cell the first thing that is wrong with it.
  const tell = (column: Column, why: TableWhy): void => {
    if (faults.some((one) => one.column === column)) return;
    faults.push({ line: cell(column)?.line ?? line, column, why, value: cell(column)?.value.trim() ?? '' });
  };
  const text = (column: Column): string => fitLine(cell(column)?.value ?? '');
  const optional = (column: Column): string | null => text(column) || null;
  for (const column of NEEDED) if (text(column) === '') tell(column, 'missing');

  const kind = PAST_KINDS.find((one) => one === text('kind').toLowerCase());
  if (kind === undefined) tell('kind', 'unknown-kind');
  const language = optional('language');
  if (language !== null && !languageSchema.safeParse(language).success) tell('language', 'not-a-language');
  const file = (column: 'words' | 'original'): PlacedFile | null => {
    const path = (cell(column)?.value ?? '').trim();
    if (path === '') return null;
    const fault = pathFault(path);
    if (fault !== null) tell(column, fault);
    return { path, line: cell(column)?.line ?? line, column };
  };
  const [words, original] = [file('words'), file('original')];
  const read = pastPieceSchema.safeParse({
    kind,
    reference: text('reference'),
    title: text('title'),
    on: text('date'),
    until: optional('until'),
    place: optional('place'),
    language,
    names: namesIn(cell('names')?.value ?? ''),
    source: fitProse(cell('source')?.value ?? '').trim(),
  });
  for (const { path } of read.error?.issues ?? []) {
    const column = columnOf(String(path[0]));
    tell(column, WHY[column] ?? 'not-as-it-may-be');
  }
  const refusal = read.success ? pieceRefusal(read.data, at) : null;
  if (refusal?.kind === 'bad-field') tell(columnOf(refusal.field.replace('what/', '')), refusal.why as TableWhy);
  return read.success && faults.length === 0
    ? { piece: { line, what: read.data, words, original }, faults }
    : { piece: null, faults };
};

const WHY: { readonly [C in Column]?: TableWhy } = { date: 'not-a-date', until: 'not-a-date', names: 'not-a-name' };

const columnOf = (field: string): Column =>
  field === 'on' ? 'date' : (COLUMNS.find((one) => one === field) ?? 'kind');

/** `Name (Country); Name`, or one on each line. */
const namesIn = (typed: string): PastPiece['names'] =>
  typed
    .split(/[;\n\r]/u)
    .map((one) => fitLine(one))
    .filter((one) => one !== '')
    .map((one) => {
      const [, name, country] = /^(.*\S)\s*\(([^()]+)\)$/u.exec(one) ?? [];
      return name === undefined || country === undefined
        ? { name: one, country: null }
        : { name, country: country.trim() };
    });

/** What stands twice where it may stand once; the first of them is not told. */
const doubles = (pieces: readonly TablePiece[]): readonly Told[] => {
  const seen = new Map<string, number>();
  const again = (key: string, line: number, column: Column, why: TableWhy, value: string): readonly Told[] => {
    const before = seen.get(key);
    if (before === undefined) seen.set(key, line);
    return before === undefined ? [] : [{ line, column, why, value: `${value} (line ${before})` }];
  };
  return pieces.flatMap(({ line, what, words }) => {
    const { reference, kind, title, on } = what;
    const twice = again(`reference ${reference}`, line, 'reference', 'reference-twice', reference);
    return [
      ...twice,
      ...(twice.length > 0
        ? []
        : again(`piece ${JSON.stringify([kind, title, on])}`, line, 'title', 'piece-twice', title)),
      ...(words === null ? [] : again(`file ${words.path}`, words.line, 'words', 'file-twice', words.path)),
    ];
  });
};

/** Print means nobody; but where it is known who took part then, a name that is not among them may be a slip. */
const strangers = (pieces: readonly TablePiece[], known: readonly string[]): readonly Told[] => {
  const participants = new Set([
    ...known,
    ...pieces.flatMap(({ what }) => (what.kind === 'participant' ? [what.title] : [])),
  ]);
  if (participants.size === 0) return [];
  return pieces.flatMap(({ line, what }) =>
    what.names
      .filter(({ name }) => !participants.has(name))
      .map(({ name }): Told => ({ line, column: 'names', why: 'unknown-name', value: name })),
  );
};
