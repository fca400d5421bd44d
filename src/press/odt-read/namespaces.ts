import type { Namespaces } from '../xml.ts';

const ODF = 'urn:oasis:names:tc:opendocument:xmlns:';

/** The namespaces of OpenDocument 1.2 and later that are read. */
export const NAMESPACES: Namespaces = {
  [`${ODF}office:1.0`]: 'office',
  [`${ODF}text:1.0`]: 'text',
  [`${ODF}style:1.0`]: 'style',
  [`${ODF}table:1.0`]: 'table',
  [`${ODF}drawing:1.0`]: 'draw',
  [`${ODF}xsl-fo-compatible:1.0`]: 'fo',
  [`${ODF}manifest:1.0`]: 'manifest',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://www.w3.org/1999/xlink': 'xlink',
};
