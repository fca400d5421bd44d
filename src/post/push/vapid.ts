import { type KeyObject, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { base64url, concat, fromBase64url, utf8 } from '../../base/bytes.ts';
import { HOUR, type Instant, SECOND } from '../../base/time.ts';
import { type KeptForm, keptIn } from '../../conference/unusable.ts';

/** How this host says to push services who it is: RFC 8292. */
export interface Vapid {
  /** base64url of an uncompressed point on P-256. */
  readonly publicKey: string;
  /** The header `Authorization` for a message to `endpoint`. */
  readonly authorization: (endpoint: URL, now: Instant) => string;
}

/** At most 24 hours are allowed; less leaves room for clocks that differ. */
const GOOD_FOR = 12 * HOUR;

/**
 * `contact`: where a push service can reach whoever runs this host, `mailto:` or `https:`.
 * @throws TypeError where it is no key on P-256
 */
export const vapidFrom = (key: KeyObject, contact: string): Vapid => {
  const { crv, x = '', y = '' } = key.export({ format: 'jwk' });
  const [left, right] = [fromBase64url(x), fromBase64url(y)];
  if (crv !== 'P-256' || left === null || right === null) throw new TypeError('A VAPID key must be one on P-256');
  const publicKey = base64url(concat(new Uint8Array([4]), left, right));
  return {
    publicKey,
    authorization: (endpoint, now) => {
      const claims = { aud: endpoint.origin, exp: Math.floor((now + GOOD_FOR) / SECOND), sub: contact };
      const signed = [{ typ: 'JWT', alg: 'ES256' }, claims]
        .map((part) => base64url(utf8(JSON.stringify(part))))
        .join('.');
      const signature = sign('sha256', utf8(signed), { key, dsaEncoding: 'ieee-p1363' });
      return `vapid t=${signed}.${base64url(signature)}, k=${publicKey}`;
    },
  };
};

/**
 * The key in this file (PKCS #8, PEM); where there is no such file, a new key, kept there for the owner's eyes alone. With another key, browsers
 * would have to subscribe again.
 * @throws Unusable where the file holds anything else, or cannot be read or written
 */
export const loadOrCreateVapid = async (file: string, contact: string): Promise<Vapid> =>
  vapidFrom(await keptIn(file, PUSH_KEY), contact);

export const newVapidKey = (): KeyObject => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

const PUSH_KEY: KeptForm<KeyObject> = {
  read: (bytes) => {
    const key = createPrivateKey(Buffer.from(bytes));
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? key : null;
  },
  make: newVapidKey,
  write: (key) => key.export({ type: 'pkcs8', format: 'pem' }),
  is: 'key on P-256 in PEM; with a new one, made where it is moved away, browsers have to subscribe again',
};
