import { type Seen, beginsAnew } from './features.ts';
import { TEXTS } from './words.ts';

/** The title: one line of those at the top that stand above everything else, or several that go on in each other. */

/** So many lines at the top are looked at. */
const MOST_ABOVE = 8;
const LONGEST_TITLE = 200;
/** One that says what the text is may be as long as a title may be. */
const LONGEST_NAMED = 300;
/** Several lines that make one title are no more. */
const MOST_LINES = 4;

/** The places of the lines that are the title; none where the text begins at once. */
export const titleIn = (seen: readonly Seen[], isFree: (at: number) => boolean): readonly number[] => {
  const above: number[] = [];
  let at = 0;
  for (; at < seen.length && above.length < MOST_ABOVE; at += 1) {
    const one = seen[at];
    if (one === undefined || one.rule) continue;
    if (!isFree(at) || !mayBeTitle(one)) break;
    above.push(at);
  }
  const best = bestOf(seen, above);
  if (best === undefined || !hasBody(seen, best)) return [];
  const [before] = above.slice(0, above.indexOf(best)).toReversed();
  // “Charter” is the title of what stands above it.
  const own = (seen[best]?.words.split(' ').length ?? 0) > 2;
  const whole =
    own ||
    before !== best - 1 ||
    before !== above[0] ||
    /:/u.test(seen[before]?.words ?? '') ||
    isLabel(seen[before]?.words ?? '');
  const lines = whole ? [best] : [best - 1, best];
  for (const next of above.slice(above.indexOf(best) + 1)) {
    if (lines.length >= MOST_LINES || !goesOn(seen, lines.at(-1) ?? best, next)) break;
    lines.push(next);
  }
  return lines;
};

const mayBeTitle = ({ mark, words, ends, paragraph }: Seen): boolean =>
  paragraph.given === null &&
  mark === null &&
  words.length <= (TEXTS.test(words) ? LONGEST_NAMED : LONGEST_TITLE) &&
  (ends === 'open' || (ends === 'sentence' && /[!?]$/u.test(words)) || (ends === 'sentence' && isAbbreviated(words))) &&
  beginsAnew(words);

/** “… e.V.”, “… Inc.” */
const isAbbreviated = (words: string): boolean =>
  words.length <= 90 && /\p{L}\.\s?\p{L}{1,2}\.$|\s(?:Inc|Ltd|Corp|Co|Assoc)\.$/u.test(words);

/** Underlined, named as texts are, set apart; else the first that is no number of the text, date or place. */
const bestOf = (seen: readonly Seen[], above: readonly number[]): number | undefined => {
  const one = (at: number): Seen | undefined => seen[at];
  return (
    above.find((at) => seen[at + 1]?.rule === true) ??
    above.find((at) => TEXTS.test(one(at)?.words.replace(/^[*"“„«]+/u, '') ?? '')) ??
    above.find((at) => one(at)?.paragraph.bold === true || one(at)?.paragraph.centred === true) ??
    above.find((at) => !isLabel(one(at)?.words ?? ''))
  );
};

/** `A/RES/49/52`, `3 May 2026`, `Draft`, `Niš, 3.5.2026`. */
export const isLabel = (words: string): boolean =>
  !/\p{L}/u.test(words) ||
  /^[\p{Lu}\p{N}]{1,6}(?:[/.-][\p{L}\p{N}()]{1,8}){1,5}[/.-]?$/u.test(words) ||
  (words.length <= 40 && /\b(?:19|20)\d\d\b/u.test(words) && words.split(' ').length <= 6);

const hasBody = (seen: readonly Seen[], title: number): boolean =>
  seen.some(
    ({ words, ends, mark, rule }, at) =>
      at > title &&
      !rule &&
      (mark !== null || ends === 'sentence' || ends === 'comma' || ends === 'colon' || words.length > LONGEST_TITLE),
  );

/** Whether the next line is of the same title: set alike and right below, or what the line before it wants. */
const goesOn = (seen: readonly Seen[], at: number, next: number): boolean => {
  const [one, other] = [seen[at], seen[next]];
  if (one === undefined || other === undefined || next !== at + 1) return false;
  if (
    !beginsAnew(other.words) ||
    /[\s'’](?:of|on|for|the|and|to|in|de|du|des|la|le|et|del|di|y|e|der|die|das|und|für|zur|zum|o|za|i|u|о|за|и|για|της|του|των|την|το|και)$/iu.test(
      one.words,
    )
  )
    return true;
  if (other.paragraph.gap || isLabel(other.words)) return false;
  const alike = one.capitals === other.capitals && one.paragraph.bold === other.paragraph.bold;
  return alike && (one.capitals || one.paragraph.bold || (one.paragraph.centred && other.paragraph.centred));
};
