import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Bytes, fromUtf8, utf8 } from '../base/bytes.ts';
import type { ConferenceId, PublicKey } from '../base/ids.ts';
import { type JsonObject, canonicalBytes } from '../base/json.ts';
import type { Instant } from '../base/time.ts';
import { conferenceIdOf, newNonce } from './act.ts';
import { principalOf } from './allowed-signers.ts';
import { type BundleParts, makeBundle, textHash } from './bundle.ts';
import { originOf, signCheckpoint } from './checkpoint.ts';
import { actBytesOf, writeEntry } from './entry.ts';
import { publicKeyOnLine } from './public-key.ts';
import { type SigningKey, generateSigningKey, signEd25519 } from './sign-ed25519.ts';
import { dearmour } from './sshsig.ts';
import { readTar, writeTar } from './tar.ts';
import { createTree, leafHash } from './tree.ts';
import { verifyBundle, verifyBundleFiles } from './verify-bundle.ts';
import { ACT_NAMESPACE } from './verify-signature.ts';

const SIZE = 21;
const noTools = ['ssh-keygen', 'openssl', 'bash'].find((tool) => spawnSync(tool, ['--version']).error !== undefined);
const skip = noTools === undefined ? false : `${noTools} is not installed`;

const start = 1_795_312_345_678 as Instant;
const text = canonicalBytes({ title: 'On the Una', clauses: [{ id: 'c1', words: 'The river is one.' }] });
const markdown = utf8('# On the Una\n\nThe river is one.\n');

type Sign = (actBytes: Bytes) => Promise<Bytes>;
const signsWith =
  (key: SigningKey): Sign =>
  (message) =>
    signEd25519(key, { message, namespace: ACT_NAMESPACE });

/** A record of {@link SIZE} entries whose entries 3 and 17 are about the text; 17 has two signatures, 20 none. */
const createParts = async ({
  stock,
  namesHost = true,
}: {
  readonly stock?: { readonly key: PublicKey; readonly sign: Sign };
  readonly namesHost?: boolean;
} = {}): Promise<BundleParts> => {
  const [host, one] = [await generateSigningKey(), await generateSigningKey()];
  const second = await generateSigningKey();
  const other = stock ?? { key: second.publicKey, sign: signsWith(second) };
  const tree = createTree();
  const entries: Bytes[] = [];
  let conference: ConferenceId | '' = '';
  const bodies = new Map<number, JsonObject>([
    [0, { host: namesHost ? host.publicKey : second.publicKey }],
    [3, { version: textHash(text) }],
    [17, { version: textHash(text) }],
  ]);
  const signing = new Map<number, readonly Sign[]>([
    [17, [other.sign, signsWith(one)]],
    [20, []],
  ]);
  for (let index = 0; index < SIZE; index++) {
    const body = bodies.get(index) ?? { index };
    const by = { delegate: 1, organisation: index % 2 === 0 ? 'one' : 'other' };
    const made = (start + index * 100) as Instant;
    const act = canonicalBytes({ body, by, conference, kind: 'text.sign', made, nonce: newNonce(), v: 1 });
    if (index === 0) conference = conferenceIdOf(act);
    const signers = signing.get(index) ?? [index % 2 === 0 ? signsWith(one) : other.sign];
    const entry = writeEntry(act, await Promise.all(signers.map((sign) => sign(act))), (made + 50) as Instant);
    entries.push(entry);
    tree.append(leafHash(entry));
  }
  const bundled = [0, 3, 17, 20].map((index) => ({
    index,
    bytes: entries[index] ?? assert.fail(),
    proof: tree.inclusionProof(index),
  }));
  const origin = originOf(conference as ConferenceId);
  return {
    text,
    markdown,
    entries: bundled,
    checkpoint: await signCheckpoint({ origin, size: SIZE, root: tree.root() }, host),
    hostKey: host.publicKey,
    signers: [
      {
        principal: principalOf({ organisation: 'other', delegate: 1 }),
        key: other.key,
        validAfter: start,
        validBefore: (start + 1750) as Instant,
      },
      { principal: principalOf({ organisation: 'one', delegate: 1 }), key: one.publicKey, validAfter: start },
    ],
  };
};

