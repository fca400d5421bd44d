import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import type { ClauseId, Language } from '../../base/ids.ts';
import { theirWords } from '../../charter/final/said.ts';
import type { Section } from '../../charter/final/sheet.ts';
import { COUNTS, type Paper } from '../../conference/documents.ts';
import type { Clause } from '../../text/clause.ts';
import { readPdf } from '../../../test/kit/read-pdf.ts';
import { columnsOf } from './columns.ts';
import { isPdfOffered } from './offered.ts';
import { writePdf } from './write.ts';

type Said = Omit<Clause, 'id'>;

const paperOf = (clauses: readonly Said[], changes: Partial<Paper> & { readonly title?: string } = {}): Paper => ({
  sheet: {
    letterhead: null,
    symbol: 'Resolution CRB/2026/2',
    title: changes.title ?? 'Forests that hold the water',
    lines: [],
    clauses: clauses.map((clause, i) => ({ ...clause, id: `c${i}` as ClauseId })),
    back: [],
  },
  head: 'Resolution CRB/2026/2',
  enclosed: [],
  columns: 1,
  language: 'el' as Language,
  ours: 'en' as Language,
  address: 'https://isonomia.example/crb/decisions/2',
  words: {
    page: `Page ${COUNTS.page} of ${COUNTS.pages}`,
    check: `How to check: page ${COUNTS.check}`,
    contents: 'Contents',
    lacking: 'Some letters stand by their numbers.',
    code: 'A code for a camera.',
  },
  ...changes,
});

const withBack = (paper: Paper, ...back: readonly Section[]): Paper => ({ ...paper, sheet: { ...paper.sheet, back } });

const operative = (words: string): Said => ({ kind: 'operative', words });

/** As a reader has it: without the places where long words may be broken, marks of direction, and in which way space is written. */
const bare = (words: string): string =>
  words.replaceAll(/[\u{200B}\u{200E}\u{200F}\u{2066}-\u{2069}]/gu, '').replaceAll(/\s+/gu, ' ');

const read = async (paper: Paper) => readPdf(await writePdf(paper));

suite('a PDF', () => {
  test('has a title, a language, tags, bookmarks and its words in order, in four scripts', async () => {
    const lines = [
      'Declares that a forest beside the water is part of the river;',
      'Ζητά από κάθε συμμετέχουσα οργάνωση να μάθει πού στέκουν ακόμη δάση, ὡς ἐν ἀρχῇ·',
      'Позива све учеснике да засаде обалу реке и да је чувају;',
      'تدعو المنظمات المشاركة إلى حماية مياه النهر من المنبع إلى البحر',
      'Shënon që Łódź, Çanakkale, Dvůr a Şile mbeten.',
    ];
    const pdf = await read(
      withBack(
        paperOf([
          { kind: 'heading', words: 'What we hold^[A note.]' },
          { kind: 'preambular', words: 'Recalling *the* [principle](https://example.org/p),' },
          ...lines.map(operative),
          { kind: 'point', level: 1, words: 'first;' },
          { kind: 'point', level: 2, words: 'second.' },
        ]),
        {
          kind: 'signatories',
          title: 'Signatories',
          blocks: [
            {
              kind: 'table',
              columns: ['Organisation', 'Country'],
              rows: [
                [
                  [{ words: theirWords('Δάσος και Νερό'), struck: false }],
                  [{ words: theirWords('Ελλάδα'), struck: true }],
                ],
              ],
            },
          ],
        },
        { kind: 'check', title: 'How to check this', blocks: [{ kind: 'paragraph', words: 'At home.' }] },
      ),
    );
    assert.equal(pdf.title, 'Forests that hold the water');
    assert.equal(pdf.language, 'el');
    assert.deepEqual(pdf.outline, ['What we hold', 'Signatories', 'How to check this']);
    assert.deepEqual(pdf.links, ['https://example.org/p']);
    assert.deepEqual(pdf.pictures, ['A code for a camera.']);
    for (const role of [
      'Document',
      'H1',
      'P',
      'L',
      'LI',
      'Lbl',
      'LBody',
      'Note',
      'Link',
      'Table',
      'TH',
      'TD',
      'Figure',
    ])
      assert.ok(pdf.roles.has(role), role);
    const said = bare(pdf.words);
    const places = [
      'Resolution CRB/2026/2',
      'Forests that',
      'What we hold',
      'Recalling the principle (example.org),',
      ...lines,
      '(a) first;',
      '(i) second.',
      'Signatories',
      'Δάσος και Νερό',
      'Ελλάδα',
      'At home.',
    ].map((words) => said.indexOf(words));
    assert.ok(!places.includes(-1), `${places.join(' ')}\n${said}`);
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    );
  });

  test('is the same to the byte whenever it is made of the same, whatever was made between', async () => {
    const one = await writePdf(paperOf([operative('One.')]));
    const other = await writePdf(paperOf([operative('Two.')]));
    assert.notDeepEqual(other, one);
    assert.deepEqual(await writePdf(paperOf([operative('One.')])), one);
  });

  test('says which letters no typeface has, and shows no empty box', async () => {
    const pdf = await read(paperOf([operative('თბ and 漢字漢字漢字漢字漢字 and 😀️, but ᾶ, Ж and q̃.')]));
    const said = bare(pdf.words);
    assert.match(
      said,
      /\[U\+10D7 U\+10D1\] and \[U\+6F22 U\+5B57 (?:U\+\w{4} ){5}U\+5B57 … 10\] and \[U\+1F600\], but ᾶ, Ж and q̃/u,
    );
    assert.match(said, /Some letters stand by their numbers\./u);
    assert.doesNotMatch(bare((await read(paperOf([operative('Ж.')]))).words), /Some letters/u);
  });
});

