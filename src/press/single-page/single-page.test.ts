import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launch } from '../../../test/kit/browser.ts';
import type { ClauseId, Language } from '../../base/ids.ts';
import { theirWords } from '../../charter/final/said.ts';
import type { SinglePage } from '../../conference/documents.ts';
import type { Clause } from '../../text/clause.ts';
import { writeSinglePage } from './write.ts';

const WORST = '</style></title><script>document.title = "taken"</script><img src="https://example.org/x"> &amp; " \'';

const clauses = (
  [
    { kind: 'heading', words: `Part^[a note ${WORST}]` },
    { kind: 'preambular', words: `Recalling *the* [principle](https://example.org/a?b=1&c=2) ${WORST},` },
    { kind: 'operative', words: 'w'.repeat(3000) },
    { kind: 'operative', words: 'long words '.repeat(727) },
    { kind: 'point', level: 4, words: 'تدعو المنظمات المشاركة Łódź 12 إلى حماية مياه النهر' },
  ] as const
).map((one, i): Clause => ({ ...one, id: `o${i + 1}` as ClauseId }));

const page = (over: Partial<SinglePage> = {}): SinglePage => ({
  sheet: {
    letterhead: [WORST],
    symbol: 'Resolution CRB/2026/2',
    title: `${WORST}${'t'.repeat(480)}`,
    lines: [theirWords(WORST)],
    clauses,
    back: [
      {
        kind: 'signatories',
        title: 'Signatories',
        blocks: [
          {
            kind: 'table',
            columns: ['Organisation', 'Country', 'What it signed', 'On'],
            rows: [
              [
                [{ words: theirWords('W'.repeat(120)), struck: false }],
                [{ words: theirWords(WORST), struck: true }],
                [{ words: 'the whole', struck: false }],
                [{ words: '8 November 2026', struck: false }],
              ],
            ],
          },
        ],
      },
      { kind: 'observations', title: 'Annex', blocks: [{ kind: 'words', words: WORST }] },
    ],
  },
  language: 'el' as Language,
  ours: 'en' as Language,
  address: 'https://conference.example/rivers/decisions/2',
  code: { leads: 'https://conference.example/verify?of=%2Frivers%2Fdecisions%2F2', label: 'A code' },
  ...over,
});

const words = (one: SinglePage): string => new TextDecoder().decode(writeSinglePage(one));

suite('a finished text as one page', () => {
  test('is the same bytes each time, and says in which language and direction it is', () => {
    assert.deepEqual(writeSinglePage(page()), writeSinglePage(page()));
    for (const [language, said] of [
      ['el', '<article lang="el" dir="ltr">'],
      ['ar', '<article lang="ar" dir="rtl">'],
      [null, '<article lang="" dir="ltr">'],
    ] as const)
      assert.ok(words(page({ language: language as Language | null })).includes(said), said);
  });

  test('opens from a file, asks nobody for anything, and nothing that is written in it acts', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'isonomia-page-'));
    after(() => rm(folder, { recursive: true }));
    const { page: open } = await launch();
    const file = join(folder, 'page.html');
    await writeFile(file, writeSinglePage(page()));
    const asked: string[] = [];
    const faults: string[] = [];
    const shown = await open({ width: 360 });
    await shown.context().setOffline(true);
    shown.on('request', (request) => asked.push(request.url()));
    shown.on('console', (message) => faults.push(message.text()));
    await shown.goto(pathToFileURL(file).href);
    assert.deepEqual(asked, [pathToFileURL(file).href]);
    assert.deepEqual(faults, []);
    assert.match(await shown.title(), /^<\/style>/u);
    assert.equal(await shown.locator('script, img').count(), 0);
    assert.equal(await shown.locator('article p').count(), 5);
    const wide = await shown.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 360, `${wide} px wide on a phone`);
  });
});
