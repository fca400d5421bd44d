import { type Bytes, base64, base64url, utf8 } from '../../base/bytes.ts';
import type { AttachmentHash, OrganisationId } from '../../base/ids.ts';
import { canonicalBytes } from '../../base/json.ts';
import { sha256 } from '../../base/sha256.ts';
import type { ActKind } from '../../charter/acts.ts';
import type { NewAttachment } from './act-form.ts';
import type { FormContext } from '../kit/context.ts';

/** Making an act out of what was typed, up to the signature. */

/** The act as JSON, made now; its `nonce` makes its hash unguessable. */
export const newAct = (
  { conference, now }: Pick<FormContext, 'conference' | 'now'>,
  kind: ActKind,
  by: { readonly organisation: OrganisationId | string; readonly delegate: number },
  body: unknown,
) => ({
  v: 1,
  kind,
  conference: conference.state().conference ?? '',
  by: { organisation: by.organisation, delegate: by.delegate },
  made: now,
  nonce: base64url(crypto.getRandomValues(new Uint8Array(16))),
  body,
});

/** A text that goes beside the record, with a fresh salt. */
export const attach = (text: string): Attached => attachBytes(utf8(text));

interface Attached {
  readonly hash: AttachmentHash;
  readonly attachment: NewAttachment;
}

export const attachBytes = (content: Bytes): Attached => {
  const attachment = { salt: crypto.getRandomValues(new Uint8Array(16)), content };
  return { hash: hashOf(attachment), attachment };
};

/** The salted hash under which an act names it. */
export const hashOf = ({ salt, content }: NewAttachment): AttachmentHash =>
  base64url(sha256(salt, content)) as AttachmentHash;

/** The envelope that goes to the one door; `docs/RECORD.md`. */
export const envelope = (act: unknown, signatures: readonly string[], attachments: readonly NewAttachment[]) =>
  canonicalBytes({
    act,
    signatures,
    ...(attachments.length === 0
      ? {}
      : { attachments: attachments.map(({ salt, content }) => ({ salt: base64url(salt), content: base64(content) })) }),
  });
