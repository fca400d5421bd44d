import { z } from 'zod';
import { type Mutable, mutable } from '../../base/brand.ts';
import { organisationIdSchema } from '../../base/ids.ts';
import { defineAct } from '../act.ts';
import { settleAmendment } from '../texts/agreement.ts';
import { conditionsRefusal, conditionsSchema, holdsOn } from '../texts/conditions.ts';
import { EXAMPLE } from '../law/example-words.ts';
import { hookOf } from '../texts/live.ts';
import { isParticipant } from '../members/organisations.ts';
import { saidInRoom } from './in-room.ts';
import { closeWhenUnanimous } from './outcome.ts';
import { type Refusal, beyond } from '../law/refusal.ts';
import { type Condition, type Position, type Target, targetKey, targetSchema } from '../texts/position-state.ts';
import type { Text } from '../texts/state.ts';
import { weigh } from '../texts/voices.ts';
import { notOpenRefusal, present, revisionRefusal, textAt, textOf } from '../texts/texts.ts';
import { instantSchema, numberSchema, prose } from '../../base/schema.ts';
import { itsText } from '../law/resource.ts';

/** Chapter 6: positions on wording, and the work that is owed on every point of friction. */

interface Taken {
  readonly on: Target;
  readonly stand: Position['stand'];
  readonly conditions?: readonly Condition[] | undefined;
}

/** Refused where the text has no such clause or no such open amendment. */
const targetRefusal = (text: Text, on: Target): Refusal | null => {
  if (on.kind === 'clause' && !present(text).clauses.some((clause) => clause.id === on.clause)) {
    return { article: '6.2', kind: 'unknown', thing: 'clause', ref: on.clause };
  }
  return on.kind === 'amendment' ? notOpenRefusal(text, on.amendment, '6.2') : null;
};

/** Refused as {@link targetRefusal} does, but for letting go of conditions on an amendment that is settled: they hold until then ({@link holdsOn}). */
const standRefusal = (text: Text, by: Position['by'], { on, stand, conditions = [] }: Taken): Refusal | null => {
  const refusal = targetRefusal(text, on);
  if (refusal === null || on.kind !== 'amendment' || !holdsOn(text, on.amendment)) return refusal;
  const held = (positionOn(text, on, by)?.conditions ?? []).map((condition) => JSON.stringify(condition));
  const isConsent = stand === null || stand === 'support' || stand === 'accept';
  const letsGo = conditions.length < held.length && conditions.every((one) => held.includes(JSON.stringify(one)));
  return isConsent && letsGo ? null : refusal;
};

/** Refused where it cannot be a point of friction. */
const pointRefusal = (text: Text, on: Target): Refusal | null => {
  const amendment = on.kind === 'amendment' ? text.amendments[on.amendment - 1] : undefined;
  if (amendment === undefined) return targetRefusal(text, on);
  const { number, fate } = amendment;
  return holdsOn(text, number) ? null : { article: '6.2', kind: 'amendment-is', amendment: number, fate: fate.kind };
};

/** Where the organisation stands now on this target, if it has said. */
export const positionOn = (text: Text, on: Target, by: Position['by']): Position | undefined =>
  text.standing.get(targetKey(on))?.get(by);

