import { type Bytes, fromUtf8, utf8 } from '../../base/bytes.ts';
import { toMarkdown } from '../../text/markdown.ts';
import type { Version } from '../law/charter.ts';

/** What signatures cover, for reading: `text.md` beside the `text.json` of a proof bundle. */

/**
 * The Markdown of a version in these bytes, with the rules of a charter as a list at the end.
 * @throws TypeError where the bytes hold no version
 */
export const markdownOfVersion = (bytes: Bytes): Bytes => {
  const { title, clauses, rules } = JSON.parse(fromUtf8(bytes) ?? '') as Version;
  const list = rules === undefined ? [] : ['\n## Rules\n\n', ...linesOf('', rules)];
  return utf8([toMarkdown({ title, clauses }), ...list].join(''));
};

const linesOf = (name: string, value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => linesOf(name === '' ? key : `${name}.${key}`, inner))
    : [`- ${name}: ${JSON.stringify(value)}\n`];

/** The same for whoever checks a bundle: where the bytes hold no version, something that no file of a bundle is. */
export const markdownToCheck = (bytes: Bytes): Bytes => {
  try {
    return markdownOfVersion(bytes);
  } catch {
    return new Uint8Array(0);
  }
};
