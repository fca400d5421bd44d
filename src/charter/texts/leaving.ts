import type { Mutable } from '../../base/brand.ts';
import type { OrganisationId } from '../../base/ids.ts';
import { follows } from '../law/consequences.ts';
import { withdrawDisagreement } from '../law/disagreement.ts';
import type { Mark } from '../law/mark.ts';
import type { State } from '../state.ts';
import { settleAmendments } from './agreement.ts';
import type { Text } from './state.ts';
import { weighEverywhere } from './voices.ts';

/** What leaving does to texts: whoever left has no say in them any more, and upholds no disagreement. Gives those that are open still. */
export const leaveTexts = (state: Mutable<State>, id: OrganisationId, on: Mark): readonly Mutable<Text>[] => {
  weighEverywhere(state, id);
  const texts = textsWithSomethingOpen(state);
  for (const text of texts) leaveText(state, text, id, on);
  return texts;
};

/** Those under negotiation or put to decision, and those about which something is proposed. */
const textsWithSomethingOpen = (state: Mutable<State>): readonly Mutable<Text>[] => {
  const proposedTo = state.deadlines.flatMap((deadline) => (deadline.kind === 'proposal' ? [deadline.text] : []));
  const numbers = new Set([...state.openTexts, ...proposedTo]);
  return [...numbers].toSorted((a, b) => a - b).flatMap((number) => state.texts[number - 1] ?? []);
};

const fatesOf = (text: Text, numbers: readonly number[]): string =>
  numbers.map((number) => `${text.amendments[number - 1]?.fate.kind} ${text.amendments[number - 1]?.period}`).join();

const leaveText = (state: Mutable<State>, text: Mutable<Text>, id: OrganisationId, on: Mark): void => {
  const contested = [
    ...(text.stage === 'negotiation' ? [{ disagreements: text.revisions.at(-1)?.objections ?? [] }] : []),
    ...text.openProposals.flatMap((number) => text.proposals[number - 1] ?? []),
  ];
  const withdrawn = contested.map((one) => withdrawDisagreement(one, id, on)).includes(true);
  const live = [...text.live.numbers];
  const before = fatesOf(text, live);
  settleAmendments(state, text, on);
  if (withdrawn || fatesOf(text, live) !== before) follows(state, on, `texts/${text.number}`, 'text');
};
