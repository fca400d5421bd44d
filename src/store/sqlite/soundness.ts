import { DatabaseSync } from 'node:sqlite';
import { damagedWords } from '../../conference/damaged.ts';
import { asUnusable } from '../../conference/unusable.ts';
import { DATABASES, databaseOf } from './databases.ts';
import { checkSeals } from './sealed.ts';

/** All that is wrong with a data file, as far as it can be told without its records: its structure, and each row that is sealed. It may be in use meanwhile. */
export const faultsIn = (file: string): readonly string[] => {
  try {
    const database = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
    try {
      const found = structure(database).map((fault) => `${file}: ${fault}`);
      const name = databaseOf(file);
      if (name === null || DATABASES[name].rows !== 'sealed' || found.length > 0) return found;
      const damaged: string[] = [];
      checkSeals(database, file, (one) => damaged.push(damagedWords(one)));
      return damaged;
    } finally {
      database.close();
    }
  } catch (error) {
    const unusable = asUnusable(file, error);
    return [unusable instanceof Error ? unusable.message : String(unusable)];
  }
};

/** The most faults of one file that are named. */
const MOST = 3;

const structure = (database: DatabaseSync): readonly string[] =>
  database
    .prepare(`pragma integrity_check(${MOST})`)
    .all()
    .map((row) => String(row['integrity_check']).trim())
    .filter((one) => one !== 'ok');
