import { type Bytes, utf8 } from '../../base/bytes.ts';
import { canonical } from '../../base/json.ts';
import type { Result } from '../../base/result.ts';
import type { Instant } from '../../base/time.ts';
import { wordsOfFile } from '../../base/charset.ts';
import { MOST_PARTS, type PastPiece } from '../../charter/history/piece.ts';
import type { DocumentFault, Imported } from '../../conference/documents.ts';
import { DOOR_LIMITS } from '../../conference/door/submission.ts';
import { type PlacedFile, type TablePiece, readTable } from '../../conference/past/table.ts';
import { toMarkdown } from '../../text/markdown.ts';
import { fileBelow } from './folder.ts';
import { isReadable, typeOfFile } from './kinds.ts';
import type { ToldOfFile, Why } from './told.ts';

/** A table and its folder, looked through from end to end before anything of them is signed. */

/** Reads a document's words, in a thread of its own. */
export type ReadDocument = (file: Bytes) => Promise<Result<Imported, DocumentFault>>;

/** A piece that may be brought. */
export interface ReadyPiece {
  readonly line: number;
  readonly what: PastPiece;
  readonly words: Bytes | null;
  readonly original: ReadyFile | null;
}

export interface ReadyFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Bytes;
}

export interface Checked {
  readonly pieces: readonly ReadyPiece[];
  readonly faults: readonly ToldOfFile[];
  readonly notes: readonly ToldOfFile[];
  /** What the table was written in, where that is not UTF-8. */
  readonly encoding: string | null;
}

const PART = DOOR_LIMITS.oneAttachment;

/** The most bytes of a file whose words are read: pictures in it take more than they. */
const MOST_DOCUMENT = 4 * 1024 * 1024;

interface Given {
  readonly table: Bytes;
  readonly folder: string;
  readonly at: Instant;
  readonly read: ReadDocument;
  /** What the archive has already. */
  readonly known: readonly PastPiece[];
}

export const checked = async ({ table, folder, at, read, known }: Given): Promise<Checked> => {
  const found = wordsOfFile(table);
  if (found?.encoding !== 'utf-8') return { pieces: [], faults: [], notes: [], encoding: found?.encoding ?? 'no text' };
  const participants = known.flatMap(({ kind, title }) => (kind === 'participant' ? [title] : []));
  const { pieces, faults, notes } = readTable(found.words, at, participants);
  const told: ToldOfFile[] = [...faults];
  const ready: ReadyPiece[] = [];
  for (const piece of pieces) {
    const { line, what } = piece;
    const other = known.find(({ reference }) => reference === what.reference);
    if (other !== undefined && !isSame(other, what))
      told.push({ line, column: 'reference', why: 'called-so', value: what.reference });
    const one = await filesOf(piece, folder, read);
    told.push(...one.faults);
    ready.push({ line, what, words: one.words, original: one.original });
  }
  return { pieces: ready, faults: told.toSorted((a, b) => a.line - b.line), notes, encoding: null };
};

/** Whether the archive has this very piece. */
export const isSame = (one: PastPiece, other: PastPiece): boolean => canonical(one) === canonical(other);

const filesOf = async (
  { what, words: worded, original: kept }: TablePiece,
  folder: string,
  read: ReadDocument,
): Promise<Pick<ReadyPiece, 'words' | 'original'> & { readonly faults: readonly ToldOfFile[] }> => {
  const faults: ToldOfFile[] = [];
  const tell = ({ path, line, column }: PlacedFile, why: Why): null => {
    faults.push({ line, column, why, value: path });
    return null;
  };
  const words = async (file: PlacedFile): Promise<Bytes | null> => {
    if (!isReadable(file.path)) return tell(file, 'not-read');
    const bytes = await fileBelow(folder, file.path, MOST_DOCUMENT);
    if (typeof bytes === 'string') return tell(file, bytes);
    if (typeOfFile(file.path, bytes) === null) return tell(file, 'lies');
    const document = await read(bytes);
    if (!document.ok) return tell(file, document.error.kind);
    const { title, clauses } = document.value;
    const text = utf8(toMarkdown({ title: title === what.title ? null : title, clauses }, { ids: false }));
    return text.length > PART ? tell(file, 'words-too-long') : text;
  };
  const original = async (file: PlacedFile, most: number): Promise<ReadyFile | null> => {
    const bytes = await fileBelow(folder, file.path, most);
    if (typeof bytes === 'string') return tell(file, bytes);
    const type = typeOfFile(file.path, bytes);
    if (type === null) return tell(file, 'lies');
    return { name: file.path.split('/').at(-1)?.slice(-120) ?? 'file', type, bytes };
  };
  return {
    words: worded === null ? null : await words(worded),
    original: kept === null ? null : await original(kept, MOST_PARTS * PART),
    faults,
  };
};

/** A file in parts that each fit an attachment. */
export const partsOf = ({ bytes }: ReadyFile): readonly Bytes[] =>
  Array.from({ length: Math.ceil(bytes.length / PART) }, (_, i) => bytes.slice(i * PART, (i + 1) * PART));
