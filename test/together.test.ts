import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { BrowserContext, Page, Route } from 'playwright-core';
import { faultsOf, launch } from './kit/browser.ts';
import { createSampleScene } from './kit/sample.ts';

/** Two browsers, three tabs and a connection that comes and goes: nothing is lost, doubled or given to anybody else. */

const kit = await launch();
const scene = await createSampleScene({ listen: true });
after(() => scene.close());

const OWN = 'diktyo-potamon';

const sign = async (context: BrowserContext, organisation: string, delegate = 1): Promise<void> => {
  const { name, value } = scene.cookie(await scene.signIn(organisation, delegate));
  await context.addCookies([{ name, value, url: scene.origin }]);
};

/** What becomes of what a page saves: it is answered; it reaches the server and the answer is lost; it is lost itself. */
type Net = 'on' | 'unheard' | 'lost';

interface Tab {
  readonly page: Page;
  net: Net;
}

const tab = async (page: Page): Promise<Tab> => {
  const own: Tab = { page, net: 'on' };
  await page.route('**/sample/drafts**', async (route: Route) => {
    if (own.net === 'on') return route.continue();
    if (own.net === 'unheard' && route.request().method() === 'POST') await route.fetch();
    return route.abort();
  });
  return own;
};

const text = (page: Page) => page.getByRole('textbox', { name: 'The text' });
const SAVED = /^Saved \d/u;
const status = (page: Page, words: string | RegExp) => page.locator('[data-part=saved]', { hasText: words }).waitFor();
const sourceIn = (page: Page): Promise<string> =>
  page.evaluate(`new FormData(document.querySelector('textarea[name=body]').form).get('body')`);
const kept = (page: Page): Promise<readonly string[]> =>
  page.evaluate(`Object.keys(localStorage).filter((name) => name.startsWith('isonomia-draft:'))`);
const count = (words: string, whole: string): number => whole.split(words).length - 1;
/** Saves now, as when a connection comes back. */
const save = (page: Page): Promise<unknown> => page.evaluate(`dispatchEvent(new Event('online'))`);

const drafts = async (organisation: string): Promise<string> =>
  (await scene.ask('/sample/drafts', { headers: await scene.headers(organisation) })).text();
const draftsOf = async (organisation: string): Promise<number> =>
  new Set([...(await drafts(organisation)).matchAll(/draft=([\w-]{22})/gu)].map(([, id]) => id)).size;

const toEnd = async (page: Page): Promise<void> => {
  await text(page).focus();
  await page.keyboard.press('ControlOrMeta+End');
};

const begun = await draftsOf(OWN);
const first = await kit.page({ baseURL: scene.origin });
await sign(first.context(), OWN, 1);
const one = await tab(first);
const two = await tab(await first.context().newPage());
const other = await kit.page({ baseURL: scene.origin });
await sign(other.context(), OWN, 2);
const three = await tab(other);

