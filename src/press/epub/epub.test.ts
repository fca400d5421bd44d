import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { SaxesParser } from 'saxes';
import type { ClauseId, Language } from '../../base/ids.ts';
import { instant } from '../../base/time.ts';
import { theirWords } from '../../charter/final/said.ts';
import type { Book } from '../../conference/documents.ts';
import { openArchive } from '../unzip.ts';
import { writeEpub } from './write.ts';

const WORST = ']]> <script>&amp; "\' \u0001\u202e\ufffe السلام \ud800';

const book = (words: readonly string[], over: Partial<Book> = {}): Book => ({
  enclosed: [],
  sheet: {
    letterhead: ['<Ένωση & Union>'],
    symbol: 'CRB/2026/1',
    title: `${WORST}${'t'.repeat(480)}`,
    lines: [`by ${theirWords(WORST)}`],
    clauses: words.map((own, i) => ({ id: `o${i + 1}` as ClauseId, kind: 'operative', words: own })),
    back: [
      {
        kind: 'signatories',
        title: 'Signatories',
        blocks: [
          { kind: 'table', columns: ['Name'], rows: [[[{ words: theirWords(WORST), struck: true }]]] },
          { kind: 'table', columns: ['Name'], rows: [] },
          { kind: 'list', items: [] },
          { kind: 'calls', items: [] },
        ],
      },
      { kind: 'note', title: null, blocks: [{ kind: 'words', words: `${WORST}\nand more` }] },
      { kind: 'slips', title: 'Slips', blocks: [] },
    ],
  },
  language: 'el' as Language,
  ours: 'en' as Language,
  identifier: 'urn:uuid:8c9e0d2f-0000-8000-8000-000000000001',
  modified: instant(Date.UTC(2026, 10, 8, 9, 10, 11, 12)),
  contents: 'Contents',
  ...over,
});

/** Every part by its name, read strictly; with the ids in it, and what it refers to. */
const partsOf = async (file: ReturnType<typeof writeEpub>) => {
  const archive = await openArchive(file);
  const read = async (name: string) => {
    const text = new TextDecoder().decode((await archive.part(name)) ?? assert.fail(name));
    const [ids, refs]: [string[], string[]] = [[], []];
    const parser = new SaxesParser();
    parser.on('error', (fault) => assert.fail(`${name}: ${fault.message}`));
    parser.on('opentag', ({ attributes: { id, href } }) => {
      if (id !== undefined) ids.push(id);
      if (href !== undefined) refs.push(href);
    });
    parser.write(text).close();
    return { name, text, ids, refs };
  };
  const container = await read('META-INF/container.xml');
  assert.match(container.text, /full-path="package\.opf"/u);
  const opf = await read('package.opf');
  const pages = await Promise.all(opf.refs.filter((href) => href.endsWith('.xhtml')).map(read));
  return { opf, pages };
};

suite('a finished text as a book', () => {
  const CLAUSES = [
    WORST,
    'w'.repeat(3000),
    'long words '.repeat(727),
    'one^[a *note* with [a link](https://example.org/a?b=1&c=2)] and\ntwo^[another]',
  ];

  test('begins with what it is, so that whoever looks at its first bytes knows', () => {
    const file = writeEpub(book(CLAUSES));
    assert.deepEqual([file[8], file[9]], [0, 0], 'stored');
    const first = new TextDecoder().decode(file.subarray(30, 58));
    assert.equal(first, 'mimetypeapplication/epub+zip');
  });

  test('is well-formed whatever is written in it, and nothing of that acts', async () => {
    const { opf, pages } = await partsOf(writeEpub(book(CLAUSES)));
    assert.ok(pages.length >= 3);
    for (const { text } of [opf, ...pages]) assert.doesNotMatch(text, /<script/u);
  });

  test('passes an independent checker, whatever is written in it', async () => {
    for (const language of ['el', 'ar', null]) {
      const file = writeEpub(book(CLAUSES, { language: language as Language | null }));
      const { messages } = await EpubCheck.validate(file, {}, 'book.epub');
      assert.deepEqual(messages, []);
    }
  });

  test('has each id once, and leads to nothing that it does not have', async () => {
    const { opf, pages } = await partsOf(writeEpub(book(CLAUSES)));
    for (const { name, ids, refs } of pages) {
      assert.equal(new Set(ids).size, ids.length, name);
      for (const ref of refs)
        assert.ok(ref.startsWith('https:') || opf.refs.includes(ref) || ids.includes(ref.slice(1)), `${name}: ${ref}`);
    }
    const notes = pages.flatMap(({ text }) => text.match(/epub:type="(?:noteref|footnote)"/gu) ?? []);
    assert.equal(notes.length, 4);
  });

  test('says when it was last changed by what it tells, and in which languages it is', async () => {
    const { opf, pages } = await partsOf(writeEpub(book(CLAUSES)));
    assert.match(opf.text, /"dcterms:modified">2026-11-08T09:10:11Z</u);
    assert.match(opf.text, /<dc:language>el<\/dc:language><dc:language>en<\/dc:language>/u);
    const languages = pages.map(({ name, text }) => [name, /<html [^>]*\blang="(\w+)"/u.exec(text)?.[1]]);
    assert.deepEqual(Object.fromEntries(languages), {
      'nav.xhtml': 'en',
      'text.xhtml': 'el',
      'part-1.xhtml': 'en',
      'part-2.xhtml': 'en',
    });
  });

  test('says how its pages are turned, by the language of its words or else by its title', async () => {
    const turned = async (over: Partial<Book>): Promise<readonly (string | undefined)[]> => {
      const { opf, pages } = await partsOf(writeEpub(book(CLAUSES, over)));
      const ways = pages.map(({ text }) => /<html [^>]*\bdir="(\w+)"/u.exec(text)?.[1]);
      return [/page-progression-direction="(\w+)"/u.exec(opf.text)?.[1], ...ways];
    };
    await Promise.all(
      [
        [{ language: 'el' as Language }, 'ltr'],
        [{ language: 'ar' as Language }, 'rtl'],
        [{ language: 'ku-Arab' as Language }, 'rtl'],
        [{ language: 'sr-Latn' as Language }, 'ltr'],
        [{ language: null }, 'ltr'],
        [{ language: null, sheet: { ...book([]).sheet, title: 'السلام' } }, 'rtl'],
      ].map(async ([over, way]) =>
        assert.deepEqual(await turned(over as Partial<Book>), [way, 'ltr', way, 'ltr', 'ltr'], JSON.stringify(over)),
      ),
    );
  });

  test('lists every part but those that lead to the list', async () => {
    const file = writeEpub(book(CLAUSES));
    const { opf } = await partsOf(file);
    const { names } = await openArchive(file);
    assert.deepEqual(
      opf.refs.toSorted(),
      names.filter((name) => !['mimetype', 'META-INF/container.xml', 'package.opf'].includes(name)).toSorted(),
    );
  });

  test('is the same bytes each time', () => {
    assert.deepEqual(writeEpub(book(CLAUSES)), writeEpub(book(CLAUSES)));
  });
});
