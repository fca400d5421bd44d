import { SaxesParser } from 'saxes';
import { fromUtf8 } from '../base/bytes.ts';
import { Unreadable, unreadable } from './fault.ts';

/** XML from strangers, as a tree of elements. No document type, so no entities but XML's own five; bounded in depth and number. */

const MOST_DEPTH = 200;
const MOST_ELEMENTS = 500_000;
const MOST_LENGTH = 16 * 1024 * 1024;

export interface Element {
  /** With the prefix that `namespaces` gives its namespace; without one where it gives none. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Node[];
}

export type Node = Element | string;

/** Prefixes by namespace. Elements and attributes are named with these, whatever the document calls them. */
export type Namespaces = Readonly<Record<string, string>>;

/** @throws Unreadable */
export const readXml = (bytes: Uint8Array, namespaces: Namespaces): Element => {
  if (bytes.length > MOST_LENGTH) unreadable('hostile');
  const text = fromUtf8(bytes) ?? utf16(bytes);
  const parser = new SaxesParser({ xmlns: true, position: false });
  const top: Node[] = [];
  const open: { readonly children: Node[] }[] = [{ children: top }];
  let elements = 0;
  const put = (text: string): void => {
    open.at(-1)?.children.push(text);
  };
  parser.on('error', () => unreadable('damaged'));
  parser.on('doctype', () => unreadable('hostile'));
  parser.on('text', put);
  parser.on('cdata', put);
  parser.on('opentag', ({ uri, local, attributes }) => {
    elements += 1;
    if (open.length > MOST_DEPTH || elements > MOST_ELEMENTS) unreadable('hostile');
    const children: Node[] = [];
    const named = Object.values(attributes).map(
      ({ uri, local, value }) => [nameIn(namespaces, uri, local), value] as const,
    );
    open.at(-1)?.children.push({ name: nameIn(namespaces, uri, local), attributes: new Map(named), children });
    open.push({ children });
  });
  parser.on('closetag', () => {
    open.pop();
  });
  try {
    parser.write(text).close();
  } catch (fault) {
    // Whatever the library cannot cope with is the document's doing.
    throw fault instanceof Unreadable ? fault : new Unreadable({ kind: 'damaged' });
  }
  return top.find((node) => typeof node !== 'string') ?? unreadable('damaged');
};

const nameIn = (namespaces: Namespaces, uri: string, local: string): string => {
  const prefix = namespaces[uri];
  return prefix === undefined ? local : `${prefix}:${local}`;
};

/** Office programs write UTF-8; UTF-16 with its mark is the one other encoding that every XML reader must know. */
const utf16 = (bytes: Uint8Array): string => {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : null;
  if (encoding === null) return unreadable('damaged');
  return new TextDecoder(encoding).decode(bytes);
};

export const attribute = (element: Element, name: string): string | null => element.attributes.get(name) ?? null;

export const elementsIn = (element: Element): readonly Element[] =>
  element.children.filter((node) => typeof node !== 'string');

/** The first child of that name. */
export const child = (element: Element | null, name: string): Element | null =>
  element === null ? null : (elementsIn(element).find((inner) => inner.name === name) ?? null);

export const childrenOf = (element: Element | null, name: string): readonly Element[] =>
  element === null ? [] : elementsIn(element).filter((inner) => inner.name === name);

/** The elements of that name at any depth, in the document's order. */
export const descendants = (element: Element, name: string): readonly Element[] => {
  const found: Element[] = [];
  const look = (within: Element): void => {
    for (const inner of elementsIn(within)) {
      if (inner.name === name) found.push(inner);
      look(inner);
    }
  };
  look(element);
  return found;
};

/** All text within. */
export const textOf = (element: Element): string =>
  element.children.map((node) => (typeof node === 'string' ? node : textOf(node))).join('');
