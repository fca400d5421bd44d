import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import * as content from '../sample/content/index.ts';
import { axeCheck } from './kit/axe.ts';
import { NARROWEST, assertFits, faultsOf, launch, lookAs, screenshot } from './kit/browser.ts';
import { covering } from './kit/cover.ts';
import { type Answered, crawl, fetched } from './kit/crawl.ts';
import { MOST_TABS, firstClause, tabsToAction } from './kit/reach.ts';
import { createSampleScene } from './kit/sample.ts';

/**
 * Every page of the sample, held to docs/DESIGN.md: as the public and as delegates find them by following links. What the
 * markup alone can show is asked of all of them; what it takes a browser to see, of one page of each kind; and axe, which takes longest,
 * looks at as many as show every kind of element in every place that it stands in.
 *
 * With `ISONOMIA_SHOTS=1` the pages go to `tmp/shots/`, at 1280 and 360 px, light and dark.
 */

const scene = await createSampleScene({ listen: true });
after(scene.close);
const kit = await launch();
const SHOTS = process.env['ISONOMIA_SHOTS'] !== undefined;

/** Who looks. Between them they meet every need and every standing that the sample has. */
const READERS = {
  public: null,
  member: 'diktyo-potamon',
  proposer: 'zelena-sava',
  unconfirmed: 'lumi-i-lire',
  applicant: content.APPLICANT.id,
  outside: 'drustvo-ob-savi',
} as const;
type ReaderName = keyof typeof READERS;
const tokens = new Map<ReaderName, string | null>();
for (const [name, organisation] of Object.entries(READERS))
  tokens.set(name as ReaderName, organisation === null ? null : await scene.signIn(organisation));

const found = new Map<ReaderName, readonly Answered[]>();
for (const [name, token] of tokens) {
  // The record is long, and the same for all members and for all others.
  const again = name !== 'public' && name !== 'member';
  const isFile = (path: string): boolean => /\.[a-z]+(?:\?|$)|\/files\//u.test(path);
  const follow = (path: string): boolean =>
    !isFile(path) &&
    !path.includes('lang=') &&
    !path.startsWith('/api/') &&
    !(again && path.startsWith('/sample/record'));
  const answers = await crawl(scene, ['/', '/sample'], token, follow);
  found.set(
    name,
    answers.filter(({ status }) => status !== 302),
  );
}
const all = [...found].flatMap(([reader, answers]) => answers.map((answer) => ({ reader, ...answer })));

const entries = await scene.conference.entries(0, scene.conference.state().size);

/** Pages that differ only in what they are about are of one kind; of texts each one counts, for they are at different stages. */
const kindOf = ({ path }: Answered): string => {
  const { pathname } = new URL(path, scene.origin);
  const entry = /^\/sample\/record\/(\d+)$/u.exec(pathname)?.[1];
  if (entry !== undefined) return `entry: ${entries[Number(entry)]?.act.kind ?? ''}`;
  const participant = /^\/sample\/participants\/(.+)$/u.exec(pathname)?.[1];
  if (participant === undefined) return pathname;
  const { organisations } = scene.conference.state();
  return `organisation: ${[...organisations.values()].find(({ id }) => id === participant)?.standing.kind ?? ''}`;
};

/** One page of each kind, for whoever finds it first; pages that the public finds too are looked at as the public. */
const chosen = [...new Map(all.toReversed().map((page) => [kindOf(page), page])).values()].toReversed();
const NEEDS = all.filter(({ path, reader }) => path === '/sample/today' && reader !== 'member');

const openAs = async (reader: ReaderName, options: Parameters<typeof kit.page>[0] = {}): Promise<Page> => {
  const page = await kit.page({ baseURL: scene.origin, ...options });
  const token = tokens.get(reader);
  if (token !== null && token !== undefined)
    await page.context().addCookies([{ ...scene.cookie(token), url: scene.origin }]);
  return page;
};

/** The least width that a paragraph is read at, in CSS pixels. */
const LEAST = 140;

