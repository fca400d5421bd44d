import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { readTyped } from '../src/web/shared/typed-source.ts';
import type { Clause } from '../src/text/clause.ts';
import { faultsOf, launch } from './kit/browser.ts';
import { actIn, wordsIn } from './kit/forms.ts';
import { act, createDice, sayTheSame, shownOn } from './kit/monkey.ts';
import { createSampleScene } from './kit/sample.ts';

/**
 * A monkey at the editor: after each of its actions page, form, draft and act say the same, byte for byte. A few runs here, many by `npm run torture`; `SEED` gives a run
 * again.
 */

const LONG = process.env['LONG'] !== undefined;
const [PARTS, RUNS] = LONG ? [20, 25] : [1, 3];
const ACTIONS = 12;
const SEED = Number(process.env['SEED'] ?? (LONG ? Date.now() % 1_000_000 : 1));

const kit = await launch();
const scene = await createSampleScene({ listen: true });
after(() => scene.close());
const headers = await scene.headers('zelena-sava');

/** What the form would send. */
const sent = (page: Page): Promise<readonly (readonly [string, string])[]> =>
  page.evaluate<readonly (readonly [string, string])[]>(
    `[...new FormData(document.querySelector('textarea[name=body]').form)].filter(([, value]) => typeof value === 'string')`,
  );

/** What is kept of the draft, once the page has had what it sends kept. */
const kept = async (page: Page, id: string, body: string): Promise<string> => {
  for (let i = 0; i < 5; i += 1) {
    const answer = await scene.ask(`/sample/drafts/${id}`, { headers });
    const now = answer.ok ? ((await answer.json()) as { readonly body: string }).body : '';
    if (now === body) return now;
    const saved = page.waitForResponse((one) => one.url().endsWith('/drafts') && one.request().method() === 'POST');
    await page.evaluate(`dispatchEvent(new Event('online'))`);
    await saved;
  }
  return 'never kept';
};

/** The clauses of the act that the form comes to, read over. */
const readOver = async (fields: readonly (readonly [string, string])[]): Promise<readonly Clause[]> => {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value.replaceAll('\n', '\r\n'));
  const answer = await scene.ask('/sample/do/text.table', { method: 'POST', headers, body });
  const html = await answer.text();
  assert.equal(answer.status, 200, wordsIn(html).slice(0, 500));
  return actIn(html).body['clauses'] as readonly Clause[];
};

const run = async (page: Page, seed: number): Promise<void> => {
  const dice = createDice(seed);
  await page.goto('/sample/do/text.table');
  await page.getByLabel('Title').fill('A monkey’s text');
  await page.locator('.typed').focus();
  const done: string[] = [];
  for (let i = 0; i < ACTIONS; i += 1) {
    done.push(await act(page, dice));
    const told = `seed ${seed}: ${done.join(', ')}`;
    assert.deepEqual(faultsOf(page), [], told);
    const fields = await sent(page);
    const { body = '', draft = '' } = Object.fromEntries(fields);
    const shown = await shownOn(page);
    if (shown.length === 0) {
      assert.equal(body, '', told);
      continue;
    }
    const read = readTyped({ title: 'T', body });
    assert.ok(read.ok, told);
    const bare = read.value.clauses;
    assert.ok(sayTheSame(shown, bare), `${told}\n${JSON.stringify(shown)}\n${JSON.stringify(bare)}`);
    assert.equal(new Set(read.value.clauses.map(({ id }) => id)).size, bare.length, told);
    assert.equal(await kept(page, draft, body), body, told);
    assert.deepEqual(await readOver(fields), read.value.clauses, told);
  }
  const { draft = '' } = Object.fromEntries(await sent(page));
  await page.goto('about:blank');
  await scene.ask(`/sample/drafts/${draft}/discard`, { method: 'POST', headers });
};

for (let part = 0; part < PARTS; part += 1)
  test(`page, form, draft and act are one after each of ${RUNS} × ${ACTIONS} actions, from seed ${SEED + part * RUNS}`, async () => {
    const page = await kit.page({ baseURL: scene.origin });
    const { name, value } = scene.cookie(await scene.signIn('zelena-sava'));
    await page.context().addCookies([{ name, value, url: scene.origin }]);
    for (let i = 0; i < RUNS; i += 1) await run(page, SEED + part * RUNS + i);
    await page.context().close();
  });
