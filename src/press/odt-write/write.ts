import type { Bytes } from '../../base/bytes.ts';
import type { Outgoing } from '../../conference/documents.ts';
import { isRightToLeft } from '../direction.ts';
import { el, escaped } from '../xml-write.ts';
import { zipOf } from '../zip-write.ts';
import { backXml, ownXml, textXml } from './back.ts';
import { bodyXml } from './body.ts';
import { createMarked, plainXml } from './inline.ts';
import { paragraphXml } from './names.ts';
import { VERSION, rooted } from './root.ts';
import { automaticXml, stylesXml } from './styles.ts';

/** A text without its amendments: those are for Word files. */
export type OdtText = Omit<Outgoing, 'amendments' | 'comments'>;

const TYPE = 'application/vnd.oasis.opendocument.text';

/** An OpenDocument 1.3 text: https://docs.oasis-open.org/office/OpenDocument/v1.3/. */
export const writeOdt = (text: OdtText): Bytes =>
  zipOf([
    // First and as it is, by which such a file is known.
    ['mimetype', TYPE, 'stored'],
    ['META-INF/manifest.xml', MANIFEST],
    ['meta.xml', metaXml(text)],
    ['styles.xml', stylesXml(text.language, text.head)],
    ['content.xml', contentXml(text)],
  ]);

const entry = (path: string, type: string): string =>
  el('manifest:file-entry', {
    'manifest:full-path': path,
    'manifest:media-type': type,
    'manifest:version': path === '/' ? VERSION : null,
  });

const MANIFEST = `<?xml version="1.0" encoding="UTF-8"?>\n${el(
  'manifest:manifest',
  { 'xmlns:manifest': 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0', 'manifest:version': VERSION },
  entry('/', TYPE),
  entry('meta.xml', 'text/xml'),
  entry('styles.xml', 'text/xml'),
  entry('content.xml', 'text/xml'),
)}`;

const metaXml = ({ title, language }: OdtText): string =>
  rooted(
    'office:document-meta',
    el(
      'office:meta',
      {},
      el('dc:title', {}, escaped(title)),
      language === null ? '' : el('dc:language', {}, escaped(language)),
    ),
  );

const contentXml = ({ letterhead, symbol, title, lines, clauses, back }: OdtText): string => {
  const marked = createMarked();
  return rooted(
    'office:document-content',
    el('office:automatic-styles', {}, automaticXml()),
    el(
      'office:body',
      {},
      el(
        'office:text',
        {},
        ...(letterhead ?? []).map((name) => ownXml('Document: letterhead', name)),
        ownXml('Document: symbol', symbol),
        paragraphXml('Title', isRightToLeft(title), plainXml(title)),
        ...lines.map(textXml),
        bodyXml(clauses, marked),
        backXml(back, marked),
      ),
    ),
  );
};
