import type { Instant } from '../../base/time.ts';
import type { Lack, ToPass } from '../law/to-pass.ts';
import type { State } from '../state.ts';
import type { Answer, Outcome, Text } from '../texts/state.ts';
import { secondsNeeded, secondsOf } from '../texts/seconding.ts';
import { outcomeAt } from './outcome.ts';

/** What a text still needs to be adopted (6.1, 7.2); `null` where nothing can bring that about any more. */
export const textToPass = (state: State, text: Text): ToPass | null =>
  text.stage === 'negotiation' ? draftToPass(state, text) : decisionToPass(state, text);

/** Of one that is negotiated: what stands in the way of its adoption by what was said of it so far. That all must agree in the end is no news then. */
const draftToPass = (state: State, text: Text): ToPass => {
  const missing = text.principle === null ? secondsNeeded(state) - secondsOf(state, text.cosponsors).length : 0;
  const seconds: readonly Lack[] = missing > 0 ? [{ kind: 'seconds', count: missing }] : [];
  const lacks = lacksOf(outcomeAt(state, text, FAR)).filter(({ kind }) => kind !== 'agreement');
  return { atOnce: null, at: null, lacks: [...seconds, ...lacks] };
};

/** No decision has an end yet; what it would come to does not hang on it. */
const FAR = 0 as Instant;

const decisionToPass = (state: State, text: Text): ToPass | null => {
  const { decision } = text;
  if (text.stage !== 'decision' || decision === null) return null;
  const outcome = outcomeAt(state, text, decision.deadline);
  const isAgreeing = ({ stand, silent }: Answer): boolean => !silent && (stand === 'support' || stand === 'accept');
  const agreeing = new Set(outcome.answers.filter(isAgreeing).map(({ organisation }) => organisation));
  return {
    // Those in the room have agreed by themselves there; only the absent may still speak.
    atOnce: decision.room === null ? state.participants.filter((id) => !agreeing.has(id)) : null,
    at: decision.deadline,
    lacks: lacksOf(outcome),
  };
};

const lacksOf = ({ answers, obstacles }: Outcome): readonly Lack[] => {
  const who = (isOne: (answer: Answer) => boolean) => answers.filter(isOne).map(({ organisation }) => organisation);
  const points = obstacles.filter(({ kind }) => kind === 'no-consultation').length;
  const others = obstacles.flatMap((obstacle): readonly Lack[] => {
    switch (obstacle.kind) {
      case 'objections':
        return [
          { kind: 'objection', count: obstacle.count - obstacle.most, by: who(({ stand }) => stand === 'object') },
        ];
      case 'not-agreeing':
        return [
          {
            kind: 'agreement',
            count: obstacle.count - obstacle.most,
            from: who(({ stand }) => stand === 'object' || stand === 'stand-aside'),
          },
        ];
      case 'unanimity-only':
        return [{ kind: 'unanimity' }];
      case 'no-consultation':
        return [];
    }
  });
  return points === 0 ? others : [...others, { kind: 'consultation', points }];
};
