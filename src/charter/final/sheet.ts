import { quotable } from '../../base/quotable.ts';
import type { ClauseId } from '../../base/ids.ts';
import type { Clause } from '../../text/clause.ts';
import { type Cited, citedAs } from '../../text/cited.ts';
import { plain } from '../../text/runs.ts';
import { type PrintedName, ownName } from '../names/printed.ts';
import type { Rider, Where } from '../texts/state.ts';
import { type Said, theirWords } from './said.ts';
import type { Final, FinalMandate, Named, Signed } from './final.ts';
import type { FinalLanguage } from './words.ts';

/**
 * A finished text in the order of a treaty: symbol, title, body, signatories, final note, annexes, and how to check it. Page, print, files and proofs set these blocks, each in
 * its own way, and say nothing else.
 */
export interface FinalSheet {
  /** Whose words it is, by their names, at the head of each page; `null`: the conference's, and its symbol stands there. */
  readonly letterhead: readonly string[] | null;
  readonly symbol: string;
  readonly title: string;
  /** Below the title. */
  readonly lines: readonly Said[];
  readonly clauses: readonly Clause[];
  /** What stands behind the body. */
  readonly back: readonly Section[];
}

export interface Section {
  readonly kind: 'calls' | 'signatories' | 'riders' | 'note' | 'slips' | 'rules' | 'observations' | 'check';
  /** `null`: it goes on from what stands above it. */
  readonly title: string | null;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'paragraph'; readonly words: Said }
  | { readonly kind: 'list'; readonly items: readonly Said[] }
  /** What somebody wrote, and nobody else. */
  | { readonly kind: 'words'; readonly words: string }
  /** Numbered; each is words as clauses have them. */
  | { readonly kind: 'calls'; readonly items: readonly string[] }
  /** Each cell is of lines. */
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly (readonly Line[])[])[];
    }
  /** What somebody wrote, under whose it is. */
  | { readonly kind: 'quotation'; readonly head: Said; readonly words: string; readonly struck: boolean }
  | { readonly kind: 'slip'; readonly head: Said; readonly before: Labelled; readonly now: Labelled };

export interface Line {
  readonly words: Said;
  readonly struck: boolean;
}

interface Labelled {
  readonly label: string;
  readonly words: string;
}

/** Where the proof stands, and where it is checked. */
export interface Check {
  readonly page: string;
  readonly document: string;
  readonly fingerprint: string;
}

/** `check`: `null` within a proof, which says that itself. */
export const sheetOf = (final: Final, language: FinalLanguage, check: Check | null): FinalSheet => {
  const { words } = language;
  const name = namesIn(final.clauses, language);
  const sections: readonly Section[] = [
    ...signedSections(final.signatories, final.clauses, language),
    { kind: 'note', title: words.note.title, blocks: noteSentences(final.note, language).map(paragraph) },
    ...slipsSection(final.clauses, final.slips, language),
    ...termsSection(final.terms, language),
    { kind: 'observations', title: words.observations, blocks: observations(final, language, name) },
    ...checkSection(check, language),
  ];
  return {
    letterhead: null,
    symbol: `${words.kind[final.kind]} ${final.symbol}`,
    title: final.title,
    lines: [],
    clauses: final.clauses,
    back: sections.filter(({ blocks }) => blocks.length > 0),
  };
};

/** Who signed these clauses, and what they said beside that. */
export const signedSections = (
  signed: readonly Signed[],
  clauses: readonly Clause[],
  language: FinalLanguage,
): readonly Section[] => {
  const { words } = language;
  const name = namesIn(clauses, language);
  const said = riders(signed, language, name);
  return [
    { kind: 'signatories', title: words.signatories, blocks: signatories(signed, clauses, language, name) },
    ...(said.length === 0 ? [] : [{ kind: 'riders' as const, title: words.riders, blocks: said }]),
  ];
};

const paragraph = (words: Said): Block => ({ kind: 'paragraph', words });

export type NameOf = (id: ClauseId) => string;

/** Clauses by the numbers that are printed; of one that has none, its place. */
export const namesIn = (clauses: readonly Clause[], { words: { clause } }: FinalLanguage): NameOf => {
  const cited = citedAs(clauses);
  const said = (one: Cited): string => {
    switch (one.kind) {
      case 'number':
        return clause.number(one.number);
      case 'heading':
        return clause.heading(theirWords(quotable(plain(one.words))));
      case 'preambular':
      case 'paragraph':
        return clause[one.kind](one.nth);
      case 'point':
        return clause.point(one.number, clause[one.of](one.nth));
    }
  };
  return (id) => {
    const one = cited.get(id);
    return one === undefined ? id : said(one);
  };
};

export const line = (words: Said, struck = false): Line => ({ words, struck });

const signatories = (
  signed: readonly Signed[],
  clauses: readonly Clause[],
  language: FinalLanguage,
  name: NameOf,
): readonly Block[] => {
  const { words } = language;
  const { day } = words;
  if (signed.length === 0) return [paragraph(words.noSignatories)];
  const { organisation, country: of, extent, on } = words.columns;
  return [
    {
      kind: 'table',
      columns: [organisation, of, extent, on],
      rows: signed.map((one) => [
        columnOf(one.organisation, ({ name }) => name),
        columnOf(one.organisation, ({ country }) => country),
        [line(extentOf(one, clauses, language, name), one.withdrawn !== null), ...besides(one, language)],
        [line(day(one.on))],
      ]),
    },
  ];
};

