import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { launch } from './kit/browser.ts';
import { crawl } from './kit/crawl.ts';
import { createSampleScene } from './kit/sample.ts';
import { addSecrets } from './kit/secrets.ts';
import { usersWords } from './kit/users-words.ts';

/** What people wrote stands on every page in the parts that are for it, and nowhere in the page's own words. */

const kit = await launch();
/** Before its assembly, with what is hidden; and as it is shown, to one that serves everyone. */
const [before, shown] = await Promise.all([
  createSampleScene({ met: false, listen: true }),
  createSampleScene({ listen: true }),
]);
after(() => Promise.all([before.close(), shown.close()]));

const THEIRS = 'bdi, q, blockquote, .words, span[dir=auto], svg :is(text, title), textarea, option, head, script, pre';

/** What a page says in its own name. Runs in a page. */
const ownWords = ([markup, frames]: readonly [string, string]): string => {
  const page = new DOMParser().parseFromString(markup, 'text/html');
  for (const theirs of page.querySelectorAll(frames)) theirs.remove();
  return page.querySelector('body')?.textContent ?? '';
};

const CASES = [
  [before, null],
  [before, 'zelena-sava'],
  [shown, 'lumi-i-lire'],
] as const;

for (const [scene, who] of CASES)
  test(`users’ words stand in their frame, for ${who ?? 'everyone'}`, async () => {
    if (who !== null && scene === before) await addSecrets(scene);
    const written = await usersWords(scene);
    const token = who === null ? null : await scene.signIn(who);
    const pages = await crawl(
      scene,
      [who === null ? '/sample/about' : '/sample/today'],
      token,
      (path) =>
        path.startsWith('/sample') && !/[?&]lang=|\/(?:record|receipt)\/\d*[1-9]\d|\/log\/|\.single\.html$/u.test(path),
    );
    const page = await kit.page({ baseURL: scene.origin });
    await page.goto('/verify');
    const found: string[] = [];
    for (const { path, body, type } of pages) {
      if (type !== 'text/html') continue;
      const own = (await page.evaluate(ownWords, [body, THEIRS] as const))
        .replaceAll(/\s+/gu, ' ')
        .replaceAll(/“[^“”]*”|«[^«»]*»/gu, '“”');
      for (const words of written) {
        const at = own.indexOf(words);
        if (at >= 0)
          found.push(
            `${path}: ${own.slice(Math.max(0, at - 40), at)}⟦${words}⟧${own.slice(at + words.length, at + words.length + 20)}`,
          );
      }
    }
    assert.deepEqual(found, []);
  });
