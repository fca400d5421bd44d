import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { inflateSync } from 'node:zlib';
import { launch } from './kit/browser.ts';
import { createSampleScene } from './kit/sample.ts';

/** The site on a phone: put beside its programs, and read again without a network, with what is a reader's own gone when they are. */

const scene = await createSampleScene({ listen: true });
after(scene.close);
const kit = await launch();

const START = 'Keep what I read on this device';
const READ_AGAIN = /Read offline, as of .*It may have changed since/u;

const reader = async (organisation: string | null, own: boolean) => {
  const page = await kit.page({ baseURL: scene.origin });
  const context = page.context();
  if (organisation !== null) {
    const cookie = scene.cookie(await scene.signIn(organisation));
    await context.addCookies([{ ...cookie, url: scene.origin }]);
  }
  await page.goto('/offline');
  if (own) await page.getByLabel('Also keep what I see when I am signed in').check();
  await page.getByRole('button', { name: START }).click();
  await page.getByText('From now on the pages that you read').waitFor();
  const words = async (path: string): Promise<string> => {
    await page.goto(path);
    return page.locator('body').innerText();
  };
  /** How many pages are kept, once one more has come to be. */
  const keptUpTo = (count: number) =>
    page.waitForFunction(async (wanted) => {
      let kept = 0;
      for (const name of ['isonomia-open', 'isonomia-own']) kept += (await (await caches.open(name)).keys()).length;
      return kept >= wanted;
    }, count);
  return { page, context, words, keptUpTo };
};

describe('without a network', () => {
  it('a stranger reads again what they read, as of when it was; what was not read is not there', async () => {
    const { context, words, keptUpTo } = await reader(null, false);
    assert.doesNotMatch(await words('/sample/decisions/3'), READ_AGAIN);
    await keptUpTo(1);
    await context.setOffline(true);
    const again = await words('/sample/decisions/3');
    assert.match(again, READ_AGAIN);
    assert.match(again, /Drinking water is held in common/u);
    assert.match(await words('/sample/decisions/2'), /This device can keep the pages that you read/u);
    await context.setOffline(false);
    assert.doesNotMatch(await words('/sample/decisions/3'), READ_AGAIN);
    await context.close();
  });

  it('a member reads again what they chose to keep, and no form; once they have signed out it is gone', async () => {
    const { page, context, words, keptUpTo } = await reader('diktyo-potamon', true);
    await words('/sample/do/observation.make?text=4');
    await words('/sample/texts/4');
    await keptUpTo(1);
    await context.setOffline(true);
    assert.match(await words('/sample/texts/4'), READ_AGAIN);
    assert.match(await words('/sample/do/observation.make?text=4'), /This device can keep/u);
    await context.setOffline(false);
    await words('/sample/texts/4');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL('**/sample');
    await context.setOffline(true);
    assert.match(await words('/sample/texts/4'), /This device can keep/u);
    await context.close();
  });

  it('nothing of a member is there who did not choose so, and nothing at all once the reader has ended it', async () => {
    const { page, context, words, keptUpTo } = await reader('diktyo-potamon', false);
    await words('/sample/texts/4');
    await words('/offline');
    assert.equal(await page.locator('offline-reading li').count(), 0);
    await page.getByLabel('Also keep what I see when I am signed in').check();
    await words('/sample/texts/4');
    await keptUpTo(1);
    await words('/offline');
    await page.locator('offline-reading li').first().waitFor();
    await page.getByRole('button', { name: 'Keep nothing more' }).click();
    await page.getByText('Nothing is kept on this device any more.').waitFor();
    assert.deepEqual(
      await page.evaluate(
        'caches.keys().then((names) => names.filter((name) => name !== "isonomia-choice" && name !== "isonomia-own"))',
      ),
      [],
    );
    await context.close();
  });
});

describe('on a phone', () => {
  it('the site is put beside the programs, with icons of its own', async () => {
    const html = await (await scene.ask('/sample')).text();
    assert.match(html, /<link rel="manifest" href="\/assets\/isonomia\.webmanifest"/u);
    const manifest = (await (await scene.ask('/assets/isonomia.webmanifest')).json()) as {
      readonly icons: readonly { readonly src: string; readonly sizes: string; readonly type: string }[];
    };
    for (const { src, sizes, type } of manifest.icons) {
      const answer = await scene.ask(src);
      assert.deepEqual([answer.status, answer.headers.get('content-type')], [200, type], src);
      if (type !== 'image/png') continue;
      const bytes = Buffer.from(await answer.arrayBuffer());
      const side = bytes.readUInt32BE(16);
      assert.equal(sizes, `${side}x${side}`);
      const rows = inflateSync(bytes.subarray(41, 41 + bytes.readUInt32BE(33)));
      const at = (x: number, y: number) => [...rows.subarray(y * (1 + side * 3) + 1 + x * 3).subarray(0, 3)];
      // The square is ink, its bars are paper.
      assert.deepEqual(at(0, 0), [0x1d, 0x4f, 0x8c]);
      assert.deepEqual(at(side / 2, Math.round((side * 12) / 32)), [0xfc, 0xfb, 0xf8]);
    }
  });
});
