import type { Mutable } from '../../base/brand.ts';
import { z } from 'zod';
import { type ClauseId, clauseIdSchema } from '../../base/ids.ts';
import { err, unless, type Result } from '../../base/result.ts';
import { placesOf } from '../../text/apply-change.ts';
import type { Combined } from '../../text/merge.ts';
import { sameClauses } from '../../text/clause-form.ts';
import { type Clause, clauseSchema, lengthOf } from '../../text/clause.ts';
import { defineAct } from '../act.ts';
import { endPeriod, settleAmendments } from './agreement.ts';
import { revisionCrowdRefusal } from './amendment-limits.ts';
import { disagreeRefusal, disagreeWith, noDisagreementRefusal, withdrawDisagreement } from '../law/disagreement.ts';
import { overRevision, textWith } from './effect.ts';
import { EXAMPLE } from '../law/example-words.ts';
import { numbersOf, passAway } from './live.ts';
import { notTakenIn } from './taken-in.ts';
import { keepConditions } from './conditions.ts';
import { carryAmendments, dropOutdated, opposed } from './over-revisions.ts';
import { type Refusal, beyond } from '../law/refusal.ts';
import { termsSchema } from '../law/charter.ts';
import type { State } from '../state.ts';
import type { Revision, Text } from './state.ts';
import { present, rapporteurOf, revise, revisionRefusal, termsRefusal, textAt, textOf, titleSchema } from './texts.ts';
import { numberSchema, prose } from '../../base/schema.ts';
import { principleHolds, reviseRefusal } from './powers.ts';
import { itsText } from '../law/resource.ts';

/** Article 13.2: revisions, which the rapporteur proposes and anyone may object to. */

/** Clauses in order, each id once; a bare id is that clause as it stands in the revision before. */
const clausesOrIdsSchema = z
  .array(z.union([clauseIdSchema, clauseSchema]))
  .min(1)
  .max(400)
  .refine((list) => new Set(list.map(idOf)).size === list.length, { error: 'repeated-clause' })
  .readonly();

const idOf = (item: ClauseId | Clause): ClauseId => (typeof item === 'string' ? item : item.id);

/** The clauses that a revision lists, or the id that the one before does not have. */
export const listedClauses = (
  before: readonly Clause[],
  listed: readonly (ClauseId | Clause)[],
): readonly Clause[] | ClauseId => {
  const known = new Map(before.map((clause) => [clause.id, clause]));
  const out: Clause[] = [];
  for (const item of listed) {
    const clause = typeof item === 'string' ? known.get(item) : item;
    if (clause === undefined) return idOf(item);
    out.push(clause);
  }
  return out;
};

/** A new revision: all its clauses, and the amendments that it took in. Clauses that go on keep their ids. */
export const publishRevision = defineAct({
  kind: 'text.revise',
  article: '13.2',
  strength: 'binding',
  from: ['participant'],
  matter: 'text',
  subjects: itsText,
  limits: ['text-words', 'words-at-once'],
  body: z
    .strictObject({
      text: numberSchema,
      /** The revision that this one follows. */
      revision: numberSchema,
      title: titleSchema,
      clauses: clausesOrIdsSchema,
      charter: termsSchema.nullable(),
      tookIn: z.array(numberSchema).max(400).readonly(),
      note: prose(2000).nullable(),
    })
    .readonly(),
  judge: (state, act) => {
    const { body } = act;
    const found = textAt(state, body.text, '13.2', 'negotiation');
    if (!found.ok) return found.error;
    const text = found.value;
    const refusal =
      reviseRefusal(state, text, act.by.organisation) ??
      revisionRefusal(text, body.revision) ??
      termsRefusal(state, text.kind, body.charter);
    if (refusal !== null) return refusal;
    const clauses = listedClauses(present(text).clauses, body.clauses);
    if (typeof clauses === 'string')
      return { article: '13.2', kind: 'clause-order', clause: clauses, why: 'no-such-clause' };
    if (new Set(body.tookIn).size < body.tookIn.length)
      return { article: '13.2', kind: 'bad-field', field: 'tookIn', why: 'repeated' };
    const taken = takenRefusal(text, body.tookIn);
    if (taken !== null) return taken;
    if (body.tookIn.length === 0 && saysTheSame(present(text), { ...body, clauses }))
      return { article: '13.2', kind: 'clause-order', clause: null, why: 'changes-nothing' };
    const taking = textWith(text, body.tookIn);
    return (
      beyond('13.2', 'text-words', lengthOf(clauses)) ??
      revisionCrowdRefusal(text, taking.clauses, clauses) ??
      withoutTaken(text, body.tookIn, taking, clauses) ??
      againstAgreed(text, body.tookIn, clauses) ??
      beyondAgreed(text, { ...body, clauses }, taking)
    );
  },
  apply: (state, { by, body }, on) => {
    const text = textOf(state, body.text);
    const before = present(text);
    const { title, charter, tookIn, note } = body;
    const clauses = listedClauses(before.clauses, body.clauses);
    if (typeof clauses === 'string') throw new TypeError(`No clause ${clauses}`);
    const number = before.number + 1;
    const others = [...numbersOf(text), ...text.live.toRenew].filter((one) => !tookIn.includes(one));
    const carried = overRevision(text, tookIn, clauses, others);
    const against = opposed(text, tookIn);
    text.revisions.push(revise(number, { title, clauses, charter, tookIn, note, by: by.organisation }, on));
    for (const taken of tookIn) {
      const amendment = text.amendments[taken - 1];
      if (amendment === undefined) continue;
      endPeriod(state, amendment, text.number);
      amendment.fate = { kind: 'taken-in', revision: number };
      passAway(text, taken);
      keepConditions(text, taken);
    }
    dropOutdated(text, before.clauses, clauses);
    text.live.places = new Map(placesOf(clauses));
    carryAmendments(state, text, carried, against, on);
    settleAmendments(state, text, on);
  },
  example: {
    text: 1,
    revision: 1,
    title: 'On the waters that we share',
    clauses: EXAMPLE.clauses.slice(0, 2),
    charter: null,
    tookIn: [1],
    note: 'Takes in the first amendment.',
  },
});

