import type { Step } from './spec.ts';
import { act, acting, whole } from './acts.ts';
import type { ProposalSubject } from '../texts/negotiation-state.ts';
import type { Target } from '../texts/position-state.ts';

/** Acts of negotiation in tests, with everything that a test does not speak of as it should be. */

/** Several amendments at once. */
export const amendAll = (by: string, amendments: readonly Readonly<Record<string, unknown>>[], text = 1): Step =>
  acting('amendments.propose', by, ({ state }) => ({
    text,
    revision: state.texts[text - 1]?.revisions.length ?? 1,
    amendments: amendments.map((amendment) => ({ reason: 'Clearer so.', to: null, credit: null, ...amendment })),
  }));

export const onAmendmentAct = (
  kind: 'amendment.join' | 'amendment.withdraw' | 'amendment.take-over',
  by: string,
  amendment = 1,
  text = 1,
): Step => act(kind, by, { text, amendment });

/** Renews an amendment over the present revision. */
export const renewAmendment = (by: string, amendment = 1, text = 1): Step =>
  acting('amendment.renew', by, ({ state }) => ({
    text,
    revision: state.texts[text - 1]?.revisions.length ?? 1,
    amendment,
  }));

/** Objects to the present revision, or (`kind`) takes that back. */
export const contest = (
  by: string,
  {
    text = 1,
    kind = 'revision.object',
  }: { readonly text?: number; readonly kind?: 'revision.object' | 'revision.withdraw-objection' } = {},
): Step =>
  acting(kind, by, ({ state }) => ({
    text,
    revision: state.texts[text - 1]?.revisions.length ?? 1,
    ...(kind === 'revision.object' ? { reasons: 'It leaves out what we agreed.' } : {}),
  }));

export const debate = (by: string, on: Target = whole, { text = 1, quote = null as string | null } = {}): Step =>
  acting('debate.open', by, ({ state }) => ({
    text,
    revision: state.texts[text - 1]?.revisions.length ?? 1,
    on,
    quote,
    words: 'What do we mean here?',
    language: null,
  }));

export const suggest = (by: string, what: ProposalSubject, text = 1): Step =>
  act('proposal.make', by, { text, what, reason: 'It serves us all.' });

export const translate = (
  by: string,
  words: Readonly<Record<string, string>>,
  { text = 1, language = 'el' } = {},
): Step =>
  acting('translation.publish', by, ({ state }) => ({
    text,
    revision: state.texts[text - 1]?.revisions.length ?? 1,
    language,
    title: 'Ένα κείμενο',
    clauses: Object.entries(words).map(([clause, rendered]) => ({ clause, words: rendered })),
  }));

export const checkWords = (by: string, clauses: readonly string[], { text = 1, language = 'el' } = {}): Step =>
  acting('translation.check', by, ({ state }) => ({
    text,
    revision: state.texts[text - 1]?.revisions.length ?? 1,
    language,
    clauses,
  }));
