import { leadsTo } from '../../base/address.ts';
import { type Said, piecesOf, plainly } from '../../charter/final/said.ts';
import { type Link, type Run, type Stretch, plain, runsOf } from '../../text/runs.ts';
import { RIGHT_TO_LEFT, isRightToLeft } from '../direction.ts';
import { BREAK, type Letters } from './letters.ts';

/** Words as the template takes them: runs, and in which direction they are written. */

export interface SetLine {
  readonly way: 'ltr' | 'rtl';
  readonly runs: readonly SetRun[];
}

export type SetRun =
  | {
      readonly kind: 'words';
      readonly text: string;
      readonly emphasis: boolean;
      readonly struck: boolean;
    }
  /** The end of a line; or a place where a word that is too long may be broken. */
  | { readonly kind: 'line-end' | 'break' }
  /** Words in another direction than what stands around them, which they do not turn. */
  | { readonly kind: 'isolated'; readonly runs: readonly SetRun[] }
  | { readonly kind: 'link'; readonly href: string; readonly runs: readonly SetRun[] }
  | { readonly kind: 'note'; readonly runs: readonly SetRun[] };

interface Look {
  readonly emphasis?: boolean;
  readonly struck?: boolean;
}

/** How many letters of one word find room on a line: of running text, and of titles. */
export const ROOM = { text: 44, title: 28 } as const;
/** Likewise in one of two columns. */
export const NARROW = { text: 20, title: 14 } as const;

export interface Lines {
  readonly room: { readonly text: number; readonly title: number };
  /** Words as clauses have them: with emphasis, links and footnotes. */
  readonly marked: (words: string, room?: number) => SetLine;
  /** Words as they stand. */
  readonly bare: (words: string, look?: Look, room?: number) => SetLine;
  /** A sentence of ours with words of others in it. */
  readonly said: (said: Said, look?: Look, room?: number) => SetLine;
}

export const createLines = (letters: Letters, most: Lines['room'] = ROOM): Lines => {
  const put = (words: string, { emphasis = false, struck = false }: Look, room: number): readonly SetRun[] =>
    letters
      .fit(words, room)
      .split(ENDS)
      .flatMap((text): readonly SetRun[] => {
        if (text === '') return [];
        if (text === '\n') return [{ kind: 'line-end' }];
        return text === BREAK ? [{ kind: 'break' }] : [{ kind: 'words', text, emphasis, struck }];
      });
  /** Where a link leads stands beside it, as on the page. */
  const link = ({ href, words }: Link, room: number): readonly SetRun[] => [
    { kind: 'link', href, runs: words.flatMap((stretch) => stretchOf(stretch, room)) },
    ...put(` (${leadsTo(href) ?? href})`, {}, room),
  ];
  const stretchOf = ({ text, emphasis }: Stretch, room: number): readonly SetRun[] => put(text, { emphasis }, room);
  const runOf = (run: Run, room: number): readonly SetRun[] => {
    if (run.kind === 'words') return stretchOf(run, room);
    if (run.kind === 'link') return link(run, room);
    return [
      {
        kind: 'note',
        runs: run.words.flatMap((inner) => (inner.kind === 'link' ? link(inner, room) : stretchOf(inner, room))),
      },
    ];
  };
  const wayOf = (words: string): SetLine['way'] => (isRightToLeft(words) ? 'rtl' : 'ltr');
  return {
    room: most,
    marked: (words, room = most.text) => ({
      way: wayOf(plain(words)),
      runs: runsOf(words).flatMap((run) => runOf(run, room)),
    }),
    bare: (words, look = {}, room = most.text) => ({ way: wayOf(words), runs: put(words, look, room) }),
    said: (said, look = {}, room = most.text) => {
      const way = wayOf(plainly(said));
      const runs = piecesOf(said).flatMap((piece, i): readonly SetRun[] => {
        const set = put(piece, look, room);
        return i % 2 === 1 && piece.length <= MOST_ISOLATED && RUNS[way].test(piece)
          ? [{ kind: 'isolated', runs: set }]
          : set;
      });
      return { way, runs };
    },
  };
};

const ENDS = new RegExp(`([\n${BREAK}])`, 'u');

/** What is isolated is not broken over lines, so it is short. */
const MOST_ISOLATED = 60;

/** Letters of the other direction. */
const RUNS = { ltr: RIGHT_TO_LEFT, rtl: /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u } as const;
