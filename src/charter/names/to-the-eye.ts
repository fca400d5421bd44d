/** What looks like other letters or digits than NFKD and the prototypes of UTS 39 take it for. */

const A = 0x41;

/** As many code points from `first` on, each with what it looks like. */
const run = (first: number, many: number, looks: (nth: number) => string): readonly (readonly [string, string])[] =>
  Array.from({ length: many }, (_, nth) => [String.fromCodePoint(first + nth), looks(nth)]);

const capital = (nth: number): string => String.fromCodePoint(A + nth);

/**
 * By each character what it looks like, before NFKD reads it otherwise: accents that stand alone, the lunate sigma, the long s, a halfwidth bar, the
 * lengthening mark of kana, which is drawn as the number one; the letters and digits in black circles and squares, and those of flags.
 */
export const TO_THE_EYE: ReadonlyMap<string, string> = new Map([
  ['\u02db', 'i'],
  ['\u037a', 'i'],
  ['\u03f2', 'c'],
  ['\u03f9', 'C'],
  ['\u017f', 'f'],
  ['\uffe8', 'l'],
  ['\u30fc', '一'],
  ['\uff70', '一'],
  ...[0x1_f150, 0x1_f170, 0x1_f1e6].flatMap((first) => run(first, 26, capital)),
  ...[0x24f5, 0x2776, 0x2780, 0x278a].flatMap((first) => run(first, 10, (nth) => `${nth + 1}`)),
  ...run(0x24eb, 10, (nth) => `${nth + 11}`),
  ...[0x24ff, 0x1_f10b, 0x1_f10c].flatMap((zero) => run(zero, 1, () => '0')),
]);

/** The small capitals, and what has one for its prototype; likenesses are in small letters. */
export const SMALL_CAPITALS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: 'ᴀ',
    b: 'ʙ',
    d: 'ᴅ',
    e: 'ᴇ',
    f: 'ꜰ',
    g: 'ɢ',
    h: 'ʜ',
    j: 'ᴊ',
    k: 'ĸ',
    l: 'ʟ',
    rn: 'ʍ',
    n: 'ɴ',
    p: 'ᴘ',
    q: 'ꞯ',
    r: 'ʀ',
    t: 'ᴛ',
  }).map(([letter, small]) => [small, letter]),
);

/** Digits and letters that stand raised behind a name, as the mark of a footnote does. Those of the category Lm are no telling letters anyhow. */
export const RAISED = /[ª²³¹º⁰⁴-⁹]/gu;
