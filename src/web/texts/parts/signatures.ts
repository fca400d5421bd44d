import type { Rider } from '../../../charter/texts/state.ts';
import type { Context } from '../../kit/context.ts';
import { type ClauseNames, longName } from './clause-names.ts';

/** `reservation on clause 3`. */
export const riderTitle = ({ t }: Context, names: ClauseNames, { kind, clause }: Rider): string => {
  const words = t.texts.final;
  return words.rider[kind](clause === null ? words.wholeText : longName(names, clause));
};
