import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type TestContext, suite, test } from 'node:test';
import { type Bytes, utf8 } from '../base/bytes.ts';
import type { ClauseId } from '../base/ids.ts';
import type { Imported } from '../conference/documents.ts';
import type { Clause } from '../text/clause.ts';
import type { Asker } from '../conference/work/turns.ts';
import { type Work, createWork } from '../conference/work/work.ts';
import { createDocuments } from './documents.ts';
import { readDocument } from './read.ts';
import { zipOf } from './zip-write.ts';

const NOTHING = { before: [], taken: [] };

const read = async (file: Bytes, continued: Parameters<typeof readDocument>[1] = NOTHING): Promise<Imported> => {
  const result = await readDocument(file, continued);
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
};

const [ADA, BOR] = ['ada', 'bor'] as [Asker, Asker];

const working = (t: TestContext): Work => {
  const work = createWork();
  t.after(work.close);
  return work;
};

const fault = async (file: Bytes): Promise<string> => {
  const result = await readDocument(file, NOTHING);
  return result.ok ? 'read' : result.error.kind;
};

const outline = (clauses: readonly Clause[]) =>
  clauses.map(({ kind, level, words }) => `${kind}${level ?? ''}: ${words}`);

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

const docx = (body: string, more: readonly (readonly [string, string])[] = [], types = TYPES): Bytes =>
  zipOf([
    ['[Content_Types].xml', types],
    ['_rels/.rels', RELS],
    ['word/document.xml', `<w:document ${W}><w:body>${body}</w:body></w:document>`],
    ...more,
  ]);

const p = (inside: string, pPr = ''): string => `<w:p>${pPr === '' ? '' : `<w:pPr>${pPr}</w:pPr>`}${inside}</w:p>`;
const r = (text: string, rPr = ''): string =>
  `<w:r>${rPr === '' ? '' : `<w:rPr>${rPr}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const by = (name: string, author: string, inside = ''): string =>
  `<w:${name} w:id="1" w:author="${author}">${inside}</w:${name}>`;

const odt = (text: string, more: readonly (readonly [string, string])[] = []): Bytes =>
  zipOf([
    ['mimetype', 'application/vnd.oasis.opendocument.text'],
    [
      'content.xml',
      `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>${text}</office:text></office:body></office:document-content>`,
    ],
    ...more,
  ]);

suite('a file of LibreOffice', () => {
  for (const name of ['rivers.docx', 'rivers.odt'])
    test(`${name} gives the text, and each author’s`, async () => {
      const { title, clauses, byAuthor, comments, warnings } = await read(
        new Uint8Array(readFileSync(new URL(`../../vectors/documents/${name}`, import.meta.url))),
      );
      assert.equal(title, 'On the waters of the Lašva');
      assert.deepEqual(outline(clauses), [
        'preambular: The Conference,',
        'preambular: Recalling the flood of 2014,',
        'preambular: *Noting* that every river has two banks,',
        'heading: What is asked',
        'operative: *Calls on* all participants:',
        'point1: to measure the water monthly;',
        'point1: to publish what they measure.',
        'operative: Thanks the [keepers of the weir](https://example.org/keepers)^[Since 1911.].',
        'paragraph: Done at Vitez. العربية: كلّ نهرٍ له ضفّتان. Ž̌ and é stay as they are.',
      ]);
      const changed = new Map(
        byAuthor.map(({ author, clauses: theirs }) => [
          author,
          theirs.filter(({ id, words }) => !clauses.some((clause) => clause.id === id && clause.words === words)),
        ]),
      );
      assert.deepEqual(outline(changed.get('Mira of the Fishers') ?? []), [
        'point1: to measure the water weekly;',
        'point1: to publish what they measure, with the method.',
      ]);
      assert.deepEqual(outline(changed.get('Osman, Millers’ Guild') ?? []), [
        'operative: *Calls on* its participants:',
        'operative: Decides to meet again in Travnik.',
      ]);
      const osman = byAuthor.find(({ author }) => author.startsWith('Osman'))?.clauses ?? [];
      assert.deepEqual(
        clauses.filter(({ id }) => !osman.some((clause) => clause.id === id)).map(({ words }) => words),
        ['Recalling the flood of 2014,'],
      );
      const noted = clauses[2]?.id ?? null;
      assert.deepEqual(comments, [{ author: 'Mira of the Fishers', clause: noted, words: 'Three, where it forks.' }]);
      assert.deepEqual(warnings, []);
    });
});