/** A name, or a country, in each script; one that is the same in several stands once. */
export const columnOf = ({ printed }: Named, of: (one: PrintedName) => string): readonly Line[] =>
  [...new Set(printed.map(of))].map((words) => line(theirWords(words)));

/** The whole, the few clauses signed, or the few left out, whichever is shorter. All clauses are the whole, and headings are none of them. */
export const extentOf = (
  { clauses: signed }: Pick<Signed, 'clauses'>,
  all: readonly Clause[],
  { words }: FinalLanguage,
  name: NameOf,
): Said => {
  if (signed === null) return words.whole;
  const named = new Set(signed);
  const counted = all.filter(({ kind }) => kind !== 'heading');
  const [taken, left] = [counted.filter(({ id }) => named.has(id)), counted.filter(({ id }) => !named.has(id))];
  if (left.length === 0) return words.whole;
  if (taken.length === 0) return words.only(words.list(signed.map(name)));
  return left.length < taken.length
    ? words.allBut(words.list(left.map(({ id }) => name(id))))
    : words.only(words.list(taken.map(({ id }) => name(id))));
};

const besides = (
  { accession, referendum, riders: beside, withdrawn }: Signed,
  { words }: FinalLanguage,
): readonly Line[] =>
  [
    ...(accession ? [words.accession] : []),
    ...(referendum === null
      ? []
      : [referendum.confirmed === null ? words.adReferendum : words.confirmed(words.day(referendum.confirmed))]),
    ...new Set(beside.map(({ kind }) => words.with[kind])),
    ...(withdrawn === null ? [] : [words.withdrawn(words.day(withdrawn))]),
  ].map((words) => line(words));

const headOf = (by: Named, what: string): Said => `${theirWords(ownName(by.printed))} · ${what}`;

const riders = (signed: readonly Signed[], { words }: FinalLanguage, name: NameOf): readonly Block[] =>
  signed.flatMap(({ organisation, riders: beside, withdrawn }) =>
    beside.map(({ kind, clause, words: said }: Rider): Block => ({
      kind: 'quotation',
      head: headOf(organisation, words.rider[kind](clause === null ? words.wholeText : name(clause))),
      words: said,
      struck: withdrawn !== null,
    })),
  );

/** The final note, made of what the record holds (13.3). */
export const noteSentences = (note: Final['note'], language: FinalLanguage): readonly Said[] => {
  if (note.how === 'founded')
    return [language.words.note.founded(language.words.day(note.at), whereText(note.where, language))];
  const { words } = language;
  const { day, list } = words;
  const { amended, unchanged, adopted, under } = words.note;
  const { amended: changed, mandate, how, at, where, charter, articles } = note;
  return [
    [
      changed ? amended : unchanged,
      ...(mandate === null ? [] : mandateSentences(mandate, language)),
      `${adopted[how](day(at), whereText(where, language))}, ${under(list(articles), articles.length, charter.number, theirWords(quotable(charter.title)))}`,
    ].join(' '),
  ];
};

const mandateSentences = ({ given, on, to, until, latest }: FinalMandate, language: FinalLanguage): readonly Said[] => {
  const { words } = language;
  const { day, list } = words;
  const { note } = words;
  const whom = to === 'group' ? note.group : list(to.map(({ printed }) => theirWords(ownName(printed))));
  return [
    note.principle(whereText(given, language), day(on)),
    note.to(whom, day(until), latest === null ? null : note.latest[latest.of](latest.nth)),
  ];
};

/** `at the 2nd meeting of the coordinating group, in Prespa`; `in writing`. */
export const whereText = (where: Where, { words: { note } }: Pick<FinalLanguage, 'words'>): Said => {
  if (where.kind === 'writing') return note.writing;
  const meeting = note.meeting[where.of](where.nth);
  return where.place === null ? note.online(meeting) : note.at(meeting, theirWords(where.place));
};

/** What was put right since it was signed. */
export const slipsSection = (
  clauses: readonly Clause[],
  put: Final['slips'],
  language: FinalLanguage,
): readonly Section[] =>
  put.length === 0
    ? []
    : [{ kind: 'slips', title: language.words.slips, blocks: slips(put, language, namesIn(clauses, language)) }];

const slips = (put: Final['slips'], { words }: FinalLanguage, name: NameOf): readonly Block[] =>
  put.map(({ clause, before, words: now, on }) => ({
    kind: 'slip',
    head: words.slip(name(clause), words.day(on)),
    before: { label: words.signedAs, words: before },
    now: { label: words.readAs, words: now },
  }));

/** A charter's head and rules, as an annex. */
export const termsSection = (terms: Final['terms'], language: FinalLanguage): readonly Section[] =>
  terms === null
    ? []
    : [
        {
          kind: 'rules',
          title: language.words.rules,
          blocks: [{ kind: 'list', items: language.terms(terms) }],
        },
      ];

const observations = (final: Final, { words }: FinalLanguage, name: NameOf): readonly Block[] =>
  final.observations.map(({ by, kind, clauses, words: said, on }) => ({
    kind: 'quotation',
    head: `${headOf(by, words.observation[kind](clauses.length === 0 ? words.wholeText : words.list(clauses.map(name))))} · ${words.day(on)}`,
    words: said,
    struck: false,
  }));

/** How to check it; within a proof, nothing. */
export const checkSection = (check: Check | null, language: FinalLanguage): readonly Section[] =>
  check === null ? [] : [{ kind: 'check', title: language.words.check, blocks: checking(check, language) }];

const checking = ({ page, document, fingerprint }: Check, { words }: FinalLanguage): readonly Block[] => [
  paragraph(words.checkAt(page, document)),
  paragraph(words.fingerprint(fingerprint)),
];
