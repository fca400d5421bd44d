import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import { SaxesParser } from 'saxes';
import type { ClauseId, Language } from '../../base/ids.ts';
import { theirWords } from '../../charter/final/said.ts';
import { clausesArbitrary, lineArbitrary } from '../../text/arbitrary.test.ts';
import type { Clause } from '../../text/clause.ts';
import { numbering } from '../../text/numbering.ts';
import { piecesOf, wordsOf } from '../words.ts';
import { readDocument } from '../read.ts';
import { openArchive } from '../unzip.ts';
import { type OdtText, writeOdt } from './write.ts';

const WORST = ']]> <text:p>&amp; "\' \u0001\u202e\ufffe  two   السلام \ud800';

const odt = (clauses: readonly Clause[], over: Partial<OdtText> = {}): OdtText => ({
  title: 'Forests',
  clauses,
  symbol: 'Resolution CRB/2026/2',
  head: 'CRB/2026/2',
  letterhead: null,
  lines: [],
  back: [],
  language: 'el' as Language,
  ...over,
});

const AROUND: Partial<OdtText> = {
  letterhead: [WORST],
  symbol: WORST,
  head: WORST,
  lines: [theirWords(WORST)],
  back: [
    {
      kind: 'signatories',
      title: 'Signatories',
      blocks: [
        {
          kind: 'table',
          columns: ['Name', 'On'],
          rows: [[[{ words: theirWords(WORST), struck: true }], [{ words: 'today', struck: false }]]],
        },
        { kind: 'table', columns: ['Name'], rows: [] },
        { kind: 'list', items: [theirWords(WORST)] },
        { kind: 'calls', items: [`Call *all*^[note ${WORST}]`] },
        { kind: 'words', words: `${WORST}\n\nmore` },
        { kind: 'quotation', head: theirWords(WORST), words: WORST, struck: true },
        {
          kind: 'slip',
          head: 'clause 1',
          before: { label: 'Before', words: WORST },
          now: { label: 'Now', words: 'x' },
        },
      ],
    },
  ],
};

const readBack = async (text: OdtText) => {
  const read = await readDocument(writeOdt(text), { before: [], taken: [] });
  assert.ok(read.ok, JSON.stringify(read));
  return read.value;
};

/** With their marks written in one way. */
const look = (clauses: readonly Clause[]) =>
  clauses.map(({ id, kind, level, words }) => ({ id, kind, level, words: wordsOf(piecesOf(words)) }));

const partsOf = async (text: OdtText): Promise<ReadonlyMap<string, string>> => {
  const archive = await openArchive(writeOdt(text));
  const parts = new Map<string, string>();
  for (const name of archive.names)
    parts.set(name, new TextDecoder().decode((await archive.part(name)) ?? assert.fail(name)));
  return parts;
};

suite('a finished text as ODT', () => {
  test('comes back with its clauses, their ids and order, emphasis, links and notes, and nothing of what stands around them', async () => {
    await fc.assert(
      fc.asyncProperty(lineArbitrary, clausesArbitrary, async (title, clauses) => {
        fc.pre(clauses.every(({ words }) => !wordsOf(piecesOf(words)).includes('**')));
        const read = await readBack(odt(clauses, { ...AROUND, title }));
        assert.equal(read.title, title.replaceAll(/\s+/gu, ' '));
        assert.deepEqual(look(read.clauses), look(clauses));
        assert.deepEqual(read.warnings, []);
      }),
      { numRuns: 100 },
    );
  });

  test('is well-formed whatever is written in it, begins with what it is, and lists its parts', async () => {
    const text = odt([{ id: 'a' as ClauseId, kind: 'paragraph', words: WORST }], { ...AROUND, title: WORST });
    const parts = await partsOf(text);
    for (const [name, xml] of parts) {
      if (name === 'mimetype') continue;
      const parser = new SaxesParser({ xmlns: true });
      parser.on('error', (fault) => assert.fail(`${name}: ${fault.message}`));
      parser.write(xml).close();
    }
    assert.equal(
      new TextDecoder().decode(writeOdt(text).subarray(30, 77)),
      'mimetypeapplication/vnd.oasis.opendocument.text',
    );
    const listed = [...(parts.get('META-INF/manifest.xml') ?? '').matchAll(/full-path="([^"]+)"/gu)].map(
      ([, path]) => path,
    );
    assert.deepEqual(
      listed,
      ['/', ...parts.keys()].filter((name) => name !== 'mimetype' && !name.startsWith('META-INF/')),
    );
  });

  test('names only styles that it has', async () => {
    const clauses = (['heading', 'preambular', 'operative', 'paragraph'] as const).map((kind): Clause => ({
      id: kind as ClauseId,
      kind,
      words: `*تدعو*^[تدعو] ${kind}`,
    }));
    const parts = await partsOf(odt(clauses, AROUND));
    const all = [...parts.values()].join('');
    const has = new Set([...all.matchAll(/ style:name="([^"]+)"/gu)].map(([, name]) => name));
    for (const [, name = ''] of all.matchAll(/ (?:text|table):style-name="([^"]+)"/gu)) assert.ok(has.has(name), name);
    assert.match(all, /<text:p text:style-name="Clause_3a__20_operative_rtl">/u);
  });

  test('is the same bytes each time', () => {
    const clauses: readonly Clause[] = [{ id: 'a' as ClauseId, kind: 'paragraph', words: 'One.' }];
    assert.deepEqual(writeOdt(odt(clauses, AROUND)), writeOdt(odt(clauses, AROUND)));
  });

  test('numbers its lists as the text does: one for all clauses, and points anew where they stand below none', async () => {
    const kinds = ['operative', 'point', 'point', 'paragraph', 'point', 'operative', 'point'] as const;
    const clauses = kinds.map((kind, i): Clause => {
      const clause = { id: `c${i}` as ClauseId, kind, words: `${i}` };
      return kind === 'point' ? { ...clause, level: i === 2 ? 3 : 1 } : clause;
    });
    assert.deepEqual([...numbering(clauses).values()], ['1', '(a)', '(A)', '', '(a)', '2', '(a)']);
    const content = (await partsOf(odt(clauses))).get('content.xml') ?? '';
    const lists = [...content.matchAll(/<text:list( text:style-name[^>]*)>/gu)].map(([, attributes = '']) =>
      attributes.replace(' text:style-name="Clauses"', ''),
    );
    assert.deepEqual(lists, [' xml:id="clauses"', '', ' text:continue-list="clauses"']);
  });
});
