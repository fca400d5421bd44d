import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { unescaped } from './kit/forms.ts';
import { SLUG, createSampleScene } from './kit/sample.ts';

/** An organisation that is named by its short name in a debate finds it on its first screen, until it has replied. */

const scene = await createSampleScene();
after(scene.close);

const page = async (path: string, as: string | null): Promise<string> => {
  const answer = await scene.ask(`/${SLUG}${path}`, { headers: await scene.headers(as) });
  return unescaped(await answer.text());
};

const open = async (words: string): Promise<number> => {
  await scene.act(['diktyo-potamon', 1], 'debate.open', {
    text: 4,
    on: { kind: 'whole' },
    revision: scene.text(4).revisions.length,
    quote: null,
    words,
    language: 'en',
  });
  return scene.text(4).threads.length;
};

const reply = (by: string, thread: number, words: string) =>
  scene.act([by, 1], 'debate.reply', { text: 4, thread, words, language: 'en' });

const ASKED = /You are asked by name in the debate/u;

describe('an organisation that is named in a debate', () => {
  it('is asked on its first screen, nobody else is, and no more once it has replied', async () => {
    const thread = await open('What does @pro-delta say of the delta?');
    assert.match(await page('/today', 'pro-delta'), ASKED);
    for (const other of ['reka-vardar', 'diktyo-potamon']) assert.doesNotMatch(await page('/today', other), ASKED);
    assert.match(await page('/news', 'pro-delta'), /<strong>names you<\/strong>/u);
    await reply('pro-delta', thread, 'It is flat.');
    assert.doesNotMatch(await page('/today', 'pro-delta'), ASKED);
    await reply('reka-vardar', thread, 'Is it, @pro-delta? And @reka-vardar asks so.');
    assert.match(await page('/today', 'pro-delta'), ASKED);
    assert.doesNotMatch(await page('/today', 'reka-vardar'), ASKED);
    await scene.act(['diktyo-potamon', 1], 'debate.resolve', { text: 4, thread });
    assert.doesNotMatch(await page('/today', 'pro-delta'), ASKED);
  });

  it('stands there by its own name, in the frame of what was said; whoever is nobody stands as typed', async () => {
    const thread = await open('We ask @nehir-dernegi, @nobody-at-all and <b>@x</b>.');
    const shown = await (
      await scene.ask(`/${SLUG}/texts/4/debate?at=${thread}`, { headers: await scene.headers('reka-vardar') })
    ).text();
    assert.match(
      shown,
      /<blockquote>(?:(?!<\/blockquote>).)*<a class="mention" href="\/sample\/participants\/nehir-dernegi"\s*>@<bdi>Nehir Derneği<\/bdi>/su,
    );
    assert.match(shown, /@nobody-at-all and &lt;b&gt;@x&lt;\/b&gt;/u);
  });
});
