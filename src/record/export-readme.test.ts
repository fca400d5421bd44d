import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Bytes, concat, fromUtf8, utf8 } from '../base/bytes.ts';
import { type JsonObject, canonicalBytes } from '../base/json.ts';
import type { ConferenceId } from '../base/ids.ts';
import type { Instant } from '../base/time.ts';
import { conferenceIdOf } from '../base/act.ts';
import { actHash, newNonce } from './act.ts';
import { type AllowedSigner, writeAllowedSigners } from './allowed-signers.ts';
import { originOf, signCheckpoint } from './checkpoint.ts';
import { writeEntry } from './entry.ts';
import { attach } from './envelope.ts';
import { exportReadme } from './export-readme.ts';
import { type SigningKey, generateSigningKey, signEd25519 } from './sign-ed25519.ts';
import { createTree, leafHash } from './tree.ts';
import { ACT_NAMESPACE } from './verify-signature.ts';

const noTools = ['ssh-keygen', 'openssl', 'bash'].find((tool) => spawnSync(tool, ['--version']).error !== undefined);
const skip = noTools === undefined ? false : `${noTools} is not installed`;
const start = 1_795_312_345_678;

const [host, one, other, late, stranger] = await Promise.all(Array.from({ length: 5 }, () => generateSigningKey()));
assert(host && one && other && late && stranger);
const attachment = attach(utf8('Άννα'));

interface Made {
  readonly body: JsonObject;
  readonly keys: readonly SigningKey[];
  readonly by?: { readonly delegate: number; readonly organisation: string };
  readonly kind?: string;
}

const ordinary = { name: attachment.hash, words: `a ',"signatures":[' \\ %s $(id)` };
const MADE: readonly Made[] = [
  { body: { host: host.publicKey }, keys: [one] },
  { body: ordinary, keys: [one, other] },
  { body: {}, keys: [host], by: { delegate: 0, organisation: '' } },
  { body: ordinary, keys: [one] },
  { body: { key: late.publicKey }, keys: [one, late], kind: 'key.enrol' },
];

const validAfter = start as Instant;
const SIGNERS: readonly AllowedSigner[] = [
  { principal: 'one/1', key: one.publicKey, validAfter },
  { principal: 'one/1', key: late.publicKey, validAfter },
  { principal: 'one/2', key: other.publicKey, validAfter },
  { principal: 'host', key: host.publicKey, validAfter },
];

/** An export of these acts, whose checkpoint the host has signed whatever they are. */
const exported = async (acts: readonly Made[], signers = SIGNERS) => {
  const tree = createTree();
  const entries: Bytes[] = [];
  let conference = '';
  for (const [index, { body, keys, by = { delegate: 1, organisation: 'one' }, kind = 'k' }] of acts.entries()) {
    const act = canonicalBytes({ body, by, conference, kind, made: start + index, nonce: newNonce(), v: 1 });
    if (index === 0) conference = conferenceIdOf(actHash(act));
    const signing = keys.map((key) => signEd25519(key, { message: act, namespace: ACT_NAMESPACE }));
    const entry = writeEntry(act, await Promise.all(signing), (start + index) as Instant);
    entries.push(concat(entry, utf8('\n')));
    tree.append(leafHash(entry));
  }
  const origin = originOf(conference as ConferenceId);
  const files = {
    'README.md': utf8(exportReadme(host.publicKey)),
    'entries.jsonl': concat(...entries),
    checkpoint: await signCheckpoint({ origin, size: tree.size(), root: tree.root() }, host),
    allowed_signers: utf8(writeAllowedSigners(signers)),
    [`attachments/${attachment.hash}`]: concat(attachment.salt, attachment.content),
  };
  return { files, entries };
};

type Exported = Awaited<ReturnType<typeof exported>>['files'];

/** Works in a folder of these files. */
const inFolder = (files: Exported, work: (folder: string) => void): void => {
  const folder = mkdtempSync(join(tmpdir(), 'isonomia-export-'));
  try {
    mkdirSync(join(folder, 'attachments'));
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const READ_ME = exportReadme(host.publicKey);
const BLOCKS = [...READ_ME.matchAll(/^```bash\n(.*?)^```$/gmsu)].map(([, block]) => block ?? '').join('');
const run = (folder: string, script = BLOCKS) =>
  spawnSync('bash', ['-euo', 'pipefail', '-c', script], { cwd: folder, encoding: 'utf8' });

test('the README’s commands, as they stand, check an export and find what was changed', { skip }, async () => {
  const { files, entries } = await exported(MADE);
  inFolder(files, (folder) => {
    const put = (name: string, content: Uint8Array) => writeFileSync(join(folder, name), content);
    const [, atOnce = ''] = /^ {4}(bash .*)$/mu.exec(READ_ME) ?? [];
    const result = run(folder);
    assert.equal(result.status, 0, result.stderr);
    assert.match(run(folder, atOnce).stdout, /\nGood\n$/u);

    const lines = files['entries.jsonl'];
    /** With another letter there: what stands at a place is other each time. */
    const otherwise = (bytes: Bytes, at: number): Bytes => bytes.with(at, bytes[at] === 0x38 ? 0x37 : 0x38);
    const changes: readonly (readonly [string, Bytes])[] = [
      ['entries.jsonl', lines.with(60, (lines[60] ?? 0) ^ 1)],
      ['entries.jsonl', concat(...entries.slice(0, -1))],
      ['entries.jsonl', concat(lines, utf8('{"act":'))],
      ['entries.jsonl', otherwise(lines, lines.length - 9)],
      ['entries.jsonl', concat(...entries.with(3, entries[4] ?? assert.fail()).with(4, entries[3] ?? assert.fail()))],
      ['checkpoint', otherwise(files.checkpoint, 33)],
      ['checkpoint', otherwise(files.checkpoint, 40)],
      ['allowed_signers', utf8('')],
      ['allowed_signers', utf8((fromUtf8(files.allowed_signers) ?? '').replaceAll('one/1', 'two/1'))],
      [`attachments/${attachment.hash}`, attachment.content],
    ];
    for (const [name, changed] of changes) {
      put(name, changed);
      assert.notEqual(run(folder).status, 0, name);
      put(name, files[name as keyof Exported] ?? assert.fail());
    }
    put(`attachments/${attachment.hash.slice(1)}`, attachment.content);
    assert.notEqual(run(folder).status, 0);
  });
});

test('they find an act that its maker has not signed, whatever the host has signed', { skip }, async () => {
  const unsigned: readonly Made[] = [
    { body: ordinary, keys: [] },
    { body: { ...ordinary, words: stranger.publicKey }, keys: [stranger] },
    { body: ordinary, keys: [other] },
  ];
  for (const made of unsigned)
    inFolder((await exported([...MADE, made])).files, (folder) => assert.notEqual(run(folder).status, 0));
});

test('they know a key by what it does, though it has two names in one second', { skip }, async () => {
  const by = { delegate: 1, organisation: 'two' };
  const twice: readonly Made[] = [
    { body: { key: stranger.publicKey }, keys: [stranger], kind: 'recovery.request' },
    { body: { key: stranger.publicKey }, keys: [stranger], kind: 'participation.apply', by },
  ];
  const signers: readonly AllowedSigner[] = [
    ...SIGNERS,
    { principal: 'one/1/asking', key: stranger.publicKey, validAfter, validBefore: validAfter },
    { principal: 'two/1', key: stranger.publicKey, validAfter },
  ];
  const { files } = await exported([...MADE, ...twice], signers);
  inFolder(files, (folder) => assert.equal(run(folder).status, 0, run(folder).stderr));
});
