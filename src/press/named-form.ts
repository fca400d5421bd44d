import type { Form } from './paragraph.ts';

/** The styles that are ours: `docx-write/styles.ts` writes them. */
const OWN: Readonly<Record<string, Form>> = {
  'clause: preambular': { kind: 'preambular' },
  'clause: operative': { kind: 'operative' },
  'clause: paragraph': { kind: 'paragraph' },
  'clause: point 1': { kind: 'point', level: 1 },
  'clause: point 2': { kind: 'point', level: 2 },
  'clause: point 3': { kind: 'point', level: 3 },
  'clause: point 4': { kind: 'point', level: 4 },
};

/** Whether a paragraph in this style, in lower case, is none of the text's: `docx-write/back.ts` writes such around a finished text. */
export const isApart = (name: string): boolean => name.startsWith('document: ');

/** What the name of a paragraph's style, in lower case, and its outline level, from 1, say of it; `null`: nothing. */
export const namedForm = (name: string, outline: number | null): Form | null => {
  if (name in OWN) return OWN[name] ?? null;
  if (name === 'title') return { kind: 'title' };
  const depth = /^heading ([1-9])$/u.exec(name)?.[1];
  if (depth !== undefined) return { kind: 'heading', depth: Number(depth) };
  return outline !== null && outline >= 1 && outline <= 9 ? { kind: 'heading', depth: outline } : null;
};

/** Who moves a clause of ours in or out of its list changes its depth, from 0, and not its style. */
export const atDepth = (form: Form, depth: number | null): Form => {
  if (depth === null || (form.kind !== 'point' && form.kind !== 'operative')) return form;
  return depth === 0 ? { kind: 'operative' } : { kind: 'point', level: Math.min(4, depth) };
};
