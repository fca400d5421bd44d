import { printedAs } from './kit/printed.ts';
import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { utf8 } from '../src/base/bytes.ts';
import type { BodyOf } from '../src/charter/acts.ts';
import { BODIES } from '../src/conference/door/limits.ts';
import { attach } from '../src/record/envelope.ts';
import { generateSigningKey } from '../src/record/sign-ed25519.ts';
import { decoded } from './kit/crawl.ts';
import { createSampleScene } from './kit/sample.ts';

/** The sample shows the names of the delegates whom it invented, and of nobody who came to it from outside. */

const scene = await createSampleScene();
after(scene.close);

it('whoever applies to the sample is no place to take, and their name is no sample', async () => {
  const key = await generateSigningKey();
  const [letter, name] = [attach(utf8('We would like to come.')), attach(utf8('Vesna Stvarna'))];
  const body = {
    printed: printedAs('Prave Reke'),
    country: 'RS',
    about: null,
    website: null,
    charter: scene.conference.state().charter?.hash ?? '',
    letter: letter.hash,
    delegate: name.hash,
    key: key.publicKey,
    use: 'ssh',
  } as BodyOf<'participation.apply'>;
  await scene.act(['prave-reke', 1], 'participation.apply', body, { signers: [key], attachments: [letter, name] });
  const seen = async (path: string): Promise<string> => decoded(await (await scene.ask(path)).text());
  const places = await seen('/sample/take-a-place');
  assert.match(places, /Jasna Horvatić/u);
  for (const shown of [places, await seen('/sample/participants')]) {
    assert.doesNotMatch(shown, /Vesna Stvarna|Prave Reke|prave-reke/u);
  }
  const own = await scene.headers('zelena-sava');
  const member = await (await scene.ask('/sample/participants/prave-reke', { headers: own })).text();
  assert.match(member, /Vesna Stvarna/u);
});

it('whoever takes a place in the sample has no more room than strangers have', async () => {
  const headers = { ...(await scene.headers('zelena-sava')), 'content-type': 'multipart/form-data; boundary=b' };
  const upload = (size: number) =>
    scene.ask('/sample/do/text.table', { method: 'POST', headers, body: 'a'.repeat(size) });
  const { burst } = BODIES.strangers.fromOne;
  assert.equal((await upload(burst + 1)).status, 413);
  assert.notEqual((await upload(burst / 4)).status, 413);
});
