import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Bytes, concat, fromUtf8, utf8 } from '../base/bytes.ts';
import type { ConferenceId } from '../base/ids.ts';
import { canonicalBytes } from '../base/json.ts';
import type { Instant } from '../base/time.ts';
import { conferenceIdOf } from '../base/act.ts';
import { actHash, newNonce } from './act.ts';
import { checkEntries } from './check-entry.ts';
import { originOf, signCheckpoint } from './checkpoint.ts';
import { writeEntry } from './entry.ts';
import { createLineSplitter } from './lines.ts';
import { signNote } from './note.ts';
import { generateSigningKey, signEd25519 } from './sign-ed25519.ts';
import { createTree, leafHash } from './tree.ts';
import { type PlacedEntry, verifyRecord } from './verify-record.ts';
import { ACT_NAMESPACE } from './verify-signature.ts';

const [host, delegate, stranger] = [await generateSigningKey(), await generateSigningKey(), await generateSigningKey()];
const start = 1_795_312_345_678;
const SIZE = 40;

/** A record in which entry `odd` is made otherwise. */
const createRecord = async (odd = -1, how: { conference?: string; time?: number; signer?: typeof delegate } = {}) => {
  const entries: Bytes[] = [];
  let conference = '';
  for (let index = 0; index < SIZE; index++) {
    const change = index === odd ? how : {};
    const by = { delegate: 1, organisation: 'one' };
    const made = start + index;
    const act = canonicalBytes({
      body: {},
      by,
      conference: change.conference ?? conference,
      kind: 'k',
      made,
      nonce: newNonce(),
      v: 1,
    });
    if (index === 0) conference = conferenceIdOf(actHash(act));
    const signature = await signEd25519(change.signer ?? delegate, { message: act, namespace: ACT_NAMESPACE });
    entries.push(writeEntry(act, [signature], (change.time ?? made) as Instant));
  }
  return { entries, conference: conference as ConferenceId };
};

const jsonl = (entries: readonly Bytes[]): Bytes => concat(...entries.flatMap((entry) => [entry, utf8('\n')]));

const checkpointOf = (entries: readonly Bytes[], conference: ConferenceId, hostKey = host) => {
  const tree = createTree();
  entries.map((entry) => leafHash(entry)).forEach(tree.append);
  return signCheckpoint({ origin: originOf(conference), size: tree.size(), root: tree.root() }, hostKey);
};

const { entries, conference } = await createRecord();
const file = jsonl(entries);
const checkpoint = await checkpointOf(entries, conference);

/** Allows what the delegate's key signed. */
const judge = ({ signers }: PlacedEntry) =>
  signers.every(({ key }) => key === delegate.publicKey) ? null : 'not-yours';

const verify = (pieces: Iterable<Uint8Array>, changes: Partial<Parameters<typeof verifyRecord<string>>[0]> = {}) =>
  verifyRecord<string>({ pieces, checkpoint, judge, hostKey: () => host.publicKey, ...changes });

const fault = async (bytes: Bytes, changes: Parameters<typeof verify>[1] = {}) => {
  const result = await verify([bytes], changes);
  return result.ok ? null : [result.error.index, result.error.kind];
};

test('a sound record verifies, in whatever pieces it comes', async () => {
  for (const length of [1000, 700, 99, file.length]) {
    const pieces = Array.from({ length: Math.ceil(file.length / length) }, (_, i) =>
      file.subarray(i * length, (i + 1) * length),
    );
    const seen: number[] = [];
    const result = await verify(pieces, {
      judge: (entry) => {
        seen.push(entry.index);
        return judge(entry);
      },
    });
    assert(result.ok);
    assert.equal(result.value.size, SIZE);
    assert.equal(result.value.conference, conference);
    assert.equal(result.value.time, start + SIZE - 1);
    assert.deepEqual(seen, [...entries.keys()]);
  }
});

test('no changed byte goes unseen, and what lies before it is not blamed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), async (at, bits) => {
      const found = await fault(file.with(at, (file[at] ?? 0) ^ bits));
      assert.notEqual(found, null);
      const index = fromUtf8(file.subarray(0, at))?.split('\n').length ?? 0;
      assert(found?.[0] === null || Number(found?.[0]) >= index - 1);
    }),
    { numRuns: 150 },
  );
});

