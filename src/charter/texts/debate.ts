import { z } from 'zod';
import { type OrganisationId, languageSchema } from '../../base/ids.ts';
import { ok, err, type Result } from '../../base/result.ts';
import type { Change } from '../../text/change.ts';
import { defineAct } from '../act.ts';
import { isParticipant } from '../members/organisations.ts';
import type { Refusal } from '../law/refusal.ts';
import type { State } from '../state.ts';
import type { Thread } from './negotiation-state.ts';
import { type Target, targetSchema } from './position-state.ts';
import type { Text } from './state.ts';
import { present, revisionRefusal, textAt, textOf } from './texts.ts';
import { numberSchema, prose } from '../../base/schema.ts';
import { itsText } from '../law/resource.ts';

/** Article 6.2: every point of friction is debated among equals. */

const post = {
  words: prose(8000),
  /** The language it is written in; `null` where that goes without saying. */
  language: languageSchema.nullable(),
} as const;

/** The words that a thread on this target may quote; `null`: there is no such clause or amendment. */
const quotable = (text: Text, on: Target): string | null => {
  const { title, clauses } = present(text);
  if (on.kind === 'whole') return [title, ...clauses.map(({ words }) => words)].join('\n');
  if (on.kind === 'clause') return clauses.find(({ id }) => id === on.clause)?.words ?? null;
  return text.amendments[on.amendment - 1]?.current.map(wordsOf).join('\n') ?? null;
};

const wordsOf = (change: Change): string => {
  switch (change.kind) {
    case 'replace':
    case 'join':
      return change.words;
    case 'split':
      return [change.words, ...change.into.map(({ words }) => words)].join('\n');
    case 'add':
      return change.clause.words;
    case 'delete':
    case 'move':
      return '';
  }
};

/** A participant begins a thread of debate on the text, a clause or an amendment, with words of it or without. */
export const openThread = defineAct({
  kind: 'debate.open',
  article: '6.2',
  strength: 'ordinary',
  from: ['participant'],
  matter: 'debate',
  subjects: itsText,
  body: z
    .strictObject({
      text: numberSchema,
      /** The revision it speaks of, which must be the present one. */
      revision: numberSchema,
      on: targetSchema,
      quote: prose(2000).nullable(),
      ...post,
    })
    .readonly(),
  judge: (state, { body }) => {
    const found = textAt(state, body.text, '6.2', 'negotiation', 'decision');
    if (!found.ok) return found.error;
    const text = found.value;
    const refusal = revisionRefusal(text, body.revision);
    if (refusal !== null) return refusal;
    const words = quotable(text, body.on);
    if (words === null) return missing(body.on);
    return body.quote === null || words.includes(body.quote)
      ? null
      : { article: '6.2', kind: 'bad-field', field: 'quote', why: 'not-in-the-text' };
  },
  apply: (state, { by, body }, on) => {
    const { threads } = textOf(state, body.text);
    const { quote, revision, words, language } = body;
    threads.push({
      number: threads.length + 1,
      on: body.on,
      by: by.organisation,
      quote,
      revision,
      posts: [{ by: by.organisation, words, language, mark: on }],
      resolved: null,
    });
  },
  example: {
    text: 1,
    revision: 1,
    on: { kind: 'clause', clause: 'data' },
    quote: 'what it measures',
    words: 'Does this include what others measure for it?',
    language: 'en',
  },
});

const missing = (on: Target): Refusal =>
  on.kind === 'amendment'
    ? { article: '6.2', kind: 'unknown', thing: 'amendment', ref: `${on.amendment}` }
    : { article: '6.2', kind: 'unknown', thing: 'clause', ref: on.kind === 'clause' ? on.clause : '' };

/** The thread, or why nothing can be said in it: unknown, or resolved. */
const openThreadAt = (state: State, number: number, ref: number): Result<Thread, Refusal> => {
  const found = textAt(state, number, '6.2', 'negotiation', 'decision');
  if (!found.ok) return found;
  const thread = found.value.threads[ref - 1];
  if (thread === undefined) return err({ article: '6.2', kind: 'unknown', thing: 'thread', ref: `${ref}` });
  return thread.resolved === null ? ok(thread) : err({ article: '6.2', kind: 'already', what: 'resolved' });
};

const inThread = z.strictObject({ text: numberSchema, thread: numberSchema });

export const reply = defineAct({
  kind: 'debate.reply',
  article: '6.2',
  strength: 'ordinary',
  from: ['participant'],
  matter: 'debate',
  subjects: itsText,
  body: inThread.extend(post).readonly(),
  judge: (state, { body }) => {
    const found = openThreadAt(state, body.text, body.thread);
    return found.ok ? null : found.error;
  },
  apply: (state, { by, body }, on) => {
    const { words, language } = body;
    textOf(state, body.text).threads[body.thread - 1]?.posts.push({ by: by.organisation, words, language, mark: on });
  },
  example: { text: 1, thread: 1, words: 'We read it so.', language: null },
});

/** Who may say that a thread is resolved: its starter; once that organisation has left, anyone. */
export const mayResolve = (state: State, thread: Thread, by: OrganisationId): boolean =>
  thread.by === by || !isParticipant(state, thread.by);

export const resolveThread = defineAct({
  kind: 'debate.resolve',
  article: '6.2',
  strength: 'ordinary',
  from: ['participant'],
  matter: 'debate',
  subjects: itsText,
  body: inThread.readonly(),
  judge: (state, { by, body }) => {
    const found = openThreadAt(state, body.text, body.thread);
    if (!found.ok) return found.error;
    const thread = found.value;
    return mayResolve(state, thread, by.organisation) ? null : { article: '6.2', kind: 'not-yours', owner: thread.by };
  },
  apply: (state, { body }, on) => {
    const thread = textOf(state, body.text).threads[body.thread - 1];
    if (thread !== undefined) thread.resolved = on;
  },
  example: { text: 1, thread: 1 },
});
