import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { dataBlock } from '../src/markup/html.ts';
import { faultsOf, launch } from './kit/browser.ts';
import { unescaped } from './kit/forms.ts';
import { goTo } from './kit/go-to.ts';
import { SLUG, createSampleScene } from './kit/sample.ts';

/** What search engines and messengers show of a public page: true, small, and nothing that its words could turn into something else. */

const kit = await launch();
const scene = await createSampleScene({ listen: true });
after(scene.close);
const { state } = scene.conference;

const page = async (path: string, organisation: string | null = null): Promise<string> => {
  const response = await scene.ask(`/${SLUG}${path}`, { headers: await scene.headers(organisation) });
  assert.equal(response.status, 200, path);
  return response.text();
};

const meta = (html: string, name: string): string | null => {
  const found = new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`, 'u').exec(html)?.[1];
  return found === undefined ? null : unescaped(found);
};

interface Data {
  readonly '@type': string;
  readonly name: string;
  readonly url: string;
  readonly author?: readonly { readonly name: string }[];
  readonly publisher?: { readonly name: string };
}

const dataIn = (html: string): Data =>
  JSON.parse(
    /<script type="application\/ld\+json">([^<]*)<\/script>/u.exec(html)?.[1] ?? assert.fail('no data'),
  ) as Data;

const adopted = state().texts.filter(({ stage }) => stage === 'adopted');

const PAGES: readonly (readonly [path: string, type: string])[] = [
  ['', 'Organization'],
  ...adopted.map(({ number }) => [`/decisions/${number}`, 'CreativeWork'] as const),
  ['/statements/1', 'CreativeWork'],
  ['/archive/1', 'CreativeWork'],
  ['/participants/zelena-sava', 'Organization'],
  ['/publications/1', 'Periodical'],
  ['/publications/1/1', 'PublicationIssue'],
  ...state().reports.flatMap(({ number, versions }) =>
    versions.at(-1)?.public === true ? [[`/reports/${number}`, 'Report'] as const] : [],
  ),
  ['/appeals/1', 'CreativeWork'],
  ['/actions/1', 'CreativeWork'],
];

describe('a card', () => {
  it('says of each public page what it is, whose, and where', async () => {
    assert.ok(PAGES.length > 10);
    for (const [path, type] of PAGES) {
      const html = await page(path);
      const data = dataIn(html);
      assert.equal(data['@type'], type, path);
      assert.ok(data.url.endsWith(`/${SLUG}${path}`), data.url);
      assert.equal(data.name, meta(html, 'og:title'), path);
      assert.ok((meta(html, 'description') ?? '').length > 10, path);
      assert.ok((meta(html, 'description') ?? '').length <= 260, path);
      assert.ok(html.includes(`<link rel="canonical" href="${data.url}"`), path);
      assert.doesNotMatch(JSON.stringify(data), /\*\*|\]\(/u, path);
    }
  });

  it('names the conference for what is the conference’s, and its author for what is not', async () => {
    const decision = dataIn(await page(`/decisions/${adopted.at(-1)?.number}`));
    assert.deepEqual(
      decision.author?.map(({ name }) => name),
      [state().charter?.charter.name],
    );
    const report = state().reports.find(({ versions }) => versions.at(-1)?.public === true) ?? assert.fail();
    assert.deepEqual(
      dataIn(await page(`/reports/${report.number}`)).author?.map(({ name }) => name),
      [state().organisations.get(report.by)?.name],
    );
  });

  it('bears the conference’s name nowhere on what is no word of the conference', async () => {
    const name = state().charter?.charter.name ?? assert.fail();
    for (const path of ['/statements/1', '/archive/1']) {
      const html = await page(path);
      assert.ok(!html.slice(0, html.indexOf('</head>')).includes(name), path);
      assert.ok((dataIn(html).author?.length ?? 0) > 0, path);
    }
  });

  it('stands on no page that not everybody may read, nor for who is signed in', async () => {
    const closed = state().reports.find(({ versions }) => versions.at(-1)?.public === false);
    if (closed !== undefined) assert.doesNotMatch(await page(`/reports/${closed.number}`, 'zelena-sava'), /og:title/u);
    assert.doesNotMatch(await page(`/decisions/${adopted[0]?.number}`, 'zelena-sava'), /og:title|ld\+json/u);
    for (const path of ['/means', '/letters', '/today']) {
      const response = await scene.ask(`/${SLUG}${path}`, {});
      assert.doesNotMatch(await response.text(), /og:title/u, path);
    }
  });

  it('is data to a browser, which runs nothing of it and has nothing to say', async () => {
    const reader = await kit.page({ baseURL: scene.origin });
    await goTo(reader, `/${SLUG}/decisions/${adopted[0]?.number}`);
    assert.deepEqual(faultsOf(reader), []);
    assert.equal(await reader.locator('script[type="application/ld+json"]').count(), 1);
  });

  it('ends its element with no words, whatever they are', () => {
    const words = `</script><script>alert(1)</script><!-- ]]> & \u2028 \u{1f30a} "`;
    const block = dataBlock({ name: words }).toString();
    assert.doesNotMatch(block, /[<>&\u2028]/u);
    assert.equal((JSON.parse(block) as { readonly name: string }).name, words);
  });
});
