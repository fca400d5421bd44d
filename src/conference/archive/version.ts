import { type Bytes, fromUtf8, utf8 } from '../../base/bytes.ts';
import type { ClauseId } from '../../base/ids.ts';
import { type Version, versionBytes } from '../../charter/charter.ts';
import type { Statement, Text } from '../../charter/state.ts';
import { present } from '../../charter/texts.ts';
import { toMarkdown } from '../../text/markdown.ts';

/** The words that signatures cover: the bytes that their hash is taken over, and the same for reading. */

/** Of an adopted text, whose last revision is the final version. */
export const bytesOfText = (text: Text): Bytes => {
  const { title, clauses, rules } = present(text);
  return versionBytes({ title, clauses, ...(rules === null ? {} : { rules }) });
};

/** Of a statement, whose calls are its last clauses; see `charter/statements.ts`. */
export const bytesOfStatement = ({ title, clauses, calls }: Statement): Bytes => {
  const last = calls.map((words, i) => ({ id: `call-${i + 1}` as ClauseId, kind: 'operative' as const, words }));
  return versionBytes({ title, clauses: [...clauses, ...last] });
};

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
