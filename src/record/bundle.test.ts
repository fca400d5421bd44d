import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Bytes, utf8 } from '../base/bytes.ts';
import type { ConferenceId, PublicKey } from '../base/ids.ts';
import { type JsonObject, canonicalBytes } from '../base/json.ts';
import { err, ok } from '../base/result.ts';
import type { Instant } from '../base/time.ts';
import { conferenceIdOf } from '../base/act.ts';
import { actHash, newNonce } from './act.ts';
import type { KeyHolder } from './allowed-signers.ts';
import { type BundleCharter, type BundleParts, type ProofOf, makeBundle, textHash } from './bundle.ts';
import { originOf, signCheckpoint } from './checkpoint.ts';
import { actBytesOf, writeEntry } from './entry.ts';
import { type MatterNote, matterFiles, signMatter } from './matter.ts';
import { type SigningKey, generateSigningKey, signEd25519 } from './sign-ed25519.ts';
import { readTar, writeTar } from './tar.ts';
import { createTree, leafHash } from './tree.ts';
import { verifyBundle } from './verify-bundle.ts';
import { ACT_NAMESPACE } from './verify-signature.ts';

/** What this room checks of a bundle by itself; the charter of these tests believes every act. */

const SIZE = 21;
const start = 1_795_312_345_678 as Instant;
const note = canonicalBytes(null);
const text = canonicalBytes({ title: 'On the Una', clauses: [{ id: 'c1', words: 'The river is one.' }] });
const derived = { markdown: utf8('# On the Una\n'), claims: utf8('# Who signed\n') };

const believing = (signers: readonly KeyHolder[]): BundleCharter<ProofOf, string> => ({
  prove: ([founding, ...others]) => {
    const host = founding?.act.body['host'] as PublicKey;
    return others.some(({ act }) => act.kind === 'text.forge') ? err('forged') : ok({ host, signers });
  },
  claimsOf: () => derived.claims,
  markdownOf: () => derived.markdown,
});

interface Made {
  readonly parts: BundleParts;
  readonly signers: readonly KeyHolder[];
  readonly matter: MatterNote;
  readonly host: SigningKey;
}

/** A record of {@link SIZE} entries whose entries 3, 17 and 20 are about the text; 17 has two signatures. */
const create = async ({ namesHost = true, kind = 'text.sign' } = {}): Promise<Made> => {
  const [host, one, other] = [await generateSigningKey(), await generateSigningKey(), await generateSigningKey()];
  const tree = createTree();
  const entries: Bytes[] = [];
  let conference: ConferenceId | '' = '';
  const bodies = new Map<number, JsonObject>([[0, { host: namesHost ? host.publicKey : other.publicKey }]]);
  for (let index = 0; index < SIZE; index++) {
    const body = bodies.get(index) ?? { version: textHash(text) };
    const by = { delegate: 1, organisation: index % 2 === 0 ? 'one' : 'other' };
    const made = (start + index * 100) as Instant;
    const act = canonicalBytes({ body, by, conference, kind, made, nonce: newNonce(), v: 1 });
    if (index === 0) conference = conferenceIdOf(actHash(act));
    const signing = index === 17 ? [other, one] : [index % 2 === 0 ? one : other];
    const blobs = await Promise.all(signing.map((key) => signEd25519(key, { message: act, namespace: ACT_NAMESPACE })));
    entries.push(writeEntry(act, blobs, (made + 50) as Instant));
    tree.append(leafHash(entries.at(-1) ?? assert.fail()));
  }
  const matter: MatterNote = {
    conference: conference as ConferenceId,
    subject: { kind: 'text', number: 3 },
    audience: 'everyone',
    adopted: { how: 'unanimous', at: start, symbol: 'AC/2026/1' },
    size: SIZE,
    root: tree.root(),
    files: matterFiles({
      'text.json': text,
      'note.json': note,
      'text.md': derived.markdown,
      'claims.md': derived.claims,
    }),
    entries: [0, 3, 17, 20],
  };
  const holder = (organisation: string, { publicKey }: SigningKey): KeyHolder => ({
    organisation,
    delegate: 1,
    use: 'own',
    key: publicKey,
    validAfter: start,
  });
  return {
    host,
    matter,
    signers: [holder('one', one), holder('other', other)],
    parts: {
      text,
      note,
      entries: matter.entries.map((index) => ({
        index,
        bytes: entries[index] ?? assert.fail(),
        proof: tree.inclusionProof(index),
      })),
      checkpoint: await signCheckpoint({ origin: originOf(matter.conference), size: SIZE, root: tree.root() }, host),
      matter: await signMatter(matter, host),
      hostKey: host.publicKey,
    },
  };
};

const made = await create();
const { parts, signers } = made;
const bundle = makeBundle(parts, { ...derived, signers });
const fault = async (changed: Bytes) => {
  const verified = await verifyBundle(changed, believing(signers));
  return verified.ok ? null : `${verified.error.kind} ${verified.error.file}`;
};
/** The bundle with some files replaced, taken out (`null`) or added. */
const withFiles = (changes: Readonly<Record<string, Bytes | null>>): Bytes => {
  const files = new Map(readTar(bundle) ?? assert.fail());
  for (const [name, content] of Object.entries(changes)) {
    if (content === null) files.delete(name);
    else files.set(name, content);
  }
  return writeTar(files);
};
const flipped = (bytes: Bytes, at: number, bits = 1): Bytes => bytes.with(at, (bytes[at] ?? 0) ^ bits);
const file = (name: string): Bytes => readTar(bundle)?.get(name) ?? assert.fail(name);