const saysTheSame = (
  before: Pick<Revision, 'title' | 'clauses' | 'charter'>,
  now: Pick<Revision, 'title' | 'clauses' | 'charter'>,
): boolean =>
  before.title === now.title &&
  JSON.stringify(before.charter) === JSON.stringify(now.charter) &&
  sameClauses(before.clauses, now.clauses);

/** Only what is agreed goes in. */
const takenRefusal = (text: Text, tookIn: readonly number[]): Refusal | null => {
  for (const number of tookIn) {
    const fate = text.amendments[number - 1]?.fate.kind;
    if (fate !== 'open' && fate !== 'agreed')
      return { article: '13.2', kind: 'unknown', thing: 'amendment', ref: `${number}` };
    if (fate === 'open') return { article: '13.2', kind: 'not-agreed', amendment: number };
  }
  return null;
};

/** What a revision says it took in stands in it. */
const withoutTaken = (
  text: Text,
  tookIn: readonly number[],
  taking: Combined,
  clauses: readonly Clause[],
): Refusal | null => {
  const amendment = notTakenIn(text, tookIn, taking, clauses);
  return amendment === null ? null : { article: '13.2', kind: 'not-taken-in', amendment };
};

/** What is agreed goes into the text: a revision that leaves it out leaves its words and clauses as they are, too. */
const againstAgreed = (text: Text, tookIn: readonly number[], clauses: readonly Clause[]): Refusal | null => {
  const left = numbersOf(text).filter(
    (number) => text.amendments[number - 1]?.fate.kind === 'agreed' && !tookIn.includes(number),
  );
  for (const [amendment, one] of overRevision(text, tookIn, clauses, left))
    if (one.kind === 'contested' || (one.kind === 'ended' && one.why !== 'done'))
      return { article: '13.2', kind: 'against-agreed', amendment };
  return null;
};

/** What all took in principle is completed by what all approve: nothing else goes in, and nothing goes out, whoever writes. */
const beyondAgreed = (
  text: Text,
  revision: Pick<Revision, 'title' | 'clauses' | 'charter'>,
  taking: Combined,
): Refusal | null =>
  text.principle === null || saysTheSame({ ...present(text), clauses: taking.clauses }, revision)
    ? null
    : { article: '13.3', kind: 'beyond-agreed' };

const objection = z.strictObject({ text: numberSchema, revision: numberSchema });

/** The text whose present revision is `revision`, or why it cannot be objected to. The first is a draft and reflects nothing agreed. */
const contestable = (state: State, { text: number, revision }: z.infer<typeof objection>): Result<Text, Refusal> => {
  const found = textAt(state, number, '13.2', 'negotiation');
  if (!found.ok) return found;
  // It holds what was agreed and nothing else: there is nothing to find missing.
  const all = principleHolds(found.value);
  if (all !== null) return err(all);
  if (revision === 1) return err({ article: '13.2', kind: 'bad-field', field: 'revision', why: 'first' });
  return unless(revisionRefusal(found.value, revision), found.value);
};

/** Objections to a text's present revision, as disagreements with it. */
const objectionsOf = (text: Text) => ({ disagreements: present(text).objections });
const objectionsIn = (text: Mutable<Text>) => ({ disagreements: text.revisions.at(-1)?.objections ?? [] });

/** A participant finds that the present revision does not reflect what was agreed. While it stands, nothing is put to decision. */
export const objectToRevision = defineAct({
  kind: 'revision.object',
  article: '13.2',
  strength: 'binding',
  from: ['participant'],
  matter: 'text',
  subjects: itsText,
  limits: ['disagreements'],
  body: objection.extend({ reasons: prose(4000) }).readonly(),
  judge: (state, { by, body }) => {
    const found = contestable(state, body);
    if (!found.ok) return found.error;
    const text = found.value;
    if (rapporteurOf(state, text) === by.organisation && present(text).by === by.organisation)
      return { article: '13.2', kind: 'own-matter' };
    return disagreeRefusal(objectionsOf(text), by.organisation, '13.2');
  },
  apply: (state, { by, body }, on) => {
    disagreeWith(objectionsIn(textOf(state, body.text)), by.organisation, body.reasons, on);
  },
  example: { text: 1, revision: 2, reasons: 'The second point leaves out what we agreed in March.' },
});

export const withdrawRevisionObjection = defineAct({
  kind: 'revision.withdraw-objection',
  article: '13.2',
  strength: 'binding',
  from: ['participant'],
  matter: 'text',
  subjects: itsText,
  body: objection.readonly(),
  judge: (state, { by, body }) => {
    const found = contestable(state, body);
    return found.ok
      ? noDisagreementRefusal(objectionsOf(found.value), by.organisation, '13.2', body.revision)
      : found.error;
  },
  apply: (state, { by, body }, on) => {
    withdrawDisagreement(objectionsIn(textOf(state, body.text)), by.organisation, on);
  },
  example: { text: 1, revision: 2 },
});
