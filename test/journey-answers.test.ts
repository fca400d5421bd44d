import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { present } from '../src/charter/texts/texts.ts';
import { axeCheck } from './kit/axe.ts';
import { virtualAuthenticator } from './kit/authenticator.ts';
import { faultsOf, launch } from './kit/browser.ts';
import { createSampleScene } from './kit/sample.ts';

/**
 * An organisation says where it stands on nine clauses: at most 12 clicks from the text to the receipt and one prompt for the key, with the mouse, with the keyboard alone on a
 * narrow screen, by thumb beside the words, and as far as the page before signing without JavaScript.
 */

const kit = await launch();
const scene = await createSampleScene({ listen: true });
after(() => scene.close());

const TEXT = 4;
const PATH = `/sample/texts/${TEXT}`;
const clauses = (): readonly string[] =>
  present(scene.text(TEXT))
    .clauses.filter(({ kind }) => kind !== 'heading')
    .map(({ id }) => id);

const takePlace = async (page: Page, name: string): Promise<void> => {
  await virtualAuthenticator(page);
  await page.goto('/sample/take-a-place');
  await page.getByText(name).click();
  await page.locator('[name=use][value=passkey]').check();
  await page.getByRole('button', { name: 'Take this place' }).click();
  await page.waitForURL('**/sample/today');
};

/** Where an organisation stands on each clause. */
const standsOf = (organisation: string): readonly (string | null | undefined)[] =>
  clauses().map(
    (id) =>
      scene
        .text(TEXT)
        .standing.get(`clause:${id}`)
        ?.get(organisation as never)?.stand,
  );

test('nine clauses take 12 clicks and one key', async () => {
  const page = await kit.page({ baseURL: scene.origin });
  await takePlace(page, 'Jasna Horvatić');
  assert.equal(clauses().length, 9);
  await page.goto(PATH);
  let clicks = 0;
  const click = async (what: ReturnType<Page['locator']>): Promise<void> => {
    clicks += 1;
    await what.click();
  };
  await click(page.getByRole('link', { name: 'Where we stand', exact: true }).first());
  await page.waitForURL('**/stand');
  for (const id of clauses()) await click(page.locator(`#answer-clause-${id} label`).nth(2));
  await page.locator('answer-bar').getByText('9 answers not signed yet').waitFor();
  await click(page.locator('answer-bar').getByRole('button', { name: 'Read it over' }));
  await click(page.getByRole('button', { name: 'Sign with your passkey' }));
  await page.waitForURL('**/receipt/*');
  assert.ok(clicks <= 12, `${clicks} clicks`);
  assert.deepEqual(
    standsOf('zelena-sava'),
    clauses().map(() => 'stand-aside'),
  );
  assert.deepEqual(faultsOf(page), []);
});

test('the same with the keyboard alone, on a phone’s width', async () => {
  const page = await kit.page({ baseURL: scene.origin, width: 360 });
  await takePlace(page, 'Ελένη Καραγιάννη');
  await page.goto(`${PATH}/stand#content`);
  await page.keyboard.press('Tab');
  const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.getAttribute('name') ?? '');
  let tabs = 1;
  for (; !(await focused()).startsWith('stand-'); tabs += 1) await page.keyboard.press('Tab');
  assert.ok(tabs <= 12, `${tabs} times Tab from the content to the first answer`);
  const answered = new Set<string>();
  while (answered.size < 9) {
    const name = await focused();
    if (name.startsWith('stand-clause:') && !answered.has(name)) {
      await page.keyboard.press('ArrowRight');
      answered.add(name);
    }
    await page.keyboard.press('Tab');
  }
  while (!(await page.evaluate(() => document.activeElement?.closest('answer-bar') !== null)))
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/do/positions.take');
  const sign = page.getByRole('button', { name: 'Sign with your passkey' });
  while (!(await sign.evaluate((button) => button === document.activeElement))) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/receipt/*');
});

test('without JavaScript they are read over together', async () => {
  const page = await kit.page({ baseURL: scene.origin, script: false });
  const token = await scene.signIn('pro-delta');
  await page.context().addCookies([{ ...scene.cookie(token), url: scene.origin }]);
  await page.goto(`${PATH}/stand`);
  for (const id of clauses()) await page.locator(`#answer-clause-${id} label`).nth(3).click();
  for (const id of clauses()) await page.locator(`[name="reason-clause:${id}"]`).fill('Not like this.');
  await page.getByRole('button', { name: 'Read it over' }).last().click();
  assert.match(await page.locator('main').innerText(), /9 positions, each on the words that stand below it/u);
});

test('by thumb: the marks of the clause in view stand at the foot of the text', async () => {
  const page = await kit.page({ baseURL: scene.origin, width: 360 });
  const token = await scene.signIn('rijeke-bosne');
  await page.context().addCookies([{ ...scene.cookie(token), url: scene.origin }]);
  const last = clauses().at(-1) ?? '';
  await page.goto(`${PATH}#c-${last}`);
  const marks = page.locator('answer-bar .now button');
  const group = page.locator('answer-bar .now');
  await page.waitForFunction(
    ([selector, name]) =>
      document
        .querySelector(selector ?? '')
        ?.getAttribute('aria-label')
        ?.includes(name ?? ''),
    ['answer-bar .now', 'clause 6'],
  );
  assert.match((await group.getAttribute('aria-label')) ?? '', /clause 6/u);
  await marks.nth(1).click();
  assert.equal(await page.locator(`[name="stand-clause:${last}"][value="accept"]`).isChecked(), true);
  await page.locator('answer-bar').getByText('1 answer not signed yet').waitFor();
  await axeCheck(page);
  const first = await kit.page({ baseURL: scene.origin, width: 360 });
  await first.context().addCookies([{ ...scene.cookie(token), url: scene.origin }]);
  await first.goto(PATH);
  const { y = Infinity } = (await first.locator('.clause .words').first().boundingBox()) ?? {};
  assert.ok(y < 740, `The first clause begins at ${y} px`);
});
