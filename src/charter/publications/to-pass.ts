import { type ToPass, silenceToPass } from '../law/to-pass.ts';
import type { State } from '../state.ts';
import { mandatedFor, neededAtOnce } from './issues.ts';
import type { Issue, Periodical, Put } from './state.ts';

/** What something that was put to silence still needs to be published; `null`: it is open no more. */
export const putToPass = ({ outcome, deadline, disagreements }: Put): ToPass | null =>
  outcome === 'open' ? silenceToPass(deadline, disagreements) : null;

/** Who may publish an open issue at once, how many of them must want it, and who does; `null`: nobody may. */
export const atOnce = (state: State, periodical: Periodical, issue: Issue) => {
  const holders = mandatedFor(state, periodical, state.time);
  return issue.outcome !== 'open' || holders.length === 0
    ? null
    : { holders, needed: neededAtOnce(holders.length), agreed: holders.filter((id) => issue.agreed.has(id)) };
};
