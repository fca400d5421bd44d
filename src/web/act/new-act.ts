import { type Bytes, base64, base64url, utf8 } from '../../base/bytes.ts';
import type { AttachmentHash, OrganisationId } from '../../base/ids.ts';
import { canonicalBytes } from '../../base/json.ts';
import type { ActKind } from '../../charter/acts.ts';
import { freshAct } from '../../record/act.ts';
import { attach as attachBeside } from '../../record/envelope.ts';
import type { NewAttachment } from './act-form.ts';
import type { FormContext } from '../kit/context.ts';

/** Making an act out of what was typed, up to the signature. */

/** The act as JSON, made now. */
export const newAct = (
  { conference, now }: Pick<FormContext, 'conference' | 'now'>,
  kind: ActKind,
  { organisation, delegate }: { readonly organisation: OrganisationId | string; readonly delegate: number },
  body: unknown,
) =>
  freshAct({ kind, conference: conference.state().conference ?? '', by: { organisation, delegate }, made: now }, body);

/** A text that goes beside the record, with a fresh salt. */
export const attach = (text: string): Attached => attachBytes(utf8(text));

interface Attached {
  readonly hash: AttachmentHash;
  readonly attachment: NewAttachment;
}

export const attachBytes = (bytes: Bytes): Attached => {
  const { hash, salt, content } = attachBeside(bytes);
  return { hash, attachment: { salt, content } };
};

/** The envelope that goes to the one door; `docs/RECORD.md`. */
export const envelope = (act: unknown, signatures: readonly string[], attachments: readonly NewAttachment[]) =>
  canonicalBytes({
    act,
    signatures,
    ...(attachments.length === 0
      ? {}
      : { attachments: attachments.map(({ salt, content }) => ({ salt: base64url(salt), content: base64(content) })) }),
  });
