import type { Bytes } from '../../base/bytes.ts';
import { parseCanonical } from '../../base/json.ts';
import { type Result, err, ok } from '../../base/result.ts';
import { envelopeByHand, signatureInFile } from '../../record/by-hand.ts';
import type { MailAttachment } from './mail.ts';

/**
 * A binding act by mail, as docs/HAND.md has it made: the file `NAME.json` with the very bytes that were signed, and `NAME.json.sig` as `ssh-keygen -Y sign`
 * wrote it. Whoever must sign twice sends `NAME.json.2.sig` besides. What the act names goes as `NAME.json.attachment`, salt and content in one file.
 */

/** What the one door reads; see docs/RECORD.md, "Envelope". */
export interface SignedAct {
  readonly name: string;
  readonly envelope: Bytes;
}

export type SignedActFault = { readonly name: string } & (
  | { readonly kind: 'no-signature' }
  | { readonly kind: 'not-a-signature' }
  /** Not to the byte what can have been signed: `why` is a code of `JsonFault`. */
  | { readonly kind: 'not-canonical'; readonly why: string }
);

const ACT = /\.json$/iu;
const MOST_ACTS = 8;

/** The acts among the files of a mail; none where no file has a signature beside it. A mail may have any other file besides. */
export const signedActs = (files: readonly MailAttachment[]): Result<readonly SignedAct[], SignedActFault> => {
  const signed = files.some(({ name }) => /\.(?:sig|sshsig)$/iu.test(name));
  const found: SignedAct[] = [];
  for (const { name, content } of signed ? files : []) {
    if (!ACT.test(name) || found.length >= MOST_ACTS) continue;
    const act = withoutLineEnd(content);
    const json = parseCanonical(act);
    if (!json.ok) return err({ kind: 'not-canonical', name, why: json.error.kind });
    const beside = (ending: RegExp): readonly Bytes[] =>
      files
        .filter(
          (file) => file.name.toLowerCase().startsWith(name.toLowerCase()) && ending.test(file.name.slice(name.length)),
        )
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .map((file) => file.content);
    const blobs = [...beside(/^\.(?:sig|sshsig)$/iu), ...beside(/^\.\d\.(?:sig|sshsig)$/iu)].map(signatureInFile);
    if (blobs.length === 0) return err({ kind: 'no-signature', name });
    const signatures = blobs.filter((blob) => blob !== null);
    if (signatures.length < blobs.length) return err({ kind: 'not-a-signature', name });
    found.push({
      name,
      envelope: envelopeByHand({ act, signatures, attachments: beside(/^(?:\.\d)?\.attachment$/iu) }),
    });
  }
  return ok(found);
};

/** Some programs end every file that is text with a line break. Nothing that was signed has one there. */
const withoutLineEnd = (bytes: Bytes): Bytes => {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0x0a || bytes[end - 1] === 0x0d)) end--;
  return bytes.subarray(0, end);
};
