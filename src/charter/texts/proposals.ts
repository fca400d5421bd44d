import { z } from 'zod';
import { type Mutable, mutable } from '../../base/brand.ts';
import { type Result, err, ok } from '../../base/result.ts';
import { DAY, type Instant, after } from '../../base/time.ts';
import { defineAct } from '../act.ts';
import { circulate, toParticipants } from '../group/circulation.ts';
import { follows } from '../law/consequences.ts';
import { dropDeadline, scheduleDeadline } from '../law/deadlines.ts';
import {
  disagreeRefusal,
  disagreeWith,
  isContested,
  noDisagreementRefusal,
  withdrawDisagreement,
} from '../law/disagreement.ts';
import { EXAMPLE } from '../law/example-words.ts';
import type { Mark } from '../law/mark.ts';
import type { Refusal } from '../law/refusal.ts';
import { rulesInForce } from '../law/charter.ts';
import type { State } from '../state.ts';
import type { Proposal, ProposalSubject } from './negotiation-state.ts';
import type { Text } from './state.ts';
import { textAt, textOf } from './texts.ts';
import { numberSchema, prose } from '../../base/schema.ts';
import { articleOf, carryOut, isMootSubject, stagesFor, subjectRefusal, subjectSchema } from './subjects.ts';
import { itsText } from '../law/resource.ts';

/**
 * Matters of a text that the participants settle by silence: who is its rapporteur, whether it is taken in principle and who completes it then (13.3), which
 * languages are authentic, what its clauses count for, slips in a final version, and whether that is a page of the conference's own. A proposal stands unless somebody disagrees, with
 * reasons, before its deadline.
 */

/** Two proposals on one matter at a time would leave it to chance which one stands. */
const sameMatter = (a: ProposalSubject, b: ProposalSubject): boolean =>
  a.kind === b.kind && (a.kind !== 'rectification' || b.kind !== 'rectification' || a.clause === b.clause);

/** Until when a proposal lies open. */
const deadlineFrom = (state: State, at: Instant): Instant => after(at, rulesInForce(state).texts.silenceDays * DAY);

export const makeProposal = defineAct({
  kind: 'proposal.make',
  article: '13.3',
  strength: 'binding',
  from: ['participant'],
  matter: 'text',
  subjects: itsText,
  limits: ['pages'],
  body: z.strictObject({ text: numberSchema, what: subjectSchema, reason: prose(4000) }).readonly(),
  judge: (state, { body: { text: number, what } }, at) => {
    const found = textAt(state, number, articleOf(what), ...stagesFor(what));
    if (!found.ok) return found.error;
    const text = found.value;
    const waiting = openProposals(text).some((other) => sameMatter(other.what, what));
    return waiting
      ? { article: articleOf(what), kind: 'already', what: 'open' }
      : subjectRefusal(state, text, what, deadlineFrom(state, at));
  },
  apply: (state, { by, body }, on) => {
    const text = textOf(state, body.text);
    const number = text.proposals.length + 1;
    const deadline = deadlineFrom(state, on.at);
    const { what, reason } = body;
    const proposal: Proposal = {
      number,
      by: by.organisation,
      what,
      reason,
      on,
      deadline,
      disagreements: [],
      outcome: 'open',
    };
    text.proposals.push(mutable(proposal));
    text.openProposals.push(number);
    scheduleDeadline(state, { kind: 'proposal', text: text.number, proposal: number, at: deadline });
  },
  example: {
    text: 1,
    what: {
      kind: 'principle',
      version: EXAMPLE.hash,
      to: 'group',
      until: EXAMPLE.day,
      latest: { of: 'group', nth: 2 },
    },
    reason: 'The text is agreed in principle; three points are left.',
  },
});

/** Those that still lie open. */
export const openProposals = (text: Text): readonly Proposal[] =>
  text.openProposals.flatMap((number) => text.proposals[number - 1] ?? []);

