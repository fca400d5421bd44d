import { DAY } from '../../base/time.ts';
import type { OnDamaged } from '../../conference/damaged.ts';
import type { Ledger } from '../../conference/post/ledger.ts';
import { openSealed } from './database.ts';
import { transaction } from './transaction.ts';

/** The ledger, in a small file of its own: what was counted last may go with the power. */

/** {@link Ledger} in a SQLite file, created where there is none. Calls return when done. */
export const openSqliteLedger = (file: string, onDamaged?: OnDamaged): Ledger & { readonly close: () => void } => {
  const database = openSealed(file, 'ledger', onDamaged);
  // A clock that was ahead leaves what nobody could wait for.
  const forget = database.prepare('delete from counted where at <= ? or at > ?');
  const count = database.prepare('select count(*) as number from counted where name = ?');
  const insert = database.prepare('insert into counted (name, at) values (?, ?)');

  return {
    take: (shares, now) => {
      let taken = false;
      transaction(database, () => {
        forget.run(now - DAY, now);
        if (shares.some(({ of, most }) => Number(count.get(of)?.['number']) >= most)) return;
        for (const { of } of shares) insert.run(of, now);
        taken = true;
      });
      return taken;
    },
    close: () => database.close(),
  };
};
