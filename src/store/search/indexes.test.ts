import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import type { ConferenceId, Slug } from '../../base/ids.ts';
import type { Kind, Source } from '../../conference/search/document.ts';
import { type Change, type Head, IndexLost, type SearchIndex } from '../../conference/search/index-port.ts';
import { holdsAll } from '../../conference/search/matching.ts';
import { readQuery } from '../../conference/search/query.ts';
import { openIndexFile } from './file.ts';
import { openSearchIndexes } from './indexes.ts';

/** The index in SQLite: it finds what holds the words and nothing else, keeps its faces and its conferences apart, forgets what it is told to, and is made anew when it is not whole. */

const scratch = mkdtempSync(join(tmpdir(), 'isonomia-search-'));
after(() => rmSync(scratch, { recursive: true }));

const [ONE, TWO] = ['one' as Slug, 'two' as Slug] as const;
const HEAD: Head = { conference: 'c' as ConferenceId, maker: '1', size: 7, root: 'AA' };

const source = (key: string, words: string, more: Partial<Source> = {}): Source => ({
  key,
  kind: 'text',
  entry: 1,
  title: '',
  words,
  ...more,
});

/** What everybody sees of a text, and what members do besides. */
const change = (number: number, open: readonly Source[], inner: readonly Source[] = []): Change => ({
  cluster: `texts/${number}`,
  faces: { everyone: open, members: [...open, ...inner] },
});

const keysFor = async (
  index: SearchIndex,
  asked: string,
  {
    face = 'members',
    kind = null,
    most = 100,
  }: { face?: 'everyone' | 'members'; kind?: Kind | null; most?: number } = {},
): Promise<readonly string[]> => (await index.find(face, readQuery(asked), kind, most)).found.map(({ key }) => key);

/** Indexes without a thread: what the thread does with them is the same. */
const withIndexes = async (
  folder: string | null,
  use: (index: SearchIndex, other: SearchIndex) => Promise<void>,
): Promise<void> => {
  if (folder !== null) mkdirSync(folder, { recursive: true });
  const files = [ONE, TWO].map((slug) => openIndexFile(folder === null ? null : join(folder, `${slug}.sqlite`)));
  const [one, two] = files.map((file): SearchIndex => ({
    head: async () => file.use((tables) => tables.head(), false),
    clear: async () => file.use((tables) => tables.clear(), true),
    write: async (changes, head) => file.use((tables) => tables.write(changes, head), true),
    find: async (face, query, kind, most) => file.use((tables) => tables.find(face, query, kind, most), false),
    list: async (face, asked) => file.use((tables) => tables.list(face, asked), false),
  }));
  try {
    if (one !== undefined && two !== undefined) await use(one, two);
  } finally {
    for (const file of files) file.close();
  }
};

let folders = 0;
const newFolder = (): string => join(scratch, `${++folders}`);

describe('the index', () => {
  it('puts what is called so first, then the newest', () =>
    withIndexes(null, async (index) => {
      const all = [
        source('old', 'water', { entry: 1 }),
        source('new', 'water', { entry: 9 }),
        source('named', 'else', { title: 'Water', entry: 3 }),
      ];
      await index.write([change(1, all)], null);
      assert.deepEqual(await keysFor(index, 'water'), ['named', 'new', 'old']);
      assert.deepEqual(await keysFor(index, 'water', { most: 2 }), ['named', 'new']);
    }));

  it('finds by kind, and entries of the record only where they are asked for', () =>
    withIndexes(null, async (index) => {
      const all = [
        source('a', 'water'),
        source('b', 'water', { kind: 'letter' }),
        source('c', 'water', { kind: 'entry' }),
      ];
      await index.write([change(1, all)], null);
      assert.deepEqual((await keysFor(index, 'water')).toSorted(), ['a', 'b']);
      assert.deepEqual(await keysFor(index, 'water', { kind: 'letter' }), ['b']);
      assert.deepEqual(await keysFor(index, 'water', { kind: 'entry' }), ['c']);
      const { kinds } = await index.find('members', readQuery('water'), 'letter', 100);
      assert.deepEqual(
        [...kinds],
        [
          ['text', 1],
          ['letter', 1],
          ['entry', 1],
        ],
      );
    }));

  it('shows nothing of one face on the other, nor of one conference in another', () =>
    withIndexes(null, async (index, other) => {
      await index.write([change(1, [source('open', 'water')], [source('inner', 'water')])], null);
      assert.deepEqual(await keysFor(index, 'water', { face: 'everyone' }), ['open']);
      assert.equal((await index.find('everyone', readQuery('water'), null, 9)).kinds.get('text'), 1);
      assert.deepEqual(await keysFor(other, 'water'), []);
    }));

  it('has of a cluster what it was last given, and nothing that was before', () =>
    withIndexes(null, async (index) => {
      await index.write(
        [change(1, [source('a', 'water'), source('b', 'water')]), change(2, [source('c', 'water')])],
        null,
      );
      await index.write([change(1, [source('b', 'wine'), source('d', 'water')])], null);
      assert.deepEqual((await keysFor(index, 'water')).toSorted(), ['c', 'd']);
      assert.deepEqual(await keysFor(index, 'wine'), ['b']);
    }));

  it('takes whatever is typed for words', () =>
    withIndexes(null, async (index) => {
      await index.write([change(1, [source('a', 'near or and not water')])], null);
      const hostile = [
        '"',
        '""',
        '*',
        'NEAR(',
        'near OR AND NOT',
        'a:b',
        '^water',
        '{members_words}: x',
        "'; drop table head; --",
        '\u0000',
        '\uD800',
        'water*'.repeat(2000),
      ];
      for (const asked of hostile) if (readQuery(asked).terms.length > 0) await keysFor(index, asked);
      assert.deepEqual(await keysFor(index, 'NEAR OR AND NOT water*'), ['a']);
    }));

  it('finds the same as is told from the words themselves', () =>
    withIndexes(null, async (index) => {
      const word = fc.constantFrom(
        'water',
        'Water',
        'watering',
        'clean',
        'Κλίν',
        'Вода',
        'voda',
        'a',
        'đak',
        'djak',
        'χώρα',
        '2026',
        'chora',
      );
      const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
      const asked = fc.array(
        fc.oneof(
          word,
          text.map((words) => `"${words}"`),
        ),
        { minLength: 1, maxLength: 3 },
      );
      await fc.assert(
        fc.asyncProperty(fc.array(text, { maxLength: 8 }), asked, async (texts, parts) => {
          const query = readQuery(parts.join(' '));
          await index.write(
            [
              change(
                1,
                texts.map((words, i) => source(`${i}`, words)),
              ),
            ],
            null,
          );
          const held = texts.flatMap((words, i) => (holdsAll(query, words) ? [`${i}`] : []));
          assert.deepEqual((await keysFor(index, parts.join(' '))).toSorted(), held);
        }),
        { numRuns: 60 },
      );
    }));
});

