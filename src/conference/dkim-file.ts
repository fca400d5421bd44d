import { type KeyObject, createPrivateKey, generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { type KeptForm, keptIn } from './unusable.ts';

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
