import { type Bytes, base64, base64url, utf8 } from '../../../base/bytes.ts';
import { type JsonObject, canonicalBytes } from '../../../base/json.ts';
import { sha256 } from '../../../base/sha256.ts';
import { ACT_NAMESPACE } from '../../../record/verify-signature.ts';

/** Acts as the browser makes them, up to what is sent; docs/RECORD.md gives the form. */

/** What the server tells of the conference that an act is for. */
export interface For {
  readonly conference: string;
  /** The server's time when it answered: the host takes acts by its own clock. */
  readonly now: number;
}

export const newAct = (
  { conference, now }: For,
  kind: string,
  by: { readonly organisation: string; readonly delegate: number },
  body: JsonObject,
): JsonObject => ({
  v: 1,
  kind,
  conference,
  by,
  made: now,
  nonce: base64url(crypto.getRandomValues(new Uint8Array(16))),
  body,
});

/** What a key signs of an act. */
export const toSign = (act: JsonObject): { readonly message: Bytes; readonly namespace: string } => ({
  message: canonicalBytes(act),
  namespace: ACT_NAMESPACE,
});

/** A text that goes beside the record: its salted hash, and how a form carries it, salt and content parted by a full stop. */
export const attached = (text: string): { readonly hash: string; readonly field: string } => {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const content = utf8(text);
  return { hash: base64url(sha256(salt, content)), field: `${base64url(salt)}.${base64(content)}` };
};
