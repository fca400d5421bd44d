import type { Bytes } from '../../base/bytes.ts';
import type { ActHash } from '../../base/ids.ts';
import { type Result, err, ok } from '../../base/result.ts';
import type { Signer } from '../../charter/act.ts';
import type { AnyAct } from '../../charter/acts.ts';
import { readAct } from '../../charter/read.ts';
import type { FormatFault } from '../../record/format.ts';
import type { SshSig } from '../../record/sshsig.ts';
import { type Envelope, type EnvelopeLimits, readEnvelope } from '../../record/envelope.ts';
import type { Attachment } from '../../base/act.ts';
import { actHashOf } from '../primitives.ts';
import type { Rejection } from '../types.ts';
import { attachmentFault } from './attachments.ts';
import { keyFault } from './keys.ts';
import { signerOf } from './signer.ts';
import { madeAt } from './site.ts';

/** What came through the door, once its form is found good. Whether the signatures hold is not known yet. */
export interface Submission {
  readonly act: AnyAct;
  readonly actBytes: Bytes;
  readonly hash: ActHash;
  /** Who would have signed, if the signatures hold. */
  readonly claimed: readonly Signer[];
  /** SSHSIGs, binary. */
  readonly signatures: readonly Bytes[];
  /** The same as they were read. */
  readonly sshsigs: readonly SshSig[];
  readonly attachments: readonly Attachment[];
}

export interface DoorLimits extends EnvelopeLimits {
  /** The most bytes of one attachment. */
  readonly oneAttachment: number;
}

export const DOOR_LIMITS: DoorLimits = {
  attachments: 4,
  attachmentBytes: 4 * 64 * 1024,
  oneAttachment: 64 * 1024,
};

/** Reads an envelope and every field of its act, and checks that its attachments are those that the act names. */
export const readSubmission = (
  body: Bytes,
  { limits, origin }: { readonly limits: DoorLimits; readonly origin: string },
): Result<Submission, Rejection> => {
  const envelope = readEnvelope(body, limits);
  if (!envelope.ok) return err(rejectionOf(envelope.error));
  const { actBytes, attachments } = envelope.value;
  const read = readAct(envelope.value.act);
  if (!read.ok) return err({ kind: 'malformed', fault: read.error });
  const act = read.value;
  const fault = attachmentFault(act, attachments, limits.oneAttachment) ?? keyFault(act, origin);
  if (fault !== null) return err(fault);
  const sshsigs = envelope.value.signatures.map(({ sshsig }) => sshsig);
  const index = sshsigs.findIndex((sshsig) => !madeAt(sshsig, origin));
  if (index >= 0) return err({ kind: 'bad-signature', index, why: 'origin' });
  const signatures = envelope.value.signatures.map(({ blob }) => blob);
  return ok({
    act,
    actBytes,
    hash: actHashOf(actBytes),
    claimed: claimed(envelope.value),
    signatures,
    sshsigs,
    attachments,
  });
};

const claimed = ({ signatures }: Envelope): readonly Signer[] => signatures.map(({ blob }) => signerOf(blob));

/** Fields of the act are named as the act's own: `/body/reason`, not `/act/body/reason`. */
const rejectionOf = (fault: FormatFault): Rejection => {
  const field = fault.field.startsWith('/act/') ? fault.field.slice('/act'.length) : fault.field;
  switch (fault.kind) {
    case 'too-large':
      return { kind: 'too-large', field, most: fault.limit };
    case 'signature':
      return { kind: 'bad-signature', index: Number(field.split('/').at(-1)), why: fault.fault.kind };
    case 'json':
      return { kind: 'malformed', fault: { kind: 'malformed', field, why: fault.fault.kind } };
    case 'missing':
    case 'unknown':
    case 'type':
    case 'value':
    case 'too-many':
      return { kind: 'malformed', fault: { kind: 'malformed', field, why: fault.kind } };
  }
};
