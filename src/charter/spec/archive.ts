import type { Step } from './spec.ts';
import { act, acting } from './acts.ts';
import { fakeHash } from './world.ts';

/** Acts that bring what was before the record, by named organisations, with everything that a test does not speak of as it should be. */

type Fields = Readonly<Record<string, unknown>>;

export const pastPiece = (fields: Fields = {}): Fields => ({
  kind: 'decision',
  reference: 'AC/2019/1',
  title: 'On the dams',
  on: '2019-06-02',
  until: null,
  place: 'Ohrid',
  language: 'en',
  names: [
    { name: 'The Fishers', country: 'Serbia' },
    { name: 'Friends of the Lake', country: null },
  ],
  source: 'The binder of 2019.',
  ...fields,
});

/** Its papers are named after it, for what one has brought no other may name. */
const papersOf = (by: string, what: Fields): Fields => ({
  words: fakeHash(`words ${by} ${String(what['reference'])}`),
  files: [{ name: 'scan.pdf', type: 'application/pdf', parts: [fakeHash(`scan ${by} ${String(what['reference'])}`)] }],
});

export const bringPiece = (by: string, fields: Fields = {}): Step => {
  const what = pastPiece(fields);
  return act('archive.bring', by, { what, papers: papersOf(by, what) });
};

export const correctPiece = (by: string, piece = 1, fields: Fields = {}, more: Fields = {}): Step =>
  acting('archive.correct', by, ({ state }) => {
    const versions = state.archive[piece - 1]?.versions ?? [];
    return {
      piece,
      version: Math.max(1, versions.length),
      what: { ...(versions.at(-1)?.what ?? pastPiece()), ...fields },
      papers: null,
      reason: 'It stands otherwise on the paper.',
      ...more,
    };
  });

/** Says that a piece is wrong; `fields`: and how it should read. */
export const doubtPiece = (by: string, piece = 1, fields: Fields | null = {}): Step =>
  acting('archive.doubt', by, ({ state }) => {
    const versions = state.archive[piece - 1]?.versions ?? [];
    return {
      piece,
      version: Math.max(1, versions.length),
      words: 'We were there.',
      instead: fields === null ? null : { ...(versions.at(-1)?.what ?? pastPiece()), ...fields },
    };
  });

export const disagreeWithDoubt = (by: string, reasons: string | null = 'It was so.', doubt = 1, piece = 1): Step =>
  act('archive.disagree', by, { piece, doubt, reasons });
