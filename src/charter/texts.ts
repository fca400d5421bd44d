import { z } from 'zod';
import { type Draft, draft } from '../base/brand.ts';
import type { OrganisationId } from '../base/ids.ts';
import { line, prose } from '../base/schema.ts';
import { applyChange } from '../text/apply-change.ts';
import { type Clause, clausesSchema, sameClause } from '../text/clause.ts';
import { type Act, defineAct } from './act.ts';
import type { Article } from './articles.ts';
import { versionHash } from './charter.ts';
import { isParticipant } from './organisations.ts';
import type { Refusal } from './refusal.ts';
import { type Rules, rulesSchema } from './rules.ts';
import { type Mark, type Revision, type Stage, type State, type Text, targetKey } from './state.ts';

/** Chapters 6 and 13.2: texts, and the revisions their proposer publishes. */

export const numberSchema = z.int().min(1).max(1_000_000);

const titleSchema = line(300);

/** The rules come with a charter, and with nothing else. */
const rulesRefusal = (kind: Text['kind'], rules: Rules | null): Refusal | null =>
  (kind === 'charter') === (rules !== null) ? null : { article: '5.4', kind: 'rules-with-charter-only' };

/** The text, or why an act under this article is refused: unknown, or not at one of these stages. */
export const textAt = (state: State, number: number, article: Article, ...stages: readonly Stage[]): Text | Refusal => {
  const text = state.texts[number - 1];
  if (text === undefined) return { article, kind: 'unknown', thing: 'text', ref: `${number}` };
  return stages.includes(text.stage) ? text : { article, kind: 'wrong-stage', stage: text.stage };
};

/** The text, which the rules have shown to be there. */
export const textOf = (state: Draft<State>, number: number): Draft<Text> => {
  const text = state.texts[number - 1];
  if (text === undefined) throw new TypeError(`No text ${number}`);
  return text;
};

/** The latest revision; every text has at least one. */
export const present = (text: Text): Revision => {
  const last = text.revisions.at(-1);
  if (last === undefined) throw new TypeError('A text without a revision');
  return last;
};

const revise = (
  number: number,
  fields: {
    readonly title: string;
    readonly clauses: readonly Clause[];
    readonly rules: Rules | null;
    readonly tookIn: readonly number[];
    readonly note: string | null;
  },
  on: Mark,
): Draft<Revision> => {
  const { title, clauses, rules } = fields;
  return draft({ number, ...fields, hash: versionHash({ title, clauses, ...(rules === null ? {} : { rules }) }), on });
};

export const table = defineAct({
  kind: 'text.table',
  article: '13.2',
  strength: 'binding',
  from: ['participant'],
  body: z
    .strictObject({
      kind: z.enum(['resolution', 'charter']),
      title: titleSchema,
      clauses: clausesSchema,
      /** With a charter, its rules; else `null`. */
      rules: rulesSchema.nullable(),
    })
    .readonly(),
  judge: (_state, { body }) => rulesRefusal(body.kind, body.rules),
  apply: (state, { by, body }, on) => {
    const { kind, title, clauses, rules } = body;
    state.texts.push({
      number: state.texts.length + 1,
      kind,
      by: by.organisation,
      tabled: on,
      cosponsors: [],
      stage: 'negotiation' as const,
      revisions: [revise(1, { title, clauses, rules, tookIn: [], note: null }, on)],
      amendments: [],
      positions: [],
      standing: new Map(),
      consultations: [],
      decision: null,
      signatures: new Map(),
    });
  },
});

const onlyText = z.strictObject({ text: numberSchema }).readonly();

export const cosponsor = defineAct({
  kind: 'text.cosponsor',
  article: '13.2',
  strength: 'binding',
  from: ['participant'],
  body: onlyText,
  judge: (state, { by, body }) => {
    const text = textAt(state, body.text, '13.2', 'negotiation', 'decision');
    if ('article' in text) return text;
    const already = text.by === by.organisation || text.cosponsors.includes(by.organisation);
    return already ? { article: '13.2', kind: 'already', what: 'co-sponsor' } : null;
  },
  apply: (state, { by, body }) => {
    textOf(state, body.text).cosponsors.push(by.organisation);
  },
});

