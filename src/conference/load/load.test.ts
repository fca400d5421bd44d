import assert from 'node:assert/strict';
import { it } from 'node:test';
import { concat } from '../../base/bytes.ts';
import { SLUG, startRivers } from '../../../test/kit/rivers.ts';
import { accepted, newPen, write } from '../../../test/kit/small-conference.ts';
import { recordEntry } from './entries.ts';
import { leafHashOf } from '../primitives.ts';
import { digestEntries, digested } from './digest.ts';
import { digesterHere, startDigester } from './digester.ts';

const entriesOf = async () => {
  const { conference, store, table, submit, who, head } = await startRivers();
  accepted(await table());
  accepted(await submit(who(1), 'text.cosponsor', { text: 1 }));
  // Two signatures on one act.
  const pen = newPen();
  const body = { delegate: 1, key: pen.publicKey, use: 'ssh', name: null } as const;
  const pens = { pens: [who(0).pen, pen] };
  accepted(await conference.submit(write(who(0), head(), 'key.enrol', body, pens).envelope));
  return store.read(SLUG, 0, Infinity);
};

it('a digest says of each entry what reading it says', async () => {
  const entries = await entriesOf();
  const digest = digestEntries(entries);
  for (const [i, bytes] of entries.entries()) {
    const { hash, signers } = recordEntry(bytes, i);
    assert.deepEqual(digested(digest, i), { hash, signers });
  }
  assert.deepEqual(digest.rows[0], concat(...entries.map(leafHashOf)));
});

it('another thread digests as this one does, and fails where the bytes are no entries', async () => {
  const entries = await entriesOf();
  const digester = startDigester();
  const [first, second] = [entries.slice(0, 3), entries.slice(3)];
  const digests = await Promise.all([digester.digest(first), digester.digest(second)]);
  assert.deepEqual(digests, await Promise.all([digesterHere.digest(first), digesterHere.digest(second)]));
  const rubbish = [new Uint8Array(100)];
  await assert.rejects(digester.digest(rubbish), /Not an entry/u);
  await assert.rejects(digester.digest(first), /Not an entry/u);
  await digester.close();
});
