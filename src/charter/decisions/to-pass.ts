import type { Lack, ToPass } from '../law/to-pass.ts';
import type { State } from '../state.ts';
import type { Answer, Outcome, Text } from '../texts/state.ts';
import { outcomeAt } from './outcome.ts';

/** What a text that is put to decision still needs to be adopted (6.1, 7.2); `null` of any other. */
export const decisionToPass = (state: State, text: Text): ToPass | null => {
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