test('a first save whose answer is lost, and a page that is left in the middle of a save, make one draft with every word once', async () => {
  const { page } = one;
  await page.goto('/sample/do/text.table');
  one.net = 'unheard';
  await text(page).focus();
  await page.keyboard.type('1. The river is kept free');
  await save(page);
  await status(page, 'Not saved: no connection');
  assert.equal(await draftsOf(OWN), begun + 1, 'it has reached the server');
  await page.keyboard.type(' for all');
  one.net = 'on';
  await save(page);
  await status(page, SAVED);
  assert.equal(await draftsOf(OWN), begun + 1);
  assert.match(await sourceIn(page), /^1\. The river is kept free for all \{#[\w-]+\}$/u);
  // Left while a save is under way, and once before it is sent at all.
  for (const [net, words] of [
    ['unheard', ' and ever'],
    ['lost', ' and always'],
  ] as const) {
    one.net = net;
    await page.keyboard.type(words);
    const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/drafts'));
    await save(page);
    await sent;
    await page.reload();
    one.net = 'on';
    await save(page);
    await text(page).getByText(words.trim()).waitFor();
    await status(page, SAVED);
    await toEnd(page);
  }
  assert.match(await sourceIn(page), /^1\. The river is kept free for all and ever and always \{#[\w-]+\}$/u);
  assert.equal(await draftsOf(OWN), begun + 1);
});

test('three who write at the end of one clause while the connection flickers keep their words, whole and once', async () => {
  const address = new URL(one.page.url());
  const tabs = [one, two, three];
  for (const { page } of [two, three]) await page.goto(address.pathname + address.search);
  const phrases = [' as one says', ' so two asks', ' yet three waits'];
  for (const [i, own] of tabs.entries()) {
    await text(own.page).getByText('and always').waitFor();
    await toEnd(own.page);
    own.net = (['unheard', 'lost', 'on'] as const)[i] ?? 'on';
  }
  for (const part of [0, 1, 2])
    for (const [i, { page }] of tabs.entries()) {
      await page.keyboard.type(` ${phrases[i]?.trim().split(' ')[part] ?? ''}`);
      await save(page);
    }
  for (const own of tabs) {
    own.net = 'on';
    await save(own.page);
  }
  for (const { page } of tabs) for (const phrase of phrases) await text(page).getByText(phrase.trim()).waitFor();
  const sources = await Promise.all(tabs.map(({ page }) => sourceIn(page)));
  for (const source of sources) {
    assert.equal(source, sources[0]);
    for (const phrase of phrases) assert.equal(count(phrase.trim(), source), 1, source);
    assert.equal(count('The river', source), 1, source);
  }
  // Each writes on behind its own words.
  await three.page.keyboard.type(' long');
  for (const { page } of tabs) await text(page).getByText('three waits long').waitFor();
  // Undone is one’s own alone, though it is not what came last.
  await one.page.keyboard.type(' now');
  await text(three.page).getByText('one says now').waitFor();
  await three.page.keyboard.press('ControlOrMeta+z');
  const undone = await sourceIn(three.page);
  assert.doesNotMatch(undone, / long/u);
  for (const words of ['as one says now', 'so two asks', 'The river']) assert.equal(count(words, undone), 1, undone);
});

test('a dialog that is open while a colleague writes acts on the words that it was opened for', async () => {
  const { page } = two;
  await text(page).focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('ControlOrMeta+Shift+ArrowRight');
  await page.locator('[data-tool=link][aria-disabled=false]').waitFor();
  await page.keyboard.press('ControlOrMeta+k');
  const dialog = page.getByRole('dialog', { name: 'Link' });
  await dialog.getByRole('textbox').fill('https://example.org/');
  await text(one.page).focus();
  await one.page.keyboard.press('ControlOrMeta+Home');
  await one.page.keyboard.type('Surely ');
  await save(one.page);
  await page.locator('.typed', { hasText: 'Surely' }).waitFor({ state: 'attached' });
  await page.keyboard.press('Enter');
  assert.match(await sourceIn(page), /^1\. Surely \[The ?\]\(https:\/\/example\.org\/\) ?river is kept/u);
  await save(page);
  await one.page.locator('.typed a', { hasText: 'The' }).waitFor();
});

test('what is written for one organisation waits while another is signed in, or nobody, and is sent by itself once it may be', async () => {
  const { page } = one;
  const context = page.context();
  for (const [who, said, words] of [
    ['pro-delta', 'you are signed in for another organisation', ' kept from others'],
    [null, 'you are signed out', ' kept from all'],
  ] as const) {
    const before = await drafts('pro-delta');
    await context.clearCookies();
    if (who !== null) await sign(context, who);
    await toEnd(page);
    await page.keyboard.type(words);
    await save(page);
    await status(page, said);
    assert.equal(await drafts('pro-delta'), before, 'nothing has gone there');
    assert.equal(await draftsOf(OWN), begun + 1);
    if (who !== null) {
      // Nor is the other organisation offered what this browser keeps, on a new page or on that draft’s.
      const fresh = await context.newPage();
      for (const path of ['/sample/do/text.table', new URL(page.url()).pathname + new URL(page.url()).search]) {
        await fresh.goto(path);
        await text(fresh).waitFor();
        assert.ok(await fresh.locator('[data-part=kept]').isHidden());
        assert.doesNotMatch(await fresh.content(), /kept from others|The river is kept free/u);
      }
      await fresh.close();
    }
    await context.clearCookies();
    await sign(context, OWN, 1);
    await status(page, SAVED);
    await text(three.page).getByText(words.trim()).waitFor();
  }
  const sources = await Promise.all([one, two, three].map(async (own) => sourceIn(own.page)));
  for (const words of ['kept from others', 'kept from all', 'Surely', 'so two asks'])
    assert.equal(count(words, sources[0] ?? ''), 1, words);
  // Whatever the server has is no longer in the browser.
  for (const own of [one, three]) {
    await own.page.reload();
    await status(own.page, SAVED);
    assert.deepEqual(await kept(own.page), []);
  }
  for (const { page: left } of [one, two, three])
    assert.deepEqual(
      faultsOf(left).filter((fault) => !/ERR_FAILED|40[13]/u.test(fault)),
      [],
    );
});
