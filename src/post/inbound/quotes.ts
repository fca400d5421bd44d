import { isHead } from './quote-heads.ts';
import {
  type Attribution,
  announcesForwarded,
  attribution,
  endsAttribution,
  isDated,
  isFull,
  isOriginal,
  isRule,
  namesAddress,
} from './quote-words.ts';
import { signatureIn } from './signature-words.ts';

/**
 * Tells a writer's own words from what their program put around them: earlier mails, and signatures. Nothing is thrown away, and where it is in doubt whose
 * words they are, they are the writer's.
 */

/** A run of lines. Put together with line feeds, the pieces of a mail give its words to the letter. */
export interface Piece {
  readonly kind: 'own' | 'quoted' | 'signature';
  readonly words: string;
}

export const piecesOf = (words: string): readonly Piece[] => {
  const lines = words.split('\n');
  const kinds = withSignatures(lines, quotedIn(lines));
  const pieces: { kind: Piece['kind']; lines: string[] }[] = [];
  for (const [i, line] of lines.entries()) {
    const kind = kinds[i] ?? 'own';
    const last = pieces.at(-1);
    if (last?.kind === kind) last.lines.push(line);
    else pieces.push({ kind, lines: [line] });
  }
  return pieces.map(({ kind, lines }) => ({ kind, words: lines.join('\n') }));
};

/** The writer's own words; empty where there are none. Answers within a quotation follow each other. */
export const ownWords = (pieces: readonly Piece[]): string => joined(pieces.filter(({ kind }) => kind === 'own'));

/** What was cut. */
export const cutWords = (pieces: readonly Piece[]): string => joined(pieces.filter(({ kind }) => kind !== 'own'));

const joined = (pieces: readonly Piece[]): string =>
  pieces
    .map(({ words }) => words.replaceAll(/^\n+|\s+$/gu, ''))
    .filter((words) => words !== '')
    .join('\n\n');

type Kind = Piece['kind'];

const isQuoted = (line: string | undefined): boolean => line !== undefined && /^ {0,3}>/u.test(line);
const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === '';

/** How many lines an attribution may be broken into. */
const MOST_BROKEN = 5;

const quotedIn = (lines: readonly string[]): readonly Kind[] => {
  const kinds: Kind[] = [];
  const push = (kind: Kind, count: number): void => {
    for (let i = 0; i < count; i++) kinds.push(kind);
  };
  const isMore = saysMoreThan(lines);
  while (kinds.length < lines.length) {
    const at = kinds.length;
    const line = lines[at] ?? '';
    const head = isQuoted(line) && !isMore ? 1 : headingAt(lines, at);
    if (head === 'rest') push('quoted', lines.length - at);
    else if (head > 0) push('quoted', head);
    else kinds.push(isBlank(line) ? (kinds.at(-1) ?? 'own') : 'own');
  }
  return kinds;
};

/**
 * Whether the lines that begin with `>` say “more than” and quote nothing, as in “>50 percent of us”: all have a number right behind it, or the only one has a space between.
 */
const saysMoreThan = (lines: readonly string[]): boolean => {
  const marked = lines.filter(isQuoted);
  return marked.every((line) => MORE_THAN.test(line)) || (marked.length === 1 && MORE_THAN_APART.test(marked[0] ?? ''));
};

const MORE_THAN = /^>(?:= ?)?\d/u;
const MORE_THAN_APART = /^> \d/u;

/** How many lines from `at` on head a quotation: `rest` where everything that follows is quoted, 0 where they are no such thing. */
const headingAt = (lines: readonly string[], at: number): number | 'rest' => {
  const line = lines[at] ?? '';
  if (isBlank(line)) return 0;
  if (isOriginal(line)) return isQuoted(lines[nextWords(lines, at + 1)]) ? 1 : 'rest';
  if (isRule(line) || announcesForwarded(line)) return isHead(lines, nextWords(lines, at + 1)) ? 'rest' : 0;
  if (isHead(lines, at)) return 'rest';
  const broken = attributionAt(lines, at);
  if (broken === null) return 0;
  if (isQuoted(lines[nextWords(lines, at + broken.count)])) return broken.count;
  return broken.says === 'sure' ? 'rest' : 0;
};

interface Broken {
  /** How many lines it is broken into. */
  readonly count: number;
  readonly says: Exclude<Attribution, null>;
}

/** The attribution that begins at this very line, and at no line below it. */
const attributionAt = (lines: readonly string[], at: number): Broken | null => {
  for (let count = 1; count <= MOST_BROKEN; count++) {
    const next = lines[at + count - 1];
    if (next === undefined || isBlank(next) || isQuoted(next)) return null;
    const says = attribution(joinedLines(lines.slice(at, at + count)));
    if (says !== null) return count === 1 || beginsHere(lines, at, count) ? { count, says } : null;
    // A sentence ends here: what follows is another.
    if (/[:.!?;…]$/u.test(next.trim()) && !ABBREVIATED.test(next.trim())) return null;
  }
  return null;
};

/** “Nov.”, “a.m.” */
const ABBREVIATED = /(?:^|[\s.])[\p{L}]{1,4}\.$/u;

/**
 * Whether an attribution of several lines begins at the first of these. That line holds a date, or who wrote, and the last one who wrote or that they did; and where the lines below are an attribution by
 * themselves, it holds what they lack: the writer's own words may stand right above.
 */
const beginsHere = (lines: readonly string[], at: number, count: number): boolean => {
  const first = lines[at] ?? '';
  if (!endsAttribution(lines[at + count - 1] ?? '')) return false;
  if (!isDated(first) && !/<[^<>]*$/u.test(first) && !namesAddress(first)) return false;
  for (let below = at + 1; below < at + count; below++) {
    const rest = joinedLines(lines.slice(below, at + count));
    const says = attribution(rest);
    if (says === 'likely' && !namesAddress(first)) return false;
    // What begins with an address has its name in the line above.
    if (says === 'sure' && (!rest.startsWith('<') || isDated(rest) || !isFull(first))) return false;
  }
  return true;
};

/** On one line, an address whole that was broken behind its bracket. */
const joinedLines = (lines: readonly string[]): string =>
  lines
    .map((line) => line.trim())
    .join(' ')
    .replaceAll(/(?<=[<(]) /gu, '');

/** The next line that is not blank. */
const nextWords = (lines: readonly string[], from: number): number => {
  let at = from;
  while (at < lines.length && isBlank(lines[at])) at++;
  return at;
};

/** Signatures stand at the end of a run of own words. */
const withSignatures = (lines: readonly string[], kinds: readonly Kind[]): readonly Kind[] => {
  const out = [...kinds];
  for (let end = lines.length; end > 0; end--) {
    if (kinds[end - 1] !== 'own') continue;
    let start = end;
    while (start > 0 && kinds[start - 1] === 'own') start--;
    const from = signatureIn(lines, start, end);
    if (from !== null) out.fill('signature', from, end);
    end = start + 1;
  }
  return out;
};
