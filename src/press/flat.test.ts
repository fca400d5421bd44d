import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type Bytes, utf8 } from '../base/bytes.ts';
import type { Imported } from '../conference/documents.ts';
import { readDocument } from './read.ts';
import { zipOf } from './zip-write.ts';

/** Files without styles. */

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const docx = (body: string, numbering = '', target = 'word/document.xml'): Bytes =>
  zipOf([
    ['[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'],
    ['_rels/.rels', relations(`<Relationship Id="d" Type="${RELATION}/officeDocument" Target="${target}"/>`)],
    [
      'word/_rels/document.xml.rels',
      relations(`<Relationship Id="n" Type="${RELATION}/numbering" Target="./Numbering.xml"/>`),
    ],
    ['word/numbering.xml', `<w:numbering ${W}>${numbering}</w:numbering>`],
    ['word/document.xml', `<w:document ${W}><w:body>${body}</w:body></w:document>`],
  ]);
const relations = (inside: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
const p = (text: string, pPr = '', rPr = ''): string =>
  `<w:p><w:pPr>${pPr}</w:pPr><w:r><w:rPr>${rPr}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

const odt = (styles: string, text: string): Bytes =>
  zipOf([
    ['mimetype', 'application/vnd.oasis.opendocument.text'],
    [
      'content.xml',
      `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body></office:document-content>`,
    ],
  ]);

const read = async (file: Bytes): Promise<Imported> => {
  const result = await readDocument(file, { before: [], taken: [] });
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
};
const outline = ({ title, clauses }: Imported): readonly string[] => [
  `title: ${title}`,
  ...clauses.map(({ kind, level, words }) => `${kind}${level ?? ''}: ${words}`),
];

const RIVER = 'Every river is kept clean by those who live beside it, whoever they are.';

suite('a flat file', () => {
  test('of Word is told by what is centred, larger, bold or numbered by hand', async () => {
    const found = await read(
      docx(
        p('Union of the Rivers') +
          p('Statutes', '<w:jc w:val="center"/>', '<w:sz w:val="40"/>') +
          p('Aims', '', '<w:b/>') +
          p(RIVER) +
          p('*1.* It is so.'.replaceAll('*', '')) +
          p('2. It stays so.'),
      ),
    );
    assert.deepEqual(outline(found), [
      'title: Union of the Rivers Statutes',
      'heading: Aims',
      `paragraph: ${RIVER}`,
      'operative: It is so.',
      'operative: It stays so.',
    ]);
    assert.ok(found.structure?.some(({ reason }) => reason === 'bold'));
  });

  test('of LibreOffice is told by its paragraphs’ own formatting', async () => {
    const bold =
      '<style:style style:name="P1" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>';
    const text = `<text:p>Charter</text:p><text:p>${RIVER}</text:p><text:p text:style-name="P1">Aims</text:p><text:p>${RIVER}</text:p>`;
    assert.deepEqual(outline(await read(odt(bold, text))), [
      'title: Charter',
      `paragraph: ${RIVER}`,
      'heading: Aims',
      `paragraph: ${RIVER}`,
    ]);
  });

  test('whose tracked changes are another’s is read by its styles alone', async () => {
    const { structure } = await read(
      docx(`<w:p><w:ins w:author="Ada"><w:r><w:t>One.</w:t></w:r></w:ins></w:p>${p('Two.')}`),
    );
    assert.equal(structure, null);
  });
});

suite('a file of Word that is written in a way of its own', () => {
  const level = '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>';

  test('may say its list by a style, its parts in other letters, and their places with dots', async () => {
    const numbering = `<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="L"/>${level}</w:abstractNum><w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="L"/></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="2"/></w:num>`;
    const item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>';
    assert.deepEqual(
      outline(await read(docx(p('Calls on all.', item) + p('Ends.', item), numbering, './Word/Document.XML'))),
      ['title: null', 'operative: Calls on all.', 'operative: Ends.'],
    );
  });

  test('has the words that somebody chose, and not those that ask for them', async () => {
    const control = (inside: string) =>
      `<w:sdt><w:sdtPr>${inside}</w:sdtPr><w:sdtContent><w:r><w:t>Click here.</w:t></w:r></w:sdtContent></w:sdt>`;
    const either =
      '<mc:AlternateContent><mc:Choice><w:r><w:t>chosen</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>other</w:t></w:r></mc:Fallback></mc:AlternateContent>';
    const body = `<w:p><w:r><w:t>It is </w:t></w:r>${either}${control('<w:showingPlcHdr/>')}<w:r><w:t>.</w:t></w:r></w:p>`;
    assert.deepEqual(outline(await read(docx(body))), ['title: null', 'paragraph: It is chosen.']);
  });
});

suite('a file of another kind is refused, not taken for text', () => {
  for (const words of [
    '<!doctype html><p>One.',
    '<b>Article 1</b>',
    '<?xml version="1.0"?><office:document/>',
    '{\\rtf1 One.}',
  ])
    test(words.slice(0, 16), async () => {
      assert.deepEqual(await readDocument(utf8(words), { before: [], taken: [] }), {
        ok: false,
        error: { kind: 'unknown-format' },
      });
    });
});
