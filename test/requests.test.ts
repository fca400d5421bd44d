import { printedAs } from './kit/printed.ts';
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { utf8 } from '../src/base/bytes.ts';
import type { OrganisationId } from '../src/base/ids.ts';
import { fingerprint } from '../src/base/keys.ts';
import { sha256 } from '../src/base/sha256.ts';
import { DAY, after } from '../src/base/time.ts';
import { signingKeyFromSeed } from '../src/record/sign-ed25519.ts';
import { attached } from '../sample/steps.ts';
import { actIn, createForms, wordsIn } from './kit/forms.ts';
import { type SampleScene, createSampleScene } from './kit/sample.ts';
import { EVENT } from '../src/charter/spec/statements.ts';

/** What strangers ask for, on the pages: applications and new keys in the names of organisations. */

const APPLICATIONS = 25;
const REQUESTS = 12;
const WORDS = 'The boat sank with everything on it; ring 0389 51 234 in the evening.';

const keyFrom = (words: string) => signingKeyFromSeed(sha256(utf8(words)));

let scene: SampleScene;
let forms: ReturnType<typeof createForms>;
before(async () => {
  scene = await createSampleScene();
  forms = createForms(scene);
  const charter = scene.conference.state().charter?.hash ?? assert.fail();
  for (let i = 0; i < APPLICATIONS; i++) {
    const key = await keyFrom(`stranger ${i}`);
    const letter = attached(`letter ${i}`, 'Let us in.');
    const profile = { printed: printedAs(`Stranger ${i}`), country: 'RS', about: null, website: null };
    const body = { ...profile, charter, letter: letter.hash, delegate: null, key: key.publicKey, use: 'ssh' } as const;
    await scene.act([`stranger-${i}`, 1], 'participation.apply', body, { signers: [key], attachments: [letter] });
  }
  for (let i = 0; i < REQUESTS; i++) await asks(`asker ${i}`, `Request ${i}`);
});

const asks = async (label: string, words: string) => {
  const key = await keyFrom(label);
  const explanation = attached(label, words);
  const body = { key: key.publicKey, use: 'ssh', explanation: explanation.hash } as const;
  await scene.act(['lumi-i-lire', 1], 'recovery.request', body, { signers: [key], attachments: [explanation] });
  return { key, explanation, print: fingerprint(key.publicKey) };
};

const page = async (who: string | null, path: string): Promise<string> => {
  const response = await scene.ask(`/sample/${path}`, { headers: await scene.headers(who) });
  assert.equal(response.status, 200, path);
  return response.text();
};

describe('what strangers ask for', () => {
  it('is told in one line each, and shown a few at a time, the newest first', async () => {
    const needs = wordsIn(await page('pro-delta', 'today'));
    assert.match(needs, /25 applications wait to be presented/u);
    assert.match(needs, /12 new keys are asked for/u);
    const newest = await page('pro-delta', 'participants');
    const first = wordsIn(newest);
    assert.match(first, /Stranger 24/u);
    assert.doesNotMatch(first, /Stranger 14 /u);
    assert.match(first, /Request 11/u);
    assert.doesNotMatch(first, /Request 6 /u);
    const [applications = '', keys = ''] = [...newest.matchAll(/rel="next" href="[^?"]*\?([^"]*)"/gu)].map(
      ([, query]) => query ?? '',
    );
    const older = wordsIn(await page('pro-delta', `participants?${applications}&${keys}`));
    assert.match(older, /Stranger 14 /u);
    assert.match(older, /Request 6 /u);
  });

  it('is for participants alone to read', async () => {
    for (const who of [null, 'balkanska-suma'])
      assert.doesNotMatch(await page(who, 'participants'), /Stranger \d|Request \d/u);
  });
});

describe('a participant', () => {
  it('presents an applicant when it has said that it asked, and the application that it read', async () => {
    const about = 'participation.present?organisation=stranger-3';
    const form = await (await forms.ask('pro-delta', about)).text();
    const print = fingerprint((await keyFrom('stranger 3')).publicKey);
    assert.ok(form.includes(print));
    const organisations = scene.conference.state().organisations;
    const actOf = (id: string) => organisations.get(id as OrganisationId)?.applications.at(-1)?.act;
    const typed = { organisation: 'stranger-3', application: actOf('stranger-3') ?? '' };
    assert.ok(form.includes(typed.application));
    await forms.send('pro-delta', 'participation.present', typed, 422);
    const { body } = actIn(await forms.send('pro-delta', 'participation.present', { ...typed, asked: 'yes' }));
    assert.deepEqual(body, typed);
    const other = { ...typed, application: actOf('stranger-4') ?? '', asked: 'yes' };
    await forms.send('pro-delta', 'participation.present', other, 422);
  });

  it('vouches for a new key when it has said that it asked, and reads whose it is', async () => {
    const { print } = await asks('the one', WORDS);
    const number = scene.conference.state().recoveries.length;
    const form = wordsIn(await (await forms.ask('pro-delta', `recovery.vouch?recovery=${number}`)).text());
    for (const shown of [WORDS, print, 'at a number that you had before']) assert.ok(form.includes(shown), shown);
    await forms.send('pro-delta', 'recovery.vouch', { recovery: number }, 422);
    const { body } = actIn(await forms.send('pro-delta', 'recovery.vouch', { recovery: number, asked: 'yes' }));
    assert.deepEqual(body, { organisation: 'lumi-i-lire', delegate: 1, key: print });
    const own = await forms.send('lumi-i-lire', 'recovery.vouch', { recovery: number, asked: 'yes' }, 422);
    assert.match(wordsIn(own), /Another organisation has to vouch/u);
  });
});

describe('whoever asks for a new key', () => {
  it('is told what happens, step by step', async () => {
    const form = wordsIn(await page(null, 'do/recovery.request'));
    assert.match(form, /Telephone a participant whom you know, and ask it to vouch for you within 14 days/u);
    const typed = { organisation: 'lumi-i-lire', delegate: 1, explanation: WORDS };
    const last = wordsIn(await forms.send('lumi-i-lire', 'recovery.request', typed));
    assert.match(last, /becomes your organisation’s when others have vouched for it/u);
    assert.doesNotMatch(last, /from now on/u);
  });

  it('is read by the participants alone, though the request is everyone’s once the new key has signed in public', async () => {
    const { key, explanation, print } = await asks('the last', WORDS);
    const index = scene.conference.state().size - 1;
    await scene.act(['zelena-sava', 1], 'recovery.vouch', { organisation: 'lumi-i-lire', delegate: 1, key: print });
    scene.clock.set(after(scene.clock.now(), 15 * DAY));
    const entry = `/api/conferences/sample/entries/${index}`;
    assert.equal((await scene.ask(entry)).status, 404);
    const statement = {
      title: 'We are back',
      clauses: [{ id: 'c', kind: 'paragraph', words: 'So.' }],
      event: EVENT,
      lead: null,
      calls: [],
    } as const;
    await scene.act(['lumi-i-lire', 1], 'statement.open', statement, { signers: [key] });
    for (const at of [index, index + 1]) {
      const shown = await scene.ask(`/api/conferences/sample/entries/${at}`);
      assert.equal(shown.status, 200);
      assert.ok(!(await shown.text()).includes('boat'));
    }
    const words = `/api/conferences/sample/attachments/${explanation.hash}`;
    assert.equal((await scene.ask(words)).status, 404);
    assert.doesNotMatch(await page(null, `record/${index}`), /boat/u);
    const read = await scene.ask(words, { headers: await scene.headers('pro-delta') });
    assert.equal(await read.text(), WORDS);
  });
});
