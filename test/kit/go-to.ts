import type { Page } from 'playwright-core';

/**
 * Opens another page from a live one whose session may just have ended, which makes that one load itself anew. It is left for an empty
 * page first: of two loads at once, chance would say which one stays.
 */
export const goTo = async (page: Page, path: string): Promise<void> => {
  await page.goto('about:blank').catch(() => undefined);
  // A load that began before can still come between; it has ended when it does.
  await page.goto(path).catch(() => page.goto(path));
};
