import type { OnFault } from './about.ts';
import { Unusable } from './unusable.ts';

/** A row beside the record whose bytes are not those that were written. It is left alone: nothing is sent, shown or decided by it. */
export interface DamagedRow {
  /** The data file’s name in its folder. */
  readonly file: string;
  readonly table: string;
  readonly row: number;
}

/** A data file that lacks the last of what was written to it, so many rows. */
export interface Shortened {
  readonly file: string;
  readonly lacks: number;
}

export type Damaged = DamagedRow | Shortened;

export type OnDamaged = (damaged: Damaged) => void;

export const damagedWords = (damaged: Damaged): string =>
  'lacks' in damaged
    ? `${damaged.file} lacks the last ${damaged.lacks} of what was written to it: the log beside it is lost, the power was, or it is an older copy.`
    : `${damaged.file} holds a row that is damaged (${damaged.table} ${damaged.row}) and is left alone: put the file back from a backup.`;

/** What people miss where rows of a file are damaged. */
const PARTS = {
  post: ['contacts.sqlite', 'outbox.sqlite', 'tray.sqlite'],
  drafts: ['drafts.sqlite'],
} as const;

/** What is known to be damaged since a node has begun. */
export interface Damages {
  readonly note: OnDamaged;
  /** How many rows of a part are; of all there is, where none is named. */
  readonly count: (part?: keyof typeof PARTS) => number;
}

export const NO_DAMAGES: Pick<Damages, 'count'> = { count: () => 0 };

/** Each damaged row is told of once. */
export const createDamages = (onFault: OnFault): Damages => {
  const known = new Map<string, string>();
  return {
    note: (damaged) => {
      const words = damagedWords(damaged);
      if (known.has(words)) return;
      known.set(words, damaged.file);
      onFault(new Unusable(words));
    },
    count: (part) => {
      const files: readonly string[] | null = part === undefined ? null : PARTS[part];
      return [...known.values()].filter((file) => files?.includes(file) ?? true).length;
    },
  };
};

/** Where nobody is told of damaged rows, they are met as faults. */
export const refuseDamaged: OnDamaged = (damaged) => {
  throw new Unusable(damagedWords(damaged));
};