/**
 * Whose text it is: the one who tabled it may revise, withdraw and put it to decision. When that organisation has left, the
 * first co-sponsor still taking part stands in its place.
 */
export const ownerOf = (state: State, text: Text): OrganisationId =>
  [text.by, ...text.cosponsors].find((id) => isParticipant(state, id)) ?? text.by;

export const ownerOnly = (state: State, text: Text, act: Act): Refusal | null => {
  const owner = ownerOf(state, text);
  return owner === act.by.organisation ? null : { article: '13.2', kind: 'not-yours', owner };
};

/** Refused where the act speaks of a revision that is no longer the present one: somebody was quicker. */
export const revisionRefusal = (text: Text, revision: number): Refusal | null =>
  revision === text.revisions.length
    ? null
    : { article: '13.2', kind: 'superseded', field: 'revision', current: text.revisions.length };

/** A new revision: all its clauses, and the amendments that it took in. Clauses that go on keep their ids. */
export const publishRevision = defineAct({
  kind: 'text.revise',
  article: '13.2',
  strength: 'binding',
  from: ['participant'],
  body: z
    .strictObject({
      text: numberSchema,
      /** The revision that this one follows. */
      revision: numberSchema,
      title: titleSchema,
      clauses: clausesSchema,
      rules: rulesSchema.nullable(),
      tookIn: z.array(numberSchema).max(400).readonly(),
      note: prose(2000).nullable(),
    })
    .readonly(),
  judge: (state, act) => {
    const { body } = act;
    const text = textAt(state, body.text, '13.2', 'negotiation');
    if ('article' in text) return text;
    const refusal =
      ownerOnly(state, text, act) ?? revisionRefusal(text, body.revision) ?? rulesRefusal(text.kind, body.rules);
    if (refusal !== null) return refusal;
    const closed = body.tookIn.find((number) => text.amendments[number - 1]?.fate.kind !== 'open');
    if (closed !== undefined) return { article: '13.2', kind: 'unknown', thing: 'amendment', ref: `${closed}` };
    if (new Set(body.tookIn).size < body.tookIn.length)
      return { article: '13.2', kind: 'bad-field', field: 'tookIn', why: 'repeated' };
    const { title, clauses, rules } = body;
    const same = versionHash({ title, clauses, ...(rules === null ? {} : { rules }) }) === present(text).hash;
    return same ? { article: '13.2', kind: 'clause-order', clause: null, why: 'changes-nothing' } : null;
  },
  apply: (state, { body }, on) => {
    const text = textOf(state, body.text);
    const before = present(text);
    const { title, clauses, rules, tookIn, note } = body;
    text.revisions.push(revise(before.number + 1, { title, clauses, rules, tookIn, note }, on));
    for (const number of tookIn) {
      const amendment = text.amendments[number - 1];
      if (amendment !== undefined) amendment.fate = { kind: 'taken-in', revision: before.number + 1 };
    }
    dropOutdated(text, before.clauses, clauses, on);
  },
});

/** Positions on wording that is no more lapse, and amendments that fit no longer fall: their clause is gone, or already so. */
const dropOutdated = (text: Draft<Text>, before: readonly Clause[], after: readonly Clause[], on: Mark): void => {
  const kept = new Map(after.map((clause) => [clause.id, clause]));
  text.standing.delete(targetKey({ kind: 'whole' }));
  for (const clause of before) {
    const now = kept.get(clause.id);
    if (now === undefined || !sameClause(clause, now))
      text.standing.delete(targetKey({ kind: 'clause', clause: clause.id }));
  }
  for (const amendment of text.amendments) {
    const orphan = amendment.fate.kind === 'open' && !applyChange(after, amendment.change).ok;
    if (orphan) amendment.fate = { kind: 'fallen', on };
    if (amendment.fate.kind !== 'open')
      text.standing.delete(targetKey({ kind: 'amendment', amendment: amendment.number }));
  }
};

export const withdrawText = defineAct({
  kind: 'text.withdraw',
  article: '13.2',
  strength: 'binding',
  from: ['participant'],
  body: onlyText,
  judge: (state, act) => {
    const text = textAt(state, act.body.text, '13.2', 'negotiation');
    return 'article' in text ? text : ownerOnly(state, text, act);
  },
  apply: (state, { body }) => {
    textOf(state, body.text).stage = 'withdrawn';
  },
});