const sameConditions = (a: readonly Condition[], b: readonly Condition[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** Refused where as many consents to amendments hang already on what these conditions hang on as may: each is looked at anew when that changes. */
const crowdedRefusal = (
  text: Text,
  by: Position['by'],
  on: Target,
  conditions: readonly Condition[],
): Refusal | null => {
  if (on.kind !== 'amendment') return null;
  for (const hook of new Set(conditions.map(hookOf))) {
    let [count, own] = [1, 1];
    for (const number of text.live.hanging.get(hook)?.keys() ?? []) {
      const voices = text.live.voices.get(number);
      for (const id of voices?.conditional ?? []) {
        const hangs = voices?.of.get(id)?.conditions.some((condition) => hookOf(condition) === hook) === true;
        if (!hangs || (id === by && number === on.amendment)) continue;
        count += 1;
        if (id === by) own += 1;
      }
    }
    const refusal = beyond('6.2', 'conditions', count) ?? beyond('6.2', 'own-conditions', own);
    if (refusal !== null) return refusal;
  }
  return null;
};

/**
 * An organisation's stand on the present wording of a clause, on an amendment, or on the whole. In the stage of decision the stand on the whole is its answer. It may change at
 * any time and every change is kept. An objection needs a reason.
 */
export const take = defineAct({
  kind: 'position.take',
  article: '6.2',
  strength: 'binding',
  from: ['participant'],
  matter: 'position',
  subjects: itsText,
  limits: ['conditions', 'own-conditions'],
  body: z
    .strictObject({
      text: numberSchema,
      /** The revision it speaks of, which must be the present one. */
      revision: numberSchema,
      on: targetSchema,
      /** `null` takes an earlier position back. */
      stand: z.enum(['support', 'accept', 'stand-aside', 'object']).nullable(),
      reason: prose(4000).nullable(),
      /** What the consent depends on. */
      conditions: conditionsSchema,
    })
    .readonly(),
  judge: (state, { by, body }, at) => {
    const found = textAt(state, body.text, '6.2', 'negotiation', 'decision');
    if (!found.ok) return found.error;
    const text = found.value;
    if (text.decision !== null && at >= text.decision.deadline) {
      return { article: '6.1', kind: 'deadline-passed', deadline: text.decision.deadline };
    }
    const refusal =
      saidInRoom(text.decision, by.organisation) ??
      revisionRefusal(text, body.revision) ??
      standRefusal(text, by.organisation, body);
    if (refusal !== null) return refusal;
    if (body.stand === 'object' && body.reason === null) return { article: '6.2', kind: 'reason-needed' };
    const { conditions } = body;
    const hanging = conditionsRefusal(text, present(text).clauses, body.on, body.stand, conditions);
    if (hanging !== null) return hanging;
    const crowded = crowdedRefusal(text, by.organisation, body.on, conditions);
    if (crowded !== null) return crowded;
    const now = positionOn(text, body.on, by.organisation);
    const same =
      now === undefined
        ? body.stand === null
        : now.stand === body.stand && now.reason === body.reason && sameConditions(now.conditions, conditions);
    return same ? { article: '6.2', kind: 'already', what: 'same-position' } : null;
  },
  apply: (state, { by, body }, on) => {
    const text = textOf(state, body.text);
    const position: Position = {
      by: by.organisation,
      on: body.on,
      stand: body.stand,
      reason: body.reason,
      conditions: body.conditions,
      revision: body.revision,
      mark: on,
    };
    text.positions.push(mutable(position));
    const key = targetKey(body.on);
    const held = text.standing.get(key) ?? new Map<Position['by'], Mutable<Position>>();
    if (body.stand === null) held.delete(by.organisation);
    else held.set(by.organisation, mutable(position));
    text.standing.set(key, held);
    const amendment = body.on.kind === 'amendment' ? text.amendments[body.on.amendment - 1] : undefined;
    if (amendment !== undefined) {
      amendment.lapsed = amendment.lapsed.filter((id) => id !== by.organisation);
      weigh(state, text, amendment.number, by.organisation);
      settleAmendment(state, text, amendment.number, on);
    }
    closeWhenUnanimous(state, text, on);
  },
  example: {
    text: 1,
    revision: 1,
    on: { kind: 'clause', clause: 'data' },
    stand: 'object',
    reason: 'Not all of it may be published under our law.',
    conditions: [],
  },
});

/** Records an attempt to resolve a point of friction: who met, what was tried, with what result. */
export const recordConsultation = defineAct({
  kind: 'consultation.record',
  article: '6.2',
  strength: 'ordinary',
  from: ['participant'],
  matter: 'consultation',
  subjects: itsText,
  body: z
    .strictObject({
      text: numberSchema,
      /** The point of friction: of amendments those that are settled, on which conditions hold. */
      on: targetSchema,
      /** Who met, the organisation that records it among them. */
      with: z.array(organisationIdSchema).min(2).max(200).readonly(),
      held: instantSchema,
      tried: prose(4000),
      result: prose(4000),
    })
    .readonly(),
  judge: (state, { by, body }, at) => {
    const found = textAt(state, body.text, '6.2', 'negotiation', 'decision');
    if (!found.ok) return found.error;
    const text = found.value;
    const refusal = pointRefusal(text, body.on);
    if (refusal !== null) return refusal;
    if (body.held > at) return { article: '6.2', kind: 'bad-field', field: 'held', why: 'in-the-future' };
    if (!body.with.includes(by.organisation))
      return { article: '6.2', kind: 'bad-field', field: 'with', why: 'without-yourself' };
    if (new Set(body.with).size < body.with.length)
      return { article: '6.2', kind: 'bad-field', field: 'with', why: 'repeated' };
    const stranger = body.with.find((id) => !isParticipant(state, id));
    return stranger === undefined ? null : { article: '6.2', kind: 'unknown', thing: 'organisation', ref: stranger };
  },
  apply: (state, { by, body }, on) => {
    const { consultations } = textOf(state, body.text);
    const { tried, result, held } = body;
    const number = consultations.length + 1;
    consultations.push({
      number,
      on: body.on,
      by: by.organisation,
      with: [...body.with],
      held,
      tried,
      result,
      mark: on,
    });
  },
  example: {
    text: 1,
    on: { kind: 'clause', clause: 'data' },
    with: ['diktyo-potamon', 'reka'],
    held: EXAMPLE.day,
    tried: 'An exception for what the law keeps closed.',
    result: 'Both can accept it.',
  },
});