suite('a document somebody typed', () => {
  test('is told by its numbers, as Markdown is', async () => {
    const body = ['The Conference,', '1.\tCalls on all:', '(a) one;', '(i) two;', '(b) three;', '2) Ends.', 'Done.'];
    const { clauses } = await read(docx(body.map((line) => p(r(line))).join('')));
    assert.deepEqual(outline(clauses), [
      'preambular: The Conference,',
      'operative: Calls on all:',
      'point1: one;',
      'point2: two;',
      'point1: three;',
      'operative: Ends.',
      'paragraph: Done.',
    ]);
  });

  test('may have headings in bold alone, line breaks, and words in several runs', async () => {
    const lines = [
      p(r('What is ', '<w:b/>') + r('asked', '<w:b/>')),
      p(r('Re', '<w:i/>') + r('calling ', '<w:i/>') + r('it,')),
      p(`<w:r><w:t>One</w:t><w:br/><w:t>two</w:t></w:r>`),
    ];
    const { title, clauses } = await read(docx(lines.join('')));
    assert.equal(title, 'What is asked');
    assert.deepEqual(outline(clauses), ['paragraph: *Recalling* it,', 'paragraph: One\ntwo']);
  });

  test('keeps the ids of the text that it goes on with', async () => {
    const before: readonly Clause[] = [
      { id: 'x' as ClauseId, kind: 'paragraph', words: 'Peace among all of us.' },
      { id: 'y' as ClauseId, kind: 'paragraph', words: 'Bread for everyone.' },
    ];
    const file = docx(p(r('Bread for everyone.')) + p(r('Salt.')));
    const { clauses } = await read(file, { before, taken: ['p1' as ClauseId] });
    assert.deepEqual(
      clauses.map(({ id }) => id),
      ['y', 'p2'],
    );
  });
});

suite('tracked changes', () => {
  test('name their authors without what would turn a sentence around', async () => {
    const author = 'Ada\u202e\u2028 \u200bLove&#9;lace\ufeff';
    const { byAuthor } = await read(docx(p(r('One.')) + p(r('Two.') + by('ins', author, r(' Three.')))));
    assert.deepEqual(
      byAuthor.map((text) => text.author),
      ['Ada Love lace'],
    );
    const change = `<text:changed-region text:id="c"><text:insertion><office:change-info><dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">${author}</dc:creator></office:change-info></text:insertion></text:changed-region>`;
    const changed = `<text:tracked-changes>${change}</text:tracked-changes><text:p>One.<text:change-start text:change-id="c"/> Two.<text:change-end text:change-id="c"/></text:p>`;
    assert.deepEqual(
      (await read(odt(changed))).byAuthor.map((text) => text.author),
      ['Ada Love lace'],
    );
  });

  test('of two authors in one clause each come alone', async () => {
    const body = p(
      r('We ') +
        by('del', 'A', '<w:r><w:delText>want</w:delText></w:r>') +
        by('ins', 'A', r('need')) +
        r(' peace') +
        by('ins', 'B', r(' now')) +
        r('.'),
    );
    const { clauses, byAuthor } = await read(docx(body));
    assert.deepEqual(outline(clauses), ['paragraph: We want peace.']);
    assert.deepEqual(
      byAuthor.map(({ author, clauses }) => [author, outline(clauses)]),
      [
        ['A', ['paragraph: We need peace.']],
        ['B', ['paragraph: We want peace now.']],
      ],
    );
  });

  test('of one author within another’s are left out, and that is said', async () => {
    const body = p(r('Peace') + by('ins', 'A', r(' and bread') + by('del', 'B', r(' and salt'))) + r('.'));
    const { clauses, byAuthor, warnings } = await read(docx(body));
    assert.deepEqual(outline(clauses), ['paragraph: Peace.']);
    assert.deepEqual(outline(byAuthor[0]?.clauses ?? []), ['paragraph: Peace and bread and salt.']);
    assert.deepEqual(warnings, ['nested-changes']);
  });

  test('a new paragraph, a deleted one and a moved one are clauses', async () => {
    const body = [
      p(by('moveFrom', 'A', r('First.')), `<w:rPr>${by('moveFrom', 'A')}</w:rPr>`),
      p(r('Second.')),
      p(by('del', 'A', '<w:r><w:delText>Third.</w:delText></w:r>'), `<w:rPr>${by('del', 'A')}</w:rPr>`),
      p(r('Fourth.')),
      p(by('moveTo', 'A', r('First.')), `<w:rPr>${by('moveTo', 'A')}</w:rPr>`),
      p(by('ins', 'A', r('Fifth.')), `<w:rPr>${by('ins', 'A')}</w:rPr>`),
      p(''),
    ];
    const { clauses, byAuthor } = await read(docx(body.join('')));
    assert.deepEqual(
      clauses.map(({ id, words }) => [id, words]),
      [
        ['p1', 'First.'],
        ['p2', 'Second.'],
        ['p3', 'Third.'],
        ['p4', 'Fourth.'],
      ],
    );
    assert.deepEqual(
      byAuthor[0]?.clauses.map(({ id, words }) => [id, words]),
      [
        ['p2', 'Second.'],
        ['p4', 'Fourth.'],
        ['p1', 'First.'],
        ['p5', 'Fifth.'],
      ],
    );
  });
});

