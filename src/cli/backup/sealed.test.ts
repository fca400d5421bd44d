import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Bytes, concat } from '../../base/bytes.ts';
import { Failure } from '../command.ts';
import { seal, unseal } from './sealed.ts';

/** Cheap, for these are no secrets. */
const COST = 4;
const PASSPHRASE = 'a long enough passphrase';
const PIECE = 64 * 1024;

const collected = async (pieces: AsyncIterable<Uint8Array>): Promise<Bytes> =>
  concat(...(await Array.fromAsync(pieces)));
const sealed = (content: Uint8Array): Promise<Bytes> => collected(seal(PASSPHRASE, [content], COST));
const opened = (bytes: Uint8Array, passphrase = PASSPHRASE): Promise<Bytes> =>
  collected(unseal(passphrase, 'it', [bytes.subarray(0, 20), bytes.subarray(20)]));

test('what was sealed opens with the same passphrase, whatever its length, and with no other', async () => {
  for (const length of [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 2 * PIECE + 7]) {
    const content = new Uint8Array(length).fill(7);
    const bytes = await sealed(content);
    assert.deepEqual(await opened(bytes), content);
    await assert.rejects(opened(bytes, 'another long passphrase'), Failure);
  }
});

test('nothing can be changed, cut off, added, moved or left out unseen', async () => {
  const bytes = await sealed(Uint8Array.from({ length: 3 * PIECE }, (_, i) => i));
  for (let at = 0; at < bytes.length; at += 997) {
    const flipped = Uint8Array.from(bytes);
    flipped[at] = (flipped[at] ?? 0) ^ 1;
    await assert.rejects(opened(flipped), Failure, `byte ${at}`);
  }
  const [head, sealedPiece] = [35, PIECE + 16];
  const piece = (i: number): Uint8Array => bytes.subarray(head + i * sealedPiece, head + (i + 1) * sealedPiece);
  for (const length of [0, 10, head, head + 5, head + sealedPiece, bytes.length - 16, bytes.length - 1])
    await assert.rejects(opened(bytes.subarray(0, length)), Failure, `${length} bytes`);
  await assert.rejects(opened(concat(bytes, piece(0))), Failure);
  await assert.rejects(opened(concat(bytes.subarray(0, head), piece(1), piece(0), piece(2))), Failure);
  await assert.rejects(opened(concat(bytes.subarray(0, head), piece(0), piece(2))), Failure);
});

test('no two are sealed alike', async () => {
  assert.notDeepEqual(await sealed(new Uint8Array(9)), await sealed(new Uint8Array(9)));
});