test('a bundle says of which record and which matter it is, and what the charter finds in it', async () => {
  const verified = await verifyBundle(bundle, believing(signers));
  assert(verified.ok);
  const { conference, hostKey, checkpoint, matter, entries, proof } = verified.value;
  assert.equal(hostKey, parts.hostKey);
  assert.equal(checkpoint.size, SIZE);
  assert.deepEqual(matter, made.matter);
  assert.equal(conference, conferenceIdOf(actHash(actBytesOf(parts.entries[0]?.bytes ?? assert.fail()))));
  assert.deepEqual(
    entries.map(({ index, signers: { length } }) => [index, length]),
    [
      [0, 1],
      [3, 1],
      [17, 2],
      [20, 1],
    ],
  );
  assert.equal(proof.signers, signers);
  assert.deepEqual(makeBundle(parts, { ...derived, signers }), bundle);
});

test('no changed byte of a bundle goes unseen', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(bundle.length - 1), fc.integer({ min: 1, max: 255 }), async (at, bits) => {
      assert.notEqual(await fault(flipped(bundle, at, bits)), null);
    }),
    { numRuns: 300 },
  );
  assert.equal(await fault(bundle.slice(0, -512)), 'not-a-bundle ');
});

test('each thing that can be wrong is named with its file', async () => {
  const [founding, third, ...rest] = parts.entries;
  assert(founding !== undefined && third !== undefined);
  const another = await create();
  const forged = await create({ kind: 'text.forge' });
  const having = (changes: Partial<BundleParts>) => makeBundle({ ...parts, ...changes }, { ...derived, signers });
  const listed = async (changes: Partial<MatterNote>, key = made.host) =>
    signMatter({ ...made.matter, ...changes }, key);
  const whole = ({ parts: all, signers: by }: Made) => makeBundle(all, { ...derived, signers: by });
  const cases: readonly (readonly [string, Bytes])[] = [
    ['missing text.json', withFiles({ 'text.json': null })],
    ['missing note.json', withFiles({ 'note.json': null })],
    ['differs note.json', withFiles({ 'note.json': utf8('{}') })],
    ['missing matter', withFiles({ matter: null })],
    ['missing entries/0.json', withFiles({ 'entries/0.json': null })],
    ['missing README.md', withFiles({ 'README.md': null })],
    ['missing claims.md', withFiles({ 'claims.md': null })],
    ['unexpected notes.txt', withFiles({ 'notes.txt': utf8('') })],
    ['unexpected proofs/3/06', withFiles({ 'proofs/3/06': file('proofs/3/00') })],
    ['malformed text.json', withFiles({ 'text.json': utf8('{ }') })],
    ['malformed host.pem', withFiles({ 'host.pem': utf8('') })],
    ['malformed proofs/3/00', withFiles({ 'proofs/3/00': new Uint8Array(31) })],
    ['format entries/3.json', withFiles({ 'entries/3.json': flipped(file('entries/3.json'), 0) })],
    [
      'signature entries/3.json',
      having({ entries: [founding, { ...third, bytes: replaced(third.bytes, 'version', 'versioN') }, ...rest] }),
    ],
    [
      'not-included proofs/3',
      having({
        entries: [founding, { ...third, bytes: replaced(third.bytes, '"time":17953', '"time":17954') }, ...rest],
      }),
    ],
    ['not-included proofs/3', having({ entries: [founding, { ...third, proof: third.proof.slice(1) }, ...rest] })],
    ['left-out entries/17.json', having({ entries: [founding, third, ...rest.slice(1)] })],
    ['put-in entries/3.json', having({ matter: await listed({ entries: [0, 17, 20] }) })],
    ['other-checkpoint matter', having({ matter: await listed({ size: SIZE - 1 }) })],
    ['matter matter', having({ matter: await listed({}, another.host) })],
    ['matter matter', having({ matter: another.parts.matter })],
    ['matter matter', having({ matter: parts.checkpoint })],
    ['checkpoint checkpoint', having({ checkpoint: parts.matter })],
    ['checkpoint checkpoint', having({ checkpoint: another.parts.checkpoint })],
    ['checkpoint checkpoint', having({ hostKey: another.host.publicKey })],
    ['not-named host.pem', whole(await create({ namesHost: false }))],
    ['not-proven ', whole(forged)],
    ['differs text.json', having({ text: canonicalBytes({ title: 'Another' }) })],
    ['differs text.md', withFiles({ 'text.md': utf8('# On the Sava\n') })],
    ['differs SHA256SUMS', withFiles({ SHA256SUMS: flipped(file('SHA256SUMS'), 9) })],
    ['differs acts/3.json', withFiles({ 'acts/3.json': flipped(file('acts/3.json'), 9) })],
    ['differs README.md', withFiles({ 'README.md': flipped(file('README.md'), 9) })],
    ['differs allowed_signers', withFiles({ allowed_signers: flipped(file('allowed_signers'), 9) })],
    ['differs claims.md', withFiles({ 'claims.md': utf8('# Everybody signed\n') })],
  ];
  for (const [expected, changed] of cases) assert.equal(await fault(changed), expected);
});

const replaced = (bytes: Bytes, from: string, to: string): Bytes => {
  const before = new TextDecoder().decode(bytes);
  assert(before.includes(from));
  return utf8(before.replace(from, to));
};
