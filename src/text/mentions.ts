/**
 * Organisations that running text names by their short names: `@reka-vardar`. A short name has one spelling, in small Latin letters, digits and single hyphens; what only looks like it, is part
 * of a longer word, or stands in a mail address, names nobody.
 */

/** Words as they are, or what names somebody, without its sign. */
export type Said =
  { readonly kind: 'words'; readonly text: string } | { readonly kind: 'mention'; readonly name: string };

const MENTION =
  /(?<![\p{L}\p{M}\p{N}\p{Cf}@._/-])@([a-z](?:-?[a-z0-9]){0,79})(?![\p{L}\p{M}\p{N}\p{Cf}_@/-]|\.[\p{L}\p{N}])/gu;

/** The words in their order, split at what may name an organisation; whether there is one of that name, the caller knows. */
export const saidIn = (words: string): readonly Said[] => {
  const said: Said[] = [];
  let at = 0;
  for (const { index, 0: whole, 1: name = '' } of words.matchAll(MENTION)) {
    if (index > at) said.push({ kind: 'words', text: words.slice(at, index) });
    said.push({ kind: 'mention', name });
    at = index + whole.length;
  }
  if (at < words.length || said.length === 0) said.push({ kind: 'words', text: words.slice(at) });
  return said;
};

/** The short names in these words. */
export const namedIn = (words: string): ReadonlySet<string> =>
  new Set(saidIn(words).flatMap((one) => (one.kind === 'mention' ? [one.name] : [])));
