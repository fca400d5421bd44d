import type { Text } from '../../charter/texts/state.ts';

/** The symbol a document is cited by, `CRB/2026/3`; a text that is not adopted has none yet, and an empty string here. */
export const symbolOf = ({ decision }: Text): string => decision?.outcome?.symbol ?? '';
