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
import { conferenceIdOf, newNonce } from './act.ts';
import { writeAllowedSigners } from './allowed-signers.ts';
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

test('the README’s commands, as they stand, check an export and find what was changed', { skip }, async () => {
  const [host, one, other, late] = await Promise.all(Array.from({ length: 4 }, () => generateSigningKey()));
  assert(host && one && other && late);
  const attachment = attach(utf8('Άννα'));
  const tree = createTree();
  const entries: Bytes[] = [];
  let conference = '';
  const ordinary = { name: attachment.hash, words: `a ',"signatures":[' \\ %s $(id)` };
  const made: readonly { readonly body: JsonObject; readonly keys: readonly SigningKey[]; readonly byHost?: true }[] = [
    { body: { host: host.publicKey }, keys: [one] },
    { body: ordinary, keys: [one, other] },
    { body: {}, keys: [host], byHost: true },
    { body: ordinary, keys: [] },
    { body: { key: late.publicKey }, keys: [late] },
  ];
  for (const [index, { body, keys, byHost = false }] of made.entries()) {
    const by = byHost ? { delegate: 0, organisation: '' } : { delegate: 1, organisation: 'one' };
    const act = canonicalBytes({ body, by, conference, kind: 'k', made: start + index, nonce: newNonce(), v: 1 });
    if (index === 0) conference = conferenceIdOf(act);
    const signing = keys.map((key) => signEd25519(key, { message: act, namespace: ACT_NAMESPACE }));
    const entry = writeEntry(act, await Promise.all(signing), (start + index) as Instant);
    entries.push(concat(entry, utf8('\n')));
    tree.append(leafHash(entry));
  }
  const validAfter = start as Instant;
  const files = {
    'README.md': utf8(exportReadme(host.publicKey)),
    'entries.jsonl': concat(...entries),
    checkpoint: await signCheckpoint(
      { origin: originOf(conference as ConferenceId), size: tree.size(), root: tree.root() },
      host,
    ),
    allowed_signers: utf8(
      writeAllowedSigners([
        { principal: 'one/1', key: one.publicKey, validAfter },
        { principal: 'one/2', key: other.publicKey, validAfter },
        { principal: 'host', key: host.publicKey, validAfter },
      ]),
    ),
    [`attachments/${attachment.hash}`]: concat(attachment.salt, attachment.content),
  };

  const folder = mkdtempSync(join(tmpdir(), 'isonomia-export-'));
  try {
    mkdirSync(join(folder, 'attachments'));
    const put = (name: string, content: Uint8Array) => writeFileSync(join(folder, name), content);
    for (const [name, content] of Object.entries(files)) put(name, content);
    const readme = fromUtf8(files['README.md']) ?? '';
    const blocks = [...readme.matchAll(/^```bash\n(.*?)^```$/gmsu)].map(([, block]) => block ?? '').join('');
    const [, atOnce = ''] = /^ {4}(bash .*)$/mu.exec(readme) ?? [];
    const run = (script: string) =>
      spawnSync('bash', ['-euo', 'pipefail', '-c', script], { cwd: folder, encoding: 'utf8' });
    const result = run(blocks);
    assert.equal(result.status, 0, result.stderr);
    assert.match(run(atOnce).stdout, /\nGood\n$/u);

    const lines = files['entries.jsonl'];
    const changes: readonly (readonly [string, Bytes])[] = [
      ['entries.jsonl', lines.with(60, (lines[60] ?? 0) ^ 1)],
      ['entries.jsonl', concat(...entries.slice(0, -1))],
      ['entries.jsonl', lines.with(lines.length - 9, 0x38)],
      ['entries.jsonl', concat(...entries.with(3, entries[4] ?? assert.fail()).with(4, entries[3] ?? assert.fail()))],
      ['checkpoint', files.checkpoint.with(33, 0x38)],
      ['checkpoint', files.checkpoint.with(40, 0x41)],
      ['allowed_signers', utf8('')],
      ['allowed_signers', utf8((fromUtf8(files.allowed_signers) ?? '').replace('one/1', 'two/1'))],
      [`attachments/${attachment.hash}`, attachment.content],
    ];
    for (const [name, changed] of changes) {
      put(name, changed);
      assert.notEqual(run(blocks).status, 0, name);
      put(name, files[name] ?? assert.fail());
    }
    put(`attachments/${attachment.hash.slice(1)}`, attachment.content);
    assert.notEqual(run(blocks).status, 0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
