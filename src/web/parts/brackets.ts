import { spelledOut } from '../../text/runs.ts';
import { differences } from './differences.ts';

/** Competing wordings of one clause put into one: what all share stands once, the rest in square brackets. */

export type Stretch =
  /** Wording that no variant touches; `from` is its place in the base wording, spelled out. */
  | { readonly kind: 'agreed'; readonly text: string; readonly from: number }
  /** What stands (empty: nothing), and what variants would put in its place, each with the numbers of those that would. */
  | {
      readonly kind: 'open';
      readonly base: string;
      readonly variants: readonly { readonly text: string; readonly numbers: readonly number[] }[];
    };

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Below this share of shared wording, brackets no longer help a reader. */
const READABLE = 0.5;

/** The stretches in order, without the marks of emphasis; `null` where the wordings have too little in common. */
export const bracketed = (
  words: string,
  variants: readonly { readonly number: number; readonly words: string }[],
): readonly Stretch[] | null => {
  const base = spelled(words);
  const edits = variants.map((variant) => ({ number: variant.number, edits: editsTo(base, spelled(variant.words)) }));
  const regions = merged(edits.flatMap((one) => one.edits));
  const touched = regions.reduce((sum, { start, end }) => sum + end - start, 0);
  if (base.length - touched < READABLE * base.length) return null;
  const stretches: Stretch[] = [];
  let at = 0;
  for (const { start, end } of regions) {
    if (start > at) stretches.push({ kind: 'agreed', text: base.slice(at, start), from: at });
    const inside = edits.map((one) => ({ number: one.number, text: within(base, one.edits, start, end) }));
    const different = Map.groupBy(
      inside.filter(({ text }) => text !== base.slice(start, end)),
      ({ text }) => text,
    );
    stretches.push({
      kind: 'open',
      base: base.slice(start, end),
      variants: [...different].map(([text, those]) => ({ text, numbers: those.map(({ number }) => number) })),
    });
    at = end;
  }
  return at < base.length ? [...stretches, { kind: 'agreed', text: base.slice(at), from: at }] : stretches;
};

const spelled = (words: string): string =>
  spelledOut(words)
    .map(({ text }) => text)
    .join('');

const editsTo = (base: string, after: string): readonly Edit[] => {
  const edits: Edit[] = [];
  let at = 0;
  for (const { kind, text } of differences(base, after)) {
    const last = edits.at(-1);
    if (kind === 'same') at += text.length;
    else if (kind === 'removed') {
      edits.push({ start: at, end: at + text.length, text: '' });
      at += text.length;
    } else if (last?.end === at && last.text === '') edits.splice(-1, 1, { ...last, text });
    else edits.push({ start: at, end: at, text });
  }
  return edits;
};

/** The stretches of the base wording that some variant touches; ones that meet are one. */
const merged = (edits: readonly Edit[]): readonly { readonly start: number; readonly end: number }[] => {
  const regions: { start: number; end: number }[] = [];
  for (const { start, end } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = regions.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else regions.push({ start, end });
  }
  return regions;
};

/** The base wording from `start` to `end` with one variant's edits made. */
const within = (base: string, edits: readonly Edit[], start: number, end: number): string => {
  let text = '';
  let at = start;
  for (const edit of edits) {
    if (edit.start < start || edit.end > end) continue;
    text += base.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + base.slice(at, end);
};