test('the first bad entry is named, and why', async () => {
  const made = async (odd: number, how: Parameters<typeof createRecord>[1]) =>
    jsonl((await createRecord(odd, how)).entries);
  assert.deepEqual(await fault(await made(7, { time: start + 3 })), [7, 'time']);
  assert.deepEqual(await fault(await made(7, { conference: 'AAAAAAAAAAAAAAAAAAAAAA' })), [7, 'conference']);
  assert.deepEqual(await fault(await made(7, { conference: '' })), [7, 'conference']);
  assert.deepEqual(await fault(await made(0, { conference: 'AAAAAAAAAAAAAAAAAAAAAA' })), [0, 'conference']);
  assert.deepEqual(await fault(await made(7, { signer: stranger })), [7, 'refused']);
  const swapped = entries.with(5, entries[6] ?? assert.fail()).with(6, entries[5] ?? assert.fail());
  assert.deepEqual(await fault(jsonl(swapped)), [6, 'time']);
  assert.deepEqual(await fault(concat(file, utf8('{}\n'))), [SIZE, 'format']);
  assert.deepEqual(await fault(concat(file, utf8('\n'))), [SIZE, 'format']);
  assert.deepEqual(await fault(file.slice(0, -1)), [SIZE - 1, 'unfinished']);
  assert.deepEqual(await fault(new Uint8Array(200_000)), [0, 'format']);
});

test('the whole is held against the checkpoint', async () => {
  const other = await createRecord();
  assert.deepEqual(await fault(new Uint8Array(0)), [null, 'empty']);
  assert.deepEqual(await fault(jsonl(entries.slice(0, -1))), [null, 'size']);
  assert.deepEqual(await fault(jsonl(other.entries)), [null, 'checkpoint']);
  assert.deepEqual(await fault(file, { hostKey: () => null }), [null, 'no-host-key']);
  assert.deepEqual(await fault(file, { hostKey: () => stranger.publicKey }), [null, 'checkpoint']);
  assert.deepEqual(await fault(file, { checkpoint: await checkpointOf(other.entries, conference) }), [null, 'root']);
  const [text = ''] = (fromUtf8(checkpoint) ?? '').split('\n\n');
  const { name, keyId, signature } = await signNote(`${text}\n`, 'witness', stranger);
  const cosigned = concat(checkpoint, utf8(`— ${name} ${concat(keyId, signature).toBase64()}\n`));
  assert.deepEqual(await fault(file, { checkpoint: cosigned }), [null, 'unknown-signature']);
});

test('what a check finds late is still told in order, and a broken check is a fault', async () => {
  const bad = file.with(file.length - 40, 0x21).with(entries[0]?.length ?? 0, 0x20);
  const half = file.indexOf(0x0a, file.length >> 1) + 1;
  const pieces = [bad.subarray(0, half), bad.subarray(half)];
  const slowFirst = async (batch: readonly Bytes[]) => {
    for (let turns = batch.length; turns > 0; turns--) await Promise.resolve();
    return checkEntries(batch);
  };
  const result = await verify(pieces, { check: slowFirst });
  assert.equal(result.ok ? null : result.error.index, 0);
  await assert.rejects(verify([file], { check: async () => [] }), TypeError);
  await assert.rejects(verify([file], { check: () => Promise.reject(new Error('a worker died')) }), /a worker died/u);
});

test('a line splitter never holds more than it must', () => {
  const splitter = createLineSplitter(10);
  assert.deepEqual(splitter.push(utf8('one\n\ntw')), [utf8('one'), utf8('')]);
  assert.equal(splitter.isUnfinished(), true);
  assert.deepEqual(splitter.push(utf8('o\n')), [utf8('two')]);
  assert.equal(splitter.isUnfinished(), false);
  assert.deepEqual(splitter.push(utf8('01234567890')), [utf8('01234567890')]);
  assert.equal(splitter.isUnfinished(), false);
});
