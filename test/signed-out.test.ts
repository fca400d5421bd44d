import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { unescaped } from './kit/forms.ts';
import { createSampleScene } from './kit/sample.ts';

/** What somebody types for longer than a session lasts is not lost with it. */

const scene = await createSampleScene();
after(scene.close);

const WORDS = 'A letter over several lines.\n\n“Quoted”, <b>marked</b> & signed.';

test('what is sent when a session has ended waits on the page that says so, and goes on from there', async () => {
  const typed = new URLSearchParams({ title: 'After a long evening', body: WORDS, step: 'preview' });
  const post = async (fields: URLSearchParams, as: string | null) =>
    scene.ask('/sample/do/text.table', { method: 'POST', headers: await scene.headers(as), body: fields });

  const answer = await post(typed, null);
  assert.equal(answer.status, 401);
  const page = await answer.text();
  const waiting = [...page.matchAll(/<input\s+type="hidden"\s+name="([^"]*)"\s+value="([^"]*)"/gu)];
  const carried = new URLSearchParams(waiting.map(([, name = '', value = '']) => [name, unescaped(value)]));
  assert.deepEqual([...carried], [...typed]);
  assert.match(page, /<form method="post" action="\/sample\/do\/text\.table">/u);
  assert.doesNotMatch(page, /<b>marked/u);

  const again = await post(carried, 'zelena-sava');
  const shown = unescaped(await again.text());
  for (const value of ['After a long evening', WORDS]) assert.ok(shown.includes(value), value);
});
