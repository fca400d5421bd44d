import type { Bytes } from '../../base/bytes.ts';
import type { Book } from '../../conference/documents.ts';
import { isRightToLeft, isRightToLeftLanguage } from '../direction.ts';
import { el, escaped } from '../xml-write.ts';
import { zipOf } from '../zip-write.ts';
import { type BookPage, pagesOf } from './pages.ts';

/** An EPUB 3.3 file: https://www.w3.org/TR/epub-33/. */
export const writeEpub = (book: Book): Bytes => {
  const pages = pagesOf(book);
  return zipOf([
    ['mimetype', 'application/epub+zip', 'stored'],
    ['META-INF/container.xml', CONTAINER],
    ['package.opf', packageXml(book, pages)],
    ['nav.xhtml', navXml(book, pages)],
    ['style.css', STYLE],
    ...pages.map(({ name, title, body, own }) => {
      const language = own?.language ?? book.ours;
      const way = own === null ? wayOfLanguage(language) : wayOf(own);
      return [name, xhtml(language, way, title === '' ? book.sheet.title : title, body.toString())] as const;
    }),
  ]);
};

type Way = 'ltr' | 'rtl';

const wayOfLanguage = (language: string): Way => (isRightToLeftLanguage(language) ? 'rtl' : 'ltr');

/** How its own words run, and so how its pages are turned; where nobody said in which language they are, their title shows it. */
const wayOf = ({ language, title }: NonNullable<BookPage['own']>): Way =>
  language === null ? (isRightToLeft(title) ? 'rtl' : 'ltr') : wayOfLanguage(language);

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

const CONTAINER =
  DECLARATION +
  el(
    'container',
    { version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container' },
    el('rootfiles', {}, el('rootfile', { 'full-path': 'package.opf', 'media-type': 'application/oebps-package+xml' })),
  );

const xhtml = (language: string, way: Way, title: string, ...body: readonly string[]): string =>
  `${DECLARATION}<!DOCTYPE html>\n${el(
    'html',
    {
      xmlns: 'http://www.w3.org/1999/xhtml',
      'xmlns:epub': 'http://www.idpf.org/2007/ops',
      lang: language,
      'xml:lang': language,
      dir: way,
    },
    el(
      'head',
      {},
      el('title', {}, escaped(title)),
      el('link', { rel: 'stylesheet', type: 'text/css', href: 'style.css' }),
    ),
    el('body', {}, ...body),
  )}`;

const packageXml = (book: Book, pages: readonly BookPage[]): string => {
  const { identifier, modified, language, ours, sheet } = book;
  const meta = (property: string, value: string): string => el('meta', { property }, escaped(value));
  const item = (id: string, href: string, type: string, properties: string | null = null): string =>
    el('item', { id, href, 'media-type': type, properties });
  return (
    DECLARATION +
    el(
      'package',
      { xmlns: 'http://www.idpf.org/2007/opf', version: '3.0', 'unique-identifier': 'id' },
      el(
        'metadata',
        { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
        el('dc:identifier', { id: 'id' }, escaped(identifier)),
        // EPUB 3.2 and its checkers know no `auto` here.
        el('dc:title', { dir: isRightToLeft(sheet.title) ? 'rtl' : 'ltr' }, escaped(sheet.title)),
        ...[...new Set([language ?? ours, ours, ...book.enclosed.flatMap((one) => one.language ?? [])])].map((one) =>
          el('dc:language', {}, escaped(one)),
        ),
        ...(sheet.letterhead ?? []).map((name) => el('dc:creator', {}, escaped(name))),
        // The format takes no fractions of a second.
        meta('dcterms:modified', `${new Date(modified).toISOString().slice(0, 19)}Z`),
        meta('schema:accessMode', 'textual'),
        meta('schema:accessModeSufficient', 'textual'),
        meta('schema:accessibilityFeature', 'structuralNavigation'),
        meta('schema:accessibilityFeature', 'tableOfContents'),
        meta('schema:accessibilityHazard', 'none'),
      ),
      el(
        'manifest',
        {},
        item('nav', 'nav.xhtml', 'application/xhtml+xml', 'nav'),
        item('style', 'style.css', 'text/css'),
        ...pages.map(({ name }, i) => item(`page-${i}`, name, 'application/xhtml+xml')),
      ),
      el(
        'spine',
        { 'page-progression-direction': wayOf({ language, title: sheet.title }) },
        ...pages.map((_, i) => el('itemref', { idref: `page-${i}` })),
      ),
    )
  );
};

const navXml = ({ ours, contents }: Book, pages: readonly BookPage[]): string =>
  xhtml(
    ours,
    wayOfLanguage(ours),
    contents,
    el(
      'nav',
      { 'epub:type': 'toc', role: 'doc-toc' },
      el('h1', {}, escaped(contents)),
      el(
        'ol',
        {},
        ...pages.flatMap(({ name, title }) =>
          title === '' ? [] : [el('li', {}, el('a', { href: name, dir: 'auto' }, escaped(title)))],
        ),
      ),
    ),
  );

/** Readers choose typeface, size and colours themselves. */
const STYLE = `body{overflow-wrap:break-word}
h1,h2{hyphens:none}
.head{font-size:.9em;margin:0}
.preambular{margin-inline-start:1.5em}
.point{margin-inline-start:2em}
.level-2{margin-inline-start:4em}
.level-3{margin-inline-start:6em}
.level-4{margin-inline-start:8em}
aside{font-size:.85em;margin-inline-start:2em}
small{font-size:.85em}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%}
th,td{border-bottom:1px solid;padding:.3em .5em .3em 0;text-align:start;vertical-align:top}
tbody th{font-weight:normal}
`;
