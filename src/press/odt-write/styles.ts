import { el } from '../xml-write.ts';
import { CLAUSES } from './body.ts';
import { plainXml } from './inline.ts';
import { LOOKS, type StyleName, idOf, paragraphXml, rightToLeftOf } from './names.ts';
import { rooted } from './root.ts';

/** How everything looks, by name; of what is written from right to left, each style once more. */

type Properties = Readonly<Record<string, string>>;

interface Style {
  readonly name: StyleName;
  readonly paragraph?: Properties;
  readonly text?: Properties;
  readonly outline?: number;
}

const FONT = 'Times New Roman';

const spaced = (above: string, below: string): Properties => ({ 'fo:margin-top': above, 'fo:margin-bottom': below });
const bold = (size: string): Properties => ({
  'fo:font-size': size,
  'fo:font-weight': 'bold',
  'style:font-size-complex': size,
  'style:font-weight-complex': 'bold',
});
const sized = (size: string): Properties => ({ 'fo:font-size': size, 'style:font-size-complex': size });
const KEPT = { 'fo:keep-with-next': 'always' };

const STYLES: readonly Style[] = [
  { name: 'Title', paragraph: spaced('0cm', '0.6cm'), text: bold('18pt') },
  { name: 'Heading 1', paragraph: { ...spaced('0.4cm', '0.2cm'), ...KEPT }, text: bold('13pt'), outline: 1 },
  { name: 'Footnote', text: sized('9pt') },
  { name: 'Header', text: sized('10pt') },
  { name: 'Clause: preambular', paragraph: { ...spaced('0cm', '0.2cm'), 'fo:margin-left': '1cm' } },
  { name: 'Clause: operative', paragraph: spaced('0cm', '0.2cm') },
  ...([1, 2, 3, 4] as const).map((level): Style => ({
    name: `Clause: point ${level}`,
    paragraph: spaced('0cm', '0.2cm'),
  })),
  { name: 'Clause: paragraph', paragraph: spaced('0cm', '0.2cm') },
  { name: 'Document: letterhead', paragraph: { ...spaced('0cm', '0.1cm'), 'fo:text-align': 'center' } },
  { name: 'Document: symbol', paragraph: spaced('0cm', '0.2cm'), text: sized('10pt') },
  { name: 'Document: heading', paragraph: { ...spaced('0.6cm', '0.2cm'), ...KEPT }, text: bold('13pt') },
  { name: 'Document: text', paragraph: spaced('0cm', '0.2cm') },
  { name: 'Document: quotation', paragraph: { ...spaced('0cm', '0.2cm'), 'fo:margin-left': '1cm' } },
  { name: 'Document: column', paragraph: spaced('0.07cm', '0.07cm'), text: bold('10.5pt') },
  { name: 'Document: cell', paragraph: spaced('0.07cm', '0.07cm'), text: sized('10.5pt') },
];

const styleXml = ({ name, paragraph, text, outline }: Style): string =>
  el(
    'style:style',
    {
      'style:name': idOf(name),
      'style:display-name': name,
      'style:family': 'paragraph',
      'style:parent-style-name': 'Standard',
      'style:default-outline-level': outline ?? null,
    },
    paragraph === undefined ? '' : el('style:paragraph-properties', paragraph),
    text === undefined ? '' : el('style:text-properties', text),
  );

/** What is automatic means nothing when the file comes back: the style that it stands upon says what a paragraph is. LibreOffice takes `start` for the left, whichever way a paragraph runs. */
export const automaticXml = (): string =>
  [
    ...(['Standard', ...STYLES.map(({ name }) => name)] as const).map((name) =>
      el(
        'style:style',
        { 'style:name': rightToLeftOf(name), 'style:family': 'paragraph', 'style:parent-style-name': idOf(name) },
        el('style:paragraph-properties', { 'style:writing-mode': 'rl-tb', 'fo:text-align': 'right' }),
      ),
    ),
    lookXml(LOOKS.emphasis, ITALIC),
    lookXml(LOOKS.struck, THROUGH),
    lookXml(LOOKS.both, { ...ITALIC, ...THROUGH }),
    el(
      'style:style',
      { 'style:name': 'Table', 'style:family': 'table' },
      el('style:table-properties', { 'style:rel-width': '100%', 'table:align': 'margins' }),
    ),
    el(
      'style:style',
      { 'style:name': 'Row', 'style:family': 'table-row' },
      el('style:table-row-properties', { 'fo:keep-together': 'always' }),
    ),
    el(
      'style:style',
      { 'style:name': 'Cell', 'style:family': 'table-cell' },
      el('style:table-cell-properties', { 'fo:border-bottom': '0.5pt solid #999999', 'fo:padding': '0.1cm' }),
    ),
  ].join('');

