import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { schemaNamed } from '../../../test/kit/valid-xml.ts';
import type { ClauseId, Language } from '../../base/ids.ts';
import { instant } from '../../base/time.ts';
import { theirWords } from '../../charter/final/said.ts';
import type { LegalText } from '../../conference/legal-text.ts';
import type { Clause } from '../../text/clause.ts';
import { writeAkn } from './write.ts';

const assertValid = schemaNamed('akn/akomantoso30.xsd');

const WORST = ']]> </p><script>&amp; "\' \u0001\u202e\ufffe السلام \ud800';
const AT = instant(Date.UTC(2026, 10, 8, 9, 10, 11, 12));

type Said = Omit<Clause, 'id'>;

const clausesOf = (said: readonly Said[]): readonly Clause[] =>
  said.map((one, i) => ({ ...one, id: `o${i + 1}` as ClauseId }));

const party = { id: 'org-a', name: `A ${WORST}`, address: 'https://conference.example/rivers/participants/a' };

const legal = (said: readonly Said[], over: Partial<LegalText> = {}): LegalText => ({
  sheet: {
    letterhead: [WORST],
    symbol: 'Resolution CRB/2026/2',
    title: `${WORST}${'t'.repeat(480)}`,
    lines: [`by ${theirWords(WORST)}`],
    clauses: clausesOf(said),
    back: [
      { kind: 'calls', title: null, blocks: [{ kind: 'calls', items: [`Call *all*^[note]: ${WORST}`] }] },
      {
        kind: 'signatories',
        title: 'Signatories',
        blocks: [
          {
            kind: 'table',
            columns: ['Organisation', 'On'],
            rows: [
              [
                [
                  { words: theirWords(WORST), struck: false },
                  { words: theirWords('other name'), struck: false },
                ],
                [{ words: '8 November', struck: true }],
              ],
            ],
          },
          { kind: 'list', items: [] },
        ],
      },
      {
        kind: 'riders',
        title: 'Beside',
        blocks: [{ kind: 'quotation', head: theirWords(WORST), words: `${WORST}\nmore`, struck: true }],
      },
      {
        kind: 'slips',
        title: 'Slips',
        blocks: [
          {
            kind: 'slip',
            head: 'clause 1',
            before: { label: 'Before', words: `one ${WORST}` },
            now: { label: 'Now', words: 'two' },
          },
        ],
      },
      { kind: 'rules', title: 'Rules', blocks: [{ kind: 'list', items: [`1 ${theirWords(WORST)}`] }] },
      { kind: 'check', title: 'Check', blocks: [{ kind: 'paragraph', words: WORST }] },
    ],
  },
  kind: 'resolution',
  language: 'el' as Language,
  ours: 'en' as Language,
  address: 'https://conference.example/rivers/decisions/2',
  urn: 'urn:uuid:8c9e0d2f-0000-8000-8000-000000000001',
  host: { id: 'host', name: 'conference.example', address: 'https://conference.example' },
  authors: [{ id: 'conference', name: WORST, address: 'https://conference.example/rivers' }],
  signatories: [{ ...party, on: AT, confirmed: AT, withdrawn: AT }],
  made: AT,
  modified: AT,
  slips: [{ clause: 'o1' as ClauseId, before: 'one', words: 'two', on: AT }],
  renderings: [
    {
      language: 'ar' as Language,
      title: WORST,
      authentic: true,
      since: AT,
      clauses: clausesOf(said).map((clause, i) => ({
        ...clause,
        state: (['checked', 'draft', 'outdated', 'missing'] as const)[i % 4] ?? 'draft',
      })),
    },
  ],
  ...over,
});

const words = (file: Uint8Array): string => new TextDecoder().decode(file);

