import { fitLine } from '../../base/fit.ts';
import type { Unnamed } from '../keep-ids.ts';
import { type OpenLists, levelOf, placePoint } from '../point-levels.ts';
import { plain, runsOf } from '../runs.ts';
import { markOf } from './marks.ts';
import { noteMarkOf, placeOfMark } from './notes.ts';
import type { Taken } from './role.ts';

/** A text put together from what its paragraphs were taken for. */

export interface Assembled {
  /** `null`: none was found. */
  readonly title: string | null;
  readonly clauses: readonly Unnamed[];
  /** For each clause, the place of the paragraph that it is. */
  readonly places: readonly number[];
  /** The line that leads in to what a statement calls for; `null`: none. */
  readonly lead: string | null;
  /** What a statement calls for, in order. */
  readonly calls: readonly string[];
  /** The names under the text, and the line above them, in order: whoever signs a text signs it on the record. */
  readonly signatories: readonly string[];
  /** What is in no clause, in order. */
  readonly leftOut: readonly string[];
}

/** A clause, and the place of the paragraph that it is. */
interface Placed {
  readonly clause: Unnamed;
  readonly at: number;
}

export const assembled = (taken: readonly Taken[]): Assembled => {
  const { words, notes } = withNotes(taken);
  const whole = ({ mark, role }: Taken, at: number): string => {
    const line = words[at] ?? '';
    return joined(
      (isBullet(mark) && role !== 'note') || role === 'call' ? '' : mark,
      role === 'heading' || role === 'title' ? unset(line) : line,
    );
  };
  const of = (role: Taken['role']): readonly string[] =>
    taken.flatMap((one, at) => (one.role === role ? [whole(one, at)] : [])).filter((line) => line !== '');
  const title = fitLine(plain(of('title').join(' ')));
  const lead = fitLine(of('lead').join(' '));
  const clauses = placedIn(taken, (one, at) => (isMarked(one.role) ? (words[at] ?? '') : whole(one, at)), notes);
  return {
    title: title === '' ? null : title,
    clauses: clauses.map(({ clause }) => clause),
    places: clauses.map(({ at }) => at),
    lead: lead === '' ? null : lead,
    calls: of('call'),
    signatories: of('signatory'),
    leftOut: of('left-out'),
  };
};

/** All of it as clauses, with nothing apart but lines that are no words: where there is no place for a title, or for names. */
export const wholeOf = (taken: readonly Taken[]): readonly Unnamed[] =>
  assembled(
    taken.map((one) => {
      if (one.role === 'title') return asRole(one, 'heading');
      return one.role === 'signatory' || (one.role === 'left-out' && one.reason !== 'rule')
        ? asRole(one, 'paragraph')
        : one;
    }),
  ).clauses;

const placedIn = (
  taken: readonly Taken[],
  wordsOf: (one: Taken, at: number) => string,
  notes: ReadonlySet<number>,
): readonly Placed[] => {
  const clauses: Placed[] = [];
  let lists: OpenLists = [];
  for (const [at, one] of taken.entries()) {
    const { role } = one;
    if (
      role === 'title' ||
      role === 'lead' ||
      role === 'call' ||
      role === 'signatory' ||
      role === 'left-out' ||
      notes.has(at)
    )
      continue;
    const words = wordsOf(one, at);
    if (words === '') continue;
    if (role === 'point') {
      lists = placePoint(lists, one.indent, one.marks.length === 0 ? UNMARKED : one.marks, one.level);
      clauses.push({ at, clause: { id: null, kind: 'point', level: Math.min(4, Math.max(1, levelOf(lists))), words } });
      continue;
    }
    lists = [];
    // A note whose mark is nowhere stays where it stands.
    const kind = role === 'note' ? 'paragraph' : role;
    clauses.push({ at, clause: { id: null, kind, words: kind === 'heading' ? words.replaceAll('\n', ' ') : words } });
  }
  return clauses;
};

/** Items without a mark are of one list. */
const UNMARKED: Taken['marks'] = [{ style: 'bullet', value: null }];

/** Every note at its mark, which it takes the place of. `notes`: those that have found it. */
const withNotes = (taken: readonly Taken[]) => {
  const words = taken.map((one) => one.words);
  const notes = new Set<number>();
  for (const [at, { role, mark, words: note }] of taken.entries()) {
    if (role !== 'note' || mark === '') continue;
    const host = taken.findIndex(
      ({ role: other }, i) => i < at && holdsNotes(other) && placeOfMark(words[i] ?? '', mark) >= 0,
    );
    const footnote = footnoteOf(note);
    if (host < 0 || footnote === null) continue;
    const line = words[host] ?? '';
    const place = placeOfMark(line, mark);
    words[host] = line.slice(0, place).trimEnd() + footnote + line.slice(place + mark.length);
    notes.add(at);
  }
  return { words, notes };
};

/** A title is words alone. */
const holdsNotes = (role: Taken['role']): boolean =>
  role !== 'title' && role !== 'note' && role !== 'signatory' && role !== 'left-out';

const footnoteOf = (note: string): string | null => {
  const line = fitLine(note);
  for (const words of [line, line.replaceAll('[', '(').replaceAll(']', ')')]) {
    const [run, ...more] = runsOf(`^[${words}]`);
    if (run?.kind === 'note' && more.length === 0) return `^[${words}]`;
  }
  return null;
};

const isBullet = (mark: string): boolean => mark !== '' && !/[\p{L}\p{N}]/u.test(mark);

const joined = (mark: string, words: string): string => `${mark} ${words}`.trim();

/** Whether its number is the text's own, and not a part of its words. */
const isMarked = (role: Taken['role']): boolean => role === 'operative' || role === 'point' || role === 'call';

/** A heading is set apart as it is: the marks of emphasis around all of its words go. */
const unset = (words: string): string => /^(\*{1,2})([^*]+)\1$/u.exec(words)?.[2] ?? words;

/** A paragraph as what somebody who read it says that it is. */
export const asRole = (one: Taken, role: Taken['role']): Taken => {
  if (role === one.role) return one;
  const whole = joined(one.mark, one.words);
  const chosen = { ...one, role, reason: 'chosen', level: null } as const;
  if (role === 'note') {
    const mark = noteMarkOf(whole) ?? '';
    return { ...chosen, mark, words: whole.slice(mark.length).trim() };
  }
  if (!isMarked(role) && role !== 'heading')
    return { ...chosen, mark: '', words: isBullet(one.mark) && one.role !== 'note' ? one.words : whole };
  const mark = markOf(whole);
  if (mark === null || mark.rest === '') return chosen;
  return { ...chosen, mark: mark.text, words: mark.rest, marks: mark.marks };
};
