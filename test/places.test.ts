import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createSampleScene } from './kit/sample.ts';

/** The menu: every place leads to a page, which says where one is, and everything else that lies there stands under it. */

const scene = await createSampleScene();
after(scene.close);

const page = async (who: string | null, path: string): Promise<string> => {
  const answer = await scene.ask(path, { headers: await scene.headers(who) });
  assert.equal(answer.status, 200, path);
  return answer.text();
};

interface Row {
  readonly links: readonly string[];
  readonly here: readonly string[];
}

/** The links of a row of the masthead, and those that say that one is there. */
const rowOf = (html: string, start: RegExp): Row => {
  const [, inside = ''] = new RegExp(`${start.source}(.*?)</nav>`, 'su').exec(html) ?? [];
  const links = [...inside.matchAll(/<a href="([^"]*)"([^>]*)>/gu)];
  const here = links.filter(([, , more]) => /aria-current="(?:page|true)"/u.test(more ?? ''));
  return { links: links.map(([, href = '']) => href), here: here.map(([, href = '']) => href) };
};

const menuIn = (html: string): Row => rowOf(html, /<nav aria-label="Places">/u);
const withinIn = (html: string): Row => rowOf(html, /<nav class="within"[^>]*>/u);

for (const [who, places] of [
  ['zelena-sava', 5],
  [null, 4],
] as const)
  test(`${who ?? 'everyone'} finds ${places} places, and in each what lies there`, async () => {
    const { links } = menuIn(await page(who, who === null ? '/sample' : '/sample/today'));
    assert.equal(links.length, places);
    const seen = new Set<string>();
    for (const link of links) {
      const first = await page(who, link);
      assert.deepEqual(menuIn(first).here, [link]);
      for (const inside of withinIn(first).links) {
        assert.ok(!seen.has(inside), `${inside} lies in two places`);
        seen.add(inside);
        const there = await page(who, inside);
        assert.deepEqual([menuIn(there).here, withinIn(there).here], [[link], [inside]], inside);
      }
    }
  });

test('what lies below a page of a place belongs to it and stands under its row; what has rows of its own has no other', async () => {
  for (const [who, path, place, row] of [
    [null, '/sample/charters/1', '/sample/about', '/sample/charters'],
    [null, '/sample/decisions/2', '/sample/decisions', '/sample/decisions'],
    ['zelena-sava', '/sample/letters/circulations', '/sample/letters', '/sample/letters/circulations'],
    ['zelena-sava', '/sample/texts/4', '/sample/texts', null],
    ['zelena-sava', '/sample/meetings/1', '/sample/meetings', null],
  ] as const) {
    const html = await page(who, path);
    const { links, here } = withinIn(html);
    assert.deepEqual([menuIn(html).here, here], [[place], row === null ? [] : [row]], path);
    assert.equal(links.length > 0, row !== null, path);
  }
});
