import { type Run, runsOf } from '../../text/runs.ts';
import { escaped } from '../xml-write.ts';

/**
 * Words as the inline content of a segment: emphasis, links and notes as spanning codes, line feeds as placeholders.
 * Codes of the target have the ids of those of the source that they render.
 */

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

/** How one version of XLIFF writes codes. */
export interface Spelling {
  readonly emphasis: (id: string, inside: string) => string;
  readonly line: (id: string) => string;
  readonly link: (id: string, href: string, inside: string) => string;
  readonly note: (id: string, inside: string) => string;
}

export const inlineXml = (words: string, ids: CodeIds, spelling: Spelling): string =>
  runsOf(words)
    .map((run) => runXml(run, ids, spelling))
    .join('');

const runXml = (run: Run, ids: CodeIds, spelling: Spelling): string => {
  switch (run.kind) {
    case 'words': {
      // Emphasis ends with its line.
      if (run.emphasis) return spelling.emphasis(ids.next('emphasis'), escaped(run.text));
      return run.text
        .split('\n')
        .map((line, i) => (i === 0 ? '' : spelling.line(ids.next('line'))) + escaped(line))
        .join('');
    }
    case 'link': {
      const id = ids.next('link');
      return spelling.link(id, run.href, run.words.map((words) => runXml(words, ids, spelling)).join(''));
    }
    case 'note': {
      const id = ids.next('note');
      return spelling.note(id, run.words.map((inner) => runXml(inner, ids, spelling)).join(''));
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
  const codes = new Map<string, Code>();
  const put =
    (kind: Code['kind']) =>
    (id: string, inside = ''): string => {
      codes.set(id, { kind, href: null });
      return inside;
    };
  const link: Spelling['link'] = (id, href, inside) => {
    codes.set(id, { kind: 'link', href });
    return inside;
  };
  inlineXml(words, createCodeIds(), { emphasis: put('emphasis'), line: put('line'), link, note: put('note') });
  return codes;
};

/** A footnote has no name in XLIFF. */
export const NOTE = 'isonomia:note';
