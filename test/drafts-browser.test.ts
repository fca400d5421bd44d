import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { axeCheck } from './kit/axe.ts';
import { assertFits, faultsOf, launch, screenshot } from './kit/browser.ts';
import { createSampleScene } from './kit/sample.ts';

/** Drafts while somebody writes: through a crash, through a lost connection, and with a colleague at the same draft. */

const kit = await launch();
const scene = await createSampleScene({ listen: true });
after(() => scene.close());

const SHOTS = process.env['ISONOMIA_SHOTS'] === '1';

const delegate = async (organisation: string, number: number): Promise<Page> => {
  const page = await kit.page({ baseURL: scene.origin });
  const { name, value } = scene.cookie(await scene.signIn(organisation, number));
  await page.context().addCookies([{ name, value, url: scene.origin }]);
  return page;
};

const text = (page: Page) => page.getByRole('textbox', { name: 'The text' });
const status = (page: Page, words: string) => page.locator('[data-part=saved]', { hasText: words }).waitFor();
/** What the form would send. */
const sourceIn = (page: Page): Promise<string> =>
  page.evaluate(`new FormData(document.querySelector('textarea[name=body]').form).get('body')`);

/** The connection is there, or not, for drafts. */
const connected = async (page: Page, on: boolean): Promise<void> => {
  if (on) await page.unroute('**/drafts*/**');
  else await page.route('**/drafts*/**', (route) => route.abort());
};

test('what was typed before a crash is offered back, and saved by itself from then on', async () => {
  const page = await delegate('pro-delta', 1);
  await page.route('**/sample/drafts**', (route) => route.abort());
  await page.goto('/sample/do/text.table');
  await page.getByLabel('Title').fill('On springs');
  await text(page).focus();
  await page.keyboard.type('1. Asks for *care*.');
  await status(page, 'Not saved: no connection; kept in this browser');
  const kept = (): Promise<string> => page.evaluate(`JSON.stringify({ ...localStorage })`);
  while (!(await kept()).includes('*care*.'));
  const devtools = await page.context().newCDPSession(page);
  const gone = page.waitForEvent('crash');
  void devtools.send('Page.crash').catch(() => undefined);
  await gone;

  const again = await page.context().newPage();
  await again.goto('/sample/do/text.table');
  await again.getByText('this browser kept a text that was not saved').waitFor();
  await axeCheck(again);
  await assertFits(again);
  if (SHOTS) await screenshot(again, 'draft-kept');
  await again.getByRole('button', { name: 'Bring it back' }).click();
  assert.match(await sourceIn(again), /^1\. Asks for \*care\*\. \{#/u);
  await status(again, 'Saved');
  assert.match(again.url(), /draft=/u);

  await again.reload();
  assert.equal(await again.getByLabel('Title').inputValue(), 'On springs');
  assert.match(await text(again).innerText(), /Asks for care/u);
  assert.equal(await again.getByRole('button', { name: 'Bring it back' }).count(), 0, 'nothing is kept twice');
  await again.goto('/sample/drafts');
  await again.getByRole('link', { name: 'On springs' }).waitFor();
  await axeCheck(again);
  await assertFits(again);
  if (SHOTS) await screenshot(again, 'drafts');
  await again.getByRole('button', { name: 'Throw it away' }).click();
  await again.getByText('Whatever you begin to write is kept here').waitFor();
});

test('a connection that is lost and comes back costs nothing', async () => {
  const page = await delegate('pro-delta', 1);
  await page.goto('/sample/do/text.table');
  await text(page).focus();
  await page.keyboard.type('Before. ');
  await status(page, 'Saved');
  await page.context().setOffline(true);
  await page.keyboard.type('During. ');
  await status(page, 'Not saved: no connection');
  await page.context().setOffline(false);
  await status(page, 'Saved');
  await page.reload();
  assert.match(await text(page).innerText(), /Before\. During\./u);
});

test('two delegates write on one draft at once, see each other’s words, and lose none', async () => {
  const [one, two] = [await delegate('diktyo-potamon', 1), await delegate('diktyo-potamon', 2)];
  await one.goto('/sample/do/text.table');
  await text(one).focus();
  await one.keyboard.type('1. The river is kept free;\nThe lake is kept clean.');
  await status(one, 'Saved');
  await two.goto(new URL(one.url()).pathname + new URL(one.url()).search);
  await text(two).getByText('The lake').waitFor();
  // At the same moment, and in the first clause both: one at its end, the other at its beginning.
  await two.locator('.typed > p').first().click();
  await two.keyboard.press('Home');
  await one.locator('.typed > p').first().click();
  await one.keyboard.press('End');
  await Promise.all([
    one.keyboard.type(' for ever', { delay: 30 }),
    two.keyboard.type('Surely. ', { delay: 30 }),
    one.waitForResponse((answer) => /\/drafts\//u.test(answer.url())),
  ]);
  const both = 'Surely. The river is kept free; for ever';
  for (const page of [one, two]) await text(page).getByText(both).waitFor();
  // The caret has stayed where each was writing.
  await two.keyboard.type('So ');
  await text(one).getByText('Surely. So The river is kept free; for ever').waitFor();
  // The same word, without hearing of each other: both wordings stand.
  await Promise.all([connected(one, false), connected(two, false)]);
  for (const [page, word] of [
    [one, 'pure'],
    [two, 'blue'],
  ] as const) {
    await page.locator('.typed > p').nth(1).click();
    await page.keyboard.press('End');
    for (let i = 0; i < 6; i++) await page.keyboard.press('Backspace');
    await page.keyboard.type(`${word}.`);
  }
  await Promise.all([connected(one, true), connected(two, true)]);
  for (const page of [one, two]) {
    await text(page).getByText('The lake is kept pure.').waitFor();
    await text(page).getByText('The lake is kept blue.').waitFor();
  }
  assert.deepEqual(await sourceIn(one), await sourceIn(two));
  for (const page of [one, two])
    assert.deepEqual(
      faultsOf(page).filter((fault) => !fault.includes('ERR_FAILED')),
      [],
    );
});

test('a text is amended by editing it: what changed is shown, and the draft waits', async () => {
  const page = await delegate('diktyo-potamon', 1);
  await page.goto('/sample/texts/4/amend');
  await page.locator('.typed > p[data-id=remove]').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' swiftly');
  await page.keyboard.press('Alt+ArrowDown');
  await status(page, 'Saved');
  await page.getByRole('button', { name: 'Show the amendments that this comes to' }).click();
  await page.locator('#derived ins', { hasText: 'swiftly' }).waitFor();
  assert.equal(await page.locator('#derived input[name=take]').count(), 2);
  await axeCheck(page);
  await assertFits(page);
  if (SHOTS) await screenshot(page, 'amend');
  await page
    .getByLabel(/^Reason/u)
    .last()
    .fill('For the fish.');
  await page.getByRole('button', { name: 'Read it over' }).click();
  await page.locator('.summary ins', { hasText: 'swiftly' }).waitFor();
  await page.goto('/sample/texts/4/amend');
  await page.getByText('Go on with the draft').waitFor();
  await page.locator('main').getByRole('link', { name: 'On keeping' }).last().click();
  await text(page).getByText('swiftly').waitFor();
  assert.deepEqual(faultsOf(page), []);
});
