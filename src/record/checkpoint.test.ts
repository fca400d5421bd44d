import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromUtf8, utf8 } from '../base/bytes.ts';
import type { ConferenceId } from '../base/ids.ts';
import { type Checkpoint, originOf, readCheckpoint, signCheckpoint, verifyCheckpoint } from './checkpoint.ts';
import { isSignedBy, readNote, signNote, writeNote } from './note.ts';
import { printPublicKey } from './public-key.ts';
import { generateSigningKey } from './sign-ed25519.ts';
import { leafHash } from './tree.ts';

const origin = originOf('AAAAAAAAAAAAAAAAAAAAAA' as ConferenceId);
const checkpoint: Checkpoint = { origin, size: 17, root: leafHash(utf8('a root')) };
const host = await generateSigningKey();
const hostKey = host.publicKey;
const bytes = await signCheckpoint(checkpoint, host);

test('a checkpoint is read as it was signed', async () => {
  const verified = await verifyCheckpoint(bytes, { origin, hostKey });
  assert(verified.ok);
  const { signatures, ...rest } = verified.value;
  assert.deepEqual(rest, checkpoint);
  assert.equal(signatures.length, 1);
  assert.match(fromUtf8(bytes) ?? '', /^isonomia\/A{22}\n17\n[\w+/]{43}=\n\n— isonomia\/A{22} [\w+/=]+\n$/u);
});

test('no changed byte goes unseen', async () => {
  for (let at = 0; at < bytes.length; at++) {
    for (const flip of [1, 0x80]) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ flip;
      assert.equal((await verifyCheckpoint(changed, { origin, hostKey })).ok, false, `byte ${at}`);
    }
  }
});

test('another host’s checkpoint, or another record’s, is refused', async () => {
  const other = await generateSigningKey();
  assert.deepEqual(await verifyCheckpoint(bytes, { origin, hostKey: other.publicKey }), {
    ok: false,
    error: { kind: 'not-signed-by-host' },
  });
  assert.deepEqual(await verifyCheckpoint(bytes, { origin: 'isonomia/other', hostKey }), {
    ok: false,
    error: { kind: 'other-record', origin },
  });
});

test('the form is strict', () => {
  const text = fromUtf8(bytes) ?? '';
  for (const changed of [
    '',
    text.replace('\n17\n', '\n017\n'),
    text.replace('\n17\n', '\n-17\n'),
    text.replace('\n17\n', '\n17\r\n'),
    text.replace('\n17\n', '\n9007199254740993\n'),
    text.replace('=\n\n', '\n\n'),
    text.replace('=\n\n', '=\nextension\n\n'),
    text.replace('\n\n', '\n'),
    text.replace('— ', '- '),
    text.slice(0, -1),
    `${text}\n`,
    text.replaceAll(origin, ''),
  ]) {
    assert.deepEqual(readCheckpoint(utf8(changed)), { ok: false, error: { kind: 'not-a-checkpoint' } }, changed);
  }
});

test('a note may carry the signatures of others; one that claims to be ours must hold', async () => {
  const note = readNote(bytes);
  assert(note !== null);
  const witness = await signNote(note.text, 'witness.example/1', await generateSigningKey());
  const cosigned = { text: note.text, signatures: [witness, ...note.signatures] };
  assert.deepEqual(readNote(utf8(writeNote(cosigned))), cosigned);
  assert(await isSignedBy(cosigned, origin, hostKey));
  const [own] = note.signatures;
  assert(own !== undefined);
  const forged = { ...own, signature: new Uint8Array(64) };
  assert.equal(await isSignedBy({ text: note.text, signatures: [own, forged] }, origin, hostKey), false);
  assert.equal(await isSignedBy({ text: note.text, signatures: [witness] }, origin, hostKey), false);
});

// The example key and note of Go's golang.org/x/mod/sumdb/note, which the specification was written from.
test('the Go checksum database’s example note verifies', async () => {
  const point = Uint8Array.fromBase64('ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW').slice(1);
  const key = printPublicKey({ type: 'ssh-ed25519', point });
  const text = `If you think cryptography is the answer to your problem,
then you don't know what your problem is.

— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`;
  const note = readNote(utf8(text));
  assert(note !== null);
  assert(await isSignedBy(note, 'PeterNeumann', key));
});
