import { type KeyObject, createPrivateKey, createPublicKey, generateKeyPair } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

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
 * @throws where the file holds anything else, or cannot be read or written
 */
export const loadOrCreateDkimKey = async (file: string): Promise<KeyObject> => {
  try {
    return checked(createPrivateKey(await readFile(file)), file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: BITS });
  const unfinished = `${file}.new`;
  await writeFile(unfinished, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flush: true });
  await rename(unfinished, file);
  return privateKey;
};

const checked = (key: KeyObject, file: string): KeyObject => {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key;
  if (type === 'ed25519' || (type === 'rsa' && (details?.modulusLength ?? 0) >= 1024)) return key;
  throw new TypeError(`${file} holds no key that signs mail: RSA of 1024 bits or more, or Ed25519`);
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
