import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { OrganisationId } from '../src/base/ids.ts';
import { instant } from '../src/base/time.ts';
import { forgetMarks } from '../src/conference/reading/fresh.ts';
import { createMemoryReadingMarks } from '../src/store/memory/reading-marks.ts';
import { unescaped } from './kit/forms.ts';
import { SLUG, createSampleScene } from './kit/sample.ts';

/** What is new to a delegate since they said that they had read: counted on every page, listed by subject, their own. */

const scene = await createSampleScene();
after(scene.close);
// Nobody has said yet that they have read.
for (const { organisation, delegate } of scene.marks.all(scene.conference.slug))
  scene.marks.remove(scene.conference.slug, organisation, delegate);

const ME = 'zelena-sava';
const OTHER = 'diktyo-potamon';

const page = async (path: string, as: string | null = ME, delegate = 1): Promise<string> => {
  const answer = await scene.ask(`/${SLUG}${path}`, { headers: await scene.headers(as, delegate) });
  return unescaped(await answer.text());
};

const countOn = async (path: string, as = ME, delegate = 1): Promise<string> =>
  /class="bell"[^>]*aria-label="What is new: ([^"]*)"/u.exec(await page(path, as, delegate))?.[1] ?? 'no bell';

const read = async (upTo: number | string = scene.conference.state().size, as = ME, delegate = 1): Promise<Response> =>
  scene.ask(`/${SLUG}/news`, {
    method: 'POST',
    headers: await scene.headers(as, delegate),
    body: new URLSearchParams({ upTo: `${upTo}` }),
  });

const debate = (words: string, by = OTHER) =>
  scene.act([by, 1], 'debate.open', {
    text: 4,
    on: { kind: 'whole' },
    revision: scene.text(4).revisions.length,
    quote: null,
    words,
    language: 'en',
  });

describe('what is new to a delegate', () => {
  it('is nothing once they have said that they have read, and then what others do, on every page', async () => {
    assert.equal((await read()).status, 303);
    assert.equal(await countOn('/today'), 'nothing');
    await debate('Is the river ours?');
    assert.equal(await countOn('/today'), '1');
    assert.equal(await countOn('/participants'), '1');
    const news = await page('/news');
    assert.match(news, /One thing is new/u);
    assert.match(news, /<h2>\s*<a href="\/sample\/texts\/4">/u, 'under its text');
    assert.match(news, /href="\/sample\/texts\/4\/debate\?at=\d+#t-\d+"/u, 'leading to it');
    assert.match(await page('/today'), /One thing is new/u);
    assert.match(await page('/texts'), /<span class="new">new<\/span>/u);
    assert.match(await page('/texts/4/debate'), /<span class="new">new<\/span>/u);
    await read();
    assert.doesNotMatch(await page('/texts'), /class="new"/u);
    assert.doesNotMatch(await page('/texts/4/debate'), /class="new"/u);
  });

  it('is not what their own organisation did, and a delegate’s own: neither a colleague’s mark nor another’s moves it', async () => {
    await read();
    await debate('We say so ourselves.', ME);
    assert.equal(await countOn('/today'), 'nothing');
    await debate('And they answer.');
    await read(scene.conference.state().size, OTHER);
    assert.equal(await countOn('/today'), '1');
    assert.equal((await page('/today', null)).includes('class="bell"'), false);
  });

  it('never comes back, nor goes ahead of the record, whatever is sent', async () => {
    await read();
    for (const upTo of ['0', '-5', 'x', '', '1e9', '99999999']) await read(upTo);
    await debate('One more.');
    assert.equal(await countOn('/today'), '1');
  });

  it('is told as more than is counted, where more than that was not looked at, and its pages hold all of it once', async () => {
    const fresh = 'reka-vardar';
    assert.match(await countOn('/today', fresh), /^\d+\+?$/u);
    const seen = new Set<string>();
    let path: string | undefined = '/news';
    for (let pages = 0; path !== undefined; pages += 1) {
      assert.ok(pages < 40, 'the pages come to an end');
      const shown: string = await page(path, fresh);
      for (const [, row = ''] of shown.matchAll(/<li>\s*((?:(?!<\/li>).)*· (?:(?!<\/li>).)*)<\/li>/gsu)) seen.add(row);
      path = /rel="next" href="\/sample(\/news\?before=\d+)"/u.exec(shown)?.[1];
    }
    assert.ok(seen.size > 20, `${seen.size} rows`);
  });

  it('holds an address that names no place in the record', async () => {
    for (const before of ['x', '-1', '99999', '1.5'])
      assert.equal(
        (await scene.ask(`/${SLUG}/news?before=${before}`, { headers: await scene.headers(ME) })).status,
        200,
      );
    assert.equal((await scene.ask(`/${SLUG}/news`)).status, 401);
  });

  it('shows on a text what changed since, where a revision has come', async () => {
    const text = scene.conference.state().texts.find(({ revisions }) => revisions.length > 1);
    assert.ok(text !== undefined);
    // Whoever read before the second revision came has read the first.
    await read(text.revisions[1]?.on.index ?? 0, 'pro-delta');
    const shown = await page(`/texts/${text.number}`, 'pro-delta');
    assert.match(shown, new RegExp(`changes\\?from=1&to=${text.revisions.length}"`, 'u'));
    await read(scene.conference.state().size, 'pro-delta');
    assert.doesNotMatch(await page(`/texts/${text.number}`, 'pro-delta'), /What changed since/u);
  });

  it('is forgotten of whoever speaks for their organisation no more', () => {
    const marks = createMemoryReadingMarks();
    const mark = { slug: scene.conference.slug, organisation: ME as OrganisationId, upTo: 3, at: instant(1) };
    marks.put({ ...mark, delegate: 1 });
    marks.put({ ...mark, delegate: 99 });
    forgetMarks(marks, [scene.conference], scene.clock.now());
    assert.deepEqual(
      marks.all(scene.conference.slug).map(({ delegate }) => delegate),
      [1],
    );
  });
});
