import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { utf8 } from '../src/base/bytes.ts';
import { attach } from '../src/record/envelope.ts';
import { wordsIn } from './kit/forms.ts';
import { createSampleScene } from './kit/sample.ts';

/** Looking for something on the pages, and by the API: what is found, how it is shown, and that nothing that is typed breaks it. */

const scene = await createSampleScene();
after(scene.close);
const member = await scene.headers('zelena-sava');

const ask = async (path: string, headers: Record<string, string> = {}): Promise<string> => {
  const answer = await scene.ask(path, { headers });
  assert.equal(answer.status, 200, path);
  return answer.text();
};
const search = (q: string, more = '', headers: Readonly<Record<string, string>> = member): Promise<string> =>
  ask(`/sample/search?${new URLSearchParams({ q }).toString()}${more}`, headers);
const linksIn = (html: string): readonly string[] =>
  [...html.matchAll(/<span class="what block" dir="auto"\s*><a href="([^"]*)"/gu)].map(([, href = '']) => href);

describe('the page', () => {
  it('is led to from every other, for members and for everybody', async () => {
    for (const headers of [member, {}]) {
      const page = await ask('/sample/decisions', headers);
      assert.match(page, /<form class="search" method="get" action="\/sample\/search" role="search">/u);
      assert.match(wordsIn(await ask('/sample/search', headers)), /Every word must be there/u);
    }
  });

  for (const [asked, found] of [
    ['sava', '/sample/participants/zelena-sava'],
    ['САВА', '/sample/participants/zelena-sava'],
    ['δικτυο ποταμων', '/sample/participants/diktyo-potamon'],
    ['diktyo potamon', '/sample/participants/diktyo-potamon'],
    ['Дикти', '/sample/participants/diktyo-potamon'],
    ['codrul batran', '/sample/participants/codrul-batran'],
    ['drinking water', '/sample/decisions/3'],
  ] as const)
    it(`finds ${found} by ${asked}`, async () => assert.ok(linksIn(await search(asked)).includes(found)));

  it('finds a statement by its event and by what leads in to its calls, and an organisation by every name and country in print', async () => {
    await scene.act(['zelena-sava', 1], 'organisation.rename', {
      printed: [
        { name: 'Udruga Zelena Sava', country: 'Hrvatska' },
        { name: 'Green Sava', country: 'Croatia' },
        { name: 'Prasini Ochthi', country: 'Kroatia' },
      ],
    });
    await scene.act(['zelena-sava', 1], 'statement.open', {
      title: 'On what is lost',
      event: { name: 'Breaking of the weir at Jasenovac', on: '2026-03-12' },
      clauses: [{ id: 'a', kind: 'paragraph', words: 'It broke.' }],
      lead: 'Whoever can is implored:',
      calls: ['to come'],
    });
    const number = scene.conference.state().statements.length;
    for (const asked of ['breaking jasenovac', 'implored whoever'])
      assert.ok(linksIn(await search(asked)).includes(`/sample/statements/${number}`), asked);
    for (const asked of ['prasini ochthi', 'kroatia', 'hrvatska'])
      assert.ok(linksIn(await search(asked)).includes('/sample/participants/zelena-sava'), asked);
  });

  it('marks what was looked for, in frames of what people wrote', async () => {
    const page = await search('drinking wat');
    assert.match(page, /<bdi><mark>Drinking<\/mark> <mark>water<\/mark> is held in common<\/bdi>/u);
    assert.match(page, /<blockquote><p dir="auto">[^<]*<mark>/u);
  });

  it('shows what is typed as it was typed, and nothing more', async () => {
    const page = await search('<script>alert(1)</script>"\'&');
    assert.ok(!page.includes('<script>alert'));
    assert.match(page, /value="&lt;script&gt;alert\(1\)&lt;\/script&gt;&quot;&#39;&amp;"/u);
  });

  it('leads to all finds, page by page, none of them twice', async () => {
    const seen: string[] = [];
    let path: string | undefined = '/sample/search?q=the';
    let [, of] = [0, 0];
    while (path !== undefined) {
      const page: string = await ask(path, member);
      of = Number(/\d+–\d+ of (\d+)/u.exec(page)?.[1]);
      seen.push(...linksIn(page));
      path = /<a rel="next" href="([^"]*)"/u.exec(page)?.[1]?.replaceAll('&amp;', '&');
      assert.ok(seen.length <= 600);
    }
    assert.ok(of > 100, `${of}`);
    assert.equal(seen.length, of);
  });

  it('can be narrowed to one kind, and says how much there is of each', async () => {
    const page = await search('water');
    const letters = Number(/Organisations \((\d+)\)/u.exec(page)?.[1]);
    assert.ok(letters > 0);
    const narrowed = await search('water', '&kind=organisation');
    assert.equal(linksIn(narrowed).length, Math.min(10, letters));
    assert.ok(linksIn(narrowed).every((href) => href.startsWith('/sample/participants/')));
    assert.ok(linksIn(await search('water', '&kind=entry')).every((href) => href.startsWith('/sample/record/')));
    assert.ok(linksIn(page).every((href) => !href.startsWith('/sample/record/')));
  });

  it('takes anything', async () => {
    const HOSTILE = [
      '"',
      '""',
      '*',
      'NEAR(a b)',
      'a OR b NOT c',
      '^x',
      'members_words: water',
      "'; drop table head; --",
      '\u0000',
      'ß',
      '😀',
      '*'.repeat(9000),
      'water '.repeat(2000),
      '"water',
    ];
    for (const asked of HOSTILE) for (const more of ['', '&kind=nothing', '&after=nothing']) await search(asked, more);
    assert.match(await search('water '.repeat(2000)), /Only the first 8 words count/u);
    assert.deepEqual(scene.faults, []);
  });
});

describe('the API', () => {
  const api = (query: string): Promise<Response> =>
    scene.ask(`/api/conferences/sample/search?${query}`, { headers: member });
  type Find = {
    readonly name: string;
    readonly kind: string;
    readonly words: readonly { text: string; hit: boolean }[];
  };

  it('answers the same in pages', async () => {
    const names: string[] = [];
    let next: string | undefined = 'q=water';
    while (next !== undefined) {
      const answer = await api(next);
      const finds = (await answer.json()) as readonly Find[];
      names.push(...finds.map(({ name }) => name));
      for (const { words } of finds.slice(0, 3)) assert.ok(words.every(({ text }) => text !== ''));
      next = /\?([^>]*)>; rel="next"/u.exec(answer.headers.get('link') ?? '')?.[1];
    }
    assert.equal(new Set(names).size, names.length);
    assert.ok(names.length > 20 && names.includes('texts/3'));
  });

  it('refuses what names no kind, and no find', async () => {
    for (const query of ['q=water&kind=nothing', 'q=water&after=texts/99'])
      assert.equal((await api(query)).status, 400);
  });
});

it('what is erased is not found any more', async () => {
  const words = attach(utf8('The password of the pump house is swordfish.'));
  const letter = { kind: 'letter', subject: 'Keys', language: 'en', answers: null, words: words.hash, files: [] };
  const to = { correspondent: null, list: { kind: 'participants' } };
  await scene.act(['pro-delta', 1], 'letter.send', { ...letter, ...to } as never, { attachments: [words] });
  assert.match(await search('swordfish'), /<mark>swordfish<\/mark>/u);
  await scene.act(['pro-delta', 1], 'attachment.erase', { attachment: words.hash, reason: 'It was no fish.' });
  assert.match(wordsIn(await search('swordfish')), /Nothing was found/u);
});
