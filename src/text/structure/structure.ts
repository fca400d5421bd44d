import { unmarkedKind } from '../markdown.ts';
import { type Seen, beginsAnew, seenOf } from './features.ts';
import { contentsIn } from './contents.ts';
import { itemsUnder, itemsWithin } from './lists.ts';
import { noteMarkOf, notesIn } from './notes.ts';
import type { PlainParagraph, Reason, Role, Taken } from './role.ts';
import { type Decided, bySeries } from './series.ts';
import { signatoriesIn } from './signatories.ts';
import { TEXTS, isDivision } from './words.ts';
import { isLabel, titleIn } from './title.ts';

/**
 * Tells of each paragraph of a plain document what it is, and why: from its words, its typed marks, and how it is set. What its document says is taken as said. Nothing is
 * lost, moved or written otherwise: the marks and words of the answer, put together, are those of the paragraphs. Time grows with the words.
 */
export const structureOf = (paragraphs: readonly PlainParagraph[]): readonly Taken[] => {
  // Where nothing stands apart from anything, everything does.
  const even = !paragraphs.some(({ gap }, at) => at > 0 && gap);
  const seen = paragraphs.map((one) => seenOf(even ? { ...one, gap: true } : one));
  const roles = decisionsOn(seen);
  return seen.map((one, at) => takenAs(one, roles[at] ?? { role: 'paragraph', reason: 'nothing' }));
};

const decisionsOn = (seen: readonly Seen[]): readonly (Decided | null)[] => {
  const decided: (Decided | null)[] = seen.map(({ paragraph: { given }, rule }) =>
    given !== null ? { role: given.role, reason: 'given' } : rule ? { role: 'left-out', reason: 'rule' } : null,
  );
  const isFree = (at: number): boolean => decided[at] === null;
  for (const at of contentsIn(seen)) decided[at] ??= { role: 'left-out', reason: 'contents' };
  const decide = (at: number, role: Role, reason: Reason): void => {
    decided[at] ??= { role, reason };
  };
  for (const at of notesIn(seen).keys()) decide(at, 'note', 'mark-in-words');
  const { lead, names } = signatoriesIn(seen, isFree);
  if (lead >= 0) decide(lead, 'signatory', 'signed-line');
  for (const at of names) decide(at, 'signatory', 'under-signed');
  if (!seen.some(({ paragraph }) => paragraph.given?.role === 'title'))
    for (const [i, at] of titleIn(seen, isFree).entries())
      decide(at, 'title', i > 0 ? 'title-goes-on' : seen[at + 1]?.rule === true ? 'underlined' : 'first-line');
  for (const [at, found] of bySeries(seen.map((one, i) => (isFree(i) ? one : unmarked(one)))).entries())
    if (found !== null) decide(at, found.role, found.reason);
  for (const [at, one] of seen.entries()) {
    const announces = one.ends === 'colon' || one.ends === 'open';
    if (!announces || /^(?:heading|signatory|title)$/u.test(decided[at]?.role ?? '')) continue;
    const items = one.ends === 'colon' ? itemsUnder(seen, at + 1, isFree) : itemsWithin(seen, at + 1, isFree);
    for (let i = 1; i <= items; i += 1) decide(at + i, 'point', 'under-colon');
    if (items > 0) decide(at, 'paragraph', 'nothing');
  }
  // What ends as an item does, between items, is one.
  for (const [at, one] of seen.entries()) {
    const within = decided[at - 1]?.role === 'point' && decided[at + 1]?.role === 'point';
    if (within && (one.ends === 'semicolon' || one.ends === 'comma')) decide(at, 'point', 'under-colon');
  }
  // A document that says which are its headings has no others.
  const told = seen.filter(({ paragraph }) => paragraph.given?.role === 'heading').length > 1;
  if (!told) for (const at of seen.keys()) if (isFree(at)) decided[at] = headingAt(seen, decided, at);
  return withPreamble(seen, decided);
};

/** A paragraph that is decided already has no mark that counts in a series. */
const unmarked = (one: Seen): Seen => ({ ...one, mark: null });

