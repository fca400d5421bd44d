import type { Bytes } from '../../base/bytes.ts';
import type { ClauseId } from '../../base/ids.ts';
import { versionBytes, versionOf } from '../../charter/law/charter.ts';
import type { Statement } from '../../charter/decisions/statement-state.ts';
import type { Text } from '../../charter/texts/state.ts';
import { present } from '../../charter/texts/texts.ts';

/** The words that signatures cover: the bytes that their hash is taken over. */

/** Of an adopted text, whose last revision is the final version. */
export const bytesOfText = (text: Text): Bytes => versionBytes(versionOf(present(text)));

/** Of a statement, whose calls are its last clauses; see `charter/decisions/statements.ts`. */
export const bytesOfStatement = ({ title, clauses, calls }: Statement): Bytes => {
  const last = calls.map((words, i) => ({ id: `call-${i + 1}` as ClauseId, kind: 'operative' as const, words }));
  return versionBytes({ title, clauses: [...clauses, ...last] });
};
