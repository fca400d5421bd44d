import { type Instant, rfc3339 } from '../../base/time.ts';
import type { Terms } from '../law/charter.ts';
import type { PublicObservation } from './final.ts';

/**
 * The sentences of a finished text in one language. English stands here, for a proof says them without any page; the pages' messages take theirs from here and have the
 * other languages.
 */
export interface FinalWords {
  /** `8 November 2026`. */
  readonly day: (at: Instant) => string;
  /** `a, b and c`. */
  readonly list: (items: readonly string[]) => string;
  readonly kind: Readonly<Record<'resolution' | 'charter', string>>;
  /** Of a statement (article 14). */
  readonly statement: {
    readonly symbol: (number: number) => string;
    readonly event: (name: string, day: string) => string;
    readonly alone: string;
    readonly calls: string;
    /** Who invited it from outside, how that one knows it, and under which name, where that is another. */
    readonly invited: (by: string, says: string, under: string | null) => string;
    readonly says: {
      readonly 'mail-domain': (domain: string) => string;
      readonly 'web-page': (address: string) => string;
      readonly 'published-key': (key: string, address: string) => string;
      readonly 'in-person': (words: string) => string;
    };
    /** Above the reason that it gives for its withdrawal. */
    readonly why: (name: string, day: string) => string;
    /** Behind the first names of a letterhead. */
    readonly more: (count: number) => string;
  };
  /** Where it stands by itself: in a list. */
  readonly adopted: Readonly<Record<'unanimous' | 'broad-consensus', (day: string, where: string) => string>>;
  readonly signatories: string;
  readonly noSignatories: string;
  readonly columns: Readonly<Record<'organisation' | 'country' | 'extent' | 'on', string>>;
  readonly whole: string;
  readonly only: (names: string) => string;
  readonly allBut: (names: string) => string;
  readonly accession: string;
  readonly adReferendum: string;
  readonly confirmed: (day: string) => string;
  readonly withdrawn: (day: string) => string;
  readonly with: Readonly<Record<'reservation' | 'interpretation', string>>;
  readonly riders: string;
  readonly rider: Readonly<Record<'reservation' | 'interpretation', (on: string) => string>>;
  readonly wholeText: string;
  readonly clause: {
    readonly number: (number: string) => string;
    readonly heading: (words: string) => string;
    readonly preambular: (nth: number) => string;
    readonly paragraph: (nth: number) => string;
    readonly point: (number: string, of: string) => string;
  };
  readonly note: {
    readonly title: string;
    readonly amended: string;
    readonly unchanged: string;
    readonly principle: (where: string, day: string) => string;
    readonly to: (whom: string, until: string, latest: string | null) => string;
    readonly group: string;
    readonly founded: (day: string, where: string) => string;
    readonly adopted: Readonly<Record<'unanimous' | 'broad-consensus', (day: string, where: string) => string>>;
    readonly under: (articles: string, count: number, charter: number, title: string) => string;
    readonly writing: string;
    readonly meeting: Readonly<Record<'assembly' | 'group', (nth: number) => string>>;
    readonly at: (meeting: string, place: string) => string;
    readonly online: (meeting: string) => string;
    readonly latest: Readonly<Record<'assembly' | 'group', (nth: number) => string>>;
  };
  readonly slips: string;
  readonly slip: (name: string, day: string) => string;
  readonly signedAs: string;
  readonly readAs: string;
  readonly rules: string;
  readonly observations: string;
  readonly observation: Readonly<Record<PublicObservation['kind'], (on: string) => string>>;
  readonly check: string;
  readonly checkAt: (page: string, document: string) => string;
  readonly fingerprint: (hash: string) => string;
}

/** A language as a sheet is set in it. */
export interface FinalLanguage {
  readonly words: FinalWords;
  /** A charter's head and rules, a sentence each. */
  readonly terms: (terms: Terms) => readonly string[];
}

