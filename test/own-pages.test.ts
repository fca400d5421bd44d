import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { DAY, after as later } from '../src/base/time.ts';
import { present } from '../src/charter/texts/texts.ts';
import { actIn, createForms, wordsIn } from './kit/forms.ts';
import { SLUG, createSampleScene } from './kit/sample.ts';

/** Pages of the conference's own (11.1): adopted texts that all placed by silence, to which every page leads from its foot. */

const scene = await createSampleScene({ met: false });
after(scene.close);
const { ask, send } = createForms(scene);

const TEXT = 2;
const { title } = present(scene.text(TEXT));
const get = async (path: string): Promise<Response> => scene.ask(`/${SLUG}${path}`);

/** Proposes it by the form, and lets the time go by in which anybody could disagree. */
const place = async (address: string): Promise<void> => {
  const html = await send('pro-delta', 'proposal.make', { text: TEXT, what: 'page', address, reason: 'To be found.' });
  await scene.act(['pro-delta', 1], 'proposal.make', actIn(html).body as never);
  const { version } = scene.text(TEXT).decision ?? assert.fail();
  scene.clock.set(later(scene.clock.now(), 40 * DAY));
  const said = { text: TEXT, version, kind: 'view', clauses: [], words: 'Well done.', public: false } as const;
  await scene.act(['pro-delta', 1], 'observation.make', said);
};

describe('a page of the conference’s own', () => {
  it('is proposed by a short address, which the form refuses where nobody could type it', async () => {
    assert.match(await (await ask('pro-delta', `proposal.make?text=${TEXT}`)).text(), /what=page/u);
    const wrong = { text: TEXT, what: 'page', address: '../Contact', reason: 'To be found.' };
    const html = await send('pro-delta', 'proposal.make', wrong, 422);
    assert.match(html, /value="\.\.\/Contact"/u);
    assert.equal((await get('/about/contact')).status, 404);
  });

  it('stands there once nobody has disagreed, in both languages, and every page leads to it', async () => {
    await place('contact');
    for (const language of ['en', 'el']) {
      const response = await get(`/about/contact?lang=${language}`);
      assert.equal(response.status, 200);
      const html = await response.text();
      assert.ok(html.includes(title) && html.includes(`href="/${SLUG}/decisions/${TEXT}"`));
    }
    for (const path of ['', '/about', '/decisions/1', '/guide'])
      assert.ok((await (await get(path)).text()).includes(`<a href="/${SLUG}/about/contact">`), path);
    const { pages } = (await (await scene.ask(`/api/conferences/${SLUG}`)).json()) as { readonly pages: unknown };
    assert.deepEqual(pages, [{ address: 'contact', text: TEXT }]);
    assert.ok((await (await get('/sitemap-1.xml')).text()).includes(`/about/contact?lang=en`));
    for (const other of ['/about/press', '/about/__proto__', '/about/constructor'])
      assert.equal((await get(other)).status, 404, other);
  });

  it('is taken off in the same way, and stays an adopted text', async () => {
    await place('');
    assert.equal((await get('/about/contact')).status, 404);
    assert.ok(!(await (await get('')).text()).includes('/about/contact'));
    assert.match(wordsIn(await (await get(`/decisions/${TEXT}`)).text()), /Signatories/u);
  });
});
