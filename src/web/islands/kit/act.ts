import { type Bytes, base64, base64url, utf8 } from '../../../base/bytes.ts';
import { type JsonObject, canonicalBytes } from '../../../base/json.ts';
import { freshAct } from '../../../record/act.ts';
import { attach } from '../../../record/envelope.ts';
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
): JsonObject => freshAct({ kind, conference, by, made: now }, body);

/** What a key signs of an act. */
export const toSign = (act: JsonObject): { readonly message: Bytes; readonly namespace: string } => ({
  message: canonicalBytes(act),
  namespace: ACT_NAMESPACE,
});

/** A text that goes beside the record: its salted hash, and how a form carries it, salt and content parted by a full stop. */
export const attached = (text: string): { readonly hash: string; readonly field: string } => {
  const { hash, salt, content } = attach(utf8(text));
  return { hash, field: `${base64url(salt)}.${base64(content)}` };
};
