import { type Link, type Stretch, runsOf } from '../../../text/runs.ts';

/**
 * The words of a clause as the editor holds them: stretches that are emphasised or not, that lead somewhere or not, and footnotes between
 * them; and the way back to the marks of `src/text/runs.ts`.
 */
export type Inline =
  | {
      readonly kind: 'words';
      readonly text: string;
      readonly emphasis: boolean;
      /** The address it leads to, or `null`. */
      readonly link: string | null;
    }
  /** Its words carry their own marks. */
  | { readonly kind: 'footnote'; readonly words: string };

export const inlineOf = (words: string): readonly Inline[] =>
  runsOf(words).flatMap((run) =>
    run.kind === 'note'
      ? [{ kind: 'footnote' as const, words: writeInline(run.words.flatMap(wordsOf)) }]
      : wordsOf(run),
  );

const wordsOf = (run: Stretch | Link): readonly Inline[] =>
  run.kind === 'words'
    ? [{ kind: 'words', text: run.text, emphasis: run.emphasis, link: null }]
    : run.words.map(({ text, emphasis }) => ({ kind: 'words', text, emphasis, link: run.href }));

/** Whether an address may stand in a link. */
export const isLinkAddress = (address: string): boolean => isOne(`[x](${address})`, 'link');

/** Whether a footnote may have these words. */
const isNote = (words: string): boolean => isOne(`^[${words}]`, 'note');

const isOne = (marked: string, kind: 'link' | 'note'): boolean => {
  const [run, ...more] = runsOf(marked);
  return run?.kind === kind && more.length === 0;
};

/**
 * Writes the pieces with marks: `inlineOf` of the result means the same, as far as the marks can say it. White space moves out of
 * emphasis, and emphasis ends with its line.
 */
export const writeInline = (pieces: readonly Inline[]): string => {
  let words = '';
  let open = CLOSED;
  const close = (): void => {
    words += emphasised(open);
    open = CLOSED;
  };
  for (const atom of atomsOf(pieces)) {
    if (!atom.emphasis) close();
    for (const [i, text] of atom.text.split('\n').entries()) {
      if (i > 0) {
        close();
        words += '\n';
      }
      if (atom.emphasis) open = { text: open.text + text, starred: open.starred || atom.starred };
      else words += text;
    }
  }
  close();
  return words;
};

/** What is being emphasised. */
interface Open {
  readonly text: string;
  /** An asterisk within would end the emphasis too early. */
  readonly starred: boolean;
}

const CLOSED: Open = { text: '', starred: false };

const emphasised = ({ text, starred }: Open): string => {
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/u.exec(text) ?? [];
  return inner === '' || starred ? text : `${before}*${inner}*${after}`;
};

/** A piece as it is written; a link is one whatever its words. */
interface Atom extends Open {
  readonly emphasis: boolean;
}

const atomsOf = (pieces: readonly Inline[]): readonly Atom[] => {
  const atoms: Atom[] = [];
  for (let at = 0; at < pieces.length;) {
    const piece = pieces[at];
    if (piece === undefined) break;
    let end = at + 1;
    if (piece.kind === 'words' && piece.link !== null) while (leadsTo(pieces[end], piece.link)) end += 1;
    atoms.push(...atomOf(pieces.slice(at, end)));
    at = end;
  }
  return atoms;
};

const leadsTo = (piece: Inline | undefined, address: string): boolean =>
  piece?.kind === 'words' && piece.link === address;

const atomOf = (pieces: readonly Inline[]): readonly Atom[] => {
  const [first] = pieces;
  if (first?.kind === 'footnote')
    return [{ text: `^[${isNote(first.words) ? first.words : bare(first.words)}]`, emphasis: false, starred: false }];
  const stretches = pieces.filter((piece) => piece.kind === 'words');
  const plain = stretches.map(({ text, emphasis }) => ({ text, emphasis, starred: text.includes('*') }));
  const link = first?.link ?? null;
  if (link === null || !isLinkAddress(link)) return plain;
  const all = stretches.every(({ emphasis }) => emphasis);
  const inside = bare(
    all ? stretches.map(({ text }) => text).join('') : writeInline(stretches.map((one) => ({ ...one, link: null }))),
  );
  const text = `[${inside}](${link})`;
  return isOne(text, 'link') ? [{ text, emphasis: all, starred: false }] : plain;
};

/** Words as they may stand between brackets. */
const bare = (text: string): string =>
  text
    .replaceAll(/\s*\n\s*/gu, ' ')
    .replaceAll('[', '(')
    .replaceAll(']', ')');
