import { base64 } from '../../src/base/bytes.ts';
import type { ConferenceId, PublicKey, Slug } from '../../src/base/ids.ts';
import { type Json, canonicalBytes } from '../../src/base/json.ts';
import type { World } from '../../src/charter/spec/world.ts';
import type { Store } from '../../src/conference/ports.ts';
import { parsed } from '../../src/record/public-key.ts';
import { serialiseSshSig } from '../../src/record/sshsig.ts';
import { createMemoryStore } from '../../src/store/memory/store.ts';

/** What stands where this key's signature would: a host trusts what its own store holds, and looks only at whose it is. */
const unsigned = (key: PublicKey): string =>
  base64(
    serialiseSshSig({
      key: parsed(key),
      namespace: 'isonomia-act-v1',
      hash: 'sha512',
      signature: { algorithm: 'ssh-ed25519', bytes: new Uint8Array(64) },
    }),
  );

/** A store that holds the conference of this world, as if every act had been signed. */
export const storeOf = async ({ entries, state }: World, slug: Slug): Promise<Store> => {
  const store = createMemoryStore();
  const stored = entries.map(({ act, signers, time }) => {
    const signatures = signers.map(({ key }) => unsigned(key));
    return {
      entry: canonicalBytes({ act: act as unknown as Json, signatures, time, v: 1 }),
      attachments: [],
      erases: [],
    };
  });
  await store.begin(slug, state.conference as ConferenceId, stored);
  return store;
};
