import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Bytes, concat, fromUtf8, utf8 } from '../../base/bytes.ts';
import { canonicalBytes } from '../../base/json.ts';
import type { Instant } from '../../base/time.ts';
import { newNonce } from '../../record/act.ts';
import { checkEntries } from '../../record/check-entry.ts';
import { writeEntry } from '../../record/entry.ts';
import { webPrimitives } from '../../record/primitives.ts';
import { generateSigningKey, signEd25519 } from '../../record/sign-ed25519.ts';
import { ACT_NAMESPACE } from '../../record/verify-signature.ts';
import { createCheckPool } from './pool.ts';
import { createSyncPrimitives } from '../../conference/verifying/at-once.ts';

/** Entries by two keys, some with both signatures. */
const someEntries = async (): Promise<readonly Bytes[]> => {
  const keys = [await generateSigningKey(), await generateSigningKey()];
  const entries: Bytes[] = [];
  for (let made = 0; made < 20; made++) {
    const by = { delegate: 1, organisation: 'alfa' };
    const act = { body: { words: 'Ποταμός' }, by, conference: '', kind: 'x', made, nonce: newNonce(), v: 1 };
    const message = canonicalBytes(act);
    const signing = keys.slice(0, (made % 2) + 1);
    const signatures = await Promise.all(signing.map((key) => signEd25519(key, { message, namespace: ACT_NAMESPACE })));
    entries.push(writeEntry(message, signatures, made as Instant));
  }
  return entries;
};

/** The bytes with the one at `at`, counted from the end where it is negative, another than it was. */
const damaged = (bytes: Bytes, at: number): Bytes => {
  const copy = bytes.slice();
  const place = at < 0 ? copy.length + at : at;
  copy[place] = (copy[place] ?? 0) ^ 1;
  return copy;
};

describe('a pool of threads', () => {
  it('finds what one thread finds, in the order asked, whatever is wrong', async () => {
    const good = await someEntries();
    const [first = new Uint8Array()] = good;
    const other = utf8((fromUtf8(first) ?? '').replace('Ποταμός', 'Ποταμοί'));
    const bad = [
      damaged(first, 3),
      other,
      damaged(first, -30),
      damaged(first, -2),
      first.slice(0, -1),
      new Uint8Array(),
    ];
    const batches = [good, [...bad, ...good], [...good, ...bad], [], bad];
    const pool = createCheckPool(2);
    try {
      const found = await Promise.all(batches.map(pool.check));
      for (const [i, batch] of batches.entries()) assert.deepEqual(found[i], await checkEntries(batch));
      assert.ok(found[1]?.some((result) => !result.ok && result.error.kind === 'signature'));
    } finally {
      await pool.close();
    }
  });
});

describe('checking on this thread', () => {
  it('judges signatures by both algorithms as WebCrypto does', async () => {
    const own = createSyncPrimitives();
    const data = new TextEncoder().encode('what was signed');
    for (const algorithm of ['Ed25519', { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }] as const) {
      const pair = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
      assert.ok('publicKey' in pair);
      const point = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
      const signature = new Uint8Array(await crypto.subtle.sign(algorithm, pair.privateKey, data));
      const name = algorithm === 'Ed25519' ? 'verifyEd25519' : 'verifyP256';
      for (const [p, s, d] of [
        [point, signature, data],
        [point, damaged(signature, 7), data],
        [point, signature, damaged(data, 0)],
        [damaged(point, 5), signature, data],
        [new Uint8Array(point.length), signature, data],
        [point, concat(signature.subarray(0, 32), new Uint8Array(32).fill(255)), data],
      ] as const) {
        assert.equal(await own[name](p, s, d), await webPrimitives[name](p, s, d));
      }
      assert.equal(own[name](point, signature, data), true);
    }
  });
});
