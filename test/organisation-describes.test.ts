import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { concat, fromBase64, utf8 } from '../src/base/bytes.ts';
import * as content from '../sample/content/index.ts';
import { actIn, createForms, wordsIn } from './kit/forms.ts';
import { createSampleScene } from './kit/sample.ts';

/** What an organisation says of itself, with its picture: on the pages, in its file, and gone once it is erased. */

const scene = await createSampleScene();
after(scene.close);
const forms = createForms(scene);

const ME = 'pro-delta';
const page = async (path: string, as: string | null = null): Promise<string> =>
  (await scene.ask(path, { headers: await scene.headers(as) })).text();
const pictureNow = () => scene.conference.state().organisations.get(ME as never)?.picture ?? assert.fail();
const addressOf = (ending = 'png') => `/sample/pictures/${pictureNow().hash}.${ending}`;

/** The drawing of another, with what a camera might have written into it. */
const drawing = fromBase64(content.DESCRIPTIONS[0]?.picture ?? '') ?? assert.fail();
const place = utf8('41.33 N');
const withPlace = concat(
  drawing.slice(0, 33),
  new Uint8Array([0, 0, 0, place.length]),
  utf8('eXIf'),
  place,
  new Uint8Array(4),
  drawing.slice(33),
);

const sendPicture = async (file: Uint8Array<ArrayBuffer>, status = 200): Promise<string> => {
  const data = new FormData();
  for (const [name, value] of [
    ['sent', 'yes'],
    ['language1', 'Română'],
    ['about1', 'Trăim din Deltă.'],
    ['language2', 'English'],
    ['about2', 'We live from the Delta.'],
  ] as const)
    data.append(name, value);
  data.append('files', new File([file], 'IMG_0042.png', { type: 'image/png' }));
  const answer = await scene.ask('/sample/do/organisation.describe', {
    method: 'POST',
    headers: await scene.headers(ME),
    body: data,
  });
  assert.equal(answer.status, status);
  return answer.text();
};

describe('what an organisation says of itself', () => {
  it('stands in the reader’s language, with its picture, wherever the organisation is shown', async () => {
    for (const path of ['/sample', '/sample/participants', `/sample/participants/${ME}`])
      assert.ok((await page(path)).includes(`src="${addressOf()}"`), path);
    const there = await page(`/sample/participants/${ME}`);
    assert.match(there, /<div lang="en" dir="ltr">/u);
    assert.match(there, /<details>\s*<summary>Romanian<\/summary>\s*<div lang="ro"/u);
    assert.match(await page('/sample'), /class="monogram"[^>]*data-initials="RB"/u, 'others by their initials');
  });

  it('has a picture that is its type and nothing else, asked for again each time', async () => {
    const answer = await scene.ask(addressOf());
    assert.equal(answer.status, 200);
    const header = (name: string) => answer.headers.get(name);
    assert.deepEqual(
      ['content-type', 'x-content-type-options', 'content-security-policy', 'cache-control'].map(header),
      ['image/png', 'nosniff', "default-src 'none'; sandbox", 'private, no-cache'],
    );
    const again = await scene.ask(addressOf(), { headers: { 'if-none-match': header('etag') ?? '' } });
    assert.equal(again.status, 304);
    for (const other of [addressOf('jpg'), '/sample/pictures/x.png', `/sample/pictures/${pictureNow().hash}`])
      assert.equal((await scene.ask(other)).status, 404, other);
    const told = await scene.ask(`/api/conferences/sample/organisations/${ME}`);
    const { picture, about } = (await told.json()) as { picture: unknown; about: readonly { language: string }[] };
    assert.deepEqual([picture, about.map(({ language }) => language)], [pictureNow(), ['ro', 'en']]);
    assert.equal((await scene.ask(`/api/conferences/sample/attachments/${pictureNow().hash}`)).status, 200);
  });

  it('is typed by languages’ names, and a picture loses what a camera wrote into it', async () => {
    const confirm = await sendPicture(withPlace);
    const { about, picture } = actIn(confirm).body as {
      about: readonly { language: string }[];
      picture: { type: string };
    };
    assert.deepEqual([about.map(({ language }) => language), picture.type], [['ro', 'en'], 'image/png']);
    assert.ok(!confirm.includes(Buffer.from(place).toString('base64').slice(0, 8)));
    assert.match(wordsIn(confirm), /Romanian Trăim din Deltă\. English We live from the Delta\./u);
    assert.match(await sendPicture(utf8('<svg onload="alert(1)">'), 422), /This is no picture of these kinds/u);
    assert.match(wordsIn(await forms.send(ME, 'organisation.describe', {})), /Its picture stays as it is/u);
    assert.match(
      wordsIn(await forms.send(ME, 'organisation.describe', { 'without-picture': 'yes' })),
      /It has no picture/u,
    );
  });

  it('is erased like anything beside the record, and initials stand there again', async () => {
    const address = addressOf();
    assert.match(await page('/sample/organisation', ME), /do\/attachment\.erase\?attachment=/u);
    await scene.act([ME, 1], 'attachment.erase', { attachment: pictureNow().hash, reason: 'We draw a new one.' });
    assert.equal((await scene.ask(address)).status, 404);
    const front = await page('/sample');
    assert.ok(!front.includes(address));
    assert.match(front, /data-initials="PD"/u);
  });
});
