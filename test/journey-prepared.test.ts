import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { axeCheck } from './kit/axe.ts';
import { LOOKS, assertFits, faultsOf, launch, lookAs, screenshot } from './kit/browser.ts';
import { goTo } from './kit/go-to.ts';
import { createSampleScene } from './kit/sample.ts';

/** Two delegates of one organisation at two browsers: one prepares acts, the other reads them and signs several at once. */

const kit = await launch();
const scene = await createSampleScene({ listen: true });
after(() => scene.close());

const SHOTS = process.env['SHOTS'] !== undefined;

/** A delegate of the sample with a key of this browser's own. */
const at = async (place: string): Promise<Page> => {
  const page = await kit.page({ baseURL: scene.origin });
  page.setDefaultTimeout(20_000);
  await page.goto('/sample/take-a-place');
  await page.locator(`[name=place][value="${place}"]`).check();
  await page.locator('[name=use][value=device]').check();
  await page.getByRole('button', { name: 'Take this place' }).click();
  await page.waitForURL('**/sample/today');
  return page;
};

const looked = async (page: Page, name: string): Promise<void> => {
  for (const look of LOOKS) {
    await lookAs(page, look);
    await axeCheck(page);
  }
  if (SHOTS) await screenshot(page, name);
  await assertFits(page);
  await lookAs(page, LOOKS[0] ?? assert.fail());
};

test('an assisting delegate hands acts over, and a representing one signs several at once', async () => {
  const helper = await at('rijeke-bosne/2');
  const prepare = async (title: string, note: string): Promise<void> => {
    await goTo(helper, '/sample/do/statement.open');
    await helper.locator('[name=title]').fill(title);
    await helper.locator('[name=event]').fill('The rain of the spring');
    await helper.locator('[name=event-on]').fill('2025-04-01');
    await helper.locator('[name=body]').fill('It has rained.');
    await helper.getByRole('button', { name: 'Read it over' }).click();
    await helper.getByRole('heading', { name: 'Hand over for signature' }).waitFor();
    await helper.locator('[name=note]').fill(note);
    await looked(helper, 'hand-over');
    await helper.getByRole('button', { name: 'Hand over for signature' }).click();
    await helper.getByText('It is handed over').waitFor();
  };
  await prepare('On the first rain', 'As we said on Monday.');
  await prepare('On the second rain', '');

  const signer = await at('rijeke-bosne/1');
  await signer.getByText('2 acts are prepared for your signature').waitFor();
  await looked(signer, 'today-prepared');
  await signer.getByRole('link', { name: 'Read and sign' }).click();
  await signer.getByRole('heading', { name: 'Prepared for signature' }).waitFor();
  await looked(signer, 'prepared');
  await signer.getByRole('button', { name: 'Sign the chosen ones' }).click();
  await signer.getByRole('heading', { name: '2 acts to sign' }).waitFor();
  await looked(signer, 'several');
  const { statements, size } = scene.conference.state();
  await signer.getByRole('button', { name: 'Sign all 2' }).click();
  await signer.getByText('Signed, and on the record.').nth(1).waitFor();
  // Both were prepared at the same moment, so either may come first.
  assert.deepEqual(
    scene.conference
      .state()
      .statements.slice(-2)
      .toSorted((a, b) => (a.title < b.title ? -1 : 1))
      .map(({ title, by }) => [title, by]),
    [
      ['On the first rain', 'rijeke-bosne'],
      ['On the second rain', 'rijeke-bosne'],
    ],
  );
  assert.equal(scene.conference.state().statements.length, statements.length);
  assert.equal(scene.conference.state().size, size + 2);
  await goTo(signer, '/sample/prepared');
  await signer.getByText('Nothing waits for a signature.').waitFor();
  for (const page of [helper, signer]) assert.deepEqual(faultsOf(page), []);
});