const settleProposal = (
  text: Mutable<Text>,
  proposal: Mutable<Proposal>,
  outcome: Exclude<Proposal['outcome'], 'open'>,
): void => {
  proposal.outcome = outcome;
  text.openProposals = text.openProposals.filter((number) => number !== proposal.number);
};

const oneProposal = z.strictObject({ text: numberSchema, proposal: numberSchema });

const openProposalAt = (
  state: State,
  { text: number, proposal: ref }: z.infer<typeof oneProposal>,
): Result<Proposal, Refusal> => {
  const proposal = state.texts[number - 1]?.proposals[ref - 1];
  return proposal?.outcome === 'open'
    ? ok(proposal)
    : err({ article: '13.3', kind: 'unknown', thing: 'proposal', ref: `${ref}` });
};

export const disagreeWithProposal = defineAct({
  kind: 'proposal.disagree',
  article: '13.3',
  strength: 'binding',
  from: ['participant'],
  matter: 'text',
  subjects: itsText,
  limits: ['disagreements'],
  body: oneProposal.extend({ reasons: prose(4000) }).readonly(),
  judge: (state, { by, body }) => {
    const found = openProposalAt(state, body);
    return found.ok ? disagreeRefusal(found.value, by.organisation, '13.3') : found.error;
  },
  apply: (state, { by, body }, on) => {
    disagreeWith(textOf(state, body.text).proposals[body.proposal - 1], by.organisation, body.reasons, on);
  },
  example: { text: 1, proposal: 1, reasons: 'More than three points are left.' },
});

export const withdrawProposalDisagreement = defineAct({
  kind: 'proposal.withdraw-disagreement',
  article: '13.3',
  strength: 'binding',
  from: ['participant'],
  matter: 'text',
  subjects: itsText,
  body: oneProposal.readonly(),
  judge: (state, { by, body }) => {
    const found = openProposalAt(state, body);
    return found.ok ? noDisagreementRefusal(found.value, by.organisation, '13.3', body.proposal) : found.error;
  },
  apply: (state, { by, body }, on) => {
    withdrawDisagreement(textOf(state, body.text).proposals[body.proposal - 1], by.organisation, on);
  },
  example: { text: 1, proposal: 1 },
});

export const withdrawProposal = defineAct({
  kind: 'proposal.withdraw',
  article: '13.3',
  strength: 'binding',
  from: ['participant'],
  matter: 'text',
  subjects: itsText,
  body: oneProposal.readonly(),
  judge: (state, { by, body }) => {
    const found = openProposalAt(state, body);
    if (!found.ok) return found.error;
    const proposal = found.value;
    return proposal.by === by.organisation ? null : { article: '13.3', kind: 'not-yours', owner: proposal.by };
  },
  apply: (state, { body }) => {
    const proposal = textOf(state, body.text).proposals[body.proposal - 1];
    if (proposal === undefined) return;
    settleProposal(textOf(state, body.text), proposal, 'withdrawn');
    dropDeadline(state, { kind: 'proposal', text: body.text, proposal: body.proposal, at: proposal.deadline });
  },
  example: { text: 1, proposal: 1 },
});

/** At its deadline a proposal stands, unless somebody disagrees or the text has moved past what it is about; and everyone is told. */
export const closeProposal = (state: Mutable<State>, text: Mutable<Text>, number: number, on: Mark): void => {
  const proposal = text.proposals[number - 1];
  if (proposal?.outcome !== 'open') return;
  const stands = !isContested(proposal) && !isMootSubject(state, text, proposal.what, on.at);
  settleProposal(text, proposal, stands ? 'agreed' : 'refused');
  // A slip that is put right is put right for everyone.
  follows(state, on, `texts/${text.number}`, stands && text.stage === 'adopted' ? 'adopted-text' : 'text');
  if (stands) carryOut(state, text, proposal, on);
  circulate(
    state,
    { kind: 'outcome', of: { kind: 'proposal', text: text.number, proposal: number } },
    toParticipants(state, null),
    on,
  );
};
