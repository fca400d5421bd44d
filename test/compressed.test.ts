import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { createSampleScene } from './kit/sample.ts';

const scene = await createSampleScene();
after(scene.close);

const ORGANISATION = scene.conference.state().organisations.keys().next().value ?? assert.fail();
const { cookie = assert.fail() } = await scene.headers(ORGANISATION);

const TODAY = '/sample/today';
const EXPAND = { br: brotliDecompressSync, gzip: gunzipSync };
const CHANCE = /<!--[\w-]*-->$/u;

describe('a page for one reader', () => {
  for (const encoding of ['br', 'gzip'] as const)
    it(`is the same in ${encoding} as without, but for its padding`, async () => {
      const plain = await scene.ask(TODAY, { headers: { cookie } });
      assert.equal(plain.headers.get('content-encoding'), null);
      const answer = await scene.ask(TODAY, { headers: { cookie, 'accept-encoding': `x, ${encoding}` } });
      assert.equal(answer.headers.get('content-encoding'), encoding);
      assert.match(answer.headers.get('vary') ?? '', /accept-encoding/u);
      assert.equal(answer.headers.get('cache-control'), plain.headers.get('cache-control'));
      const whole = await plain.text();
      assert.match(whole, /sign-out/u);
      const sent = new Uint8Array(await answer.arrayBuffer());
      assert.ok(sent.length * 2 < whole.length, `${sent.length} of ${whole.length}`);
      assert.equal(EXPAND[encoding](sent).toString().replace(CHANCE, ''), whole);
    });

  it('has a length that chance has a part in, so that it does not tell what stands on the page', async () => {
    const lengths = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const answer = await scene.ask(TODAY, { headers: { cookie, 'accept-encoding': 'gzip' } });
        return (await answer.arrayBuffer()).byteLength;
      }),
    );
    assert.ok(new Set(lengths).size > 3, lengths.join(' '));
  });

  it('is left as it is where its reader takes nothing else, and where it answers a form', async () => {
    for (const accept of ['identity', 'gzip;q=0, br;q=0', ''])
      assert.equal(
        (await scene.ask(TODAY, { headers: { cookie, 'accept-encoding': accept } })).headers.get('content-encoding'),
        null,
      );
    const answer = await scene.ask('/sample/do/letter.send', {
      method: 'POST',
      headers: {
        cookie,
        'accept-encoding': 'gzip',
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'http://localhost',
      },
      body: 'subject=a+river',
    });
    assert.equal(answer.headers.get('content-encoding'), null);
  });
});
