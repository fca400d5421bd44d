import { hunksBetween } from '../../../text/hunks.ts';
import { tokensOf } from '../../../text/tokens.ts';

/** Makes a field say something else where it differs, and leaves the caret and what is chosen with their words. */
export const rewriteField = (field: HTMLInputElement | HTMLTextAreaElement, text: string): void => {
  const [old, now] = [tokensOf(field.value), tokensOf(text)];
  const offsets = [0];
  for (const token of old) offsets.push((offsets.at(-1) ?? 0) + token.length);
  for (const { start, end, from, to } of hunksBetween(old, now, () => true).toReversed())
    field.setRangeText(now.slice(from, to).join(''), offsets[start] ?? 0, offsets[end] ?? 0, 'preserve');
};
