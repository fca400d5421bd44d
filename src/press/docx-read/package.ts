import type { Archive } from '../unzip.ts';
import { unreadable } from '../fault.ts';
import { type Element, type Namespaces, attribute, childrenOf, readXml } from '../xml.ts';

/** The parts of a DOCX file (ECMA-376 part 2, Open Packaging Conventions), found by their relationships. */

const W = [
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
];
const R = [
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
];

/** Transitional and strict documents use two sets of names for the same. */
const NAMESPACES: Namespaces = {
  ...Object.fromEntries(W.map((uri) => [uri, 'w'])),
  ...Object.fromEntries(R.map((uri) => [uri, 'r'])),
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/package/2006/content-types': 'ct',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
};

export interface Part {
  readonly root: Element;
  /** The address of an external link by its relationship's id. */
  readonly link: (id: string) => string | null;
}

export interface DocxParts {
  readonly document: Part;
  /** The part with that last word in its relationship's type (`styles`), or `null`. */
  readonly part: (type: string) => Part | null;
}

const READ: ReadonlySet<string> = new Set(['styles', 'numbering', 'footnotes', 'endnotes', 'comments']);

/** @throws Unreadable */
export const openDocx = async (archive: Archive): Promise<DocxParts> => {
  // Names of parts are the same in capitals and in small letters (part 2, 6.2.2.3).
  const names = new Map(archive.names.map((name) => [name.toLowerCase(), name]));
  const root = async (name: string): Promise<Element | null> => {
    const bytes = await archive.part(names.get(name.toLowerCase()) ?? name);
    return bytes === null ? null : readXml(bytes, NAMESPACES);
  };
  if (archive.names.some((name) => /vbaproject|vbadata/iu.test(name))) unreadable({ kind: 'macros' });
  const types = await root('[Content_Types].xml');
  const hasMacros =
    types !== null &&
    [...types.children].some(
      (node) => typeof node !== 'string' && /macroEnabled/iu.test(attribute(node, 'ContentType') ?? ''),
    );
  if (hasMacros) unreadable({ kind: 'macros' });
  const open = async (
    path: string,
  ): Promise<{ readonly part: Part; readonly relations: readonly Relation[] } | null> => {
    const read = await root(path);
    if (read === null) return null;
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const relations = relationsIn(await root(`${folder}_rels/${path.slice(folder.length)}.rels`), folder);
    const links = new Map(relations.flatMap(({ id, target, external }) => (external ? [[id, target]] : [])));
    return { part: { root: read, link: (id) => links.get(id) ?? null }, relations };
  };
  const packaged = relationsIn(await root('_rels/.rels'), '');
  const path = packaged.find(({ type }) => type === 'officeDocument')?.target ?? unreadable({ kind: 'unknown-format' });
  const document = (await open(path)) ?? unreadable('damaged');
  if (document.part.root.name !== 'w:document') unreadable({ kind: 'unknown-format' });
  const parts = new Map<string, Part>();
  for (const { type, target, external } of document.relations) {
    if (external || !READ.has(type) || parts.has(type)) continue;
    const opened = await open(target);
    if (opened !== null) parts.set(type, opened.part);
  }
  return { document: document.part, part: (type) => parts.get(type) ?? null };
};

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

/** `/word/./a.xml` as `word/a.xml`: what leads out of the file stays within it. */
const pathOf = (target: string): string => {
  const steps: string[] = [];
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
};

const relationsIn = (root: Element | null, folder: string): readonly Relation[] =>
  childrenOf(root, 'rel:Relationship').map((relation) => {
    const target = attribute(relation, 'Target') ?? '';
    const external = attribute(relation, 'TargetMode') === 'External';
    return {
      id: attribute(relation, 'Id') ?? '',
      type: (attribute(relation, 'Type') ?? '').split('/').at(-1) ?? '',
      target: external ? target : pathOf(target.startsWith('/') ? target : `/${folder}${target}`),
      external,
    };
  });
