import { readFileSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';

/** The data files of a folder. Each has its tables in the numbered files of `migrations/NAME/`, and carries the number of the last that it went through. */

/** How far a commit has gone when it returns: `full` survives the loss of power, `normal` the end of the process. */
export type Durability = 'full' | 'normal';

export interface Kind {
  readonly durability: Durability;
  /** What shows that a row is what was written: the record itself, whose root is signed and whose attachments are named by their hashes; or a seal in each row. */
  readonly rows: 'proven' | 'sealed';
  /** Whether a node goes on without it when it is lost. */
  readonly isSpare?: true;
}

export const DATABASES = {
  records: { durability: 'full', rows: 'proven' },
  signed: { durability: 'full', rows: 'proven' },
  contacts: { durability: 'full', rows: 'sealed' },
  outbox: { durability: 'full', rows: 'sealed' },
  tray: { durability: 'full', rows: 'sealed' },
  drafts: { durability: 'normal', rows: 'sealed' },
  sessions: { durability: 'normal', rows: 'sealed', isSpare: true },
  ledger: { durability: 'normal', rows: 'sealed', isSpare: true },
} as const satisfies Record<string, Kind>;

export type DatabaseName = keyof typeof DATABASES;
export type SealedName = {
  [N in DatabaseName]: (typeof DATABASES)[N]['rows'] extends 'sealed' ? N : never;
}[DatabaseName];

export const DATABASE_NAMES = Object.keys(DATABASES) as readonly DatabaseName[];

/** Which of them a file is, by its name; `null`: it is none. */
export const databaseOf = (file: string): DatabaseName | null =>
  DATABASE_NAMES.find((name) => basename(file) === `${name}.sqlite`) ?? null;

/** What makes a data file of nothing, and brings one of an earlier version up to date: one text for each version. */
export const migrationsOf = (name: DatabaseName): readonly string[] => {
  const folder = new URL(`migrations/${name}/`, import.meta.url);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => readFileSync(new URL(file, folder), 'utf8'));
};
