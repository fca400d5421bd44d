import { type KeyObject, createPublicKey } from 'node:crypto';

/** A key under whose name mails are signed: its record stands at `SELECTOR._domainkey.DOMAIN`. */
export interface DkimKey {
  readonly domain: string;
  readonly selector: string;
  /** RSA, or Ed25519. */
  readonly key: KeyObject;
}

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
