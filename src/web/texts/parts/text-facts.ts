import { targetKey } from '../../../charter/texts/position-state.ts';
import type { Friction, Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import type { Context } from '../../kit/context.ts';
import { heldOn } from './stands.ts';

/** What follows from the positions on a text, as far as the reader may see them. */

/** The points of friction now or, where the decision has ended, then. */
export const frictionIn = ({ reader }: Context, text: Text): readonly Friction[] =>
  isOpen(text) ? reader.friction(text) : (text.decision?.outcome?.friction ?? []);

/** Whether positions may still be taken. */
export const isOpen = (text: Text): boolean => text.stage === 'negotiation' || text.stage === 'decision';

export const isMine = (context: Context, text: Text): boolean =>
  context.me !== null && context.reader.owner(text) === context.me.organisation.id;

/** So many clauses that their page is kept light: what is not in sight is laid out later, and forms are a step away. */
export const isLong = (text: Text): boolean => present(text).clauses.length > LONG;

const LONG = 80;

/** Whether the reader is a delegate of a participant, and so may take part in the work. */
export const mayWork = ({ me }: Context): boolean => me?.organisation.standing.kind === 'participant';

/** How many clauses every participant supports or accepts, and of how many; headings are not counted. */
export const acceptedClauses = (context: Context, text: Text): { readonly accepted: number; readonly of: number } => {
  const clauses = present(text).clauses.filter((clause) => clause.kind !== 'heading');
  const all = context.reader.participants().length;
  const accepted = clauses.filter(({ id }) => {
    if ((text.standing.get(targetKey({ kind: 'clause', clause: id }))?.size ?? 0) < all) return false;
    const held = heldOn(context, text, { kind: 'clause', clause: id });
    return held.length > 0 && held.every(({ stand }) => stand === 'support' || stand === 'accept');
  });
  return { accepted: accepted.length, of: clauses.length };
};
