import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, describe, it } from 'node:test';
import { utf8 } from '../../base/bytes.ts';
import type { AttachmentHash, Slug } from '../../base/ids.ts';
import { STORE_CONTRACT } from '../contract.ts';
import { openSqliteStore } from './store.ts';

const folder = await mkdtemp(join(tmpdir(), 'isonomia-'));
after(() => rm(folder, { recursive: true }));
let files = 0;
const newFile = (): string => join(folder, `${++files}.db`);

describe('store: sqlite', () => {
  for (const [name, check] of Object.entries(STORE_CONTRACT)) {
    it(name, async () => {
      const file = newFile();
      let store = await openSqliteStore(file);
      const reopen = async () => {
        await store.close();
        return (store = await openSqliteStore(file));
      };
      await check({ store, reopen });
      await store.close();
    });
  }
});

it('refuses a file that a later version wrote', async () => {
  const file = newFile();
  const database = new DatabaseSync(file);
  database.exec('pragma user_version = 99');
  database.close();
  await assert.rejects(openSqliteStore(file), /version 99/u);
});

it('refuses a file that is no data file', async () => {
  const file = newFile();
  await writeFile(file, 'no database at all, but long enough to be looked at as one '.repeat(20));
  await assert.rejects(openSqliteStore(file), /not a database/u);
});

it('answers nothing after it was closed', async () => {
  const store = await openSqliteStore(newFile());
  await store.close();
  await assert.rejects(store.conferences(), /closed/u);
});

it('leaves no trace of what was erased', async () => {
  const file = newFile();
  const store = await openSqliteStore(file);
  const slug = 'rivers' as Slug;
  const hash = Buffer.alloc(32, 5).toString('base64url') as AttachmentHash;
  const attachment = { hash, salt: new Uint8Array(16), content: utf8('the name of a person') };
  await store.append(slug, 0, [{ entry: utf8('entry'), attachments: [attachment] }]);
  await store.erase(slug, hash);
  const kept = await Promise.all(['', '-wal'].map((suffix) => readFile(file + suffix)));
  assert.ok(!Buffer.concat(kept).includes('the name of a person'));
  await store.close();
});