/** A line without a number that stands above what follows. */
const headingAt = (seen: readonly Seen[], decided: readonly (Decided | null)[], at: number): Decided | null => {
  const [one, before, next] = [seen[at], seen[at - 1], seen[at + 1]];
  if (one === undefined || next === undefined || !beginsAnew(one.words)) return null;
  if (isSecondTitle(one, next, decided[at + 1]?.role ?? null)) return { role: 'heading', reason: 'names-a-text' };
  if (!one.lineLike) return null;
  if (next.rule && one.paragraph.gap && /^=|^-{3}|^_{3}|^~{3}/u.test(next.words))
    return { role: 'heading', reason: 'underlined' };
  const role = decided[at + 1]?.role ?? null;
  if (role === 'signatory' || role === 'note' || role === 'title') return null;
  const { paragraph } = one;
  // Where blank lines part anything, one stands above a heading.
  const apart = paragraph.gap || before === undefined || decided[at - 1]?.role === 'heading' || next.paragraph.gap;
  if (one.ends === 'colon') {
    const sentences = role === null && next.ends === 'sentence' && beginsAnew(next.words);
    const short = one.words.length <= LONGEST_COLON && apart && before?.ends !== 'open';
    return sentences && short ? { role: 'heading', reason: 'colon-before-sentences' } : null;
  }
  if (paragraph.bold && !next.paragraph.bold) return { role: 'heading', reason: 'bold' };
  if (apart && one.ends === 'open' && isDivision(one.words)) return { role: 'heading', reason: 'names-a-part' };
  if (one.capitals && one.words.length > 3 && !next.capitals) return { role: 'heading', reason: 'capitals' };
  // “Article 3”, and what it is called on the line below it; what stands alone between two of them is what the first says.
  const above = decided[at - 1]?.role === 'heading' ? (before ?? null) : null;
  const between = role === 'heading' && above !== null && above.mark !== null && above.mark.style === next.mark?.style;
  if (above?.words === '' && one.words.length <= LONGEST_BARE)
    return between ? null : { role: 'heading', reason: 'name-below-number' };
  if (between) return null;
  // “The members are” stands before a list as its lead-in.
  if (role === 'point' && !beginsAnew(next.words)) return null;
  if (!apart || one.words.length > LONGEST_BARE) return null;
  // A day or a place right below the title.
  const over = before?.rule === true ? decided[at - 2] : decided[at - 1];
  if (over?.role === 'title' && isLabel(one.words)) return null;
  const ended = before === undefined || before.ends !== 'open' || decided[at - 1] !== null || isLabel(before.words);
  const below =
    role !== null
      ? role !== 'heading'
      : next.words.length > one.words.length && (next.ends !== 'open' || next.words.length > LONG);
  const stands = role === 'heading' && decided[at + 1]?.reason === 'numbered-heading' && before !== undefined && ended;
  return ended && (below || stands) ? { role: 'heading', reason: 'short-line' } : null;
};

/** Where one file holds a text in several languages, or a text and its annexes, each begins with what it is. */
const isSecondTitle = (one: Seen, next: Seen, below: Role | null): boolean =>
  one.mark === null &&
  one.ends === 'open' &&
  one.paragraph.gap &&
  one.words.length <= LONGEST_SECOND &&
  TEXTS.test(one.words) &&
  !isLabel(one.words) &&
  (below === 'heading' || (below === null && next.words.length > one.words.length));

const LONGEST_SECOND = 250;

/** What stands below a heading may end without a full stop, where it is so long. */
const LONG = 100;

/** A heading that nothing but its shortness tells is no longer. */
const LONGEST_BARE = 80;
const LONGEST_COLON = 70;

/** Unmarked words before the first number that end in a comma are preambular. */
const withPreamble = (seen: readonly Seen[], decided: readonly (Decided | null)[]): readonly (Decided | null)[] => {
  const first = decided.findIndex((one) => one?.role === 'operative');
  return decided.map((one, at) => {
    if (one !== null && one.reason !== 'nothing') return one;
    return unmarkedKind(seen[at]?.words ?? '', at < first) === 'preambular'
      ? { role: 'preambular', reason: 'comma-before-number' }
      : one;
  });
};

const MARKED: ReadonlySet<Role> = new Set(['operative', 'point', 'heading']);

const takenAs = ({ paragraph, mark, words }: Seen, { role, reason }: Decided): Taken => {
  const { indent, given } = paragraph;
  const whole = paragraph.words.trim();
  const base = { role, reason, indent, marks: given?.marks ?? mark?.marks ?? [], level: given?.level ?? null };
  if (role === 'note') {
    const own = noteMarkOf(whole) ?? '';
    return { ...base, mark: own, words: whole.slice(own.length).trim() };
  }
  const marked = MARKED.has(role) || (role === 'signatory' && /^(?:bullet|number)$/u.test(mark?.series ?? ''));
  return marked && mark !== null ? { ...base, mark: mark.text, words } : { ...base, mark: '', words: whole };
};
