import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fromBase64url, hex } from '../src/base/bytes.ts';
import { present } from '../src/charter/texts/texts.ts';
import { CERTIFICATE_NAMESPACE } from '../src/record/certificate.ts';
import { opened } from './kit/forgeries.ts';
import { SLUG, createSampleScene } from './kit/sample.ts';

/** A certified true copy, checked with the tools that any computer has. */

const scene = await createSampleScene();
const folder = await mkdtemp(join(tmpdir(), 'isonomia-certified-'));
after(async () => {
  await scene.close();
  await rm(folder, { recursive: true });
});

const TEXT = 2;
const answer = await scene.ask(`/${SLUG}/decisions/${TEXT}.certified.tar?lang=en`);
await writeFile(join(folder, 'copy.tar'), new Uint8Array(await answer.arrayBuffer()));
execFileSync('tar', ['-xf', 'copy.tar'], { cwd: folder });
const said = await readFile(join(folder, 'certificate.txt'), 'utf8');
const fact = (name: string): string => new RegExp(`^${name} (.+)$`, 'mu').exec(said)?.[1] ?? assert.fail(name);
const FILE = fact('file');

/** Whether `ssh-keygen` takes the signature beside a file for the host's over these bytes. */
const isSigned = (name: string, bytes: Uint8Array): boolean =>
  spawnSync(
    'ssh-keygen',
    ['-Y', 'verify', '-f', 'allowed_signers', '-I', 'host', '-n', CERTIFICATE_NAMESPACE, '-s', `${name}.sig`],
    { cwd: folder, input: bytes },
  ).status === 0;

test('the file and what is said of it are signed by the host, and neither with a byte changed', async () => {
  for (const name of [FILE, 'certificate.txt']) {
    const bytes = await readFile(join(folder, name));
    assert.ok(isSigned(name, bytes), name);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    assert.ok(!isSigned(name, bytes), name);
  }
  const other = await readFile(join(folder, 'certificate.txt'));
  assert.ok(!isSigned(FILE, other), 'what is signed is signed as what it is');
});

test('says of which record, document and entry it is, and its fingerprint is the one that the proof proves', async () => {
  const state = scene.conference.state();
  const bytes = await readFile(join(folder, FILE));
  assert.equal(fact('conference'), state.conference);
  assert.equal(fact('document'), `texts/${TEXT}`);
  assert.match(fact('entry'), new RegExp(`^${state.size - 1} \\d{4}-`, 'u'));
  assert.equal(fact('sha256'), createHash('sha256').update(bytes).digest('hex'));
  const { hash } = present(scene.text(TEXT));
  assert.equal(fact('fingerprint'), hex(fromBase64url(hash) ?? assert.fail()));
  const bundle = await scene.ask(`/api/conferences/${SLUG}/texts/${TEXT}/bundle`);
  const { files } = await opened(new Uint8Array(await bundle.arrayBuffer()));
  const hashes = Array.from(files.values(), (file) => createHash('sha256').update(file).digest('hex'));
  const named = Array.from(files.values(), (file) => new TextDecoder().decode(file)).some((words) =>
    words.includes(hash),
  );
  assert.ok(hashes.includes(fact('fingerprint')) || named, [...files.keys()].join(' '));
});

test('its file is the PDF that everybody has', async () => {
  const pdf = await scene.ask(`/${SLUG}/decisions/${TEXT}.pdf?lang=en`);
  assert.deepEqual(new Uint8Array(await pdf.arrayBuffer()), new Uint8Array(await readFile(join(folder, FILE))));
});

test('the commands that lie with it check it', async () => {
  const readme = await readFile(join(folder, 'README.md'), 'utf8');
  const commands = [...readme.matchAll(/^ {4}(.+)$/gmu)].map(([, command = '']) => command);
  assert.equal(commands.length, 3);
  for (const command of commands) {
    const out = execFileSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' });
    assert.match(out, command.startsWith('sha256sum') ? new RegExp(`^${fact('sha256')} `, 'u') : /^Good /u);
  }
});
