import { type Bytes, fromUtf8, utf8 } from '../../base/bytes.ts';
import { toMarkdown } from '../../text/markdown.ts';
import type { Version } from '../law/charter.ts';

/** What signatures cover, for reading: `text.md` beside the `text.json` of a proof bundle. */

/**
 * The Markdown of a version in these bytes, with the head and the rules of a charter as lists at the end.
 * @throws TypeError where the bytes hold no version
 */
export const markdownOfVersion = (bytes: Bytes): Bytes => {
  const { title, clauses, charter } = JSON.parse(fromUtf8(bytes) ?? '') as Version;
  const lists =
    charter === undefined
      ? []
      : ['\n## The conference\n\n', ...linesOf('', charter.head), '\n## Rules\n\n', ...linesOf('', charter.rules)];
  return utf8([toMarkdown({ title, clauses }), ...lists].join(''));
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
