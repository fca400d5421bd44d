import { type Result, err, ok } from '../base/result.ts';

/**
 * Tables as RFC 4180 writes them: cells between commas, semicolons or tabs, in quotation marks where they hold any of those, a line end or a quotation mark, which stands twice then. Where a
 * cell begins is kept, so that whoever wrote it can be told. What the form does not allow is refused and never guessed at.
 */

export interface Cell {
  readonly value: string;
  /** Where it begins: its line in the file, from 1, and its character there. */
  readonly line: number;
  readonly column: number;
}

export type Row = readonly [Cell, ...Cell[]];

export interface CsvFault {
  readonly kind: 'no-rows' | 'too-long' | 'too-many-rows' | 'unclosed' | 'stray-quote' | 'behind-quote';
  readonly line: number;
  readonly column: number;
}

/** The most UTF-16 units of a table, and rows. */
export const [MOST_TABLE, MOST_ROWS] = [8_000_000, 5000];

const SEPARATORS = [',', ';', '\t'] as const;

/** The rows that hold anything. */
export const readCsv = (text: string): Result<readonly Row[], CsvFault> => {
  const source = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (source.length > MOST_TABLE) return err({ kind: 'too-long', line: 1, column: 1 });
  const separator = separatorOf(source);
  const rows: Row[] = [];
  let [at, line, lineStart] = [0, 1, 0];
  while (at < source.length) {
    const cells: Cell[] = [];
    let ended = false;
    while (!ended) {
      const begins = { line, column: at - lineStart + 1 };
      const quoted = source[at] === '"';
      const end = quoted ? closing(source, at) : ending(source, at, separator);
      if (end < 0) return err({ kind: 'unclosed', ...begins });
      const written = source.slice(at, end);
      for (let i = written.indexOf('\n'); i >= 0; i = written.indexOf('\n', i + 1)) {
        line += 1;
        lineStart = at + i + 1;
      }
      const stray = quoted ? -1 : written.indexOf('"');
      if (stray >= 0) return err({ kind: 'stray-quote', line, column: begins.column + stray });
      cells.push({ value: quoted ? written.slice(1, -1).replaceAll('""', '"') : written, ...begins });
      at = end;
      if (source[at] === separator) at += 1;
      else {
        const length = endOfLine(source, at);
        if (length < 0) return err({ kind: 'behind-quote', line, column: at - lineStart + 1 });
        at += length;
        ended = true;
        if (length > 0) [line, lineStart] = [line + 1, at];
      }
    }
    const [first, ...rest] = cells;
    if (first !== undefined && cells.some(({ value }) => value.trim() !== '')) rows.push([first, ...rest]);
    if (rows.length > MOST_ROWS) return err({ kind: 'too-many-rows', line, column: 1 });
  }
  return rows.length === 0 ? err({ kind: 'no-rows', line: 1, column: 1 }) : ok(rows);
};

/** What stands most often in the first line, outside of quotation marks. */
const separatorOf = (source: string): string => {
  const [first = ''] = source.replaceAll(/"[^"]*"/gu, '').split(/[\r\n]/u, 1);
  const count = (separator: string): number => first.split(separator).length;
  return SEPARATORS.toSorted((a, b) => count(b) - count(a))[0] ?? ',';
};

/** Where a cell in quotation marks ends, behind the last of them; -1: it does not. */
const closing = (source: string, from: number): number => {
  for (let at = source.indexOf('"', from + 1); at >= 0; at = source.indexOf('"', at + 2))
    if (source[at + 1] !== '"') return at + 1;
  return -1;
};

const ending = (source: string, from: number, separator: string): number => {
  let at = from;
  while (at < source.length && source[at] !== separator && source[at] !== '\n' && source[at] !== '\r') at += 1;
  return at;
};

/** How long the end of the line is that stands here: 0 at the end of all; -1: something else stands here. */
const endOfLine = (source: string, at: number): number => {
  if (at >= source.length) return 0;
  if (source[at] === '\n') return 1;
  if (source[at] !== '\r') return -1;
  return source[at + 1] === '\n' ? 2 : 1;
};