const ITALIC: Properties = { 'fo:font-style': 'italic', 'style:font-style-complex': 'italic' };
const THROUGH: Properties = { 'style:text-line-through-style': 'solid', 'style:text-line-through-type': 'single' };

const lookXml = (name: string, properties: Properties): string =>
  el('style:style', { 'style:name': name, 'style:family': 'text' }, el('style:text-properties', properties));

/** How operative clauses and points are numbered, as `numbering` of the text does. */
const LEVELS = [
  ['1', '', '.'],
  ['a', '(', ')'],
  ['i', '(', ')'],
  ['A', '(', ')'],
  ['1', '(', ')'],
] as const;

const listXml = (): string =>
  el(
    'text:list-style',
    { 'style:name': CLAUSES },
    ...LEVELS.map(([format, before, behind], depth) =>
      el(
        'text:list-level-style-number',
        {
          'text:level': depth + 1,
          'style:num-format': format,
          'style:num-prefix': before === '' ? null : before,
          'style:num-suffix': behind,
        },
        el(
          'style:list-level-properties',
          { 'text:list-level-position-and-space-mode': 'label-alignment' },
          el('style:list-level-label-alignment', {
            'text:label-followed-by': 'listtab',
            'fo:text-indent': '-1cm',
            'fo:margin-left': `${depth + 1}cm`,
            'text:list-tab-stop-position': `${depth + 1}cm`,
          }),
        ),
      ),
    ),
  );

/** Spelling and hyphenation go by it. */
const languageOf = (language: string | null): Readonly<Record<string, string | null>> => {
  if (language === null) return {};
  const { language: own, region, script } = new Intl.Locale(language);
  return {
    'fo:language': own,
    'fo:country': region ?? 'none',
    'fo:script': script ?? null,
    'style:language-complex': own,
    'style:country-complex': region ?? 'none',
  };
};

/** @param head what stands at the head of each page */
export const stylesXml = (language: string | null, head: string): string => {
  const number = (name: string): string => el(`text:page-${name}`, {}, '1');
  return rooted(
    'office:document-styles',
    el('office:font-face-decls', {}, el('style:font-face', { 'style:name': FONT, 'svg:font-family': `'${FONT}'` })),
    el(
      'office:styles',
      {},
      el(
        'style:default-style',
        { 'style:family': 'paragraph' },
        el('style:paragraph-properties', { 'style:writing-mode': 'page' }),
        el('style:text-properties', {
          'style:font-name': FONT,
          'style:font-name-complex': FONT,
          'style:font-name-asian': FONT,
          ...sized('11.5pt'),
          ...languageOf(language),
        }),
      ),
      el('style:style', { 'style:name': 'Standard', 'style:family': 'paragraph' }),
      ...STYLES.map(styleXml),
      listXml(),
    ),
    el(
      'office:automatic-styles',
      {},
      el(
        'style:page-layout',
        { 'style:name': 'Page' },
        el('style:page-layout-properties', {
          'fo:page-width': '21cm',
          'fo:page-height': '29.7cm',
          'fo:margin-top': '2cm',
          'fo:margin-bottom': '2cm',
          'fo:margin-left': '2.5cm',
          'fo:margin-right': '2.5cm',
        }),
        el(
          'style:header-style',
          {},
          el('style:header-footer-properties', { 'fo:min-height': '0.8cm', 'fo:margin-bottom': '0.4cm' }),
        ),
        el(
          'style:footer-style',
          {},
          el('style:header-footer-properties', { 'fo:min-height': '0.8cm', 'fo:margin-top': '0.4cm' }),
        ),
      ),
    ),
    el(
      'office:master-styles',
      {},
      el(
        'style:master-page',
        { 'style:name': 'Standard', 'style:page-layout-name': 'Page' },
        el('style:header', {}, paragraphXml('Header', false, plainXml(head))),
        el('style:footer', {}, paragraphXml('Header', false, number('number'), ' / ', number('count'))),
      ),
    ),
  );
};
