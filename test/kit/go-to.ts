import type { Page } from 'playwright-core';

/** Opens a page from one that is live: that one may load itself anew just then, which interrupts the first try. */
export const goTo = async (page: Page, path: string): Promise<void> => {
  await page.goto(path).catch(() => page.goto(path));
};
