import { DatabaseSync } from 'node:sqlite';

/** Imported before a node starts, it makes every commit last a millisecond longer: for machines without a C compiler. */

// oxlint-disable-next-line typescript/unbound-method -- it is called on the database it was asked of
const usual = DatabaseSync.prototype.exec;
const never = new Int32Array(new SharedArrayBuffer(4));

DatabaseSync.prototype.exec = function exec(this: DatabaseSync, sql: string): void {
  if (sql === 'commit') Atomics.wait(never, 0, 0, 1);
  usual.call(this, sql);
};
