import type { Page } from 'playwright-core';

/** How soon one comes to what a page is for. */

/** The most Tabs from the skip link to the main action of a page; of a form to its first field. A link within the page counts as one. */
export const MOST_TABS = 12;

/** How many Tabs after the skip link the main action is reached; 0: the page has none. */
export const tabsToAction = (page: Page): Promise<number> =>
  page.evaluate((most) => {
    const reached = [
      ...document.querySelectorAll(
        'main :is(a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"])',
      ),
    ].filter((one) => one.getAttribute('tabindex') !== '-1' && one.checkVisibility());
    // Node.DOCUMENT_POSITION_FOLLOWING
    const FOLLOWING = 4;
    const isAction = (one: PageElement): boolean =>
      one.matches('.button, .take > summary, :is(form *, [form]):is(input, select, textarea, button:not(.plain))');
    const from = (first: number): number => {
      const at = reached.slice(first).findIndex(isAction);
      return at < 0 ? Infinity : at + 1;
    };
    if (!reached.some(isAction)) return 0;
    const leaps = reached.slice(0, most).map((one, i) => {
      const href = one.getAttribute('href') ?? '';
      const target = href.startsWith('#') ? document.querySelector(href) : null;
      if (target === null) return Infinity;
      const next = reached.findIndex((other) => (target.compareDocumentPosition(other) & FOLLOWING) !== 0);
      return next < 0 ? Infinity : i + 1 + from(next);
    });
    return Math.min(from(0), ...leaps);
  }, MOST_TABS);

/** Where the first clause of a text begins on a phone, in CSS pixels; `null`: the page shows none. */
export const firstClause = async (page: Page): Promise<number | null> => {
  await page.setViewportSize({ width: 360, height: 740 });
  return page.evaluate(
    () => document.querySelector('main :is(.clause, .no) .words')?.getBoundingClientRect().top ?? null,
  );
};