describe('the file of an index', () => {
  const filled = async (folder: string): Promise<void> =>
    withIndexes(folder, async (index) => index.write([change(1, [source('a', 'water')])], HEAD));

  it('is there again when it is opened again', async () => {
    const folder = newFolder();
    await filled(folder);
    await withIndexes(folder, async (index) => {
      assert.deepEqual(await index.head(), HEAD);
      assert.deepEqual(await keysFor(index, 'water'), ['a']);
    });
  });

  for (const [why, spoil] of [
    ['deleted', (file: string) => rmSync(file)],
    ['cut short', (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 5000))],
    ['another file', (file: string) => writeFileSync(file, 'This is no database at all.'.repeat(99))],
    ['broken within', (file: string) => writeFileSync(file, readFileSync(file).fill(0x5a, 4096, 40_000))],
    [
      'made by another version',
      (file: string) => {
        const database = new DatabaseSync(file);
        database.exec('alter table members add column more text');
        database.close();
      },
    ],
  ] as const)
    it(`is made anew where it is ${why}`, async () => {
      const folder = newFolder();
      await filled(folder);
      spoil(join(folder, 'one.sqlite'));
      await withIndexes(folder, async (index) => {
        assert.equal(await index.head().catch(() => null), null);
        await index.write([change(1, [source('b', 'wine')])], HEAD);
        assert.deepEqual([await keysFor(index, 'water'), await keysFor(index, 'wine')], [[], ['b']]);
      });
    });

  it('is made anew where it breaks under a node that runs, which is told so', async () => {
    const folder = newFolder();
    await withIndexes(folder, async (index) => {
      await index.write([change(1, [source('a', 'water')])], HEAD);
      const database = new DatabaseSync(join(folder, 'one.sqlite'));
      database.exec('drop table members_words');
      database.close();
      await assert.rejects(keysFor(index, 'water'), IndexLost);
      assert.equal(await index.head(), null);
      await index.write([change(1, [source('a', 'water')])], HEAD);
      assert.deepEqual(await keysFor(index, 'water'), ['a']);
    });
  });

  it('holds nothing of what was taken out, not a word', async () => {
    const folder = newFolder();
    const bytes = (): string =>
      readdirSync(folder)
        .map((name) => readFileSync(join(folder, name)).toString('latin1'))
        .join('');
    await withIndexes(folder, async (index) => {
      await index.write([change(1, [source('a', 'the unmentionable thing', { title: 'Unspeakable' })])], HEAD);
      assert.ok(bytes().includes('unmentionable'));
      await index.write([change(1, [source('a', 'the thing')])], HEAD);
      assert.equal(/unmention|unspeak|mentionable|speakable/iu.exec(bytes())?.[0], undefined);
    });
  });
});

it('is kept by a thread of its own, which says when it was damaged', async () => {
  const folder = newFolder();
  const indexes = openSearchIndexes(folder);
  try {
    const index = indexes.of(ONE);
    await index.write([change(1, [source('a', 'water')])], HEAD);
    assert.deepEqual([await keysFor(index, 'water'), await index.head()], [['a'], HEAD]);
    const database = new DatabaseSync(join(folder, 'one.sqlite'));
    database.exec('drop table members_words');
    database.close();
    await assert.rejects(keysFor(index, 'water'), IndexLost);
    assert.equal(await index.head(), null);
  } finally {
    await indexes.close();
  }
});
