import { type ECDH, createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';
import { type Bytes, concat, utf8 } from '../../base/bytes.ts';

/** The encryption of notes to one browser: RFC 8291, on the content encoding of RFC 8188. */

/** The browser's public key (an uncompressed point on P-256) and the secret that it shares with us. */
export interface Recipient {
  readonly key: Bytes;
  readonly secret: Bytes;
}

/** What is new with every note. */
export interface Fresh {
  readonly pair: ECDH;
  readonly salt: Bytes;
}

export const CURVE = 'prime256v1';

const RECORD_SIZE = 4096;
/** Content is padded to a multiple of this, so that its length tells little. */
const STEP = 256;
/** RFC 8291, section 4: with header, tag and delimiter this makes the 4096 bytes that every push service takes. */
export const MOST_CONTENT = 3993;

const fresh = (): Fresh => {
  const pair = createECDH(CURVE);
  pair.generateKeys();
  return { pair, salt: new Uint8Array(randomBytes(16)) };
};

/**
 * The body of a message to a push service. `used` and `step` are for the RFC's own example, which has its keys and no padding.
 * @throws RangeError where the content is longer than {@link MOST_CONTENT}, Error where the recipient's key is no point on the curve
 */
export const encryptNote = (content: Uint8Array, to: Recipient, used: Fresh = fresh(), step = STEP): Bytes => {
  if (content.length > MOST_CONTENT) throw new RangeError(`A note holds at most ${MOST_CONTENT} bytes`);
  const { pair, salt } = used;
  const own = pair.getPublicKey();
  const info = concat(utf8('WebPush: info\0'), to.key, own);
  const keying = hkdfSync('sha256', pair.computeSecret(to.key), to.secret, info, 32);
  const derived = (label: string, size: number): Uint8Array =>
    new Uint8Array(hkdfSync('sha256', new Uint8Array(keying), salt, utf8(`Content-Encoding: ${label}\0`), size));
  const cipher = createCipheriv('aes-128-gcm', derived('aes128gcm', 16), derived('nonce', 12));
  const length = Math.min(Math.ceil((content.length + 1) / step) * step, MOST_CONTENT + 1);
  // 2 marks the end of the last record, and zeros may follow.
  const padded = new Uint8Array(length);
  padded.set(content);
  padded[content.length] = 2;
  const sealed = concat(cipher.update(padded), cipher.final(), cipher.getAuthTag());
  return concat(salt, recordSize(), new Uint8Array([own.length]), own, sealed);
};

const recordSize = (): Bytes => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, RECORD_SIZE);
  return bytes;
};
