import { el } from '../xml-write.ts';

const ODF = 'urn:oasis:names:tc:opendocument:xmlns:';

const NAMESPACES = {
  'xmlns:office': `${ODF}office:1.0`,
  'xmlns:text': `${ODF}text:1.0`,
  'xmlns:style': `${ODF}style:1.0`,
  'xmlns:table': `${ODF}table:1.0`,
  'xmlns:fo': `${ODF}xsl-fo-compatible:1.0`,
  'xmlns:svg': `${ODF}svg-compatible:1.0`,
  'xmlns:meta': `${ODF}meta:1.0`,
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
} as const;

/** The version of OpenDocument that is written. */
export const VERSION = '1.3';

/** One of the parts of a file. */
export const rooted = (name: string, ...inside: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${el(name, { ...NAMESPACES, 'office:version': VERSION }, ...inside)}`;
