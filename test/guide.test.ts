import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, describe, it, test } from 'node:test';
import { messagesIn } from '../src/web/messages/index.ts';
import { unescaped } from './kit/forms.ts';
import { createSampleScene } from './kit/sample.ts';

/** What the guide for people says stands on the pages as it says. */

const scene = await createSampleScene();
after(scene.close);

const docs = new URL('../docs/', import.meta.url);
const GUIDES = { en: 'GUIDE.md', el: 'GUIDE.el.md' } as const;
const guideOf = (language: keyof typeof GUIDES): string => readFileSync(new URL(GUIDES[language], docs), 'utf8');
const LANGUAGES = ['en', 'el'] as const;

const stringsIn = (messages: unknown): readonly string[] => {
  if (typeof messages === 'string') return [messages];
  return typeof messages === 'object' && messages !== null ? Object.values(messages).flatMap(stringsIn) : [];
};

for (const language of LANGUAGES) {
  const guide = guideOf(language);

  test(`every label in the guide is one of the pages’ own: ${language}`, () => {
    const labels = [...guide.matchAll(/\*\*([^*]+)\*\*/gu)].map(([, label]) => label);
    assert.ok(labels.length > 20);
    const known = new Set(stringsIn(messagesIn(language)));
    assert.deepEqual(
      labels.filter((label) => !known.has(label ?? '')),
      [],
    );
  });

  test(`every picture and page that the guide leads to is there: ${language}`, () => {
    const targets = [...guide.matchAll(/\]\(([^)#]+)\)/gu)].map(([, target = '']) => target);
    assert.ok(targets.length > 5);
    assert.deepEqual(
      targets.filter((target) => !existsSync(new URL(target, docs))),
      [],
    );
  });
}

test('the guide says the same in each language: as many headings, steps, pictures and labels, in their order', () => {
  const shape = (language: keyof typeof GUIDES): readonly string[] =>
    [...guideOf(language).matchAll(/^(?:#+|-|\d+\.) |pictures\/[a-z]+(?=\.)/gmu)].map(([mark]) => mark);
  assert.deepEqual(shape('el'), shape('en'));
});

describe('the guide inside', () => {
  for (const language of LANGUAGES)
    it(`shows all of it, with its pictures: ${language}`, async () => {
      const page = await (await scene.ask(`/sample/guide?lang=${language}`)).text();
      const source = guideOf(language);
      const [, heading = ''] = /^## (.+)$/mu.exec(source) ?? [];
      assert.ok(page.includes(`<h2>${heading}</h2>`), heading);
      const words = (text: string): string => text.replaceAll(/^(?:#+|-|\d+\.) |\]\([^)]*\)|[*_`![]|\s/gmu, '');
      const shown = words(
        unescaped(page.replaceAll(/<img [^>]*alt="([^"]*)"[^>]*>/gu, '$1').replaceAll(/<[^>]+>/gu, '')),
      );
      for (const line of source.split(/\n+/u)) assert.ok(shown.includes(words(line.trim())), line);
      for (const [, name = ''] of source.matchAll(/pictures\/([a-z.]+)\.png/gu)) {
        assert.equal(name.endsWith('.el'), language === 'el');
        assert.ok(page.includes(`/assets/guide/${name}.png`), name);
        const picture = await scene.ask(`/assets/guide/${name}.png`);
        assert.deepEqual([picture.status, picture.headers.get('content-type')], [200, 'image/png']);
      }
    });

  it('leads to no file but its own', async () => {
    for (const name of ['guide/other.png', 'guide/..%2FGUIDE.md', 'guide/today.md'])
      assert.equal((await scene.ask(`/assets/${name}`)).status, 404, name);
  });
});
