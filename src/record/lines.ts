import { type Bytes, concat } from '../base/bytes.ts';

export interface LineSplitter {
  /** The lines that end in this piece, without their line feeds, as copies. */
  readonly push: (piece: Uint8Array) => readonly Bytes[];
  /** Whether something follows the last line feed. */
  readonly isUnfinished: () => boolean;
}

const LF = 0x0a;

/**
 * Cuts a stream of bytes into lines, whatever pieces it comes in. What is longer than `limit` without a line feed is handed out
 * as a line, too long as it is, so that no input can fill the memory.
 */
export const createLineSplitter = (limit: number): LineSplitter => {
  let rest: Bytes = new Uint8Array(0);
  return {
    push: (piece) => {
      const bytes = concat(rest, piece);
      const lines: Bytes[] = [];
      let start = 0;
      for (let end: number; (end = bytes.indexOf(LF, start)) >= 0; start = end + 1) lines.push(bytes.slice(start, end));
      rest = bytes.slice(start);
      if (rest.length <= limit) return lines;
      lines.push(rest);
      rest = new Uint8Array(0);
      return lines;
    },
    isUnfinished: () => rest.length > 0,
  };
};
