import { type Instant, rfc3339 } from '../base/time.ts';
import type { About } from '../conference/about.ts';

/**
 * What a node writes down while it runs: one line an event, each with its time. For a program each is a JSON object (`time`, `level`, `event`, then what it is about), for a person at
 * a terminal it is words. Nothing in it is about a person: no name, no address, no key, and nothing that somebody sent.
 */
export interface Log {
  readonly info: (event: string, fields?: Fields) => void;
  readonly error: (event: string, fields?: Fields) => void;
}

export type Fields = About & Readonly<Record<string, string | number | readonly string[] | undefined>>;

export interface LogDeps {
  /** Takes one line, or for a person several. */
  readonly write: (text: string) => void;
  readonly now: () => Instant;
  readonly as: 'json' | 'words';
}

export const createLog = ({ write, now, as }: LogDeps): Log => {
  const note =
    (level: 'info' | 'error') =>
    (event: string, fields: Fields = {}): void => {
      const time = rfc3339(now());
      write(as === 'json' ? JSON.stringify({ time, level, event, ...fields }) : inWords(time, event, fields));
    };
  return { info: note('info'), error: note('error') };
};

/** Lists stand below, one a line. */
const inWords = (time: string, event: string, fields: Fields): string => {
  const lists = Object.values(fields).filter((value) => typeof value === 'object');
  const words = Object.entries(fields).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [`${name}=${value}`] : [],
  );
  return [`${time} ${event}${words.map((word) => ` ${word}`).join('')}`, ...lists.flat()].join('\n');
};