const parts = await createParts();
const bundle = makeBundle(parts);
const fault = async (changed: Bytes) => {
  const verified = await verifyBundle(changed);
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

test('a bundle says who signed what', async () => {
  const verified = await verifyBundle(bundle, { markdownOf: () => markdown });
  assert(verified.ok);
  const { conference, hostKey, checkpoint, entries } = verified.value;
  assert.equal(hostKey, parts.hostKey);
  assert.equal(checkpoint.size, SIZE);
  assert.equal(verified.value.textHash, textHash(text));
  assert.equal(conference, conferenceIdOf(actBytesOf(parts.entries[0]?.bytes ?? assert.fail())));
  assert.deepEqual(
    entries.map(({ index, signers }) => [index, ...signers.map(({ principal }) => principal)]),
    [[0, 'one/1'], [3, 'other/1'], [17, 'other/1', 'one/1'], [20]],
  );
  assert.deepEqual(makeBundle(parts), bundle);
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
  const other = await generateSigningKey();
  const [founding, third, ...rest] = parts.entries;
  assert(founding !== undefined && third !== undefined);
  const fromAnother = await createParts();
  const made = (changes: Partial<BundleParts>) => makeBundle({ ...parts, ...changes });
  const cases: readonly (readonly [string, Bytes])[] = [
    ['missing text.json', withFiles({ 'text.json': null })],
    ['missing entries/0.json', withFiles({ 'entries/0.json': null })],
    ['missing README.md', withFiles({ 'README.md': null })],
    ['unexpected notes.txt', withFiles({ 'notes.txt': utf8('') })],
    ['unexpected proofs/3/06', withFiles({ 'proofs/3/06': file('proofs/3/00') })],
    ['malformed text.json', withFiles({ 'text.json': utf8('{ }') })],
    ['malformed host.pem', withFiles({ 'host.pem': utf8('') })],
    ['malformed allowed_signers', withFiles({ allowed_signers: utf8('# nobody\n') })],
    ['malformed proofs/3/00', withFiles({ 'proofs/3/00': new Uint8Array(31) })],
    ['format entries/3.json', withFiles({ 'entries/3.json': flipped(file('entries/3.json'), 0) })],
    [
      'signature entries/3.json',
      made({ entries: [founding, { ...third, bytes: withTime(third.bytes, 'version', 'versioN') }, ...rest] }),
    ],
    [
      'not-included proofs/3',
      made({
        entries: [
          founding,
          { ...third, bytes: withTime(third.bytes, '"time":17953123460', '"time":17953123461') },
          ...rest,
        ],
      }),
    ],
    ['not-included proofs/3', made({ entries: [founding, { ...third, proof: third.proof.slice(1) }, ...rest] })],
    [
      'conference entries/3.json',
      made({
        entries: [founding, fromAnother.entries[1] ?? assert.fail()],
        signers: [...parts.signers, ...fromAnother.signers],
      }),
    ],
    ['checkpoint checkpoint', made({ checkpoint: fromAnother.checkpoint })],
    ['checkpoint checkpoint', made({ hostKey: other.publicKey })],
    ['not-named host.pem', makeBundle(await createParts({ namesHost: false }))],
    ['not-named text.json', made({ text: canonicalBytes({ title: 'Another' }) })],
    [
      'signed-by-another entries/0.json',
      made({ signers: parts.signers.map(({ principal, ...rest }) => ({ principal: `${principal}0`, ...rest })) }),
    ],
    ['differs SHA256SUMS', withFiles({ 'text.md': utf8('# On the Sava\n') })],
    ['differs acts/3.json', withFiles({ 'acts/3.json': flipped(file('acts/3.json'), 9) })],
    ['differs README.md', withFiles({ 'README.md': flipped(file('README.md'), 9) })],
    [
      'unknown-signer entries/0.json',
      withFiles({ allowed_signers: utf8(linesOf('allowed_signers').slice(1).join('')) }),
    ],
  ];
  for (const [expected, changed] of cases) assert.equal(await fault(changed), expected);
  assert.deepEqual(await verifyBundle(bundle, { markdownOf: () => utf8('# On the Sava\n') }), {
    ok: false,
    error: { file: 'text.md', kind: 'differs' },
  });
});

test('a bundle cannot be made of signatures by nobody', () => {
  assert.throws(() => makeBundle({ ...parts, signers: [] }), TypeError);
});

const linesOf = (name: string): readonly string[] => (fromUtf8(file(name)) ?? '').split(/(?<=\n)/u);
const withTime = (bytes: Bytes, from: string, to: string): Bytes => {
  const before = fromUtf8(bytes) ?? '';
  assert(before.includes(from));
  return utf8(before.replace(from, to));
};

test('the README’s commands, as they stand, check a bundle and find a changed byte', { skip }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'isonomia-bundle-'));
  try {
    const key = join(folder, 'key');
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key]);
    const publicKey = publicKeyOnLine(readFileSync(`${key}.pub`, 'utf8'));
    assert(publicKey.ok);
    const sign = async (message: Bytes) => {
      const args = ['-Y', 'sign', '-q', '-f', key, '-n', ACT_NAMESPACE];
      return (
        dearmour(execFileSync('ssh-keygen', args, { input: message, stdio: ['pipe', 'pipe', 'ignore'] }).toString()) ??
        assert.fail()
      );
    };
    const files = readTar(makeBundle(await createParts({ stock: { key: publicKey.value, sign } }))) ?? assert.fail();
    assert((await verifyBundleFiles(files)).ok);
    const place = join(folder, 'bundle');
    for (const [name, content] of files) {
      mkdirSync(dirname(join(place, name)), { recursive: true });
      writeFileSync(join(place, name), content);
    }
    // The two ways that the README offers: block by block, and all at once by the line that is indented.
    const readme = fromUtf8(files.get('README.md') ?? assert.fail()) ?? '';
    const blocks = [...readme.matchAll(/^```bash\n(.*?)^```$/gmsu)].map(([, block]) => block ?? '');
    const [, atOnce = ''] = /^ {4}(bash .*)$/mu.exec(readme) ?? [];
    const run = (script: string) =>
      spawnSync('bash', ['-euo', 'pipefail', '-c', script], { cwd: place, encoding: 'utf8' });
    const result = run(blocks.join(''));
    assert.equal(result.status, 0, result.stderr);
    assert.equal(result.stdout.match(/Good "isonomia-act-v1" signature for/gu)?.length, 4);
    assert.match(run(atOnce).stdout, /\nGood\n$/u);

    const changes: readonly (readonly [string, readonly number[]])[] = [
      ['acts/0.json', [30]],
      ['acts/3.json', [150]],
      ['entries/17.json', [400]],
      ['signatures/17.1.sig', [200]],
      ['text.json', [12]],
      ['proofs/17/00', [0]],
      ['proofs/0/04', [31]],
      ['checkpoint', [12, 33, 50, 90, 130]],
      ['host.pem', [60]],
      ['allowed_signers', [0, 100]],
    ];
    for (const [name, places] of changes) {
      const content = files.get(name) ?? assert.fail(name);
      for (const at of places) {
        writeFileSync(join(place, name), flipped(content, at));
        // Whoever changes a file can change the sums as well: here they do, and the rest must find it.
        run('sha256sum $(cut -c 67- SHA256SUMS) > new && mv new SHA256SUMS');
        assert.notEqual(run(blocks.join('')).status, 0, `${name}, byte ${at}`);
      }
      writeFileSync(join(place, name), content);
    }
    writeFileSync(join(place, 'SHA256SUMS'), files.get('SHA256SUMS') ?? assert.fail());
    assert.equal(run(blocks.join('')).status, 0);
    writeFileSync(join(place, 'text.md'), '# On the Sava\n');
    assert.match(run(blocks.join('')).stderr, /checksum did NOT match/u);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
