import { type CommonProblem, commonProblem } from '../../charter/common/problem.ts';
import type { State } from '../../charter/state.ts';
import type { Text } from '../../charter/texts/state.ts';

/** How many questions are kept: each is as large as its text with all that is proposed for it. */
const MOST_KEPT = 8;

interface Kept {
  readonly size: number;
  readonly of: Map<number, CommonProblem>;
}

/** By the state, which is changed in place: what is kept is good until the record has grown. */
const kept = new WeakMap<State, Kept>();

/** What could be signed of a text, as a question: the same for all who may see positions, and made once until the record grows. */
export const commonNow = (state: State, text: Text): CommonProblem => {
  const before = kept.get(state);
  const { of } = before?.size === state.size ? before : { of: new Map<number, CommonProblem>() };
  if (of !== before?.of) kept.set(state, { size: state.size, of });
  const question = of.get(text.number) ?? commonProblem(state, text);
  of.delete(text.number);
  of.set(text.number, question);
  const [oldest] = of.keys();
  if (of.size > MOST_KEPT && oldest !== undefined) of.delete(oldest);
  return question;
};
