import type { Clause } from './clause.ts';
import { isWord, tokensOf } from './tokens.ts';

/** From this share of its words on, a clause counts as split from another, or joined to it. */
const SHARED = 0.5;

/** The most clauses that one change brings in or joins, less the one that they come from or go to. */
export const MOST_OTHERS = 39;

/** The clauses, from the first on, most of whose words are words of `whole` that are not in `rest`. */
export const madeOf = <Part extends Pick<Clause, 'words'>>(
  clauses: readonly Part[],
  whole: string,
  rest: string,
): readonly Part[] => {
  const left = new Map<string, number>();
  const put = (token: string, count: number): void => void left.set(token, (left.get(token) ?? 0) + count);
  for (const token of tokensOf(whole).filter(isWord)) put(token, 1);
  for (const token of tokensOf(rest).filter(isWord)) put(token, -1);
  const end = clauses.findIndex(({ words }) => {
    const own = tokensOf(words).filter(isWord);
    let shared = 0;
    for (const token of own) {
      if ((left.get(token) ?? 0) <= 0) continue;
      shared += 1;
      put(token, -1);
    }
    return shared === 0 || shared < SHARED * own.length;
  });
  return end < 0 ? clauses : clauses.slice(0, end);
};
