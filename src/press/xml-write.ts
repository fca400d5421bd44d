/** XML as it is written: elements are strings, escaped where they are made. */

export type Attributes = Readonly<Record<string, string | number | null>>;

/** Attributes that are `null` are left out. */
export const el = (name: string, attributes: Attributes, ...children: readonly string[]): string => {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === null ? [] : [` ${key}="${escaped(`${value}`).replaceAll('"', '&quot;').replaceAll('\n', '&#10;')}"`],
  );
  const inside = children.join('');
  return inside === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inside}</${name}>`;
};

/** Text within an element; what no XML document may hold is left out. */
export const escaped = (text: string): string => (PLAIN.test(text) ? text : escapedFully(text));

/** What needs no look at each character: most names and numbers. */
const PLAIN = /^[\w .,;:/#()-]*$/u;

/** Text without what no XML document may hold. */
export const allowed = (text: string): string => text.toWellFormed().replaceAll(FORBIDDEN, '');

const escapedFully = (text: string): string =>
  allowed(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');

// oxlint-disable-next-line no-control-regex -- these are the characters that XML 1.0 leaves out
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;

export const xmlDocument = (root: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
