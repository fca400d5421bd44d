import type { Clause } from '../../text/clause.ts';
import type { Text } from './state.ts';
import { present } from './texts.ts';

/** The final version with every slip that was put right: the text as it is to be read. */
export const rectified = (text: Text): readonly Clause[] =>
  text.rectifications.length === 0 ? present(text).clauses : withRectifications(text);

const withRectifications = (text: Text): readonly Clause[] => {
  const right = new Map(text.rectifications.map(({ clause, words }) => [clause, words]));
  return present(text).clauses.map((clause) => {
    const words = right.get(clause.id);
    return words === undefined ? clause : { ...clause, words };
  });
};
