import { type Bytes, concat, sameBytes, utf8 } from '../../base/bytes.ts';
import { sha256 } from '../../base/sha256.ts';

/**
 * The user handle of a passkey (WebAuthn section 5.4.3): 16 bytes that tell whose it is, 16 random ones. An authenticator keeps one
 * passkey for each handle, so without chance in it a new passkey would overwrite an older one of the same delegate.
 */

const TAG = 16;
const RANDOM = 16;

/** @param holder `organisation/delegate`, as in `diktyo-potamon/1`. */
const tagOf = (slug: string, holder: string): Bytes => sha256(utf8(`isonomia passkey ${slug}/${holder}`)).slice(0, TAG);

export const newUserHandle = (slug: string, holder: string): Bytes =>
  concat(tagOf(slug, holder), crypto.getRandomValues(new Uint8Array(RANDOM)));

/** Whether a passkey with this handle was made for this delegate of the conference at `slug`. */
export const isHandleOf = (handle: Bytes, slug: string, holder: string): boolean =>
  handle.length === TAG + RANDOM && sameBytes(handle.subarray(0, TAG), tagOf(slug, holder));
