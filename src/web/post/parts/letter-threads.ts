import type { Letter } from '../../../charter/group/state.ts';
import type { Reader } from '../../../conference/reading/reader.ts';

/** Letters with their answers under them. */
export interface Threaded {
  readonly letter: Letter;
  /** 0 for one that answers no letter. */
  readonly depth: number;
}

/** The letter that this one answers; `null`: none, or something else that was communicated. */
const answered = (reader: Reader, { answers }: Letter): Letter | null => {
  const what = answers === null ? null : (reader.circulation(answers)?.what ?? null);
  return what?.kind === 'letter' ? reader.letter(what.letter) : null;
};

/** The letters that answer this one, in the order in which they came. */
export const answersTo = (reader: Reader, { circulation }: Letter): readonly Letter[] =>
  circulation === null ? [] : reader.letters().filter(({ answers }) => answers === circulation);

/** Threads of letters, the one with the last letter first; in each, an answer stands under what it answers. */
export const threadsOf = (reader: Reader): readonly (readonly Threaded[])[] => {
  const under = Map.groupBy(reader.letters(), (letter) => answered(reader, letter)?.number ?? null);
  const threads = (under.get(null) ?? []).map((root) => threadOf(root, under));
  const last = new Map(
    threads.map((thread) => [thread, thread.reduce((n, { letter }) => Math.max(n, letter.number), 0)]),
  );
  return threads.toSorted((a, b) => (last.get(b) ?? 0) - (last.get(a) ?? 0));
};

/** A letter answers what was there before it, so that this ends. */
const threadOf = (root: Letter, under: ReadonlyMap<number | null, readonly Letter[]>): readonly Threaded[] => {
  const thread: Threaded[] = [];
  const left: Threaded[] = [{ letter: root, depth: 0 }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    thread.push(next);
    const { letter, depth } = next;
    for (const answer of (under.get(letter.number) ?? []).toReversed()) left.push({ letter: answer, depth: depth + 1 });
  }
  return thread;
};
