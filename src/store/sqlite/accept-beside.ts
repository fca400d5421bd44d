import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASES, DATABASE_NAMES, type SealedName } from './databases.ts';
import { openSealed } from './database.ts';
import { WRITTEN, notedOf } from './written.ts';

/** A data file that lacked something, as somebody has decided to go on without it. */
export interface Accepted {
  readonly file: string;
  /** It is not there at all. */
  readonly isMissing: boolean;
}

const isSealed = (name: string): name is SealedName => DATABASES[name as SealedName].rows === 'sealed';

/**
 * Goes on with what is left of the data files beside the records: they are noted as they are. Of an outbox that lacks anything nobody knows what has gone out: what waits in it is given up.
 */
export const acceptBeside = (folder: string, now: number): readonly Accepted[] =>
  DATABASE_NAMES.filter(isSealed).flatMap((name): readonly Accepted[] => {
    const file = join(folder, `${name}.sqlite`);
    const noted = notedOf(file);
    if (noted === null) return [];
    const isMissing = !existsSync(file);
    rmSync(`${file}${WRITTEN}`);
    if (isMissing) return noted > 0 ? [{ file, isMissing }] : [];
    const database = openSealed(file, name, () => undefined);
    try {
      const lacks = noted > Number(database.prepare('select max(number) as number from written').get()?.['number']);
      if (lacks && name === 'outbox')
        database
          .prepare(`update mail set state = 'given-up', at = ?, answer = '' where state in ('queued', 'sending')`)
          .run(now);
      return lacks ? [{ file, isMissing }] : [];
    } finally {
      database.close();
    }
  });