/** What Typst would act upon if it read it, what PDF and JSON have for marks, and what turns the direction. */
const HOSTILE = [
  '#panic("x")',
  '#import "x.typ": *',
  '#read("/etc/passwd")',
  '$x^2$ = heading @label <label>',
  '*/ // `raw` \\ #{ } [ ]',
  '"; \\u{0} %PDF endobj >>',
  '#set page(width: 1pt)',
  'https://example.org/#eval("1")',
  '‮txet‬ ‫אבג‬ שלום مرحبا',
  '%s $(x) {{x}} &lt;',
];

suite('in a PDF users’ words', () => {
  test('are words, whatever Typst would make of them', async () => {
    const words = HOSTILE.map((one) => `${one} …`);
    const pdf = await read(paperOf(words.map(operative), { title: '#panic("title") *not* $set$' }));
    assert.equal(pdf.title, '#panic("title") *not* $set$');
    const said = bare(pdf.words);
    for (const one of words.slice(0, 8)) assert.ok(said.includes(bare(one)), `${one}\n${said}`);
  });

  test('can be any: everything within the limits of a text is set', async () => {
    const words = fc
      .array(
        fc.oneof(
          fc.constantFrom(...HOSTILE),
          fc.string({ unit: 'binary', maxLength: 40 }),
          fc.string({ unit: 'grapheme', maxLength: 40 }),
          fc.constantFrom(
            '*em*',
            '^[note *so* [a](https://example.org)]',
            '[link](https://example.org/a_b)',
            '\n',
            '\n\n',
            ' ',
            'x'.repeat(300),
            'ש'.repeat(90),
          ),
        ),
        { minLength: 1, maxLength: 8 },
      )
      .map((pieces) => pieces.join(' '));
    const clause: fc.Arbitrary<Said> = fc.oneof(
      fc.record({ kind: fc.constantFrom('heading', 'preambular', 'operative', 'paragraph'), words }),
      fc.record({ kind: fc.constant('point' as const), level: fc.integer({ min: 1, max: 4 }), words }),
    );
    const section: fc.Arbitrary<Section> = fc.record({
      kind: fc.constantFrom('calls', 'signatories', 'rules', 'observations', 'check'),
      title: fc.option(words),
      blocks: fc.array(
        fc.oneof(
          fc.record({ kind: fc.constant('paragraph' as const), words }),
          fc.record({ kind: fc.constantFrom('list', 'calls'), items: fc.array(words, { maxLength: 3 }) }),
          fc.record({ kind: fc.constant('quotation' as const), head: words, words, struck: fc.boolean() }),
          fc.record({
            kind: fc.constant('table' as const),
            columns: fc.constant(['a', 'b', 'c']),
            rows: fc.array(
              fc.tuple(...[0, 1, 2].map(() => fc.array(fc.record({ words, struck: fc.boolean() }), { maxLength: 2 }))),
              { maxLength: 3 },
            ),
          }),
        ),
        { maxLength: 4 },
      ),
    });
    await fc.assert(
      fc.asyncProperty(
        words,
        fc.array(clause, { maxLength: 6 }),
        fc.array(section, { maxLength: 3 }),
        async (title, clauses, back) => {
          const pdf = await writePdf(withBack(paperOf(clauses, { title }), ...back));
          assert.equal(new TextDecoder().decode(pdf.subarray(0, 5)), '%PDF-');
        },
      ),
      { numRuns: process.env['LONG'] === undefined ? 20 : 2000 },
    );
  });

  test('can be as many and as long as a text has them', async () => {
    const long = [
      operative('Calls upon all of them to come. '.repeat(250)),
      operative('w'.repeat(8000)),
      operative(`${'ا'.repeat(4000)} ${'word '.repeat(700)}`),
    ];
    const pdf = await read(paperOf(long, { title: 'T'.repeat(500) }));
    assert.equal(bare(pdf.words).match(/w/gu)?.length, 8000 + 700);
    assert.ok(pdf.pages >= 4);
  });
});

test('columns fill a page, and each has room for its words as far as all have', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string({ maxLength: 200 }), { maxLength: 5 }), { minLength: 1, maxLength: 8 }),
      (columns) => {
        const made = columnsOf(columns);
        assert.equal(made.length, columns.length);
        assert.ok(made.every(({ width, room }) => width > 2 && room >= 2));
        assert.ok(made.reduce((sum, { width }) => sum + width, 0) <= 84.1);
      },
    ),
  );
  const [names, days] = columnsOf([['Donaukreiskommission am Fluss'], ['2 July 2026']]);
  assert.ok((names?.room ?? 0) >= 20 && (days?.room ?? 0) >= 4);
});

test('where npm brought nothing for the machine, no PDF is offered', () => {
  assert.ok(isPdfOffered());
  assert.ok(!isPdfOffered('file:///nowhere/else/offered.js'));
});
