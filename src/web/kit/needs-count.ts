import type { Context } from './context.ts';
import { needsNow } from '../../conference/reading/needs-kept.ts';

/** How many things need the signed-in organisation now, for the menu. */
export const needsCount = ({ conference, reader, me, now }: Context): number =>
  me === null ? 0 : needsNow(conference, reader, me.organisation.id, now).length;
