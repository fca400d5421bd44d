import type { ClauseId } from '../base/ids.ts';
import type { Clause } from './clause.ts';

const roman = (n: number): string => {
  const digits: readonly (readonly [number, string])[] = [
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ];
  let rest = n;
  let text = '';
  for (const [value, letters] of digits) for (; rest >= value; rest -= value) text += letters;
  return text;
};

const letters = (n: number): string =>
  (n > 26 ? letters(Math.floor((n - 1) / 26)) : '') + String.fromCharCode(97 + ((n - 1) % 26));

const MARKS = [
  (n: number) => `(${letters(n)})`,
  (n: number) => `(${roman(n)})`,
  (n: number) => `(${letters(n).toUpperCase()})`,
  (n: number) => `(${n})`,
] as const;

/**
 * The number each clause is shown with: operative clauses 1, 2, 3 …; points (a), (i), (A), (1) by level, starting anew below
 * each clause; headings, preambular clauses and paragraphs none (an empty string).
 */
export const numbering = (clauses: readonly Clause[]): ReadonlyMap<ClauseId, string> => {
  const numbers = new Map<ClauseId, string>();
  let operative = 0;
  let counts = [0, 0, 0, 0];
  for (const clause of clauses) {
    if (clause.kind === 'operative') {
      operative += 1;
      counts = [0, 0, 0, 0];
      numbers.set(clause.id, `${operative}`);
    } else if (clause.kind === 'point') {
      const level = (clause.level ?? 1) - 1;
      counts = counts.map((count, i) => (i === level ? count + 1 : i > level ? 0 : count));
      numbers.set(clause.id, (MARKS[level] ?? MARKS[0])(counts[level] ?? 1));
    } else {
      counts = [0, 0, 0, 0];
      numbers.set(clause.id, '');
    }
  }
  return numbers;
};
