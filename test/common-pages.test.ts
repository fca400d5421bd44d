import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { commonTextSchema } from '../src/api/shapes/common-text.ts';
import { present } from '../src/charter/texts/texts.ts';
import { createSampleScene } from './kit/sample.ts';

/** The pages of the common text, on the sample: the curve, the text of a point, what would unite, and private soundings. */

const scene = await createSampleScene();
after(scene.close);

const TEXT = 4;
const PATH = `/sample/texts/${TEXT}/common`;
const OWN = 'zelena-sava';

const headers = async (organisation: string | null) => ({
  'accept-encoding': 'identity',
  origin: scene.origin,
  ...(await scene.headers(organisation)),
});
const get = async (path: string, organisation: string | null = OWN): Promise<Response> =>
  scene.ask(path, { headers: await headers(organisation) });
const read = async (path: string): Promise<string> => {
  const response = await get(path);
  assert.equal(response.status, 200, path);
  return response.text();
};
const text = () => scene.text(TEXT);
const wordsOf = (html: string): string => html.replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ');

describe('the common text', () => {
  it('is for members alone, and only of a text that is still open', async () => {
    for (const reader of [null, 'balkanska-suma', 'drustvo-ob-savi']) {
      assert.equal((await get(PATH, reader)).status, 404);
      assert.equal((await get(`${PATH}/sounding`, reader)).status, 404);
      const tried = await scene.ask(`${PATH}/sounding`, {
        method: 'POST',
        headers: await headers(reader),
        body: new URLSearchParams(),
      });
      assert.equal(tried.status, 404);
    }
    assert.equal((await get('/sample/texts/2/common')).status, 404);
  });

  it('shows for every number of signers how much text they could sign, each proven, and leads to it', async () => {
    const html = await read(PATH);
    const members = scene.conference
      .state()
      .organisations.values()
      .filter(({ standing }) => standing.kind === 'participant');
    for (const k of members.map((_, at) => at + 1)) assert.ok(html.includes(`${PATH}?k=${k}#shown`), `${k}`);
    assert.ok(!html.includes('best found'));
    const shown = wordsOf(await read(`${PATH}?k=1`));
    assert.match(shown, /A text that one could sign/u);
    assert.match(shown, /Proven: no larger text exists/u);
  });

  it('says what stands before unanimity, because of whom, and names no more than that', async () => {
    const html = wordsOf(await read(PATH));
    assert.match(html, /What would unite us/u);
    const objectors = scene.conference
      .state()
      .texts[TEXT - 1]?.standing.entries()
      .filter(([on]) => on.startsWith('clause:'))
      .flatMap(([, held]) => held.values())
      .filter(({ stand }) => stand === 'object')
      .toArray();
    assert.ok(objectors !== undefined && objectors.length > 0);
    assert.match(html, /objects to the present words of clause/u);
  });

  it('lets an organisation try positions, and keeps nothing', async () => {
    const { size } = scene.conference.state();
    const form = await read(`${PATH}/sounding`);
    const clause = present(text()).clauses.find(({ kind }) => kind === 'operative') ?? assert.fail();
    assert.ok(form.includes(`on-clause:${clause.id}`));
    const before = await read(PATH);
    const body = new URLSearchParams({ [`on-clause:${clause.id}`]: 'object', 'on-whole': 'object' });
    const answer = await scene.ask(`${PATH}/sounding`, { method: 'POST', headers: await headers(OWN), body });
    assert.equal(answer.status, 200);
    const shown = wordsOf(await answer.text());
    assert.match(shown, /With these positions .* objects to the whole or stands aside on it/u);
    assert.match(shown, /Less could be signed by: 10 \(0 instead of/u);
    assert.equal(scene.conference.state().size, size);
    assert.equal(await read(PATH), before);
  });
});

describe('the common text in the API', () => {
  const ask = async (number: number, organisation: string | null): Promise<Response> => {
    const path = `/api/conferences/sample/texts/${number}/common-text`;
    if (organisation === null) return scene.ask(path);
    return scene.ask(path, { headers: { authorization: `Bearer ${await scene.signIn(organisation)}` } });
  };

  it('is for members alone, and only of a text that is still open', async () => {
    for (const reader of [null, 'balkanska-suma', 'drustvo-ob-savi'])
      assert.equal((await ask(TEXT, reader)).status, 404);
    assert.equal((await ask(2, OWN)).status, 404);
  });

  it('says for every number of signers what could be signed, and what stands before unanimity', async () => {
    const answer = await ask(TEXT, OWN);
    assert.equal(answer.status, 200);
    const body = commonTextSchema.parse(await answer.json());
    const participants = scene.conference
      .state()
      .organisations.values()
      .filter(({ standing }) => standing.kind === 'participant')
      .toArray();
    assert.equal(body.points.length, participants.length);
    for (const point of body.points) {
      assert.ok(point.proven && point.text !== null && point.text.signers.length >= point.signers);
      assert.equal(point.text.choice.length, body.clauses.length);
    }
    assert.ok(body.unity !== null && (body.unity.clauses?.length ?? 0) > 0);
  });
});

it('says of what it proves that it is proven of what was tried, where amendments go together in more ways', async () => {
  const { clauses, number } = present(text());
  const long = clauses.find(({ words }) => words.split(' ').length > 20) ?? assert.fail('no long clause');
  const words = long.words.split(' ');
  const amendments = Array.from({ length: 7 }, (_, at) => ({
    change: {
      kind: 'replace',
      clause: long.id,
      words: words.with(2 * at + 1, `${words[2 * at + 1] ?? ''} (${at})`).join(' '),
    } as const,
    reason: 'Clearer so.',
    to: null,
    credit: null,
  }));
  await scene.act([OWN, 1], 'amendments.propose', { text: TEXT, revision: number, amendments });
  const shown = wordsOf(await read(`${PATH}?k=1`));
  assert.match(shown, /has more amendments that could go in together than can be tried in every way/u);
  assert.match(shown, /Proven among what was tried: for so many there is no larger text/u);
  assert.doesNotMatch(shown, /no larger text exists/u);
  const path = `/api/conferences/sample/texts/${TEXT}/common-text`;
  const answer = await scene.ask(path, { headers: { authorization: `Bearer ${await scene.signIn(OWN)}` } });
  const body = commonTextSchema.parse(await answer.json());
  assert.deepEqual(
    body.clauses.flatMap(({ id, whole }) => (whole ? [] : [id])),
    [long.id],
  );
});

it('nothing broke', () => assert.deepEqual(scene.faults, []));
