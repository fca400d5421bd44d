import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, describe, it } from 'node:test';
import { utf8 } from '../../base/bytes.ts';
import type { AttachmentHash, ConferenceId, Slug } from '../../base/ids.ts';
import type { Hash } from '../../base/sha256.ts';
import { STORE_CONTRACT } from '../contract/store.ts';
import { openSqliteStore } from './store.ts';

const folder = await mkdtemp(join(tmpdir(), 'isonomia-'));
after(() => rm(folder, { recursive: true }));
/** An empty folder for a store. */
const newFolder = (): Promise<string> => mkdtemp(join(folder, 'store-'));

describe('store: sqlite', () => {
  for (const [name, check] of Object.entries(STORE_CONTRACT)) {
    it(name, async () => {
      const at = await newFolder();
      let store = await openSqliteStore(at);
      const reopen = async () => {
        await store.close();
        return (store = await openSqliteStore(at));
      };
      await check({ store, reopen });
      await store.close();
    });
  }
});

it('refuses a file that a later version wrote', async () => {
  const at = await newFolder();
  const database = new DatabaseSync(join(at, 'records.sqlite'));
  database.exec('pragma user_version = 99');
  database.close();
  await assert.rejects(openSqliteStore(at), /version 99/u);
});

it('refuses a file that is no data file', async () => {
  const at = await newFolder();
  await writeFile(join(at, 'records.sqlite'), 'no database at all, but long enough to be looked at as one '.repeat(20));
  await assert.rejects(openSqliteStore(at), /records.sqlite is no SQLite database/u);
});

it('answers nothing after it was closed', async () => {
  const store = await openSqliteStore(await newFolder());
  await store.close();
  await assert.rejects(store.conferences(), /closed/u);
});

it('leaves no trace of what was erased', async () => {
  const at = await newFolder();
  const store = await openSqliteStore(at);
  const slug = 'rivers' as Slug;
  const hash = Buffer.alloc(32, 5).toString('base64url') as AttachmentHash;
  const attachment = { hash, salt: new Uint8Array(16), content: utf8('the name of a person') };
  await store.begin(slug, 'AAAAAAAAAAAAAAAAAAAAAA' as ConferenceId, [
    { entry: utf8('entry'), attachments: [attachment], erases: [] },
  ]);
  await store.append(slug, 1, [{ entry: utf8('erasure'), attachments: [], erases: [hash] }]);
  const kept = await Promise.all(['', '-wal'].map((suffix) => readFile(join(at, `records.sqlite${suffix}`))));
  assert.ok(!Buffer.concat(kept).includes('the name of a person'));
  await store.close();
});

it('keeps what was signed apart from the records, which may be put back from a copy', async () => {
  const at = await newFolder();
  const [slug, conference] = ['rivers' as Slug, 'AAAAAAAAAAAAAAAAAAAAAA' as ConferenceId];
  const root = new Uint8Array(32).fill(2) as Hash;
  const store = await openSqliteStore(at);
  await store.begin(slug, conference, [{ entry: utf8('a'), attachments: [], erases: [] }]);
  await store.noteSigned(slug, { size: 1, root });
  await store.close();
  await rm(join(at, 'records.sqlite'));
  const again = await openSqliteStore(at);
  await again.begin('lakes' as Slug, conference, [{ entry: utf8('b'), attachments: [], erases: [] }]);
  assert.deepEqual(await again.lastSigned('lakes' as Slug), { size: 1, root });
  await again.close();
});
