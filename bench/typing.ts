import { type Page, chromium } from 'playwright-core';
import { findChromium } from '../test/kit/chromium.ts';
import { createSampleScene } from '../test/kit/sample.ts';
import { type Measurement, measured, median } from './report.ts';

/** Milliseconds from a key to the frame that shows its letter, in the editor with a text of 300 clauses that is being saved meanwhile. */

const CLAUSES = 300;
const WORDS = 30;
const KEYS = 300;
/** The longest that one key in twenty may take, in milliseconds. */
const SLOWEST = 40;

const source = Array.from({ length: CLAUSES }, (_, i) => {
  const words = Array.from({ length: WORDS }, (_, j) => `word${(i * 7 + j * 13) % 97}`);
  return `${i + 1}. Asks ${words.join(' ')};`;
}).join('\n\n');

const opened = async (page: Page): Promise<void> => {
  await page.goto('/sample/do/text.table');
  await page.getByLabel('Title').fill('A long text');
  await page.getByRole('button', { name: 'Show as plain text' }).click();
  await page.getByRole('textbox', { name: 'The text' }).fill(source);
  await page.getByRole('button', { name: 'Show as it will be printed' }).click();
  await page
    .locator('.typed > p')
    .nth(CLAUSES - 1)
    .waitFor();
  await page.locator('[data-part=saved]', { hasText: 'Saved' }).waitFor();
  await page
    .locator('.typed > p')
    .nth(CLAUSES / 2)
    .click();
  await page.evaluate(`{
    window.taken = [];
    addEventListener('keydown', ({ timeStamp }) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => taken.push(performance.now() - timeStamp);
        port2.postMessage(null);
      });
    }, true);
  }`);
};

export const typing = async (): Promise<Measurement> => {
  const { executablePath, env } = await findChromium();
  const scene = await createSampleScene({ listen: true });
  const args = ['--headless', '--no-sandbox', '--disable-gpu'];
  const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
  try {
    const context = await browser.newContext({ baseURL: scene.origin, locale: 'en', bypassCSP: true });
    const { name, value } = scene.cookie(await scene.signIn('zelena-sava'));
    await context.addCookies([{ name, value, url: scene.origin }]);
    const page = await context.newPage();
    await opened(page);
    for (let i = 0; i < KEYS; i += 1) {
      await page.keyboard.press('abcde '[i % 6] ?? 'x');
      await page.waitForFunction(`taken.length > ${i}`);
    }
    const taken = (await page.evaluate<readonly number[]>('taken')).toSorted((a, b) => a - b);
    const slow = taken[Math.floor(0.95 * taken.length)] ?? Number.NaN;
    return measured('typing', 'ms', median(taken), 20, `95th percentile ${slow.toFixed(1)} of ${SLOWEST} ms`);
  } finally {
    await browser.close();
    await scene.close();
  }
};
