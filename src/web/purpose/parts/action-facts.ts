import { startOf } from '../../../base/time.ts';
import type { Action, ActionPart } from '../../../charter/purpose/action-state.ts';
import type { Context } from '../../kit/context.ts';
import { dayText } from '../../kit/words.ts';

/** Joint actions in a few words: where they are read, when they are. */

export const actionPath = ({ base }: Pick<Context, 'base'>, number: number): string => `${base}/actions/${number}`;

/** From its first day to its last. */
export const daysText = (context: Context, { from, to }: Pick<ActionPart, 'from' | 'to'>): string => {
  const [first, last] = [dayText(context, startOf(from)), dayText(context, startOf(to))];
  return from === to ? first : context.t.purpose.report.fromTo(first, last);
};

/** The first and the last day of all its parts. */
export const spanOf = ({ parts }: Pick<Action, 'parts'>): Pick<ActionPart, 'from' | 'to'> => {
  const [first, ...rest] = parts;
  if (first === undefined) throw new Error('an action has a part');
  return rest.reduce(
    ({ from, to }, part) => ({ from: part.from < from ? part.from : from, to: part.to > to ? part.to : to }),
    { from: first.from, to: first.to },
  );
};
