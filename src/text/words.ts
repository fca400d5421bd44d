/**
 * Wordings cut at the boundaries of words (UAX #29), in any script, never within what a reader takes for one character.
 * The pieces put together give the wording. For showing and editing alone: where a script writes no spaces, machines may
 * cut differently, so no rule of the charter may hang on it.
 */
export const wordsIn = (text: string): readonly string[] =>
  Array.from(segmenter.segment(text), ({ segment }) => segment);

// oxlint-disable-next-line no-restricted-globals -- nothing that is judged or recorded follows from where words are cut
const segmenter = new Intl.Segmenter('und', { granularity: 'word' });
