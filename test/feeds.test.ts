import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { SaxesParser } from 'saxes';
import { instant } from '../src/base/time.ts';
import { atomOf } from '../src/web/site/feed/atom.ts';
import { jsonFeedOf } from '../src/web/site/feed/json-feed.ts';
import { SLUG, createSampleScene } from './kit/sample.ts';

/** What is published, for programs: Atom (RFC 4287), JSON Feed 1.1, sitemaps. */

const scene = await createSampleScene();
after(scene.close);

const ask = async (path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  scene.ask(`/${SLUG}${path}`, { headers, redirect: 'manual' });
const read = async (path: string): Promise<string> => {
  const answer = await ask(path);
  assert.equal(answer.status, 200, path);
  return answer.text();
};

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** The root element of well-formed XML. */
const parsed = (xml: string): Element => {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (fault) => assert.fail(fault));
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return root.children[0] ?? assert.fail('Nothing');
};

const all = ({ children }: Element, name: string): readonly Element[] => children.filter((one) => one.name === name);
const only = (element: Element, name: string): Element => {
  const [first, ...more] = all(element, name);
  assert.equal(more.length, 0, name);
  return first ?? assert.fail(`No ${name}`);
};

describe('a feed', () => {
  it('tells of each decision, statement, report, appeal and action, the newest first, and of whom it speaks for', async () => {
    const feed = parsed(await read('/feed.atom'));
    assert.equal(feed.name, 'feed');
    for (const name of ['id', 'title', 'updated']) assert.notEqual(only(feed, name).text.trim(), '');
    const entries = all(feed, 'entry');
    // Three decisions, a statement, an issue of a periodical, six pieces from the archive, seven of eight reports, an appeal and a joint action.
    assert.equal(entries.length, 20);
    const dates = entries.map((entry) => only(entry, 'updated').text);
    assert.deepEqual(dates, dates.toSorted().toReversed());
    assert.equal(new Set(entries.map((entry) => only(entry, 'id').text)).size, 20);
    for (const entry of entries) {
      assert.match(
        only(entry, 'id').text,
        /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u,
      );
      const { href = '' } = only(entry, 'link').attributes;
      assert.equal((await scene.ask(new URL(href).pathname)).status, 200);
      const authors = all(entry, 'author').map((author) => only(author, 'name').text);
      assert.equal(authors.includes('Conference of River Basins'), /\/(?:decisions|publications)\//u.test(href), href);
    }
  });

  it('says the same in JSON', async () => {
    const feed = JSON.parse(await read('/feed.json')) as {
      readonly version: string;
      readonly items: readonly Readonly<Record<'id' | 'title' | 'url', string>>[];
    };
    assert.equal(feed.version, 'https://jsonfeed.org/version/1.1');
    const entries = all(parsed(await read('/feed.atom')), 'entry');
    assert.deepEqual(
      feed.items.map(({ id, title, url }) => [id, title, url]),
      entries.map((entry) => [
        only(entry, 'id').text,
        only(entry, 'title').text,
        only(entry, 'link').attributes['href'],
      ]),
    );
  });

  it('of an organisation tells what it has signed and not withdrawn', async () => {
    const titles = async (id: string): Promise<readonly string[]> =>
      all(parsed(await read(`/participants/${id}/feed.atom`)), 'entry').map((entry) => only(entry, 'title').text);
    assert.ok((await titles('zelena-sava')).some((title) => title.startsWith('Statement on the flood')));
    assert.ok(!(await titles('pro-delta')).some((title) => title.startsWith('Statement on the flood')));
    assert.equal((await ask('/participants/nobody/feed.atom')).status, 404);
  });

  it('tells a member nothing that a stranger is not told, and is asked for again only when something has happened', async () => {
    const member = await scene.headers('diktyo-potamon');
    assert.equal(await (await ask('/feed.atom', member)).text(), await read('/feed.atom'));
    const applicant = [...scene.conference.state().organisations.values()].find(
      ({ standing }) => standing.kind === 'applicant',
    );
    const path = `/participants/${applicant?.id ?? assert.fail()}/feed.atom`;
    assert.equal((await ask(path, member)).status, (await ask(path)).status);
    const etag = (await ask('/feed.json')).headers.get('etag') ?? '';
    assert.equal((await ask('/feed.json', { 'if-none-match': etag })).status, 304);
  });

  it('is found from the pages that it follows', async () => {
    for (const [page, feed] of [
      ['', '/feed.atom'],
      ['/decisions', '/feed.atom'],
      ['/participants/pro-delta', '/participants/pro-delta/feed.atom'],
    ])
      assert.match(
        await read(page ?? ''),
        new RegExp(`<link rel="alternate" type="application/atom\\+xml" href="/${SLUG}${feed}"`, 'u'),
      );
  });

  it('takes nothing that anybody wrote for markup', () => {
    const words = `</title><script>alert("1")</script> ]]> &amp; ' <b>`;
    const head = {
      id: 'a',
      title: words,
      language: 'en',
      self: 'https://a.example/f',
      page: 'https://a.example',
      base: 'https://a.example',
      since: '2026-01-01T00:00:00Z',
    };
    const item = {
      id: 'b',
      path: '/x',
      title: words,
      opening: words,
      language: 'el',
      at: instant(0),
      authors: [words],
    };
    const feed = parsed(atomOf(head, [item]).toString());
    const [entry = assert.fail()] = all(feed, 'entry');
    for (const element of [only(feed, 'title'), only(entry, 'title'), only(entry, 'summary')])
      assert.equal(element.text, words);
    assert.equal((JSON.parse(jsonFeedOf(head, [item])) as { readonly title: string }).title, words);
  });
});

describe('a map of the site', () => {
  it('leads to every public page in every language, in parts', async () => {
    const parts = all(parsed(await read('/sitemap.xml')), 'sitemap').map((part) => only(part, 'loc').text);
    const pages: string[] = [];
    for (const part of parts) {
      const { pathname } = new URL(part);
      const urls = all(parsed(await (await scene.ask(pathname)).text()), 'url');
      pages.push(...urls.map((url) => only(url, 'loc').text));
    }
    assert.ok(pages.some((page) => page.endsWith('/decisions/1?lang=el')));
    for (const page of pages) {
      const { pathname, search } = new URL(page);
      assert.equal((await scene.ask(pathname + search)).status, 200, page);
    }
    assert.equal((await ask('/sitemap-2.xml')).status, 404);
    assert.equal((await ask('/sitemap-0.xml')).status, 404);
  });

  it('is named in robots.txt for every conference but the sample', async () => {
    const robots = await (await scene.ask('/robots.txt')).text();
    assert.match(robots, /^User-agent: \*\n/u);
    assert.doesNotMatch(robots, /Sitemap/u);
  });
});
