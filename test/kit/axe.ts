import assert from 'node:assert/strict';
import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { withScript } from './browser.ts';

/** WCAG 2.0 to 2.2, A and AA, and axe's own best practices. */
const ALL: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
};

/** The rules whose answer may change with the width and the colours of a page whose markup stays. */
const OF_THE_LOOK: RunOptions = {
  runOnly: {
    type: 'rule',
    values: ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable', 'skip-link'],
  },
  resultTypes: ['violations'],
};

/**
 * Asserts that axe finds nothing on the page as it now stands; the failure names each rule, what it means and where.
 * Works under the page's own content policy and on a page without script: axe runs in a world of its own, put there by
 * the debugger.
 * @param change gives the same page another look, in which the rules that depend on it are asked again.
 */
export const axeCheck = (page: Page, change?: () => Promise<unknown>): Promise<void> =>
  withScript(page, () =>
    withAxe(page, async (check) => {
      await check(ALL);
      if (change === undefined) return;
      await change();
      await check(OF_THE_LOOK);
    }),
  );

const withAxe = async (page: Page, use: (check: (options: RunOptions) => Promise<void>) => Promise<void>) => {
  const devtools = await page.context().newCDPSession(page);
  try {
    const { frameTree } = await devtools.send('Page.getFrameTree');
    const { executionContextId: contextId } = await devtools.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName: 'axe',
    });
    await devtools.send('Runtime.evaluate', { expression: axe.source, contextId });
    await use(async (options) => {
      const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', {
        expression: `axe.run(document, ${JSON.stringify(options)}).then((found) => JSON.stringify(found.violations))`,
        contextId,
        awaitPromise: true,
      });
      assert.equal(exceptionDetails, undefined, `axe could not run: ${exceptionDetails?.exception?.description}`);
      const violations = JSON.parse(String(result.value)) as AxeResults['violations'];
      assert.deepEqual(violations.map(told), [], `axe on ${page.url()}`);
    });
  } finally {
    await devtools.detach();
  }
};

const told = ({ id, help, nodes }: AxeResults['violations'][number]): string =>
  `${id}: ${help}\n${nodes.map((node) => `  ${node.target.join(' ')}: ${node.html}`).join('\n')}`;
