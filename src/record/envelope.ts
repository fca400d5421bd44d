/**
 * Envelopes: what is sent to the one door. Reading one checks its form and its size and nothing else; whether the signatures
 * are good and the act is allowed is asked afterwards. The layout is fixed in docs/RECORD.md, "Envelope".
 */

import type { Attachment } from '../base/act.ts';
import { type Bytes, base64, base64url, fromUtf8 } from '../base/bytes.ts';
import type { AttachmentHash } from '../base/ids.ts';
import { type Json, canonical, canonicalBytes, parseJson } from '../base/json.ts';
import type { Result } from '../base/result.ts';
import { sha256 } from '../base/sha256.ts';
import { type UnreadAct, actIn } from './act.ts';
import { MAX_ENTRY, MAX_SIGNATURES, entrySize } from './entry.ts';
import { type FormatFault, base64Of, base64urlOf, listOf, malformed, objectOf, reading } from './format.ts';
import { type SshSig, parseSshSig } from './sshsig.ts';

export interface Envelope {
  readonly act: UnreadAct;
  /** The act in canonical form: what was signed, and what the record will hold. */
  readonly actBytes: Bytes;
  readonly signatures: readonly EnvelopeSignature[];
  readonly attachments: readonly Attachment[];
}

export interface EnvelopeSignature {
  /** As sent, binary. */
  readonly blob: Bytes;
  readonly sshsig: SshSig;
}

export interface EnvelopeLimits {
  /** The most attachments. */
  readonly attachments: number;
  /** The most bytes of all attachments together. */
  readonly attachmentBytes: number;
}

export const ENVELOPE_LIMITS: EnvelopeLimits = { attachments: 16, attachmentBytes: 8 * 1024 * 1024 };

/** The most bytes of JSON that an envelope within these limits can need; a door reads no further. */
export const maxEnvelopeBytes = ({ attachments, attachmentBytes }: EnvelopeLimits): number =>
  4 * MAX_ENTRY + Math.ceil(attachmentBytes / 3) * 4 + attachments * 256;

/**
 * Reads an envelope. Its JSON may be written in any way: the act that counts is its canonical form, and a signature over
 * anything else will not fit.
 */
export const readEnvelope = (input: string | Uint8Array, limits = ENVELOPE_LIMITS): Result<Envelope, FormatFault> =>
  reading(() => {
    const limit = maxEnvelopeBytes(limits);
    if (input.length > limit) malformed({ field: '', kind: 'too-large', limit });
    const text = typeof input === 'string' ? input : fromUtf8(input);
    if (text === null) return malformed({ field: '', kind: 'json', fault: { kind: 'not-utf8' } });
    const json = parseJson(text);
    return json.ok ? envelopeIn(json.value, limits) : malformed({ field: '', kind: 'json', fault: json.error });
  });

const envelopeIn = (value: Json, limits: EnvelopeLimits): Envelope => {
  const envelope = objectOf(value, '', ['act', 'signatures'], ['attachments']);
  const act = actIn(envelope['act'], '/act');
  const actBytes = canonicalBytes(act);
  const signatures = listOf(envelope['signatures'], '/signatures', MAX_SIGNATURES).map(signatureIn);
  const size = entrySize(
    actBytes,
    signatures.map(({ blob }) => blob),
  );
  if (size > MAX_ENTRY) malformed({ field: '/act', kind: 'too-large', limit: MAX_ENTRY - (size - actBytes.length) });
  return { act, actBytes, signatures, attachments: attachmentsIn(envelope['attachments'], limits) };
};

const signatureIn = (value: Json, index: number): EnvelopeSignature => {
  const field = `/signatures/${index}`;
  const blob = base64Of(value, field);
  const sshsig = parseSshSig(blob);
  return sshsig.ok ? { blob, sshsig: sshsig.value } : malformed({ field, kind: 'signature', fault: sshsig.error });
};

const attachmentsIn = (value: Json | undefined, limits: EnvelopeLimits): readonly Attachment[] => {
  if (value === undefined) return [];
  let left = limits.attachmentBytes;
  return listOf(value, '/attachments', limits.attachments).map((item, index) => {
    const field = `/attachments/${index}`;
    const object = objectOf(item, field, ['content', 'salt']);
    const salt = base64urlOf(object['salt'], `${field}/salt`, 16);
    const content = base64Of(object['content'], `${field}/content`);
    left -= content.length;
    if (left < 0) malformed({ field: `${field}/content`, kind: 'too-large', limit: limits.attachmentBytes });
    return { hash: saltedHash(salt, content), salt, content };
  });
};

/** By which the body of an act names an attachment. */
export const saltedHash = (salt: Uint8Array, content: Uint8Array): AttachmentHash =>
  base64url(sha256(salt, content)) as AttachmentHash;

/** An attachment with a fresh salt. */
export const attach = (content: Bytes): Attachment => {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  return { hash: saltedHash(salt, content), salt, content };
};

/** The JSON of an envelope, as {@link readEnvelope} reads it. */
export const writeEnvelope = ({
  act,
  signatures,
  attachments,
}: {
  readonly act: UnreadAct;
  readonly signatures: readonly Uint8Array[];
  readonly attachments: readonly Attachment[];
}): string =>
  canonical({
    act,
    signatures: signatures.map(base64),
    ...(attachments.length > 0 && {
      attachments: attachments.map(({ salt, content }) => ({ content: base64(content), salt: base64url(salt) })),
    }),
  });