const FULL: readonly Said[] = [
  { kind: 'heading', words: 'Preamble^[with a note]' },
  { kind: 'preambular', words: 'Recalling *the* [principle](https://example.org/a?b=1&c=2),' },
  { kind: 'point', level: 1, words: 'of a preamble' },
  { kind: 'heading', words: 'Part one' },
  { kind: 'operative', words: `Decides\nand^[a *note*] ${WORST}` },
  { kind: 'point', level: 1, words: 'first' },
  { kind: 'point', level: 3, words: 'deep' },
  { kind: 'point', level: 2, words: 'less deep' },
  { kind: 'preambular', words: 'Late consideration,' },
  { kind: 'paragraph', words: 'w'.repeat(8000) },
];

suite('a finished text in Akoma Ntoso', () => {
  test('is valid whatever is written in it, and nothing of that acts', () => {
    const file = writeAkn(legal(FULL));
    assertValid(file);
    assert.doesNotMatch(words(file), /<script/u);
  });

  test('is told by the schema where it is not valid', () => {
    const broken = words(writeAkn(legal(FULL))).replace('<mainBody', '<mainbody');
    assert.throws(() => assertValid(new TextEncoder().encode(broken)));
  });

  test('has each clause once, in order, at its depth, by its own id', () => {
    const [own = ''] = words(writeAkn(legal(FULL))).split('<attachments>');
    const places = [...own.matchAll(/ eId="([^"]+)" wId="([^"]+)"/gu)].map(([, eId, wId]) => [wId, eId]);
    assert.deepEqual(places, [
      ['o1', 'recitals_1'],
      ['o2', 'recitals_1__recital_1'],
      ['o3', 'recitals_1__recital_1__list_1__item_1'],
      ['o4', 'section_1'],
      ['o5', 'section_1__clause_1'],
      ['o6', 'section_1__clause_1__point_1'],
      ['o7', 'section_1__clause_1__point_1__point_1'],
      ['o8', 'section_1__clause_1__point_1__point_2'],
      ['o9', 'section_1__hcontainer_1'],
      ['o10', 'section_1__paragraph_1'],
    ]);
  });

  test('says which words were put right, and who signed, confirmed and withdrew', () => {
    const said = words(writeAkn(legal(FULL)));
    assert.match(
      said,
      /<textualMod type="substitution"[^>]*><source href="#slip_1"\/><destination href="#recitals_1"\/>/u,
    );
    for (const [, id = ''] of said.matchAll(/<(?:old|new) href="#([^"]+)"/gu))
      assert.ok(said.includes(`eId="${id}"`), id);
    assert.deepEqual(
      [...said.matchAll(/<step [^>]*refersTo="#(\w+)"/gu)].map(([, what]) => what),
      ['signature', 'confirmation', 'withdrawal'],
    );
    for (const [, id = ''] of said.matchAll(/ (?:source|by|as|refersTo|href)="#([^"]+)"/gu))
      assert.ok(said.includes(` eId="${id}"`), id);
  });

  test('is valid in whichever order its clauses come, and of whichever kinds they are', () => {
    const kinds = fc.oneof(
      fc.constantFrom('heading', 'preambular', 'operative', 'paragraph').map((kind) => ({ kind }) as const),
      fc.integer({ min: 1, max: 4 }).map((level) => ({ kind: 'point', level }) as const),
    );
    const said = fc.record({ form: kinds, words: fc.string({ minLength: 1, unit: 'binary' }) });
    fc.assert(
      fc.property(
        fc.array(said, { minLength: 1, maxLength: 12 }),
        fc.constantFrom('el', 'ar', null),
        (some, language) => {
          const file = writeAkn(
            legal(
              some.map(({ form, words: own }) => ({ ...form, words: own })),
              { language: language as Language | null },
            ),
          );
          assertValid(file);
          const [own = ''] = words(file).split('<attachments>');
          const order = [...own.matchAll(/ wId="o(\d+)"/gu)].map(([, n]) => Number(n));
          assert.deepEqual(
            order,
            some.map((_, i) => i + 1),
          );
        },
      ),
      { numRuns: 20 },
    );
  });

  test('is the same bytes each time', () => {
    assert.deepEqual(writeAkn(legal(FULL)), writeAkn(legal(FULL)));
  });
});
