import { type KeyObject, hash, sign } from 'node:crypto';
import { promisify } from 'node:util';
import type { DkimKey } from '../../conference/post/dkim-key.ts';
import type { Field } from './fields.ts';

/** DKIM signatures (RFC 6376, RFC 8463) with relaxed canonicalisation of head and body. */

/** Fields that say who writes what to whom; a second one added on the way would make the signature fail. */
const SEALED = ['from', 'to', 'subject', 'date', 'reply-to'];

/** RFC 6376 section 3.4.4. `body` is ASCII with CRLF. */
export const relaxedBody = (body: string): string => {
  const lines = body.replaceAll(/[ \t]+/gu, ' ').replaceAll(/ (?=\r\n|$)/gu, '');
  let end = lines.length;
  while (lines.endsWith('\r\n', end)) end -= 2;
  return end === 0 ? '' : `${lines.slice(0, end)}\r\n`;
};

/** RFC 6376 section 3.4.2, without the line end. */
export const relaxedField = ({ name, line }: Field): string => {
  const value = line
    .slice(name.length + 1)
    .replaceAll('\r\n', '')
    .replaceAll(/[ \t]+/gu, ' ')
    .trim();
  return `${name.toLowerCase()}:${value}`;
};

/**
 * The field that signs all these, to stand before them.
 * @param fields every field of the head, each name once
 * @param bodyHash SHA-256 of the relaxed body, base64
 * @param at in seconds since 1970
 */
export const dkimField = async (
  { domain, selector, key }: DkimKey,
  fields: readonly Field[],
  bodyHash: string,
  at: number,
): Promise<Field> => {
  const rsa = key.asymmetricKeyType === 'rsa';
  const names = [...fields.map(({ name }) => name.toLowerCase()), ...SEALED];
  const head =
    `DKIM-Signature: v=1; a=${rsa ? 'rsa' : 'ed25519'}-sha256; c=relaxed/relaxed; d=${domain};\r\n` +
    ` s=${selector}; t=${at}; bh=${bodyHash};\r\n` +
    ` h=${inLines(names, ':')};\r\n b=`;
  const unsigned = relaxedField({ name: 'DKIM-Signature', line: head });
  const signed = `${fields.map((field) => `${relaxedField(field)}\r\n`).join('')}${unsigned}`;
  // RFC 8463 section 3: Ed25519 signs the hash, not what was hashed.
  const signature = rsa
    ? await signing('sha256', Buffer.from(signed, 'latin1'), key)
    : sign(null, hash('sha256', signed, 'buffer'), key);
  return { name: 'DKIM-Signature', line: head + (signature.toString('base64').match(/.{1,72}/gu) ?? []).join('\r\n ') };
};

/** Off this thread: an RSA signature takes longer than all else about a mail. */
const signing = promisify(sign) as (algorithm: string, data: Buffer, key: KeyObject) => Promise<Buffer>;

/** The words with `between`, folded behind one wherever a line gets long. */
const inLines = (words: readonly string[], between: string): string => {
  let text = '';
  let length = 0;
  words.forEach((word, i) => {
    const piece = i === words.length - 1 ? word : word + between;
    if (length + piece.length > 72) {
      text += '\r\n ';
      length = 0;
    }
    text += piece;
    length += piece.length;
  });
  return text;
};
