/**
 * The client data that a browser signs for a passkey. It is compared as text with what WebAuthn prescribes (section 5.8.1.2,
 * the limited verification algorithm) and never parsed: so does `ssh-keygen`, and there is one way to read it.
 */

import { type Bytes, base64url, fromUtf8 } from '../base/bytes.ts';

export type ClientDataFault =
  /** It is not client data of type `webauthn.get`, in the order that WebAuthn prescribes. */
  | { readonly kind: 'client-data' }
  /** The passkey signed something else than this message. */
  | { readonly kind: 'challenge' }
  /** It signed on another site, or inside a frame of one. */
  | { readonly kind: 'origin'; readonly given: string };

const TYPE_AND_CHALLENGE = '{"type":"webauthn.get","challenge":"';
const ORIGIN = '","origin":"';
const CROSS_ORIGIN = ',"crossOrigin":true';

/**
 * What is wrong with this client data, where `challenge` was to be signed on a site that the relying party's id `application`
 * covers; `null` where nothing is.
 */
export const clientDataFault = (
  clientData: Uint8Array,
  {
    challenge,
    origin,
    application,
  }: { readonly challenge: Bytes; readonly origin: string; readonly application: string },
): ClientDataFault | null => {
  const text = fromUtf8(clientData);
  if (text === null || !text.startsWith(TYPE_AND_CHALLENGE)) return { kind: 'client-data' };
  const afterType = text.slice(TYPE_AND_CHALLENGE.length);
  const expected = base64url(challenge) + ORIGIN;
  if (!afterType.startsWith(expected)) return { kind: 'challenge' };
  const afterChallenge = afterType.slice(expected.length);
  if (!afterChallenge.startsWith(`${origin}"`) || !isCovered(origin, application)) {
    return { kind: 'origin', given: afterChallenge.slice(0, Math.min(afterChallenge.indexOf('"'), 255)) };
  }
  const rest = afterChallenge.slice(origin.length + 1);
  if (rest.startsWith(CROSS_ORIGIN)) return { kind: 'origin', given: origin };
  return rest.startsWith('}') || rest.startsWith(',') ? null : { kind: 'client-data' };
};

const WEB_ORIGIN = /^(https?):\/\/([a-z0-9]+(?:[.-]+[a-z0-9]+)*)(?::[1-9][0-9]{0,4})?$/u;

/** Whether `origin` is https, or http on localhost, and its host is `application` or below it. */
export const isCovered = (origin: string, application: string): boolean => {
  const [, scheme, host] = WEB_ORIGIN.exec(origin) ?? [];
  if (scheme === undefined || host === undefined) return false;
  if (scheme === 'http' && host !== 'localhost' && !host.endsWith('.localhost')) return false;
  return host === application || host.endsWith(`.${application}`);
};
