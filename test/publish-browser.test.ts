import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import type { Bytes } from '../src/base/bytes.ts';
import { assertFits, launch } from './kit/browser.ts';
import { copied } from './kit/copy.ts';
import { createSampleScene } from './kit/sample.ts';

/** A copy of the public site, opened from its folder in Chromium without a network: read, and checked. */

const MAIN = fileURLToPath(new URL('../bin/isonomia.js', import.meta.url));
const scene = await createSampleScene();
after(scene.close);
const kit = await launch();
const folder = await mkdtemp(join(tmpdir(), 'copy-'));
after(() => rm(folder, { recursive: true }));
const files = new Map<string, Bytes>();
await copied(scene, files);
for (const [name, bytes] of files) {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), bytes);
}

const opened = async (options: Parameters<typeof kit.page>[0] = {}): Promise<{ page: Page; failed: string[] }> => {
  const page = await kit.page(options);
  await page.context().setOffline(true);
  const failed: string[] = [];
  page.on('requestfailed', (request) => failed.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && failed.push(message.text()));
  await page.goto(pathToFileURL(join(folder, 'index.html')).href);
  return { page, failed };
};

describe('a copy in a browser without a network', () => {
  it('reads as the site does, in its own type, from page to page and from language to language', async () => {
    const { page, failed } = await opened({ script: false, width: 360 });
    await page.getByRole('link', { name: 'Decisions', exact: true }).first().click();
    await page
      .getByRole('link', { name: /gauge|warn|water/iu })
      .first()
      .click();
    const title = await page.getByRole('heading', { level: 1 }).textContent();
    assert.equal(await page.evaluate(`document.fonts.check('16px "Source Serif 4"')`), true);
    await assertFits(page);
    await page.getByRole('link', { name: 'Ελληνικά' }).click();
    assert.equal(await page.locator('html').getAttribute('lang'), 'el');
    assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), title);
    assert.deepEqual(failed, []);
  });

  it('is whole to the command that checks folders, too, however deep its files lie', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [MAIN, 'verify', folder]);
    assert.match(stdout, /a whole copy/u);
  });

  it('checks itself, and says which file was changed', async () => {
    const { page, failed } = await opened();
    await page.getByRole('link', { name: 'Check it' }).click();
    const chooser = page.getByLabel('Choose the folder of this copy');
    await chooser.setInputFiles(folder);
    await page.getByText('This copy is whole, and nothing in it was changed.').waitFor();
    await page.getByText(`Files compared: ${files.size - 2}. Proofs checked: 5.`).waitFor();
    const changed = join(folder, 'el/decisions/1.html');
    const words = await readFile(changed, 'utf8');
    await writeFile(changed, words.replace('<h1', '<h1 '));
    await chooser.setInputFiles(folder);
    await page.getByText('This copy does not hold.').waitFor();
    await page.getByText('In the file el/decisions/1.html.').waitFor();
    await writeFile(changed, words);
    assert.deepEqual(failed, []);
  });

  it('checks one proof of its own', async () => {
    const { page } = await opened();
    await page.getByRole('link', { name: 'Check it' }).click();
    await page.getByLabel('Choose a proof').setInputFiles(join(folder, 'proofs/texts-1.tar'));
    await page.getByText('This proof holds.').waitFor();
  });
});
