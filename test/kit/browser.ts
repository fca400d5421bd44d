import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type CDPSession,
  type Page,
  chromium,
} from 'playwright-core';
import { findChromium } from './chromium.ts';
import { atEnd } from './together.ts';

/** How a page is looked at. Widths and heights in CSS pixels. */
export type Look = { readonly width: number; readonly scheme: 'light' | 'dark' };

/** The looks that every page must be right in: desk and phone, light and dark. */
export const LOOKS: readonly Look[] = [1280, 360].flatMap((width) => [
  { width, scheme: 'light' as const },
  { width, scheme: 'dark' as const },
]);

/** The narrowest screen that must not scroll sideways (WCAG 2.2, 1.4.10). */
export const NARROWEST = 320;

export type PageOptions = Partial<Look> & {
  /** `false` for a reader without JavaScript. */
  readonly script?: boolean;
  /** The languages that the browser asks for, such as `el`. Default `en`. */
  readonly locale?: string;
  /** What relative addresses given to `page.goto` start from. */
  readonly baseURL?: string;
};

/** Chromium, and pages in it. */
export type Kit = {
  readonly browser: Browser;
  /** A page in a context of its own: no cookie, key or cache is shared with another page. */
  readonly page: (options?: PageOptions) => Promise<Page>;
};

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A test that asks the network for anything must fail, not wait.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

let launched: Promise<Browser> | undefined;

/**
 * Chromium for this test file; its pages are closed after the file's last test. Call it at the top of the file:
 * `const { page } = await launch();`
 */
export const launch = async (): Promise<Kit> => {
  const contexts: BrowserContext[] = [];
  after(() => Promise.all(contexts.map((context) => context.close())));
  const browser = await (launched ??= start());
  return {
    browser,
    page: async ({ width = 1280, scheme = 'light', script = true, locale = 'en', baseURL } = {}) => {
      const options: BrowserContextOptions = {
        viewport: viewport(width),
        colorScheme: scheme,
        reducedMotion: 'reduce',
        locale,
        ...(baseURL === undefined ? {} : { baseURL }),
      };
      const context = await browser.newContext(options);
      contexts.push(context);
      // A busy machine makes nothing red.
      context.setDefaultTimeout(180_000);
      const page = await context.newPage();
      watch(page);
      if (!script) await stopScript(page);
      return page;
    },
  };
};

/** One for all files that run together. */
const start = async (): Promise<Browser> => {
  const { executablePath, env } = await findChromium();
  const browser = await chromium.launch({ executablePath, args: FLAGS, env: { ...process.env, ...env } });
  atEnd(() => browser.close());
  return browser;
};

const viewport = (width: number): { width: number; height: number } => ({ width, height: width < 600 ? 780 : 900 });

/** Pages without script. Not Playwright's own switch: that one cannot be turned back for `withScript`. */
const scriptless = new WeakMap<Page, CDPSession>();

const stopScript = async (page: Page): Promise<void> => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setScriptExecutionDisabled', { value: true });
  scriptless.set(page, devtools);
};

/** Runs `look` while script may run, also on a page without. The page's own scripts, passed over once, stay so. */
export const withScript = async <T>(page: Page, look: () => Promise<T>): Promise<T> => {
  const devtools = scriptless.get(page);
  await devtools?.send('Emulation.setScriptExecutionDisabled', { value: false });
  try {
    return await look();
  } finally {
    await devtools?.send('Emulation.setScriptExecutionDisabled', { value: true });
  }
};

const watched = new WeakMap<Page, string[]>();

const watch = (page: Page): void => {
  const faults: string[] = [];
  watched.set(page, faults);
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()} (${message.location().url})`);
  });
};

/** What went wrong in the page so far: uncaught errors, console errors, things the content policy blocked, failed loads. */
export const faultsOf = (page: Page): readonly string[] => watched.get(page) ?? [];

/** Shows the page as it is now in another look. */
export const lookAs = async (page: Page, { width, scheme }: Look): Promise<void> => {
  await page.setViewportSize(viewport(width));
  await page.emulateMedia({ colorScheme: scheme });
};

const SHOTS = new URL('../../tmp/shots/', import.meta.url);

/**
 * Writes one full-page picture for each look to `tmp/shots/NAME-WIDTH-SCHEME.png` and gives the page its own look back.
 * @returns the paths written.
 */
export const screenshot = async (
  page: Page,
  name: string,
  looks: readonly Look[] = LOOKS,
): Promise<readonly string[]> => {
  await mkdir(SHOTS, { recursive: true });
  const before = page.viewportSize();
  const paths: string[] = [];
  for (const { width, scheme } of looks) {
    const path = fileURLToPath(new URL(`${name}-${width}-${scheme}.png`, SHOTS));
    await lookAs(page, { width, scheme });
    await page.screenshot({ path, fullPage: true });
    paths.push(path);
  }
  if (before !== null) await page.setViewportSize(before);
  await page.emulateMedia({ colorScheme: null });
  return paths;
};

/** Asserts that the page does not scroll sideways at this width; names the elements that stick out. */
export const assertFits = async (page: Page, width: number = NARROWEST): Promise<void> => {
  const before = page.viewportSize();
  await page.setViewportSize(viewport(width));
  const tooWide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map(
        (element) =>
          `${element.tagName.toLowerCase()}.${element.className}: ${element.textContent.trim().slice(0, 40)}`,
      );
  });
  if (before !== null) await page.setViewportSize(before);
  assert.deepEqual(tooWide, [], `Wider than ${width} px: ${page.url()}`);
};
