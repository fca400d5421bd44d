import type { Fingerprint, PublicKey } from '../../../base/ids.ts';
import { fingerprint } from '../../../record/public-key.ts';
import { type SigningKey, generateSigningKey } from '../../../record/sign-ed25519.ts';
import { Trouble } from './trouble.ts';

/**
 * The keys that this browser keeps itself. No script can read their private halves; whoever may use this browser's profile can
 * use them.
 */
export interface DeviceKey extends SigningKey {
  readonly fingerprint: Fingerprint;
  readonly slug: string;
  /** `organisation/delegate`. */
  readonly holder: string;
  /** The organisation's name, for choosing among several. */
  readonly name: string;
}

const DATABASE = 'isonomia';
const STORE = 'device-keys';

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB failed')));
  });

const open = async (): Promise<IDBDatabase> => {
  const request = indexedDB.open(DATABASE, 1);
  request.addEventListener('upgradeneeded', () => {
    request.result.createObjectStore(STORE, { keyPath: 'fingerprint' }).createIndex('slug', 'slug');
  });
  return answered(request);
};

/** Does one thing with the store, and waits until it is written. */
const inStore = async <T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
  const database = await open();
  try {
    const transaction = database.transaction(STORE, mode);
    const done = new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('IndexedDB failed')));
    });
    const result = await answered(ask(transaction.objectStore(STORE)));
    await done;
    return result;
  } finally {
    database.close();
  }
};

/** Makes a key and keeps it here. */
export const makeDeviceKey = async (owner: Pick<DeviceKey, 'slug' | 'holder' | 'name'>): Promise<DeviceKey> => {
  const made = await generateSigningKey().catch((error: unknown) => {
    throw new Trouble('unsupported', error);
  });
  const key: DeviceKey = { ...made, ...owner, fingerprint: fingerprint(made.publicKey) };
  await inStore('readwrite', (store) => store.put(key));
  // Browsers may empty the storage of sites that never asked them not to.
  await navigator.storage.persist().catch(() => false);
  return key;
};

/** The key, or `null` where this browser does not hold it. */
export const deviceKey = async (key: PublicKey): Promise<DeviceKey | null> =>
  ((await inStore('readonly', (store) => store.get(fingerprint(key)))) as DeviceKey | undefined) ?? null;

/** The keys for one conference. */
export const deviceKeysOf = async (slug: string): Promise<readonly DeviceKey[]> =>
  (await inStore('readonly', (store) => store.index('slug').getAll(slug))) as readonly DeviceKey[];

/** Throws a key away that never got onto the record. */
export const forgetDeviceKey = async (key: PublicKey): Promise<void> => {
  await inStore('readwrite', (store) => store.delete(fingerprint(key)));
};
