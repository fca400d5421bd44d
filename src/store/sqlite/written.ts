import { closeSync, constants, existsSync, openSync, readSync, writeSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';

/**
 * How much was written to a data file, noted beside it after each commit: a file that knows of less has lost the log beside it, or is an older copy. The note waits for no disk of its own: the
 * loss of power may take the last ones, and then it says less than there is.
 */
export interface Written {
  /** `null`: there is no note, or one that cannot be read. */
  readonly noted: () => number | null;
  readonly note: (number: number) => void;
  readonly close: () => void;
}

export const WRITTEN = '-written';

/** One line of always the same length, so that it is written over in place. */
const lineOf = (number: number): string => {
  const digits = String(number).padStart(16, '0');
  return `${digits} ${crc32(digits).toString(16).padStart(8, '0')}\n`;
};

const LENGTH = lineOf(0).length;

const numberIn = (line: string): number | null => {
  const number = /^\d{16} /u.test(line) ? Number(line.slice(0, 16)) : null;
  return number !== null && lineOf(number) === line ? number : null;
};

/** The note of a data file, begun where there is none. */
export const openWritten = (file: string): Written => {
  const handle = openSync(`${file}${WRITTEN}`, constants.O_RDWR | constants.O_CREAT, 0o600);
  return {
    noted: () => {
      const bytes = new Uint8Array(LENGTH + 1);
      return numberIn(Buffer.from(bytes.subarray(0, readSync(handle, bytes, 0, bytes.length, 0))).toString('latin1'));
    },
    note: (number) => void writeSync(handle, lineOf(number), 0, 'latin1'),
    close: () => closeSync(handle),
  };
};

/** What is noted of a data file that may be missing; `null`: nothing is. */
export const notedOf = (file: string): number | null => {
  if (!existsSync(`${file}${WRITTEN}`)) return null;
  const written = openWritten(file);
  try {
    return written.noted();
  } finally {
    written.close();
  }
};

/** By how much a data file was written, as it says itself. */
export const writtenTo = (database: DatabaseSync): number =>
  Number(database.prepare('select number from written').get()?.['number'] ?? 0);
