import { readFileSync, readdirSync } from 'node:fs';

/** The data files of a folder. Each has its tables in the numbered files of `migrations/NAME/`, and carries the number of the last that it went through. */

/** How far a commit has gone when it returns: `full` survives the loss of power, `normal` the end of the process. */
export type Durability = 'full' | 'normal';

export interface Kind {
  readonly durability: Durability;
}

export const DATABASES = {
  records: { durability: 'full' },
  signed: { durability: 'full' },
  contacts: { durability: 'full' },
  outbox: { durability: 'full' },
  tray: { durability: 'full' },
  drafts: { durability: 'normal' },
  sessions: { durability: 'normal' },
  ledger: { durability: 'normal' },
} as const satisfies Record<string, Kind>;

export type DatabaseName = keyof typeof DATABASES;

export const DATABASE_NAMES = Object.keys(DATABASES) as readonly DatabaseName[];

/** What makes a data file of nothing, and brings one of an earlier version up to date: one text for each version. */
export const migrationsOf = (name: DatabaseName): readonly string[] => {
  const folder = new URL(`migrations/${name}/`, import.meta.url);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => readFileSync(new URL(file, folder), 'utf8'));
};
