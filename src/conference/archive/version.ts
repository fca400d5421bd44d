import type { Bytes } from '../../base/bytes.ts';
import { type InForce, versionBytes, versionOf, versionOfCharter } from '../../charter/law/charter.ts';
import type { Statement } from '../../charter/decisions/statement-state.ts';
import { statementVersion } from '../../charter/decisions/statements.ts';
import type { Text } from '../../charter/texts/state.ts';
import { present } from '../../charter/texts/texts.ts';

/** The words that signatures cover: the bytes that their hash is taken over. */

/** Of an adopted text, whose last revision is the final version. */
export const bytesOfText = (text: Text): Bytes => versionBytes(versionOf(present(text)));

/** Of the charter that founded the conference. */
export const bytesOfCharter = ({ charter }: InForce): Bytes => versionBytes(versionOfCharter(charter));

/** Of a statement, with its event and its calls. */
export const bytesOfStatement = (statement: Statement): Bytes => versionBytes(statementVersion(statement));
