import { z } from 'zod';
import { type Mutable, mutable } from '../../base/brand.ts';
import { clauseIdSchema, languageSchema, organisationIdSchema } from '../../base/ids.ts';
import { unreachable, ok, err, type Result } from '../../base/result.ts';
import { instantSchema, line, prose } from '../../base/schema.ts';
import { DAY, after } from '../../base/time.ts';
import type { Clause } from '../../text/clause.ts';
import { defineAct } from '../act.ts';
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
import { isParticipant } from '../members/organisations.ts';
import type { Refusal } from '../law/refusal.ts';
import { rulesInForce } from '../law/charter.ts';
import type { State } from '../state.ts';
import type { Proposal, Subject } from './negotiation-state.ts';
import type { Stage, Text } from './state.ts';
import { numberSchema, present, textAt, textOf } from './texts.ts';
import { itsText } from '../law/resource.ts';

/**
 * Matters of a text that the participants settle by silence: who is its rapporteur, under what mandate it is completed (13.3), which
 * languages are authentic, what its clauses count for, and slips in a final version. A proposal stands unless somebody disagrees, with
 * reasons, before its deadline.
 */

const distinct = (list: readonly unknown[]): boolean => new Set(list).size === list.length;

export const subjectSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rapporteur'), organisation: organisationIdSchema }).readonly(),
  z
    .strictObject({
      kind: z.literal('weights'),
      /** Clauses that are not named count for 1. */
      weights: z
        .array(z.strictObject({ clause: clauseIdSchema, weight: z.int().min(0).max(100) }).readonly())
        .max(400)
        .refine((list) => distinct(list.map(({ clause }) => clause)), { error: 'repeated' })
        .readonly(),
    })
    .readonly(),
  z
    .strictObject({
      kind: z.literal('mandate'),
      /** By whom it was given: an assembly, with place and day. */
      given: line(200),
      /** The meeting that completes the text. */
      meeting: line(200),
      until: instantSchema,
    })
    .readonly(),
  z
    .strictObject({
      kind: z.literal('languages'),
      authentic: z.array(languageSchema).max(24).refine(distinct, { error: 'repeated' }).readonly(),
    })
    .readonly(),
  z.strictObject({ kind: z.literal('rectification'), clause: clauseIdSchema, words: prose(8000) }).readonly(),
]);

const stagesFor = (subject: Subject): readonly Stage[] => {
  switch (subject.kind) {
    case 'rapporteur':
    case 'weights':
    case 'mandate':
      return ['negotiation'];
    case 'languages':
      return ['negotiation', 'decision', 'adopted'];
    case 'rectification':
      return ['adopted'];
    default:
      return unreachable(subject);
  }
};

/** The final version with every slip that was put right: the text as it is to be read. */
export const rectified = (text: Text): readonly Clause[] =>
  text.rectifications.length === 0 ? present(text).clauses : withRectifications(text);

const withRectifications = (text: Text): readonly Clause[] => {
  const right = new Map(text.rectifications.map(({ clause, words }) => [clause, words]));
  return present(text).clauses.map((clause) => {
    const words = right.get(clause.id);
    return words === undefined ? clause : { ...clause, words };
  });
};

const subjectRefusal = (state: State, text: Text, subject: Subject, at: number): Refusal | null => {
  const article = articleOf(subject);
  const known = new Set(present(text).clauses.map(({ id }) => id));
  switch (subject.kind) {
    case 'rapporteur':
      return isParticipant(state, subject.organisation)
        ? null
        : { article, kind: 'unknown', thing: 'organisation', ref: subject.organisation };
    case 'weights': {
      const stranger = subject.weights.find(({ clause }) => !known.has(clause));
      return stranger === undefined ? null : { article, kind: 'unknown', thing: 'clause', ref: stranger.clause };
    }
    case 'mandate':
      return subject.until > at ? null : { article, kind: 'bad-field', field: 'until', why: 'past' };
    case 'languages':
      return null;
    case 'rectification': {
      const clause = rectified(text).find(({ id }) => id === subject.clause);
      if (clause === undefined) return { article, kind: 'unknown', thing: 'clause', ref: subject.clause };
      if (clause.words === subject.words)
        return { article, kind: 'clause-order', clause: subject.clause, why: 'changes-nothing' };
      return null;
    }
    default:
      return unreachable(subject);
  }
};

const articleOf = (subject: Subject) =>
  subject.kind === 'weights' ? '6.3' : subject.kind === 'rapporteur' ? '13.2' : '13.3';

/** Two proposals on one matter at a time would leave it to chance which one stands. */
const sameMatter = (a: Subject, b: Subject): boolean =>
  a.kind === b.kind && (a.kind !== 'rectification' || b.kind !== 'rectification' || a.clause === b.clause);

export const makeProposal = defineAct({
  kind: 'proposal.make',
  article: '13.3',
  strength: 'binding',
  from: ['participant'],
  matter: 'text',
  subjects: itsText,
  body: z.strictObject({ text: numberSchema, what: subjectSchema, reason: prose(4000) }).readonly(),
  judge: (state, { body: { text: number, what } }, at) => {
    const found = textAt(state, number, articleOf(what), ...stagesFor(what));
    if (!found.ok) return found.error;
    const text = found.value;
    const waiting = openProposals(text).some((other) => sameMatter(other.what, what));
    return waiting
      ? { article: articleOf(what), kind: 'already', what: 'open' }
      : subjectRefusal(state, text, what, at);
  },
  apply: (state, { by, body }, on) => {
    const text = textOf(state, body.text);
    const number = text.proposals.length + 1;
    const deadline = after(on.at, rulesInForce(state).texts.silenceDays * DAY);
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
      kind: 'mandate',
      given: 'The assembly at Prespa, May 2026',
      meeting: 'The coordinating group',
      until: EXAMPLE.day,
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

/** At its deadline a proposal stands, unless somebody disagrees or the text has moved past what it is about. */
export const closeProposal = (state: Mutable<State>, text: Mutable<Text>, number: number, on: Mark): void => {
  const proposal = text.proposals[number - 1];
  if (proposal?.outcome !== 'open') return;
  const stands = !isContested(proposal) && stagesFor(proposal.what).includes(text.stage);
  settleProposal(text, proposal, stands ? 'agreed' : 'refused');
  // A slip that is put right is put right for everyone.
  follows(state, on, `texts/${text.number}`, stands && text.stage === 'adopted' ? 'adopted-text' : 'text');
  if (stands) carryOut(text, proposal, on);
};

const carryOut = (text: Mutable<Text>, { what, number }: Mutable<Proposal>, on: Mark): void => {
  switch (what.kind) {
    case 'rapporteur':
      text.rapporteur = what.organisation;
      return;
    case 'weights':
      text.weights = new Map(what.weights.map(({ clause, weight }) => [clause, weight]));
      return;
    case 'mandate': {
      const { given, meeting, until } = what;
      text.mandate = { given, meeting, until };
      return;
    }
    case 'languages':
      text.authentic = [...what.authentic];
      return;
    case 'rectification': {
      const before = rectified(text).find(({ id }) => id === what.clause)?.words ?? '';
      text.rectifications.push({ clause: what.clause, before, words: what.words, proposal: number, on });
      return;
    }
    default:
      return unreachable(what);
  }
};
