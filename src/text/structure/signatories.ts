import type { Seen } from './features.ts';
import { SIGNATURE, SIGNED, SIGNED_WITHIN } from './words.ts';

/** Names under a text: below a line such as “Signed by”, or each with its own mark. */

export interface Signed {
  /** The place of the line above the names; -1: there is none. */
  readonly lead: number;
  readonly names: ReadonlySet<number>;
}

const LONGEST_LEAD = 90;
const LONGEST_SENTENCE = 160;
const LONGEST_NAME = 200;
/** Names stand in the last part of a text. */
const EARLIEST = 0.3;

export const signatoriesIn = (seen: readonly Seen[], isFree: (at: number) => boolean): Signed => {
  const names = new Set<number>();
  const from = Math.min(Math.floor(seen.length * EARLIEST), seen.length - 2);
  const lead = seen.findIndex((one, at) => at >= Math.max(1, from) && isFree(at) && isLead(one, seen[at + 1]));
  if (lead >= 0) {
    for (let at = lead + 1; at < seen.length && isFree(at); at += 1) {
      const one = seen[at];
      if (one === undefined || !isName(one)) break;
      names.add(at);
    }
    if (names.size === 0 && !hasNames(seen[lead])) return { lead: -1, names: singly(seen, names, isFree) };
  }
  return { lead, names: singly(seen, names, isFree) };
};

const isLead = (one: Seen, next: Seen | undefined): boolean => {
  const words = one.words.replace(/^[*#\s]+/u, '');
  if (one.ends === 'colon' && words.length <= LONGEST_SENTENCE && SIGNED_WITHIN.test(words))
    return next !== undefined && isName(next);
  if (!SIGNED.test(words)) return false;
  if (hasNames(one)) return true;
  return words.length <= LONGEST_LEAD && one.ends !== 'comma' && next !== undefined && isName(next);
};

/** “Signed by: A, B and C”. */
const hasNames = (one: Seen | undefined): boolean => {
  const after = one === undefined ? '' : (/^[^:]{1,60}:\s*(\S.*)$/su.exec(one.words)?.[1] ?? '');
  return after !== '' && one !== undefined && SIGNED.test(one.words.replace(/^[*#\s]+/u, ''));
};

/** A name is short and no sentence: it may end in the dot of an abbreviation. */
const isName = ({ words, rule, ends, paragraph }: Seen): boolean => {
  if (rule || ends === 'colon' || words.length > LONGEST_NAME || paragraph.given?.role === 'heading') return false;
  if (words.endsWith('.') && !isShortened(words)) return words.split(/\s+/u, 10).length < 8;
  return !/[.!?]\s+\p{Lu}\p{Ll}{3,}.*\s\p{Ll}+\s/u.test(words);
};

/** “River Watch Ltd.”, “Flussbund e.V.” */
const isShortened = (words: string): boolean =>
  /(?:\p{L}\.\s?)+\p{L}{1,2}\.$|\s(?:Inc|Ltd|Co|Jr|Sr|Dr|Prof|Assoc)\.$/u.test(words);

/** What stands below “(Signed) J. Smith,” says what he is. */
const singly = (seen: readonly Seen[], names: Set<number>, isFree: (at: number) => boolean): ReadonlySet<number> => {
  for (const [at, one] of seen.entries()) {
    const before = seen[at - 1];
    const signed = SIGNATURE.test(one.words) || SIGNATURE.test(one.paragraph.words);
    const goesOn =
      names.has(at - 1) && before?.ends === 'comma' && SIGNATURE.test(before.paragraph.words) && isName(one);
    if (isFree(at) && one.words.length <= LONGEST_NAME && (signed || goesOn)) names.add(at);
  }
  return names;
};
