import { type Bytes, base64, base64url, concat, fromBase64, fromUtf8, utf8 } from '../base/bytes.ts';
import { dearmour } from './sshsig.ts';

/** Acts that somebody made by hand, as docs/HAND.md says: each part a file of its own. */
export interface ByHand {
  /** The very bytes that were signed. */
  readonly act: Bytes;
  /** Binary. */
  readonly signatures: readonly Bytes[];
  /** Each 16 bytes of salt and then its content. */
  readonly attachments: readonly Bytes[];
}

const SALT = 16;

/** The signature in a file that `ssh-keygen -Y sign` wrote, or in one of base64; `null` where it is neither. */
export const signatureInFile = (file: Bytes): Bytes | null => {
  const text = fromUtf8(file);
  return text === null ? null : (dearmour(text) ?? fromBase64(text.trim()));
};

/** The envelope that the one door reads, with the act's bytes standing in it as they came. */
export const envelopeByHand = ({ act, signatures, attachments }: ByHand): Bytes => {
  const rest = {
    signatures: signatures.map(base64),
    attachments: attachments.map((bytes) => ({
      salt: base64url(bytes.subarray(0, SALT)),
      content: base64(bytes.subarray(SALT)),
    })),
  };
  return concat(utf8('{"act":'), act, utf8(`,${JSON.stringify(rest).slice(1)}`));
};
