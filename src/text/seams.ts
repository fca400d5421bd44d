import type { Clause } from './clause.ts';
import { hunksBetween } from './hunks.ts';
import { isWord, tokensOf } from './tokens.ts';
import { type Edit, type Item, KEPT } from './word-edits.ts';

/**
 * A join as edits of the clauses that it joins, one list for each: put together, the edited words are `words`. What changes across the end of a clause stands in
 * its last edit, and takes words away from the beginning of the next. Fewest tokens, and a word between two edits, as with {@link editsBetween}.
 */
export const seamsBetween = (clauses: readonly Clause[], words: string): readonly (readonly Edit[])[] => {
  const parts = clauses.flatMap(({ words: own, ...head }, i): readonly Item[] =>
    i === 0 ? tokensOf(own) : [head, ...tokensOf(own)],
  );
  const now = tokensOf(words);
  const lists: Edit[][] = clauses.map(() => []);
  let [clause, at, next] = [0, 0, 0];
  let [begun, put] = [0, ''];
  const pass = (item: Item | undefined): void => {
    if (typeof item === 'string') at += item.length;
    else [clause, at] = [clause + 1, 0];
  };
  const close = (): void => {
    if (at > begun || put !== '') lists[clause]?.push({ start: begun, end: at, items: put === '' ? [] : [put] });
    [begun, put] = [0, ''];
  };
  for (const { start, end, from, to } of hunksBetween<Item>(
    parts,
    now,
    (item) => typeof item !== 'string' || isWord(item),
  )) {
    for (; next < start; next++) pass(parts[next]);
    [begun, put] = [at, now.slice(from, to).join('')];
    for (; next < end; next++) {
      if (typeof parts[next] !== 'string') close();
      pass(parts[next]);
    }
    close();
  }
  const all = clauses.reduce((sum, one) => sum + one.words.length, 0);
  const replaced = lists.flat().reduce((sum, { start, end }) => sum + end - start, 0);
  if (all - replaced >= KEPT * all) return lists;
  return clauses.map((one, i) => [{ start: 0, end: one.words.length, items: i === 0 ? [words] : [] }]);
};