/** On the narrowest screen nothing sticks out, and no paragraph is squeezed into a column of syllables. */
const assertNarrow = async (page: Page): Promise<void> => {
  await page.setViewportSize({ width: NARROWEST, height: 780 });
  await assertFits(page, NARROWEST);
  const squeezed = await page.evaluate((least) => {
    const long = [...document.body.querySelectorAll('p, li, dd, td')].filter(
      ({ textContent }) => textContent.trim().length > 60,
    );
    return long.flatMap((element) => {
      const { width } = element.getBoundingClientRect();
      return width > 0 && width < least ? [`${width} px: ${element.textContent.trim().slice(0, 40)}`] : [];
    });
  }, LEAST);
  assert.deepEqual(squeezed, [], `Squeezed at ${NARROWEST} px: ${page.url()}`);
};

/** The words of the page as its scripts left it, and those that came from the server; times by the reader's own clock apart, which a script alone can tell. */
const wordsOf = (page: Page, markup: string): Promise<readonly [shown: string, sent: string]> =>
  page.evaluate((sent) => {
    const words = (main: PageElement | null): string => {
      const silent = [...(main?.querySelectorAll('noscript, local-time') ?? [])].map(({ textContent }) => textContent);
      const text = silent.reduce((left, one) => left.replace(one, ''), main?.textContent ?? '');
      return text.replaceAll(/\s+/gu, ' ').trim();
    };
    const fresh = new DOMParser().parseFromString(sent, 'text/html');
    return [words(document.querySelector('main')), words(fresh.querySelector('main'))] as const;
  }, markup);

type Visited = (typeof all)[number];

/** Visits pages, two at a time, and tells of everything that was wrong at once. */
const visit = async (
  pages: readonly Visited[],
  options: Parameters<typeof kit.page>[0],
  look: (page: Page, visited: Visited, sent: string) => Promise<void>,
): Promise<void> => {
  const wrong: string[] = [];
  const inOneWindow = async (reader: ReaderName, theirs: Iterable<Visited>): Promise<void> => {
    const page = await openAs(reader, options);
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(scene.origin) && !url.startsWith('data:')) wrong.push(`${page.url()} asks ${url}`);
    });
    for (const one of theirs) {
      const answer = await page.goto(one.path);
      await look(page, one, (await answer?.text()) ?? '').catch((fault: unknown) => {
        if (!(fault instanceof assert.AssertionError)) throw fault;
        wrong.push(`${reader} at ${one.path}: ${fault.message}`);
      });
    }
    wrong.push(...faultsOf(page));
    await page.context().close();
  };
  for (const [reader, theirs] of Map.groupBy(pages, (one) => one.reader)) {
    const left = theirs.values();
    await Promise.all(theirs.slice(0, 2).map(() => inOneWindow(reader, left)));
  }
  assert.equal(wrong.length, 0, wrong.join('\n'));
};

describe('Every page of the sample', () => {
  it('is there, and nothing breaks', () => {
    const broken = all.filter(({ status }) => status !== 200);
    assert.deepEqual(
      broken.map(({ reader, path, status }) => `${reader} at ${path}: ${status}`),
      [],
    );
    assert.ok(all.length > 600 && chosen.length > 60, `${all.length} pages, ${chosen.length} kinds`);
    assert.deepEqual(scene.faults, []);
  });

  it('is one document: a language, a title, one heading, one main part', () => {
    for (const { path, body } of all) {
      assert.match(body, /<html lang="en">/u, path);
      assert.match(body, /<title>[^<]{3,}<\/title>/u, path);
      assert.equal(body.match(/<h1[\s>]/gu)?.length, 1, `Headings of ${path}`);
      assert.equal(body.match(/<main[\s>]/gu)?.length, 1, path);
    }
  });

  it('has nothing inline and nothing from elsewhere', () => {
    for (const { path, body } of all) {
      assert.doesNotMatch(
        body,
        /\sstyle="|<style|\son[a-z]+="|<script(?! type="application\/ld\+json">)(?![^>]*\ssrc="\/assets\/)/u,
        path,
      );
      for (const [, from = ''] of body.matchAll(
        /<(?:script|img|link(?! rel="canonical")|iframe)\b[^>]*?\s(?:src|href)="([^"]*)"/gu,
      ))
        assert.match(from, /^\/(?!\/)/u, `${path} loads ${from}`);
    }
  });

  it('weighs at most 60 kB with its style sheet, compressed', async () => {
    const style = gzipSync((await fetched(scene, '/assets/isonomia.css', null)).body).length;
    const heavy = all.filter(({ body }) => gzipSync(body).length + style > 60_000).map(({ path }) => path);
    assert.deepEqual(heavy, []);
  });
});

