import assert from 'node:assert/strict';
import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { withScript } from './browser.ts';

/** WCAG 2.0 to 2.2, A and AA, and axe's own best practices. */
const OPTIONS: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
};

/**
 * Asserts that axe finds nothing on the page as it now stands; the failure names each rule, what it means and where.
 * Works under the page's own content policy and on a page without script: axe runs in a world of its own, put there by
 * the debugger.
 */
export const axeCheck = (page: Page): Promise<void> => withScript(page, () => check(page));

const check = async (page: Page): Promise<void> => {
  const devtools = await page.context().newCDPSession(page);
  try {
    const { frameTree } = await devtools.send('Page.getFrameTree');
    const { executionContextId: contextId } = await devtools.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName: 'axe',
    });
    await devtools.send('Runtime.evaluate', { expression: axe.source, contextId });
    const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', {
      expression: `axe.run(document, ${JSON.stringify(OPTIONS)}).then((found) => JSON.stringify(found.violations))`,
      contextId,
      awaitPromise: true,
    });
    assert.equal(exceptionDetails, undefined, `axe could not run: ${exceptionDetails?.exception?.description}`);
    const violations = JSON.parse(String(result.value)) as AxeResults['violations'];
    assert.deepEqual(violations.map(told), [], `axe on ${page.url()}`);
  } finally {
    await devtools.detach();
  }
};

const told = ({ id, help, nodes }: AxeResults['violations'][number]): string =>
  `${id}: ${help}\n${nodes.map((node) => `  ${node.target.join(' ')}: ${node.html}`).join('\n')}`;
