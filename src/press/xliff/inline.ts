import { type Run, runsOf } from '../../text/runs.ts';
import { el, escaped } from '../xml-write.ts';

/**
 * Words as the inline content of a segment: emphasis, links and notes as spanning codes, line feeds as placeholders (XLIFF 2.1, section 4.7).
 * Codes of the target have the ids of those of the source that they render.
 */

/** The addresses of links, each once, as the original data that codes refer to. */
export interface Addresses {
  readonly idOf: (href: string) => string;
  readonly all: () => readonly (readonly [id: string, href: string])[];
}

export const createAddresses = (): Addresses => {
  const ids = new Map<string, string>();
  return {
    idOf: (href) => {
      const id = ids.get(href) ?? `d${ids.size + 1}`;
      ids.set(href, id);
      return id;
    },
    all: () => [...ids].map(([href, id]) => [id, href]),
  };
};

/** Gives ids to the codes of one side. */
export interface CodeIds {
  /** The id of the next code of this kind. */
  readonly next: (kind: string) => string;
  readonly used: () => ReadonlyMap<string, readonly string[]>;
}

/** With the codes of the source, those of the target take their ids, kind by kind and in order. */
export const createCodeIds = (source: CodeIds | null = null): CodeIds => {
  const used = new Map<string, string[]>();
  const taken = source === null ? 0 : [...source.used().values()].flat().length;
  let count = taken;
  return {
    next: (kind) => {
      const list = used.get(kind) ?? [];
      const id = source?.used().get(kind)?.[list.length] ?? `${++count}`;
      used.set(kind, [...list, id]);
      return id;
    },
    used: () => used,
  };
};

export const inlineXml = (words: string, ids: CodeIds, addresses: Addresses): string =>
  runsOf(words)
    .map((run) => runXml(run, ids, addresses))
    .join('');

const runXml = (run: Run, ids: CodeIds, addresses: Addresses): string => {
  switch (run.kind) {
    case 'words': {
      // Emphasis ends with its line.
      if (run.emphasis) return el('pc', { id: ids.next('emphasis'), type: 'fmt', subType: 'xlf:i' }, escaped(run.text));
      return run.text
        .split('\n')
        .map(
          (line, i) =>
            (i === 0 ? '' : el('ph', { id: ids.next('line'), type: 'fmt', subType: 'xlf:lb' })) + escaped(line),
        )
        .join('');
    }
    case 'link': {
      const id = ids.next('link');
      const inside = run.words.map((words) => runXml(words, ids, addresses));
      return el('pc', { id, type: 'link', dataRefStart: addresses.idOf(run.href) }, ...inside);
    }
    case 'note': {
      const id = ids.next('note');
      const inside = run.words.map((inner) => runXml(inner, ids, addresses));
      return el('pc', { id, type: 'other', subType: NOTE }, ...inside);
    }
  }
};

/** What a code in a unit stands for. */
export interface Code {
  readonly kind: 'emphasis' | 'line' | 'link' | 'note' | 'none';
  /** Where a link leads. */
  readonly href: string | null;
}

export type Codes = ReadonlyMap<string, Code>;

export const PLAIN_CODE: Code = { kind: 'none', href: null };

/** The codes of words as they go out, by their ids. */
export const codesIn = (words: string): Codes => {
  const [ids, addresses] = [createCodeIds(), createAddresses()];
  const hrefs: string[] = [];
  const codes = new Map<string, Code>();
  const idOf = (href: string): string => {
    hrefs.push(href);
    return addresses.idOf(href);
  };
  inlineXml(words, ids, { ...addresses, idOf });
  for (const kind of ['emphasis', 'line', 'link', 'note'] as const)
    for (const [i, id] of (ids.used().get(kind) ?? []).entries())
      codes.set(id, { kind, href: kind === 'link' ? (hrefs[i] ?? null) : null });
  return codes;
};

/** A footnote has no name in XLIFF. */
export const NOTE = 'isonomia:note';
