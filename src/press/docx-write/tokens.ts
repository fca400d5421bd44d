import type { Clause } from '../../text/clause.ts';
import { type Run, runsOf } from '../../text/runs.ts';
import { type Step, shortestEdit } from '../../text/shortest-edit.ts';
import { wordsIn } from '../../text/words.ts';

/** The words of clauses cut into tokens that look the same throughout, so that a tracked change never cuts a mark in two. */
export type Token =
  | { readonly kind: 'word'; readonly text: string; readonly emphasis: boolean; readonly href: string | null }
  | { readonly kind: 'note'; readonly words: readonly Run[] }
  /** Where a clause ends. */
  | { readonly kind: 'end' };

export interface Compared {
  readonly change: 'same' | 'added' | 'removed';
  readonly token: Token;
}

type Cut = (text: string) => readonly string[];

const tokensOf = (clauses: readonly Clause[], cut: Cut = wordsIn): readonly Token[] =>
  clauses.flatMap(({ words }) => [...runsOf(words).flatMap((run) => tokensIn(run, cut)), { kind: 'end' }]);

const tokensIn = (run: Run, cut: Cut): readonly Token[] => {
  if (run.kind === 'note') return [run];
  const stretches = run.kind === 'link' ? run.words : [run];
  const href = run.kind === 'link' ? run.href : null;
  return stretches.flatMap(({ text, emphasis }) =>
    cut(text).map((text) => ({ kind: 'word', text, emphasis, href }) as const),
  );
};

/** The tokens of both, in one order: of each change what is removed comes first. */
export const compared = (before: readonly Clause[], after: readonly Clause[]): readonly Compared[] => {
  if (before === after) return tokensOf(before, (text) => [text]).map(as('same'));
  const [old, now] = [tokensOf(before), tokensOf(after)];
  const steps = shortestEdit(old.map(keyOf), now.map(keyOf));
  const list = steps === null ? null : gathered(inOrder(old, now, steps));
  return list === null || !isAnchored(list) ? replaced(old, now) : list;
};

/**
 * Whether the first paragraph holds words of both texts, where one is split or several are joined: by that its reader knows which clause
 * goes on.
 */
const isAnchored = (list: readonly Compared[]): boolean => {
  const end = list.findIndex(({ token }) => token.kind === 'end');
  if (end === list.length - 1 || list[end]?.change === 'same') return true;
  const first = list.slice(0, end).filter(({ token }) => token.kind === 'note' || /\S/u.test(textIn(token)));
  return (['added', 'removed'] as const).every((change) => first.some((item) => item.change !== change));
};

const textIn = (token: Token): string => (token.kind === 'word' ? token.text : '');

/** All words new; the end of the last clause stays where both have one. */
const replaced = (old: readonly Token[], now: readonly Token[]): readonly Compared[] => {
  if (old.length === 0 || now.length === 0) return [...old.map(as('removed')), ...now.map(as('added'))];
  const cut = (tokens: readonly Token[]) => {
    const end = tokens.findIndex(({ kind }) => kind === 'end');
    return [tokens.slice(0, end), tokens.slice(end, -1)] as const;
  };
  const [oldFirst, oldRest] = cut(old);
  const [nowFirst, nowRest] = cut(now);
  const words = [...oldFirst.map(as('removed')), ...nowFirst.map(as('added'))];
  return [...words, ...oldRest.map(as('removed')), ...nowRest.map(as('added')), as('same')({ kind: 'end' })];
};

const keyOf = (token: Token): string => JSON.stringify(token);

const as =
  (change: Compared['change']) =>
  (token: Token): Compared => ({ change, token });

const inOrder = (old: readonly Token[], now: readonly Token[], steps: readonly Step[]): readonly Compared[] => {
  let [x, y] = [0, 0];
  return steps.flatMap((step): readonly Compared[] => {
    const token = step === 'add' ? now[y] : old[x];
    if (step !== 'add') x += 1;
    if (step !== 'drop') y += 1;
    return token === undefined
      ? []
      : [{ change: step === 'keep' ? 'same' : step === 'add' ? 'added' : 'removed', token }];
  });
};

/** Puts neighbouring changes together; a space or a comma that stays between two of them goes along. */
const gathered = (list: readonly Compared[]): readonly Compared[] => {
  const out: Compared[] = [];
  let [removed, added, between]: [Compared[], Compared[], Compared[]] = [[], [], []];
  const flush = (): void => {
    // LibreOffice loses a new end of a paragraph that stands directly behind something deleted.
    const first = added[0]?.token.kind === 'end' ? added.splice(0, 1) : [];
    out.push(...first, ...removed, ...added, ...between);
    [removed, added, between] = [[], [], []];
  };
  for (const item of list) {
    const { change, token } = item;
    if (change === 'same') {
      const open = removed.length + added.length > 0;
      if (open && token.kind === 'word' && !/[\p{L}\p{N}]/u.test(token.text)) between.push(item);
      else {
        flush();
        out.push(item);
      }
      continue;
    }
    removed.push(...between.map(({ token }) => as('removed')(token)));
    added.push(...between.map(({ token }) => as('added')(token)));
    between = [];
    (change === 'removed' ? removed : added).push(item);
  }
  flush();
  return out;
};
