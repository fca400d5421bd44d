/** The ways in which `npm run mutants` changes a source: by its text alone, so some mutants do not even run, and die at once. */

export interface Mutant {
  /** The whole source, changed in one place. */
  readonly text: string;
  readonly line: number;
  readonly what: string;
  /** The line as it was. */
  readonly was: string;
}

type Change = readonly [what: string, found: RegExp, instead: (...groups: string[]) => string];

const CHANGES: readonly Change[] = [
  [
    'condition negated',
    /\bif \((?!!)(?<condition>.+)\) (?=return|continue|throw|\{)/gu,
    (_, condition = '') => `if (!(${condition})) `,
  ],
  [
    'condition negated',
    /(?<== |return )(?<condition>[\w.()]+ (?:===|!==) [\w.'()]+) \? /gu,
    (_, condition = '') => `!(${condition}) ? `,
  ],
  ['bound off by one', / < (?=[\w.]+)/gu, () => ' <= '],
  ['bound off by one', / <= (?=[\w.]+)/gu, () => ' < '],
  ['bound off by one', / > (?=[\w.]+)/gu, () => ' >= '],
  ['bound off by one', / >= (?=[\w.]+)/gu, () => ' > '],
  ['and for or', / && /gu, () => ' || '],
  ['or for and', / \|\| /gu, () => ' && '],
  ['equal for unequal', / !== /gu, () => ' === '],
  ['unequal for equal', / === /gu, () => ' !== '],
  ['early return dropped', /^ +if \(.+\) return\b.*;$/gmu, () => ''],
  ['await dropped', /\bawait (?!using|import)/gu, () => ''],
  ['statement dropped', /^ +[\w.]+(?:\.[\w]+)\(.*\);$/gmu, () => ''],
  ['assignment dropped', /^ +[\w.]+ [-+]?= (?!\{).+;$/gmu, () => ''],
  ['every for some', /\.some\(/gu, () => '.every('],
  ['some for every', /\.every\(/gu, () => '.some('],
  ['plus for minus', / - (?=[\w(])/gu, () => ' + '],
  ['last for first', /\.at\(-1\)/gu, () => '.at(0)'],
];

/** Every mutant of a source. Comments, imports and types are left alone. */
export const mutantsOf = (source: string): readonly Mutant[] =>
  CHANGES.flatMap(([what, found, instead]) =>
    [...source.matchAll(found)].flatMap((match) => {
      const start = source.lastIndexOf('\n', match.index) + 1;
      const stop = source.indexOf('\n', match.index + match[0].length);
      const was = source.slice(start, stop < 0 ? undefined : stop);
      if (/^\s*(?:\/\/|\/?\*|import\b|export type|type\b|readonly\b|\|)/u.test(was)) return [];
      const text = source.slice(0, match.index) + instead(...match) + source.slice(match.index + match[0].length);
      return [{ text, what, was, line: source.slice(0, match.index).split('\n').length }];
    }),
  );
