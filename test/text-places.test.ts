import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { createSampleScene } from './kit/sample.ts';

/** The pages about a text (docs/DESIGN.md, "A text"): four tabs, and everything else one click from the tab in which it lies. */

const scene = await createSampleScene();
after(scene.close);

const MEMBER = 'diktyo-potamon';
const read = async (path: string): Promise<string> => {
  const answer = await scene.ask(path, { headers: await scene.headers(MEMBER) });
  assert.equal(answer.status, 200, path);
  return answer.text();
};

/** The links of the row of tabs, and which of them one is in. */
const tabsIn = (html: string): { readonly all: readonly string[]; readonly here: readonly string[] } => {
  const [, row = ''] = /<nav class="tabs"[^>]*>(.*?)<\/nav>/su.exec(html) ?? [];
  const links = [...row.matchAll(/<a href="([^"]*)"([^>]*)>/gu)];
  const here = links.filter(([, , more = '']) => more.includes('aria-current'));
  return { all: links.map(([, href = '']) => href), here: here.map(([, href = '']) => href) };
};

const linksIn = (html: string): ReadonlySet<string> =>
  new Set([...html.matchAll(/href="([^"#?]*)/gu)].map(([, href = '']) => href));

/** What each tab holds: its own page first. */
const HOLDS = {
  '': ['', '/clean', '/brackets', '/changes', '/authors', '/languages', '/observations'],
  '/points': ['/points', '/amendments', '/debate'],
  '/stand': ['/stand', '/common'],
  '/history': ['/history', '/proposals'],
} as const;

describe('a text', () => {
  it('has four tabs at every stage, and everything about it is one click from its tab', async () => {
    for (const { number, stage } of scene.conference.state().texts) {
      const base = `/sample/texts/${number}`;
      const tabs = Object.keys(HOLDS).map((tab) => `${base}${tab}`);
      for (const [tab, pages] of Object.entries(HOLDS)) {
        const links = linksIn(await read(`${base}${tab}`));
        for (const page of pages) {
          if (page === '/common' && stage !== 'negotiation' && stage !== 'decision') continue;
          const path = `${base}${page}`;
          assert.ok(links.has(path), `${path} is not one click from ${base}${tab}`);
          assert.deepEqual(tabsIn(await read(path)), { all: tabs, here: [`${base}${tab}`] }, path);
        }
      }
    }
  });

  it('says how far it is, and how many points are open', async () => {
    const stages = new Set(scene.conference.state().texts.map(({ stage }) => stage));
    assert.ok(stages.size > 1);
    for (const { number } of scene.conference.state().texts) {
      const html = await read(`/sample/texts/${number}`);
      assert.equal(html.match(/aria-current="step"/gu)?.length, 1);
    }
    const open = await read('/sample/texts/4/points');
    const cards = open.match(/<article class="point"/gu)?.length ?? 0;
    assert.ok(cards > 0);
    assert.match(open, new RegExp(`Open points \\(${cards}\\)`, 'u'));
  });

  it('shows on one card a clause’s words, their rivals, who objects and why, and the talk', async () => {
    const html = await read('/sample/texts/4/points');
    const [, card = ''] = /<article class="point" id="p-remove"(.*?)<\/article>/su.exec(html) ?? [];
    for (const part of [
      /within five years/u,
      /id="answer-clause-remove"/u,
      /Amendment 4/u,
      /id="answer-amendment-4"/u,
      /Not against taking them out/u,
      /Consultation 1/u,
      /href="[^"]*debate\?at=1/u,
      /amendment\.propose\?text=4&(?:amp;)?clause=remove/u,
      /consultation\.record\?text=4&(?:amp;)?clause=remove/u,
    ])
      assert.match(card, part);
  });
});
