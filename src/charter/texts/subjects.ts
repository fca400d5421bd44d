import { z } from 'zod';
import type { Mutable } from '../../base/brand.ts';
import { clauseIdSchema, languageSchema, organisationIdSchema } from '../../base/ids.ts';
import { unreachable } from '../../base/result.ts';
import { prose } from '../../base/schema.ts';
import type { Instant } from '../../base/time.ts';
import type { Article } from '../law/articles.ts';
import type { Mark } from '../law/mark.ts';
import type { Refusal } from '../law/refusal.ts';
import { isParticipant } from '../members/organisations.ts';
import type { Proposal, ProposalSubject } from './negotiation-state.ts';
import type { Stage, Text } from './state.ts';
import type { State } from '../state.ts';
import { pageAddressSchema, pageRefusal, placePage } from './pages.ts';
import { principleHolds } from './powers.ts';
import { inPrincipleFields, isOvertaken, principleRefusal, takeInPrinciple } from './principle.ts';
import { rectified } from './rectified.ts';
import { present } from './texts.ts';

/** What the participants settle about a text by silence: who may propose what of it, and what follows when it stands. */

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
  z.strictObject({ kind: z.literal('principle'), ...inPrincipleFields }).readonly(),
  z
    .strictObject({
      kind: z.literal('languages'),
      authentic: z.array(languageSchema).max(24).refine(distinct, { error: 'repeated' }).readonly(),
    })
    .readonly(),
  z.strictObject({ kind: z.literal('rectification'), clause: clauseIdSchema, words: prose(8000) }).readonly(),
  z.strictObject({ kind: z.literal('page'), address: pageAddressSchema.nullable() }).readonly(),
]);

export const stagesFor = (subject: ProposalSubject): readonly Stage[] => {
  switch (subject.kind) {
    case 'rapporteur':
    case 'weights':
    case 'principle':
      return ['negotiation'];
    case 'languages':
      return ['negotiation', 'decision', 'adopted'];
    case 'rectification':
    case 'page':
      return ['adopted'];
    default:
      return unreachable(subject);
  }
};

/** Why this cannot be proposed of the text now, to stand from `at` on. */
export const subjectRefusal = (state: State, text: Text, subject: ProposalSubject, at: Instant): Refusal | null => {
  const article = articleOf(subject);
  const known = new Set(present(text).clauses.map(({ id }) => id));
  switch (subject.kind) {
    case 'rapporteur':
      if (text.principle !== null) return principleHolds(text);
      return isParticipant(state, subject.organisation)
        ? null
        : { article, kind: 'unknown', thing: 'organisation', ref: subject.organisation };
    case 'weights': {
      const stranger = subject.weights.find(({ clause }) => !known.has(clause));
      return stranger === undefined ? null : { article, kind: 'unknown', thing: 'clause', ref: stranger.clause };
    }
    case 'principle':
      return principleRefusal(state, text, subject, at);
    case 'languages':
      return null;
    case 'rectification': {
      const clause = rectified(text).find(({ id }) => id === subject.clause);
      if (clause === undefined) return { article, kind: 'unknown', thing: 'clause', ref: subject.clause };
      if (clause.words === subject.words)
        return { article, kind: 'clause-order', clause: subject.clause, why: 'changes-nothing' };
      return null;
    }
    case 'page':
      return pageRefusal(state, text, subject.address);
    default:
      return unreachable(subject);
  }
};

export const articleOf = ({ kind }: ProposalSubject) => ARTICLES[kind];

const ARTICLES = {
  rapporteur: '13.2',
  weights: '6.3',
  principle: '13.3',
  languages: '13.3',
  rectification: '13.3',
  page: '11.1',
} as const satisfies Readonly<Record<ProposalSubject['kind'], Article>>;

/** Whether a proposal is about what is no more so, when its time has come. */
export const isMootSubject = (state: State, text: Text, subject: ProposalSubject, at: Instant): boolean => {
  if (!stagesFor(subject).includes(text.stage)) return true;
  if (subject.kind === 'principle') return isOvertaken(text, subject, at);
  if (subject.kind === 'page') return pageRefusal(state, text, subject.address) !== null;
  return subject.kind === 'rapporteur' && text.principle !== null;
};

/** What follows from a proposal that stands. */
export const carryOut = (
  state: Mutable<State>,
  text: Mutable<Text>,
  { what, number }: Mutable<Proposal>,
  on: Mark,
): void => {
  switch (what.kind) {
    case 'rapporteur':
      text.rapporteur = what.organisation;
      return;
    case 'weights':
      text.weights = new Map(what.weights.map(({ clause, weight }) => [clause, weight]));
      return;
    case 'principle':
      return takeInPrinciple(state, text, what, { kind: 'silence', text: text.number, proposal: number }, on);
    case 'languages':
      text.authentic = [...what.authentic];
      return;
    case 'rectification': {
      const before = rectified(text).find(({ id }) => id === what.clause)?.words ?? '';
      text.rectifications.push({ clause: what.clause, before, words: what.words, proposal: number, on });
      return;
    }
    case 'page':
      return placePage(state, text, what.address, on);
    default:
      return unreachable(what);
  }
};