const ordinal = (n: number): string => {
  const teen = n % 100 >= 11 && n % 100 <= 13;
  return `${n}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;
};

/** Days in a language that names the months in this form: no system's, whose words change with its version. */
export const daysWith =
  (months: readonly string[]) =>
  (at: Instant): string => {
    const [year = '', month = '', day = ''] = rfc3339(at).slice(0, 10).split('-');
    return `${Number(day)} ${months[Number(month) - 1] ?? ''} ${year}`;
  };

/** Lists in a language that has this word before the last of them. */
export const listsWith =
  (and: string) =>
  (items: readonly string[]): string =>
    items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1) ?? ''}`;

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

export const ENGLISH: FinalWords = {
  day: daysWith(MONTHS),
  list: listsWith('and'),
  statement: {
    symbol: (number) => `Statement ${number}`,
    event: (name, day) => `On the occasion of: ${name}, ${day}.`,
    alone: 'This statement speaks for its signatories alone, and not for the conference whose record holds it.',
    calls: 'What the signatories call for',
    invited: (by, says, under) =>
      `From outside, invited ${under === null ? '' : `as ${under} `}by ${by}, which vouches for it: ${says}`,
    says: {
      'mail-domain': (domain) => `it wrote from its own mail domain, ${domain}.`,
      'web-page': (address) => `its own web site says that it signs, at ${address}.`,
      'published-key': (key, address) => `it has published this key as its own: ${key}, at ${address}.`,
      'in-person': (words) => `we know its people. “${words}”`,
    },
    why: (name, day) => `${name} withdrew its signature on ${day}`,
    more: (count) => `and ${count} more`,
  },
  kind: { resolution: 'Resolution', charter: 'Charter' },
  adopted: {
    unanimous: (day, where) => `Adopted unanimously on ${day}, ${where}`,
    'broad-consensus': (day, where) => `Adopted by broad consensus on ${day}, ${where}`,
  },
  signatories: 'Signatories',
  noSignatories: 'No organisation has signed it yet.',
  columns: { organisation: 'Organisation', country: 'Country', extent: 'What it signed', on: 'On' },
  whole: 'the whole',
  only: (names) => `in part: ${names}`,
  allBut: (names) => `all but ${names}`,
  accession: 'accession',
  adReferendum: 'ad referendum, not yet confirmed',
  confirmed: (day) => `ad referendum, confirmed on ${day}`,
  withdrawn: (day) => `withdrawn on ${day}`,
  with: { reservation: 'with a reservation', interpretation: 'with an interpretative statement' },
  riders: 'Reservations and interpretative statements',
  rider: {
    reservation: (on) => `reservation on ${on}`,
    interpretation: (on) => `interpretative statement on ${on}`,
  },
  wholeText: 'the whole text',
  clause: {
    number: (number) => `clause ${number}`,
    heading: (words) => `heading “${words}”`,
    preambular: (nth) => `preambular clause ${nth}`,
    paragraph: (nth) => `paragraph ${nth}`,
    point: (number, of) => `point ${number} of ${of}`,
  },
  note: {
    title: 'Final note',
    amended:
      'This final version was made of the text that was tabled and of the additions and amendments that all participants approved.',
    unchanged: 'This final version is the text as it was tabled.',
    principle: (where, day) => `It was taken in principle on ${day}, ${where}.`,
    to: (whom, until, latest) =>
      `This gave ${whom} the mandate to complete it until ${until}${latest === null ? '' : `, ${latest} at the latest`}.`,
    group: 'the coordinating group',
    founded: (day, where) =>
      `The conference was founded on ${day}, ${where}, when the last of its founders had signed this charter (article 13.1).`,
    adopted: {
      unanimous: (day, where) => `It was adopted unanimously on ${day}, ${where}`,
      'broad-consensus': (day, where) => `It was adopted by broad consensus on ${day}, ${where}`,
    },
    under: (articles, count, charter, title) =>
      `under ${count === 1 ? 'article' : 'articles'} ${articles} of charter ${charter}, “${title}”.`,
    writing: 'in writing',
    meeting: {
      assembly: (nth) => `at the ${ordinal(nth)} assembly`,
      group: (nth) => `at the ${ordinal(nth)} meeting of the coordinating group`,
    },
    at: (meeting, place) => `${meeting}, in ${place}`,
    online: (meeting) => `${meeting}, held online`,
    latest: {
      assembly: (nth) => `at the ${ordinal(nth)} assembly`,
      group: (nth) => `at its ${ordinal(nth)} meeting`,
    },
  },
  slips: 'Slips put right',
  slip: (name, day) => `${name}, put right on ${day} because nobody disagreed`,
  signedAs: 'As it was signed',
  readAs: 'As it is to be read',
  rules: 'Annex: the rules',
  observations: 'Annex: observations made public by their authors',
  observation: {
    clarification: (on) => `clarification on ${on}`,
    view: (on) => `particular view on ${on}`,
    disagreement: (on) => `disagreement on ${on}`,
  },
  check: 'How to check this',
  checkAt: (page, document) =>
    `Whoever has this text can check it without us: its proof bundle stands at ${document}, and is checked at ${page} or with tools that any computer has.`,
  fingerprint: (hash) => `Fingerprint of the signed version (SHA-256): ${hash}`,
};

/** English for proofs, which say the same on every machine and in a hundred years. */
export const IN_ENGLISH: FinalLanguage = {
  words: ENGLISH,
  terms: (terms) => namedValues('', terms),
};

/** `decision.silence: "accept"`, for each. */
const namedValues = (name: string, value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => namedValues(name === '' ? key : `${name}.${key}`, inner))
    : [`${name}: ${JSON.stringify(value)}`];
