import type { Brand } from './brand.ts';
import { type Bytes, base64url, fromBase64url } from './bytes.ts';
import type { ActHash, AttachmentHash, ConferenceId, OrganisationId } from './ids.ts';
import type { Instant } from './time.ts';

/** 16 random bytes, base64url. */
export type Nonce = Brand<string, 'Nonce'>;

/** An act, as it is signed and as it stands in the record; docs/RECORD.md, "Act". What is in its body, the charter knows by its kind. */
export interface Act<Kind extends string = string, Body = unknown> {
  readonly v: 1;
  readonly kind: Kind;
  /** `''` in the founding act, which the id is made of. */
  readonly conference: ConferenceId | '';
  /** The host, for a tick or a delivery: delegate 0 of the organisation `''`. */
  readonly by: { readonly organisation: OrganisationId; readonly delegate: number };
  readonly made: Instant;
  readonly nonce: Nonce;
  readonly body: Body;
}

/** The id of the conference that an act founds: the first 16 bytes of its hash. */
export const conferenceIdOf = (founding: ActHash): ConferenceId => {
  const bytes = fromBase64url(founding);
  if (bytes === null) throw new TypeError('An act hash is not base64url');
  return base64url(bytes.subarray(0, 16)) as ConferenceId;
};

/** Content kept beside the record, under the salted hash by which an act names it. */
export interface Attachment {
  readonly hash: AttachmentHash;
  readonly salt: Bytes;
  readonly content: Bytes;
}
