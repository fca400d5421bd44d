import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { concat, utf8 } from '../../base/bytes.ts';
import { normalized } from '../../base/normal-form.ts';
import { Failure } from '../command.ts';

/**
 * A stream sealed with a passphrase: scrypt (RFC 7914) makes the key, and AES-256-GCM seals pieces by the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár, 2015), so that none can be
 * changed, left out, moved or cut off unseen. The head, which says how the key is made, is authenticated with each piece.
 */

const MAGIC = utf8('isonomia backup 1\n');
const SALT = 16;
const TAG = 16;
const PIECE = 64 * 1024;
/** Of scrypt: 2 to the power of this, 8 and 1, as OWASP recommends; 128 MiB for half a second. */
export const COST = 17;
const MOST_COST = 20;
const HEAD = MAGIC.length + 1 + SALT;

type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

const keyOf = (passphrase: string, head: Uint8Array): Buffer => {
  const N = 2 ** (head[MAGIC.length] ?? 0);
  return scryptSync(normalized(passphrase), head.subarray(-SALT), 32, { N, r: 8, p: 1, maxmem: 256 * N * 8 });
};

/** The number of a piece, and whether it is the last. */
const nonceOf = (number: number, last: boolean): Uint8Array => {
  const nonce = new Uint8Array(12);
  new DataView(nonce.buffer).setBigUint64(3, BigInt(number));
  nonce[11] = last ? 1 : 0;
  return nonce;
};

/** Pieces of exactly so many bytes, and what is left at the end, which may be nothing. */
async function* cutInto(
  size: number,
  pieces: Pieces,
): AsyncGenerator<{ readonly piece: Uint8Array; readonly last: boolean }> {
  let held: Uint8Array = new Uint8Array(0);
  for await (const piece of pieces) {
    held = held.length === 0 ? piece : concat(held, piece);
    // The last one is told apart only by what follows.
    while (held.length > size) {
      yield { piece: held.subarray(0, size), last: false };
      held = held.subarray(size);
    }
  }
  yield { piece: held, last: true };
}

export async function* seal(passphrase: string, pieces: Pieces, cost: number): AsyncGenerator<Uint8Array> {
  const head = concat(MAGIC, new Uint8Array([cost]), randomBytes(SALT));
  const key = keyOf(passphrase, head);
  yield head;
  let number = 0;
  for await (const { piece, last } of cutInto(PIECE, pieces)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number++, last)).setAAD(head);
    yield concat(cipher.update(piece), cipher.final(), cipher.getAuthTag());
  }
}

/** @throws Failure where it is no backup, was sealed with another passphrase, or is not whole; `name` is what it is called then */
export async function* unseal(passphrase: string, name: string, pieces: Pieces): AsyncGenerator<Uint8Array> {
  let head: Uint8Array = new Uint8Array(0);
  let key: Buffer | null = null;
  const body = async function* (): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      if (head.length === HEAD) yield piece;
      else {
        const all = concat(head, piece);
        head = all.subarray(0, HEAD);
        yield all.subarray(HEAD);
      }
    }
  };
  let number = 0;
  for await (const { piece, last } of cutInto(PIECE + TAG, body())) {
    key ??= openedWith(passphrase, name, head);
    const at = piece.length - TAG;
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, last)).setAAD(head);
    try {
      decipher.setAuthTag(piece.subarray(at));
      yield concat(decipher.update(piece.subarray(0, Math.max(0, at))), decipher.final());
    } catch {
      throw new Failure(
        number === 0
          ? `${name} does not open with this passphrase, or is damaged.`
          : `${name} is damaged, or not whole, from piece ${number} on.`,
      );
    }
    number++;
  }
}

const openedWith = (passphrase: string, name: string, head: Uint8Array): Buffer => {
  const isBackup = head.length === HEAD && MAGIC.every((byte, i) => head[i] === byte);
  if (!isBackup || (head[MAGIC.length] ?? 0) > MOST_COST)
    throw new Failure(`${name} is no backup that this version knows.`);
  return keyOf(passphrase, head);
};
