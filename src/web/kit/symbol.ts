import type { Text } from '../../charter/texts/state.ts';
import type { Context } from './context.ts';

/** The symbol a document is cited by, `CRB/2026/3`; a text that is not adopted has none yet, and an empty string here. */
export const symbolOf = ({ reader }: Context, text: Text): string => {
  const number = text.decision?.outcome?.symbol ?? null;
  return number === null ? '' : `${reader.charter()?.charter.abbreviation ?? ''}/${number}`;
};
