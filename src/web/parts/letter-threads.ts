import type { Letter } from '../../charter/state.ts';
import type { Reader } from '../../conference/reader.ts';

/** Letters with their answers under them. */
export interface Threaded {
  readonly letter: Letter;
  /** 0 for one that answers no letter. */
  readonly depth: number;
}

/** The letter that this one answers; `null`: none, or something else that was communicated. */
export const answered = (reader: Reader, { answers }: Letter): Letter | null => {
  const what = answers === null ? null : (reader.circulation(answers)?.what ?? null);
  return what?.kind === 'letter' ? reader.letter(what.letter) : null;
};

/** The letters that answer this one, in the order in which they came. */
export const answersTo = (reader: Reader, { circulation }: Letter): readonly Letter[] =>
  circulation === null ? [] : reader.letters().filter(({ answers }) => answers === circulation);

/** Threads of letters, the one with the last letter first; in each, an answer stands under what it answers. */
export const threadsOf = (reader: Reader): readonly (readonly Threaded[])[] => {
  const answers = new Map<number, Letter[]>();
  const roots: Letter[] = [];
  for (const letter of reader.letters()) {
    const to = answered(reader, letter);
    if (to === null) roots.push(letter);
    else answers.set(to.number, [...(answers.get(to.number) ?? []), letter]);
  }
  // A letter answers what was there before it, so that this ends.
  const under = (letter: Letter, depth: number): readonly Threaded[] => [
    { letter, depth },
    ...(answers.get(letter.number) ?? []).flatMap((answer) => under(answer, depth + 1)),
  ];
  const last = (thread: readonly Threaded[]): number => Math.max(...thread.map(({ letter }) => letter.number));
  return roots.map((root) => under(root, 0)).toSorted((a, b) => last(b) - last(a));
};
