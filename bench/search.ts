import { join } from 'node:path';
import type { ConferenceId, Slug } from '../src/base/ids.ts';
import { KINDS, type Source } from '../src/conference/search/document.ts';
import type { Change } from '../src/conference/search/index-port.ts';
import { readQuery } from '../src/conference/search/query.ts';
import { MOST_FOUND } from '../src/conference/search/search.ts';
import { openSearchIndexes } from '../src/store/search/indexes.ts';
import { withScratch } from './folders.ts';
import { type Measurement, measured, median, noise } from './report.ts';

/** Milliseconds until the slowest of some questions is answered by an index of 100,000 documents, asked as a page asks it: from the main thread and back. */

const DOCUMENTS = 100_000;
const AT_ONCE = 500;
const WORDS = 40;
const ROUNDS = 21;

/** Numbers from 0 up to `below` that look like chance and are the same in every run. */
const createDice = () => {
  let state = 7;
  return (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

const SYLLABLES = 'wa ter ri ver sa va po ta mos la ke des tion al na ti ve com mit вода ре ка πο τα μος ши ђе'.split(
  ' ',
);

/** What some hundred words stand in every document for, and some thousands in a few. */
const vocabulary = (dice: (below: number) => number): readonly string[] =>
  Array.from({ length: 20_000 }, () =>
    Array.from({ length: 2 + dice(4) }, () => SYLLABLES[dice(SYLLABLES.length)]).join(''),
  );

const COMMON = ['the', 'water', 'river', 'sava', 'вода', 'και'];

const documents = (): readonly Source[] => {
  const dice = createDice();
  const rare = vocabulary(dice);
  const word = (): string =>
    dice(10) < 4
      ? (COMMON[dice(COMMON.length)] ?? '')
      : (rare[Math.floor(rare.length * (dice(1000) / 1000) ** 3)] ?? '');
  const text = (words: number): string => Array.from({ length: words }, word).join(' ');
  return Array.from({ length: DOCUMENTS }, (_, i) => ({
    key: `texts/${i}`,
    kind: KINDS[i % KINDS.length] ?? 'text',
    entry: i,
    title: i % 10 === 0 ? text(5) : '',
    words: text(WORDS),
  }));
};

/** Common words, rare ones, beginnings, several that all stand everywhere, words in a row, another script, nothing. */
const QUESTIONS = [
  'water',
  'the water river',
  'the water river sava вода και',
  'wat riv',
  'watersava',
  '"the water river"',
  'voda kai',
  'potamos',
  'nothing of this',
];

export const search = async (): Promise<Measurement> =>
  withScratch(async (folder) => {
    const indexes = openSearchIndexes(join(folder, 'search'));
    const index = indexes.of('rivers' as Slug);
    try {
      const began = performance.now();
      const all = documents();
      for (let at = 0; at < all.length; at += AT_ONCE) {
        const changes = all
          .slice(at, at + AT_ONCE)
          .map((source): Change => ({ cluster: `texts/${source.entry}`, faces: { everyone: [], members: [source] } }));
        await index.write(changes, null);
      }
      await index.write([], { conference: 'c' as ConferenceId, maker: '', size: DOCUMENTS, root: '' });
      const built = (performance.now() - began) / 1000;
      const times: { readonly asked: string; readonly ms: readonly number[] }[] = [];
      for (const asked of QUESTIONS) {
        const query = readQuery(asked);
        const ms: number[] = [];
        for (let round = 0; round < ROUNDS; round += 1) {
          const start = performance.now();
          await index.find('members', query, null, MOST_FOUND);
          ms.push(performance.now() - start);
        }
        times.push({ asked, ms });
      }
      const [slowest] = times.toSorted((a, b) => median(b.ms) - median(a.ms));
      if (slowest === undefined) throw new TypeError('Nothing was asked');
      return measured(
        'search',
        'ms',
        median(slowest.ms),
        50,
        'aim ≤ 1',
        `the slowest of ${QUESTIONS.length} questions: ${slowest.asked}`,
        `the others ${times.map(({ ms }) => median(ms).toFixed(1)).join(', ')} ms`,
        `${DOCUMENTS.toLocaleString('en')} documents of ${WORDS} words, taken in within ${built.toFixed(0)} s`,
        noise('search', slowest.ms),
      );
    } finally {
      await indexes.close();
    }
  });
