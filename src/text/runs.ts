import { leadsTo } from '../base/address.ts';

/**
 * The marks within a clause's words: `*…*` is emphasis (`**…**` means no more), `[text](https://…)` a link to an address that
 * shows where it leads (`base/address.ts`), and `^[…]` a footnote, which stands behind what it explains and may hold
 * emphasis and links. What does not close on its line, or is too long, stands for itself. Everything here takes time
 * proportional to the words.
 */

/** A stretch of words, emphasised or not; never empty. */
export interface Stretch {
  readonly kind: 'words';
  readonly text: string;
  readonly emphasis: boolean;
}

/** Words that lead to an address. */
export interface Link {
  readonly kind: 'link';
  readonly href: string;
  readonly words: readonly Stretch[];
}

export interface Footnote {
  readonly kind: 'note';
  readonly words: readonly (Stretch | Link)[];
}

export type Run = Stretch | Link | Footnote;

/** The most UTF-16 units of a link's words and of its address. */
export const MOST_LINK_WORDS = 500;
export const MOST_ADDRESS = 2000;

/**
 * Splits words at their marks. An asterisk opens before anything but a space and closes behind anything but a space. Emphasis may
 * hold links and footnotes whole.
 */
export const runsOf = (words: string): readonly Run[] => runsWithin(words, atomsIn(words), false);

const runsWithin = (words: string, atoms: readonly Atom[], within: boolean): readonly Run[] => {
  const runs: Run[] = [];
  let next = 0;
  for (const span of spansOf(masked(words, atoms))) {
    const emphasis = within || span.emphasis;
    const put = (text: string): void => {
      if (text !== '') runs.push({ kind: 'words', text, emphasis });
    };
    let at = span.start;
    for (let atom = atoms[next]; atom !== undefined && atom.end <= span.end; atom = atoms[++next]) {
      put(words.slice(at, atom.start));
      runs.push(atom.href === null ? footnote(atom.inside, emphasis) : link(atom.inside, atom.href, emphasis));
      at = atom.end;
    }
    put(words.slice(at, span.end));
  }
  return runs;
};

const footnote = (inside: string, within: boolean): Footnote => ({
  kind: 'note',
  words: runsWithin(inside, atomsIn(inside, false), within).filter((run) => run.kind !== 'note'),
});

const link = (inside: string, href: string, within: boolean): Link => ({
  kind: 'link',
  href,
  words: spansOf(inside).map(({ start, end, emphasis }) => ({
    kind: 'words',
    text: inside.slice(start, end),
    emphasis: within || emphasis,
  })),
});

/** The words without their marks, for titles, feeds and mail: a footnote stands in parentheses, of a link its words alone. */
export const plain = (words: string): string => runsOf(words).map(plainRun).join('');

const plainRun = (run: Run): string => {
  if (run.kind === 'words') return run.text;
  const inside = run.words.map(plainRun).join('');
  return run.kind === 'note' ? ` (${inside})` : inside;
};

/** All that the words say, for comparing them: as {@link plain}, with the address of each link behind it in parentheses. */
export const spelledOut = (words: string): readonly Stretch[] => runsOf(words).flatMap(spelledRun);

const spelledRun = (run: Run): readonly Stretch[] => {
  if (run.kind === 'words') return [run];
  if (run.kind === 'link') return [...run.words, said(` (${run.href})`)];
  return [said(' ('), ...run.words.flatMap(spelledRun), said(')')];
};

const said = (text: string): Stretch => ({ kind: 'words', text, emphasis: false });

/** A link or, without `href`, a footnote: where it stands, and what stands between its brackets. */
interface Atom {
  readonly start: number;
  readonly end: number;
  readonly inside: string;
  readonly href: string | null;
}

const atomsIn = (words: string, notes = true): readonly Atom[] => {
  const atoms: Atom[] = [];
  for (let at = words.indexOf('['); at >= 0;) {
    const note = notes && words[at - 1] === '^' && at > (atoms.at(-1)?.end ?? 0) ? noteAt(words, at - 1) : null;
    const atom = note ?? linkAt(words, at);
    if (atom !== null) atoms.push(atom);
    at = words.indexOf('[', atom?.end ?? at + 1);
  }
  return atoms;
};

const LINK_WORDS = new RegExp(String.raw`\[([^[\]\n]{1,${MOST_LINK_WORDS}})\]\(`, 'uy');
const ADDRESS = /(?:https?:\/\/|mailto:)(?:[^\s()<>[\]"]|\([^\s()<>[\]"]*\))+/uy;

const linkAt = (words: string, start: number): Atom | null => {
  LINK_WORDS.lastIndex = start;
  const inside = LINK_WORDS.exec(words)?.[1];
  if (inside === undefined) return null;
  ADDRESS.lastIndex = LINK_WORDS.lastIndex;
  const href = ADDRESS.exec(words)?.[0];
  const closed = href !== undefined && href.length <= MOST_ADDRESS && words[ADDRESS.lastIndex] === ')';
  const sound = closed && leadsTo(href) !== null;
  return sound ? { start, end: ADDRESS.lastIndex + 1, inside, href } : null;
};

const noteAt = (words: string, start: number): Atom | null => {
  for (let at = start + 2; at < words.length; at++) {
    if (words[at] === ']')
      return at === start + 2 ? null : { start, end: at + 1, inside: words.slice(start + 2, at), href: null };
    if (words[at] === '\n') return null;
    if (words[at] !== '[') continue;
    const link = linkAt(words, at);
    if (link === null) return null;
    at = link.end - 1;
  }
  return null;
};

/** The words with links and footnotes filled in, so that no asterisk in them pairs with one outside. */
const masked = (words: string, atoms: readonly Atom[]): string => {
  let [text, at] = ['', 0];
  for (const { start, end } of atoms) {
    text += words.slice(at, start) + 'x'.repeat(end - start);
    at = end;
  }
  return text + words.slice(at);
};

const EMPHASIS = /(\*{1,2})(?![\s*])([^*\n]*[^*\s])\1(?!\*)/gu;

interface Span {
  readonly start: number;
  readonly end: number;
  readonly emphasis: boolean;
}

/** The spans between marks of emphasis; none is empty. */
const spansOf = (words: string): readonly Span[] => {
  const spans: Span[] = [];
  let at = 0;
  for (const match of words.matchAll(EMPHASIS)) {
    const marks = match[1]?.length ?? 1;
    const end = match.index + match[0].length;
    spans.push(
      { start: at, end: match.index, emphasis: false },
      { start: match.index + marks, end: end - marks, emphasis: true },
    );
    at = end;
  }
  return [...spans, { start: at, end: words.length, emphasis: false }].filter(({ start, end }) => start < end);
};
