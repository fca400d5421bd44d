import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { checkPath } from '../src/web/texts/parts/hand-on.ts';
import { faultsOf, launch } from './kit/browser.ts';
import { createSampleScene } from './kit/sample.ts';

/** A document handed on: its link copied, and its code followed to the page that checks it. */

const scene = await createSampleScene({ listen: true });
after(scene.close);
const kit = await launch();
const page = await kit.page({ baseURL: scene.origin });
const FINISHED = ['decisions/3', 'statements/1', 'charters/1'] as const;

describe('a finished document', () => {
  for (const path of FINISHED)
    it(`bears a code, and ${path} is checked where it leads`, async () => {
      const html = await (await scene.ask(`/sample/${path}`)).text();
      assert.match(
        html,
        /<svg\s+class="qr"[^>]*\srole="img"\s+aria-label="Leads to the page that checks this document"/u,
      );
      await page.goto(checkPath(`/sample/${path}`));
      await page.getByText('This proof holds.').waitFor();
      assert.equal(await page.locator(`main a[href="/sample/${path}"]`).count(), 1);
      assert.deepEqual(faultsOf(page), []);
    });

  it('has its link copied, which is said', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: scene.origin });
    await page.goto('/sample/decisions/3');
    await page.getByRole('button', { name: 'Copy the link' }).click();
    await page.getByText('The link is copied.').waitFor();
    assert.equal(await page.evaluate('navigator.clipboard.readText()'), `${scene.origin}/sample/decisions/3`);
  });
});

describe('the page that checks', () => {
  it('says where a proof cannot be fetched, and takes nothing for a document that is none', async () => {
    const fault = async (): Promise<void> => {
      await page.goto(checkPath('/sample/decisions/999'));
      await page.getByText('Its proof could not be fetched').waitFor();
    };
    await fault();
    for (const path of [
      '//evil.example/decisions/1',
      '/sample/decisions/1/..',
      'https://evil.example',
      '/sample/texts/1',
    ]) {
      const html = await (await scene.ask(checkPath(path))).text();
      assert.doesNotMatch(html, /data-proof|main[^]*href="[^"]*evil[^]*<footer/u, path);
    }
  });
});
