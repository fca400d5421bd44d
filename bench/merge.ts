import type { ClauseId } from '../src/base/ids.ts';
import type { Change, Proposed } from '../src/text/change.ts';
import type { Clause } from '../src/text/clause.ts';
import { merge } from '../src/text/merge.ts';
import { type Measurement, measured, median, noise } from './report.ts';

/** Milliseconds in which `count` amendments are merged into a text of as many paragraphs. */

const ROUNDS = 31;

const WORDS =
  'the conference recalls that every organisation which takes water from a river owes those who live below it a true account of what it takes and calls upon all participants to measure publish and compare their figures each spring so that nobody has to rely on what others say about them in good years or in bad'.split(
    ' ',
  );

/** Numbers from 0 up to `below` that look like chance and are the same in every run. */
const createDice = () => {
  let state = 1;
  return (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
};

const scene = (count: number): { readonly clauses: readonly Clause[]; readonly amendments: readonly Proposed[] } => {
  const dice = createDice();
  const words = (length: number): readonly string[] =>
    Array.from({ length }, (_, i) => {
      const word = WORDS[dice(WORDS.length)] ?? '';
      return i % 13 === 12 ? `${word},` : word;
    });
  const clause = (id: string): Clause => ({
    id: id as ClauseId,
    kind: 'paragraph',
    words: `${words(60 + dice(61)).join(' ')}.`,
  });
  const clauses = Array.from({ length: count }, (_, i) => clause(`p${i}`));
  /** Six in ten reword, and a tenth of all come to one paragraph in twenty: where people disagree, many amend. */
  const amendments = Array.from({ length: count }, (_, i): Proposed => {
    const contested = dice(10) === 0 ? Math.floor(dice(count) / 20) : dice(count);
    const { id, words: own } = clauses[contested] ?? clause('none');
    const change = (): Change => {
      const kind = dice(10);
      const cut = own.split(' ');
      const at = dice(cut.length);
      if (kind === 6) return { kind: 'add', after: id, clause: clause(`n${i}`) };
      if (kind === 7) return { kind: 'delete', clause: id };
      if (kind === 8) return { kind: 'move', clause: id, after: clauses[dice(count)]?.id ?? null };
      if (kind === 9)
        return {
          kind: 'split',
          clause: id,
          words: cut.slice(0, at + 1).join(' '),
          into: [{ id: `n${i}` as ClauseId, kind: 'paragraph', words: ['and', ...cut.slice(at + 1)].join(' ') }],
        };
      return { kind: 'replace', clause: id, words: cut.toSpliced(at, dice(4), ...words(1 + dice(6))).join(' ') };
    };
    return { number: i + 1, change: change() };
  });
  return { clauses, amendments };
};

const measure = (name: string, count: number, aim: number): Measurement => {
  const { clauses, amendments } = scene(count);
  const times: number[] = [];
  let left = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    const { collisions } = merge(clauses, amendments);
    times.push(performance.now() - began);
    left = collisions.reduce((sum, collision) => sum + collision.amendments.length, 0);
  }
  return measured(
    name,
    'ms',
    median(times),
    aim,
    'aim ≤ 1',
    `limit: ${aim} ms`,
    `${count} amendments into ${count} paragraphs of 60 to 120 words, ${left} of them in collisions`,
    `the first of ${ROUNDS} took ${(times[0] ?? 0).toFixed(1)} ms`,
    noise(name, times),
  );
};

export const merge200 = (): Measurement => measure('merge-200', 200, 20);
export const merge2000 = (): Measurement => measure('merge-2000', 2000, 1000);