suite('a hostile or broken file', () => {
  const cases: Readonly<Record<string, readonly [Bytes, string]>> = {
    'macros by name': [docx(p(r('One.')), [['word/vbaProject.bin', 'x']]), 'macros'],
    'macros by type': [docx(p(r('One.')), [], TYPES.replace('document.main', 'document.macroEnabled.main')), 'macros'],
    'macros in ODT': [odt('<text:p>One.</text:p>', [['Basic/Standard/Module1.xml', 'x']]), 'macros'],
    'an external entity': [
      zipOf([
        ['[Content_Types].xml', TYPES],
        ['_rels/.rels', RELS],
        ['word/document.xml', `<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document ${W}/>`],
      ]),
      'hostile',
    ],
    'deep nesting': [docx('<w:sdt>'.repeat(100_000)), 'hostile'],
    'deep nesting in ODT': [odt('<text:section>'.repeat(100_000)), 'hostile'],
    'too many clauses': [docx(p(r('One.')).repeat(5000)), 'too-many-clauses'],
    'a clause beyond measure': [docx(p(r('x'.repeat(9000)))), 'clause-too-long'],
    'no words': [docx(p('')), 'no-clauses'],
    'no document': [zipOf([['[Content_Types].xml', TYPES]]), 'unknown-format'],
    'a spreadsheet': [zipOf([['mimetype', 'application/vnd.oasis.opendocument.spreadsheet']]), 'unknown-format'],
    'another zip file': [zipOf([['a.txt', 'One.']]), 'unknown-format'],
    'an old Word file': [Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), 'old-or-encrypted'],
    'a PDF': [utf8('%PDF-1.7'), 'unknown-format'],
    'bytes that are no text': [Uint8Array.of(0xff, 0xfe, 0), 'unknown-format'],
    'Markdown at fault': [utf8('# A title\n\nOne.\n\n2.\n'), 'source'],
  };
  for (const [name, [file, kind]] of Object.entries(cases))
    test(`is refused: ${name}`, { timeout: 10_000 }, async () => assert.equal(await fault(file), kind));

  test('never harms the host: it is read apart, and the next one as well', async (t) => {
    const documents = createDocuments(working(t));
    const [bad, good] = await Promise.all([
      documents.read(docx('<w:sdt>'.repeat(100_000)), NOTHING, ADA),
      documents.read(utf8('One.'), NOTHING, ADA),
    ]);
    assert.deepEqual(bad, { ok: false, error: { kind: 'hostile' } });
    assert.ok(good.ok && good.value.clauses.length === 1);
  });

  test('is one of two at most of an organisation, and keeps nobody else’s out', async (t) => {
    const documents = createDocuments(working(t));
    const read = (asker: Asker) => documents.read(utf8('One.'), NOTHING, asker);
    const results = await Promise.all([...Array.from({ length: 5 }, () => read(ADA)), read(BOR)]);
    assert.deepEqual(
      results.map((result) => (result.ok ? 'read' : result.error.kind)),
      ['read', 'read', 'busy', 'busy', 'busy', 'read'],
    );
  });
});
