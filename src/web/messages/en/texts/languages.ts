import { plural } from '../plural.ts';

/** A text in other languages: the overview, the aligned page, and the forms by which versions are written and checked. */

export const languages = {
  lede: 'Clause by clause, beside the words as they were tabled. A rendering is a draft until another organisation has compared it with the original.',
  original: 'Original',
  inOriginal: (name: string): string => `Original: ${name}`,
  versions: 'Language versions',
  empty: 'This text stands in no other language yet. Any participant may begin a translation.',
  state: { checked: 'checked', draft: 'draft', outdated: 'out of date', missing: 'missing' },
  count: {
    checked: (n: number): string => `${n} checked`,
    draft: (n: number): string => `${n} ${plural(n, 'draft', 'drafts')}`,
    outdated: (n: number): string => `${n} out of date`,
    missing: (n: number): string => `${n} missing`,
  },
  of: (n: number): string => `of ${n} ${plural(n, 'clause', 'clauses')}:`,
  whole: 'every clause is checked',
  renderedBy: (name: string): string => `by ${name}`,
  comparedBy: (name: string): string => `compared by ${name}`,
  workedBy: (names: string): string => `Rendered by ${names}`,
  checkedBy: (names: string): string => `compared by ${names}`,
  renders: (revision: number): string => `renders revision ${revision}`,
  since: 'What changed in the original',
  gone: 'The clause was not there then.',
  missing: 'Not translated yet.',
  begin: 'Begin a translation',
  beginIn: (name: string): string => `Into ${name}`,
  another: 'Another language',
  anotherHint: 'Its tag: de, sr-Latn, pt-BR.',
  go: 'Begin',
  translate: 'Translate',
  check: 'Compare and confirm',
  side: (original: string, other: string): string => `${original} and ${other}, clause by clause`,
  number: 'Number',
  authentic: 'authentic',
  authenticAre: (names: string, n: number): string =>
    n === 1 ? `The ${names} version is authentic (13.3).` : `The ${names} versions are equally authentic (13.3).`,
  authenticOriginal: 'The version that was tabled is authentic (13.3).',
  translationOnly: 'This is a translation; where it differs, the authentic words hold.',
  equallyAuthentic: 'This version is equally authentic.',
  documentIn: 'In other languages',
  form: {
    choose: 'Into which language?',
    language: 'Language',
    chooseHint: 'Choose one, or type the tag of another: de, sr-Latn, pt-BR.',
    next: 'Go on',
    lede: (name: string): string =>
      `The text in ${name}, beside the words as they stand. Only what you change is published; what you leave empty stays missing.`,
    marks:
      'The original stands with its marks. Write them likewise: *so* is emphasis, [so](https://example.org) a link, ^[so] a footnote.',
    title: (name: string): string => `Title in ${name}`,
    words: (clause: string): string => `Translation of ${clause}`,
    still: 'These words still render it',
    part: (n: number, of: number): string => `Part ${n} of ${of}`,
    parts: 'A long text is translated in parts. Publish one before you go to the next.',
    present: 'These words were published in the meantime:',
    none: 'No clause has been translated.',
    checkLede: (name: string): string =>
      `Choose the clauses whose rendering in ${name} you have compared with the original and found right. Your organisation stands behind it by name.`,
    checkOwn: (n: number): string =>
      `${n} ${plural(n, 'clause was', 'clauses were')} rendered by your own organisation: another one confirms ${plural(n, 'it', 'them')}.`,
    checkNothing: 'Nothing waits for your organisation to confirm.',
    right: (clause: string): string => `We have compared ${clause}`,
    problem: {
      original: 'This is the language the text was tabled in.',
      tag: 'This is no language tag. Write it like de, sr-Latn or pt-BR.',
    },
  },
  summary: {
    publish: (name: string): string => `Publishes words in ${name} of`,
    check: (name: string): string => `Confirms the rendering in ${name} of these clauses of`,
    title: 'Title',
    nothing: 'The title alone.',
  },
};
