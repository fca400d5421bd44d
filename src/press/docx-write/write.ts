import type { Bytes } from '../../base/bytes.ts';
import type { Outgoing } from '../../conference/documents.ts';
import { el, escaped, xmlDocument } from '../xml-write.ts';
import { zipOf } from '../zip-write.ts';
import { footerXml, headerXml } from './back.ts';
import { documentXml } from './document.ts';
import { W, numberingXml, stylesXml } from './styles.ts';
import { createWriter } from './writer.ts';

/** A DOCX file (ECMA-376, transitional). */
export const writeDocx = (text: Outgoing): Bytes => {
  const writer = createWriter();
  const { xml, restarts } = documentXml(writer, text);
  const links = writer
    .links()
    .map(([id, href]) => el('Relationship', { Id: id, Type: `${R}/hyperlink`, Target: href, TargetMode: 'External' }));
  const parts = PARTS.map((part) => el('Relationship', { Id: part, Type: `${R}/${part}`, Target: `${part}.xml` }));
  return zipOf([
    ['[Content_Types].xml', TYPES],
    ['_rels/.rels', PACKAGE],
    ['docProps/core.xml', coreXml(text)],
    ['word/document.xml', xml],
    ['word/_rels/document.xml.rels', relationships([...parts, ...links])],
    ['word/styles.xml', stylesXml(text.language)],
    ['word/numbering.xml', numberingXml(restarts)],
    ['word/settings.xml', SETTINGS],
    ['word/footnotes.xml', part('footnotes', [...SEPARATORS, ...writer.footnotes()])],
    ['word/_rels/footnotes.xml.rels', relationships(links)],
    ['word/comments.xml', part('comments', writer.comments())],
    ['word/header.xml', part('hdr', [headerXml(text.head)])],
    ['word/footer.xml', part('ftr', [footerXml()])],
  ]);
};

const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGING = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const PARTS = ['styles', 'numbering', 'settings', 'footnotes', 'comments', 'header', 'footer'] as const;

const relationships = (list: readonly string[]): string =>
  xmlDocument(el('Relationships', { xmlns: `${PACKAGING}/relationships` }, ...list));

const PACKAGE = relationships([
  el('Relationship', { Id: 'document', Type: `${R}/officeDocument`, Target: 'word/document.xml' }),
  el('Relationship', {
    Id: 'core',
    Type: `${PACKAGING}/relationships/metadata/core-properties`,
    Target: 'docProps/core.xml',
  }),
]);

const override = (name: string, type: string): string => el('Override', { PartName: name, ContentType: type });

const TYPES = xmlDocument(
  el(
    'Types',
    { xmlns: `${PACKAGING}/content-types` },
    el('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
    el('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    override('/word/document.xml', `${WORD}.document.main+xml`),
    ...PARTS.map((part) => override(`/word/${part}.xml`, `${WORD}.${part}+xml`)),
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
  ),
);

const coreXml = ({ title, language }: Outgoing): string =>
  xmlDocument(
    el(
      'cp:coreProperties',
      {
        'xmlns:cp': `${PACKAGING}/metadata/core-properties`,
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      },
      el('dc:title', {}, escaped(title)),
      language === null ? '' : el('dc:language', {}, escaped(language)),
    ),
  );

const part = (name: 'footnotes' | 'comments' | 'hdr' | 'ftr', children: readonly string[]): string =>
  xmlDocument(el(`w:${name}`, { 'xmlns:w': W, 'xmlns:r': R }, ...children));

/** The lines that Word draws above footnotes; it takes no file without them. */
const SEPARATORS = ['separator', 'continuationSeparator'].map((type, i) =>
  el('w:footnote', { 'w:type': type, 'w:id': i - 1 }, el('w:p', {}, el('w:r', {}, el(`w:${type}`, {})))),
);

/** Without the last setting Word opens a file as one of an older version. */
const SETTINGS = xmlDocument(
  el(
    'w:settings',
    { 'xmlns:w': W },
    el('w:footnotePr', {}, el('w:footnote', { 'w:id': -1 }), el('w:footnote', { 'w:id': 0 })),
    el(
      'w:compat',
      {},
      el('w:compatSetting', {
        'w:name': 'compatibilityMode',
        'w:uri': 'http://schemas.microsoft.com/office/word',
        'w:val': 15,
      }),
    ),
  ),
);
