import { fitProse } from '../../base/fit.ts';
import { markOf } from './marks.ts';
import type { PlainParagraph } from './role.ts';

/**
 * Plain text as paragraphs. In most files a line is one, whether blank lines part them or not; in others lines were broken where they became too long, and go on in the
 * next. Reads every line once.
 */
export const paragraphsOf = (source: string): readonly PlainParagraph[] => {
  const lines = linesOf(source);
  const width = widthOf(lines);
  const paragraphs: Open[] = [];
  for (const line of lines) {
    const last = paragraphs.at(-1);
    const joint = last === undefined ? null : jointOf(last, line, width);
    if (last === undefined || joint === null) paragraphs.push({ ...line, pieces: [line.words], lines: 1, last: line });
    else {
      last.pieces.push(joint, line.words);
      last.lines += 1;
      last.last = line;
    }
  }
  return paragraphs.map(({ pieces, indent, gap }) => ({
    words: pieces.join(''),
    indent,
    gap,
    bold: false,
    centred: false,
    given: null,
  }));
};

/** Whether a source is written in the form of `markdown.ts`, with what nobody types by chance: headings behind `#`, names of clauses in braces, notes behind `^`. */
export const isWrittenForm = (source: string): boolean =>
  /^\ufeff?\s*# /u.test(source) ||
  /^#{1,6} \S/mu.test(source) ||
  /\s\{#[a-z][a-z0-9-]{0,23}[ }]/u.test(source) ||
  /\^\[[^\]\n]{1,200}\]/u.test(source);

interface Line {
  readonly words: string;
  readonly indent: number;
  /** Whether a blank line stands before it. */
  readonly gap: boolean;
}

interface Open extends Line {
  readonly pieces: string[];
  lines: number;
  last: Line;
}

const linesOf = (source: string): readonly Line[] => {
  const lines: Line[] = [];
  let gap = true;
  for (const raw of fitProse(source.replaceAll('\t', '    ')).split('\n')) {
    const words = raw.trim();
    if (words === '') gap = true;
    else {
      lines.push({ words, indent: raw.search(/[^ ]/u), gap });
      gap = false;
    }
  }
  return lines;
};

/** No program or person breaks lines beyond it. */
const WIDEST = 110;
const NARROWEST = 40;
/** Of the places where two lines meet, at least so many are within a sentence where lines are broken. */
const WITHIN_SENTENCES = 0.2;

/** At how many characters lines were broken; `null`: a line is a paragraph. */
const widthOf = (lines: readonly Line[]): number | null => {
  const lengths = lines.map(({ words, indent }) => words.length + indent).toSorted((a, b) => a - b);
  const width = lengths[Math.floor((lengths.length - 1) * 0.97)] ?? 0;
  if (width > WIDEST || width < NARROWEST) return null;
  let [meet, within] = [0, 0];
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    if (line.gap || before === undefined) continue;
    meet += 1;
    if (/[\p{L}\p{N}-]$/u.test(before.words) && /^\p{Ll}/u.test(line.words) && markOf(line.words) === null) within += 1;
  }
  return within > 0 && within >= meet * WITHIN_SENTENCES ? width : null;
};

/** A line so long, as a part of the width, that ends within a sentence goes on in the next. */
const NEARLY = 0.85;

/** What joins a line to the paragraph before it; `null`: it begins one. */
const jointOf = (open: Open, line: Line, width: number | null): string | null => {
  // A number alone on its line is that of what follows.
  if (open.lines === 1 && isBareMark(open.words)) return ' ';
  if (line.gap && isCut(open, line)) return ' ';
  if (width === null || line.gap) return null;
  const { last } = open;
  const marked = markOf(open.words) !== null;
  const goesOn = /^[\p{Ll}(]/u.test(line.words) && !/[.!?:;]$/u.test(last.words);
  const own = markOf(line.words);
  if (own !== null && (own.series === 'bullet' || own.rest !== '')) {
    // A number that stands where a line happened to be broken is none.
    const happened = own.series !== 'bullet' && isFull(last, line, width) && /[\p{L},]$/u.test(last.words);
    if (!happened || own.value === 1) return null;
  }
  if (!marked && line.indent > last.indent + 1) return null;
  if (!marked && open.lines > 1 && line.indent > open.last.indent + 1) return null;
  const unended = /[\p{L}\p{N},]$/u.test(last.words) && last.indent + last.words.length > width * NEARLY;
  if (!unended && !isFull(last, line, width) && !(goesOn && last.words.length > width / 2)) return null;
  return /\p{L}-$/u.test(last.words) && /^\p{Ll}/u.test(line.words) ? '' : ' ';
};

/** Whether a blank line stands within a sentence, as where pages were copied: a long line does not end, and a short or long one goes on and ends it. */
const isCut = ({ last }: Open, line: Line): boolean =>
  last.words.length >= LONG &&
  /[\p{Ll}\p{N}]$/u.test(last.words) &&
  /^\p{Ll}.*[.;:]$/u.test(line.words) &&
  markOf(line.words) === null;

const LONG = 60;

/** Whether the next word had no room on the line. */
const isFull = (last: Line, next: Line, width: number): boolean =>
  last.indent + last.words.length + 1 + (/^\S+/u.exec(next.words)?.[0].length ?? 0) > width - 2;

const isBareMark = (words: string): boolean => {
  const mark = words.length > 8 ? null : markOf(words);
  return mark?.rest === '' && mark.style !== 'number ' && /^(?:number|small|bullet)$/u.test(mark.series);
};
