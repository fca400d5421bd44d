import type { Context } from './context.ts';
import { needsOf } from '../../conference/reading/needs.ts';

/** How many things need the signed-in organisation now, for the menu. */
export const needsCount = ({ reader, me, now }: Context): number =>
  me === null ? 0 : needsOf(reader, me.organisation.id, now).length;
