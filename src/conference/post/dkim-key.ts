import { type KeyObject, createPrivateKey, createPublicKey, generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { type KeptForm, keptIn } from '../unusable.ts';

/** A key under whose name mails are signed: its record stands at `SELECTOR._domainkey.DOMAIN`. */
export interface DkimKey {
  readonly domain: string;
  readonly selector: string;
  /** RSA, or Ed25519. */
  readonly key: KeyObject;
}

/** Where a data folder holds the key, and under which name receivers look for it. */
export const DKIM_FILE = 'dkim.pem';
export const DKIM_SELECTOR = 'isonomia';

/** Long enough for every receiver, and its record fits into one answer of the DNS. */
const BITS = 2048;

/**
 * The key in this file (PEM, RSA of 1024 bits or more, or Ed25519); where there is no such file, a new RSA key, kept there for the owner's eyes
 * alone.
 * @throws Unusable where the file holds anything else, or cannot be read or written
 */
export const loadOrCreateDkimKey = (file: string): Promise<KeyObject> => keptIn(file, DKIM_KEY);

const DKIM_KEY: KeptForm<KeyObject> = {
  read: (bytes) => {
    const key = createPrivateKey(Buffer.from(bytes));
    const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key;
    return type === 'ed25519' || (type === 'rsa' && (details?.modulusLength ?? 0) >= 1024) ? key : null;
  },
  make: async () => (await promisify(generateKeyPair)('rsa', { modulusLength: BITS })).privateKey,
  write: (key) => key.export({ type: 'pkcs8', format: 'pem' }),
  is: 'key in PEM that signs mail, RSA of 1024 bits or more, or Ed25519; a new one, made where it is moved away, needs a new record in the DNS',
};

/** The record that receivers look up: its name, and its value as a zone file has it, in strings of at most 255 octets. */
export const dkimRecord = ({ domain, selector, key }: DkimKey): { readonly name: string; readonly value: string } => {
  const publicKey = createPublicKey(key);
  const rsa = key.asymmetricKeyType === 'rsa';
  const p = rsa
    ? publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
    : Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64');
  const text = `v=DKIM1; k=${rsa ? 'rsa' : 'ed25519'}; p=${p}`;
  return {
    name: `${selector}._domainkey.${domain}`,
    value: (text.match(/.{1,255}/gu) ?? []).map((s) => `"${s}"`).join(' '),
  };
};
