import { fitLine, fitProse } from '../base/fit.ts';
import { type Stretch, runsOf } from '../text/runs.ts';
import type { Piece } from './paragraph.ts';

/** A clause's words from the pieces of a document: emphasis as `*…*`, links as `[text](address)`, notes as `^[…]`. */
export const wordsOf = (pieces: readonly Piece[]): string =>
  tidy(
    gathered(pieces)
      .map(({ text, emphasis, link, note }) => {
        if (note !== null) return noteOf(note);
        const marked = emphasis === 'none' ? text : emphasised(text);
        return link === null ? marked : linked(marked, link);
      })
      .join(''),
  );

/** The pieces of words: `wordsOf` of them gives the words, their marks written in one way. */
export const piecesOf = (words: string): readonly Piece[] =>
  runsOf(words).flatMap((run): readonly Piece[] => {
    if (run.kind === 'words') return [pieceOf(run, null)];
    if (run.kind === 'link') return run.words.map((words) => pieceOf(words, run.href));
    const inside = run.words.flatMap((inner) =>
      inner.kind === 'link' ? inner.words.map((words) => pieceOf(words, inner.href)) : [pieceOf(inner, null)],
    );
    return [{ text: '', emphasis: 'none', link: null, note: wordsOf(inside), tracked: [] }];
  });

const pieceOf = ({ text, emphasis }: Stretch, link: string | null): Piece => ({
  text,
  emphasis: emphasis ? 'italic' : 'none',
  link,
  note: null,
  tracked: [],
});

/** The words alone, on one line: a title, a comment's line. */
export const plainLine = (pieces: readonly Piece[]): string => fitLine(pieces.map(({ text }) => text).join(''));

const tidy = (text: string): string => fitProse(text).trim();

/** Neighbours that look alike are one: programs cut runs wherever somebody typed. */
const gathered = (pieces: readonly Piece[]): readonly Piece[] => {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    const alike =
      last !== undefined &&
      last.note === null &&
      piece.note === null &&
      last.link === piece.link &&
      (last.emphasis === 'none') === (piece.emphasis === 'none');
    if (alike) out[out.length - 1] = { ...last, text: last.text + piece.text };
    else if (piece.text !== '' || piece.note !== null) out.push(piece);
  }
  return out;
};

/** Emphasis begins and ends at words and within a line; what holds an asterisk cannot be marked by one. */
const emphasised = (text: string): string =>
  text.includes('*') ? text : text.replaceAll(/[^\s](?:[^\n]*[^\s])?/gu, (words) => `*${words}*`);

/** A link within one line; what would not be read as one stands as plain words. */
const linked = (text: string, link: string): string =>
  text.replace(/\S(?:.*\S)?/su, (words) => {
    const marked = `[${words}](${link})`;
    const [run, ...more] = runsOf(marked);
    return run?.kind === 'link' && more.length === 0 ? marked : words;
  });

const noteOf = (note: string): string => {
  const words = fitLine(note);
  const marked = (words: string): string | null => {
    const [run, ...more] = runsOf(`^[${words}]`);
    return run?.kind === 'note' && more.length === 0 ? `^[${words}]` : null;
  };
  return marked(words) ?? marked(words.replaceAll('[', '(').replaceAll(']', ')')) ?? '';
};
