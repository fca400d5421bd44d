import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { test } from 'node:test';
import { type Bytes, utf8 } from '../../base/bytes.ts';
import { nodePrimitives } from '../primitives.ts';
import type { ToVerify } from './batch.ts';
import { createCrowd } from './crowd.ts';

const NOTHING: Bytes = new Uint8Array(0);

const pens = [
  (() => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const point = new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32));
    return { point, signed: (data: Bytes) => new Uint8Array(sign(null, data, privateKey)) };
  })(),
  (() => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const point = new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }).subarray(-65));
    const key = { key: privateKey, dsaEncoding: 'ieee-p1363' } as const;
    return { point, signed: (data: Bytes) => new Uint8Array(sign('sha256', data, key)) };
  })(),
];

/** One that holds, the same of other words, a bit further, cut, with nothing, by a point that is none, and by the other's. */
const signatures = Array.from({ length: 20 }, (_, i): readonly ToVerify[] =>
  pens.flatMap(({ point, signed }, p) => {
    const data = utf8(`a river, ${i} times`);
    const signature = signed(data);
    const [other = point] = pens.flatMap((pen, q) => (q === p ? [] : [pen.point]));
    return [
      { point, signature, data },
      { point, signature, data: utf8('a forest') },
      { point, signature: signature.map((byte, at) => (at === i ? byte ^ 1 : byte)), data },
      { point, signature: signature.subarray(1), data },
      { point, signature: NOTHING, data: NOTHING },
      { point: point.map(() => 255), signature, data },
      { point: other, signature, data },
    ];
  }),
).flat();

const asked = (crowd: ReturnType<typeof createCrowd>, all = signatures): Promise<readonly boolean[]> =>
  Promise.all(all.map(async ({ point, signature, data }) => crowd.verifyEd25519(point, signature, data)));

const HOLD = signatures.map((_, i) => i % 7 === 0);

test('a crowd is told of each signature what it would be told alone', async () => {
  assert.deepEqual(await asked(createCrowd()), HOLD);
});

/** A thread that does this with what it is given. */
const threadThat = (does: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads'; parentPort.on('message', ({ lengths }) => { ${does} });`)}`,
  );

const LIAR = threadThat('parentPort.postMessage(new Uint8Array(lengths.length / 3).fill(1));');

test('a crowd is verified by the thread, and nobody who comes alone', async () => {
  const crowd = createCrowd({ alone: nodePrimitives, thread: LIAR });
  for (const [i, one] of signatures.slice(0, 14).entries()) assert.deepEqual(await asked(crowd, [one]), [HOLD[i]]);
  assert.deepEqual(
    await asked(crowd),
    signatures.map(() => true),
  );
});

for (const [what, thread] of [
  ['cannot be read', new URL('data:text/javascript,import "nowhere.js"')],
  ['ends at once', new URL('data:text/javascript,process.exit(1)')],
  ['breaks at what it is given', threadThat('throw new Error("worn out");')],
] as const)
  test(`with a thread that ${what}, a crowd is told the same`, async () => {
    const crowd = createCrowd({ alone: nodePrimitives, thread });
    const first = asked(crowd);
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual([...(await first), ...(await asked(crowd))], [...HOLD, ...HOLD]);
    assert.deepEqual(await asked(crowd), HOLD, 'the next begin with a thread of their own');
  });
