import { attribution, isMobileSignature, isOriginal, isRule, labelOf } from './quote-words.ts';

/** Tells a writer's own words from what their program put around them: earlier mails, and signatures. Nothing is thrown away. */

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
  while (kinds.length < lines.length) {
    const at = kinds.length;
    const line = lines[at] ?? '';
    const head = isQuoted(line) ? 1 : headingAt(lines, at);
    if (head === 'rest') push('quoted', lines.length - at);
    else if (head > 0) push('quoted', head);
    else kinds.push(isBlank(line) ? (kinds.at(-1) ?? 'own') : 'own');
  }
  return kinds;
};

/** How many lines from `at` on head a quotation: `rest` where everything that follows is quoted, 0 where they are no such thing. */
const headingAt = (lines: readonly string[], at: number): number | 'rest' => {
  const line = lines[at] ?? '';
  if (isBlank(line)) return 0;
  if (isOriginal(line)) return isQuoted(lines[nextWords(lines, at + 1)]) ? 1 : 'rest';
  if (isRule(line)) return isOutlookHead(lines, nextWords(lines, at + 1)) ? 'rest' : 0;
  if (isOutlookHead(lines, at)) return 'rest';
  let whole = '';
  for (let count = 1; count <= MOST_BROKEN; count++) {
    const next = lines[at + count - 1];
    if (next === undefined || isBlank(next) || isQuoted(next)) return 0;
    whole = whole === '' ? next.trim() : `${whole} ${next.trim()}`;
    const says = attribution(whole);
    if (says === null) continue;
    if (isQuoted(lines[nextWords(lines, at + count)])) return count;
    return says === 'sure' ? 'rest' : 0;
  }
  return 0;
};

/** The next line that is not blank. */
const nextWords = (lines: readonly string[], from: number): number => {
  let at = from;
  while (at < lines.length && isBlank(lines[at])) at++;
  return at;
};

/** Lines in which a head of From, Sent, To and Subject must be complete. */
const MOST_HEAD = 12;

const isOutlookHead = (lines: readonly string[], at: number): boolean => {
  if (labelOf(lines[at] ?? '') !== 'from') return false;
  const labels = new Set(lines.slice(at + 1, at + MOST_HEAD).map(labelOf));
  return labels.has('sent') ? labels.has('to') || labels.has('subject') : labels.has('to') && labels.has('subject');
};

/** How many lines a signature has that begins with two dashes and without the space that belongs behind them. */
const MOST_LOOSE = 10;
/** From the end of a run of own words, in lines with words. */
const MOST_FROM_END = 3;

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

const signatureIn = (lines: readonly string[], start: number, end: number): number | null => {
  let words = 0;
  let mobile: number | null = null;
  let dashes: number | null = null;
  for (let i = end - 1; i >= start; i--) {
    const line = lines[i] ?? '';
    if (line === '-- ' || (line === '--' && end - i <= MOST_LOOSE)) dashes = i;
    if (isBlank(line)) continue;
    if (++words <= MOST_FROM_END && isMobileSignature(line)) mobile = i;
  }
  return dashes ?? mobile;
};
