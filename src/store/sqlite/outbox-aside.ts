import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import type { Settled } from '../../conference/post/outbox.ts';

/**
 * What became of mails, in a file beside an outbox that cannot take it down: so a node that ends before it can knows at its next start what a server has confirmed, and does
 * not send it again.
 */
export interface Aside {
  /** Notes it durably, or where this disk takes nothing at all, not. */
  readonly note: (settled: readonly Settled[]) => void;
  readonly all: () => readonly Settled[];
  /** The outbox has all of it. */
  readonly forget: () => void;
}

export const openAside = (file: string): Aside => {
  const noted = new Set<string>();
  let empty = false;
  const all = (): readonly Settled[] => readLines(file).flatMap((line) => settledIn(line) ?? []);
  return {
    note: (settled) => {
      const lines = settled.map((one) => `${JSON.stringify(one)}\n`).filter((line) => !noted.has(line));
      if (lines.length === 0) return;
      empty = false;
      try {
        appendFileSync(file, lines.join(''), { mode: 0o600, flush: true });
        for (const line of lines) noted.add(line);
      } catch {
        // The outbox has refused it, too, and whoever asked hears of that.
      }
    },
    all,
    forget: () => {
      if (empty) return;
      rmSync(file, { force: true });
      noted.clear();
      empty = true;
    },
  };
};

const readLines = (file: string): readonly string[] => {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
};

/** The last line may have been cut off: nothing was promised of it. */
const settledIn = (line: string): Settled | null => {
  try {
    return JSON.parse(line) as Settled;
  } catch {
    return null;
  }
};
