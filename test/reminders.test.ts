import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { wordsIn, unescaped } from './kit/forms.ts';
import { SLUG, createSampleScene } from './kit/sample.ts';

/** Who has not answered stands where the answers do, with a letter to exactly those that needs a signature and no typing. */

const scene = await createSampleScene();
after(scene.close);

const page = async (path: string, as: string | null): Promise<string> => {
  const answer = await scene.ask(path, { headers: await scene.headers(as) });
  return unescaped(await answer.text());
};

const waitingIn = (html: string): string => /<section class="waiting"[\s\S]*?<\/section>/u.exec(html)?.[0] ?? '';

describe('who has not answered', () => {
  it('is told on the page where everyone stands, until they have', async () => {
    const before = waitingIn(await page(`/${SLUG}/texts/5/stand`, 'zelena-sava'));
    assert.match(before, /not said where (?:it stands|they stand)/u);
    assert.ok(!wordsIn(before).includes('Pro Delta'), 'who tabled it is not asked');
    assert.equal(waitingIn(await page(`/${SLUG}/texts/5/stand`, null)), '', 'and strangers are not told');
  });

  it('is reminded by a letter that is filled in, to exactly those', async () => {
    const waiting = waitingIn(await page(`/${SLUG}/texts/5/stand`, 'zelena-sava'));
    const href = /href="([^"]*letter\.send[^"]*)"/u.exec(waiting)?.[1] ?? assert.fail('no reminder');
    const form = await page(href, 'zelena-sava');
    assert.match(form, /value="unanswered:5" selected/u);
    assert.match(form, /Your answer is awaited: /u);
    assert.match(form, /\/sample\/texts\/5\/stand/u);
    const named = wordsIn(waiting);
    const listed = [...(/<div class="whom">[\s\S]*?<\/div>/u.exec(form)?.[0] ?? '').matchAll(/class="by">([^<]*)</gu)];
    assert.ok(listed.length > 0);
    for (const [, name = ''] of listed) assert.ok(named.includes(name), `${name} in ${named}`);
  });

  it('is nobody else, where nobody is left on the list', async () => {
    const href = `/${SLUG}/do/letter.send?list=unanswered:3`;
    assert.match(wordsIn(await page(href, 'zelena-sava')), /Nobody is on the list that was chosen any more/u);
    const sent = new URLSearchParams({
      kind: 'letter',
      list: 'unanswered:3',
      subject: 'A reminder',
      language: 'en',
      words: 'Please answer.',
    });
    const answer = await scene.ask(`/${SLUG}/do/letter.send`, {
      method: 'POST',
      headers: await scene.headers('zelena-sava'),
      body: sent,
    });
    assert.equal(answer.status, 422, 'it goes to nobody else instead');
  });

  it('is told of what was circulated, too', async () => {
    const waiting = waitingIn(await page(`/${SLUG}/letters/circulations/1`, 'zelena-sava'));
    assert.match(waiting, /list=unacknowledged(?:%3A|:)1&/u);
  });
});
