import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { LANGUAGES } from '../src/web/messages/index.ts';
import { findChromium } from '../test/kit/chromium.ts';
import { createSampleScene } from '../test/kit/sample.ts';

/** `node bin/pictures.ts`: takes the pictures of docs/GUIDE.md and the README anew, of the sample as a member sees it, in each language. */

const OUT = new URL('../docs/pictures/', import.meta.url);
const MEMBER = 'zelena-sava';

/** Each picture, and the page below the conference that it is of. */
const PICTURES = {
  today: 'today',
  text: 'texts/4',
  points: 'texts/4/points',
  decision: 'decisions/2',
  meetings: 'meetings',
  statement: 'statements/1',
};

await mkdir(OUT, { recursive: true });
const scene = await createSampleScene({ listen: true });
const browser = await chromium.launch({ ...(await findChromium()), args: ['--headless', '--no-sandbox'] });
const session = { ...scene.cookie(await scene.signIn(MEMBER)), url: scene.origin };
for (const locale of LANGUAGES) {
  const context = await browser.newContext({ baseURL: scene.origin, viewport: { width: 1280, height: 800 }, locale });
  await context.addCookies([session]);
  const page = await context.newPage();
  for (const [name, path] of Object.entries(PICTURES)) {
    await page.goto(`/sample/${path}`, { waitUntil: 'networkidle' });
    const file = locale === 'en' ? `${name}.png` : `${name}.${locale}.png`;
    await page.screenshot({ path: fileURLToPath(new URL(file, OUT)) });
  }
}
await browser.close();
await scene.close();
