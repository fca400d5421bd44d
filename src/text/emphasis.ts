/** A stretch of a clause's words, emphasised or not. */
export interface Run {
  readonly text: string;
  readonly emphasis: boolean;
}

/**
 * Splits words at `*…*` (and `**…**`, which means no more here). An asterisk opens before anything but a space and closes
 * behind anything but a space; one without its partner on the same line stands for itself.
 */
export const runsOf = (words: string): readonly Run[] => {
  const runs: Run[] = [];
  const put = (text: string, emphasis: boolean): void => {
    if (text !== '') runs.push({ text, emphasis });
  };
  let from = 0;
  for (const match of words.matchAll(EMPHASIS)) {
    put(words.slice(from, match.index), false);
    put(match[2] ?? '', true);
    from = match.index + match[0].length;
  }
  put(words.slice(from), false);
  return runs;
};

const EMPHASIS = /(\*{1,2})(?![\s*])([^*\n]*[^*\s])\1(?!\*)/gu;

/** The words without the marks of emphasis, for titles, feeds and mail. */
export const plain = (words: string): string =>
  runsOf(words)
    .map(({ text }) => text)
    .join('');