/** Pages to read, beside those on which something is done. */
const isReading = ({ path }: Answered): boolean =>
  !/\/(?:do|sign-in|take-a-place|found|invitation|verify)\b/u.test(path);

/** The pages for axe. */
const telling = new Set(covering(all));

const DESK = { width: 1280, scheme: 'light' } as const;
const PHONE = { width: 360, scheme: 'dark' } as const;

describe('Each kind of page, in Chromium', () => {
  it('at a desk in the light and on a phone in the dark: axe finds nothing, nothing sticks out of a narrow screen, and scripts change no word', async () => {
    const reading = new Set(chosen.filter(isReading).map(({ path }) => path));
    assert.ok(reading.size > 30, `${reading.size} pages`);
    assert.ok(telling.size > 40, `${telling.size} pages`);
    await visit([...new Set([...chosen, ...NEEDS, ...telling])], DESK, async (page, one, markup) => {
      if (reading.has(one.path)) {
        const [shown, sent] = await wordsOf(page, markup);
        assert.equal(shown, sent);
      }
      if (telling.has(one)) await axeCheck(page, () => lookAs(page, PHONE));
      const tabs = await tabsToAction(page);
      assert.ok(tabs <= MOST_TABS, `${tabs} Tabs to the main action`);
      await assertNarrow(page);
      if (/^\/sample\/(?:texts|decisions)\/\d+$/u.test(one.path)) {
        const at = await firstClause(page);
        assert.ok(at !== null && at <= 700, `The first clause begins at ${at}`);
      }
      await lookAs(page, DESK);
    });
  });

  it('reads the same without JavaScript', async () => {
    const words = new Map<string, string>();
    const main = async (page: Page) => page.locator('main').innerText();
    const some = chosen.filter(({ path }) => /^\/sample(?:|\/texts\/4|\/record|\/participants|\/today)$/u.test(path));
    assert.equal(some.length, 5);
    await visit(some, {}, async (page, { path }) => void words.set(path, await main(page)));
    await visit(some, { script: false }, async (page, { path }) => assert.equal(await main(page), words.get(path)));
  });

  it('in Greek: the same holds', async () => {
    const first = chosen.filter(({ path }) => /^\/sample(?:\/[a-z-]+(?:\/4)?)?$/u.test(path));
    assert.ok(first.length > 10, `${first.length} pages`);
    await visit(first, { width: 360, locale: 'el' }, async (page, { path }) => {
      assert.equal(await page.locator('html').getAttribute('lang'), 'el', path);
      assert.match((await page.locator('h1').textContent()) ?? '', /\S/u);
      assert.match(await page.locator('footer').innerText(), /\p{Script=Greek}/u);
      if (/^\/sample(?:|\/texts\/4|\/participants)$/u.test(path)) await axeCheck(page);
      await assertNarrow(page);
    });
  });

  it('before signing: axe finds nothing', async () => {
    const page = await openAs('member');
    await page.goto('/sample/do/text.sign?text=3');
    await page.locator('main form button:not([name])').last().click();
    await page.locator('.receipt').first().waitFor();
    await axeCheck(page);
    await assertNarrow(page);
    if (SHOTS) await screenshot(page, 'sign-confirm');
  });
});

if (SHOTS) {
  it('is shown', async () => {
    await visit(chosen, {}, async (page, { path }) => {
      await screenshot(page, path.replaceAll(/[^a-z0-9]+/gu, '-').replaceAll(/^-|-$/gu, '') || 'home');
    });
  });
}
