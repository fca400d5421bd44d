import { z } from 'zod';
import { type Mutable, mutable } from '../../base/brand.ts';
import { defineAct } from '../act.ts';
import { settleAmendment } from '../texts/agreement.ts';
import { conditionsRefusal, conditionsSchema, holdsOn } from '../texts/conditions.ts';
import { hookOf } from '../texts/live.ts';
import { saidInRoom } from './in-room.ts';
import { closeWhenUnanimous } from './outcome.ts';
import { type Refusal, beyond } from '../law/refusal.ts';
import { type Condition, type Position, type Target, targetKey, targetSchema } from '../texts/position-state.ts';
import type { State } from '../state.ts';
import type { Text } from '../texts/state.ts';
import { weigh } from '../texts/voices.ts';
import { notOpenRefusal, present, revisionRefusal, textAt, textOf } from '../texts/texts.ts';
import { numberSchema, prose } from '../../base/schema.ts';
import { itsText } from '../law/resource.ts';

/** Article 6.2: positions on wording. */

interface Taken {
  readonly on: Target;
  readonly stand: Position['stand'];
  readonly reason: string | null;
  readonly conditions: readonly Condition[];
}

/** Refused where the text has no such clause or no such open amendment. */
export const targetRefusal = (text: Text, on: Target): Refusal | null => {
  if (on.kind === 'clause' && !present(text).clauses.some((clause) => clause.id === on.clause)) {
    return { article: '6.2', kind: 'unknown', thing: 'clause', ref: on.clause };
  }
  return on.kind === 'amendment' ? notOpenRefusal(text, on.amendment, '6.2') : null;
};

/** Refused as {@link targetRefusal} does, but for letting go of conditions on an amendment that is settled: they hold until then ({@link holdsOn}). */
const standRefusal = (text: Text, by: Position['by'], { on, stand, conditions }: Taken): Refusal | null => {
  const refusal = targetRefusal(text, on);
  if (refusal === null || on.kind !== 'amendment' || !holdsOn(text, on.amendment)) return refusal;
  const held = (positionOn(text, on, by)?.conditions ?? []).map((condition) => JSON.stringify(condition));
  const isConsent = stand === null || stand === 'support' || stand === 'accept';
  const letsGo = conditions.length < held.length && conditions.every((one) => held.includes(JSON.stringify(one)));
  return isConsent && letsGo ? null : refusal;
};

/** Where the organisation stands now on this target, if it has said. */
export const positionOn = (text: Text, on: Target, by: Position['by']): Position | undefined =>
  text.standing.get(targetKey(on))?.get(by);

const sameConditions = (a: readonly Condition[], b: readonly Condition[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** What one organisation says in one act. */
type Said = readonly Taken[];

/** Refused where more consents to amendments would hang on what one of these hangs on than may: each is looked at anew when that changes. */
const crowdedRefusal = (text: Text, by: Position['by'], said: Said): Refusal | null => {
  const onAmendments = said.flatMap(({ on, conditions }) =>
    on.kind === 'amendment' ? [{ on, hooks: new Set(conditions.map(hookOf)) }] : [],
  );
  const anew = new Set(onAmendments.map(({ on }) => on.amendment));
  const here = new Map<string, number>();
  for (const { on, hooks } of onAmendments)
    for (const hook of hooks) {
      const own = here.get(hook) ?? heldElsewhere(text, by, hook, anew);
      here.set(hook, own + 1);
      const refusal =
        beyond('6.2', 'conditions', own + 1 + heldByOthers(text, by, hook)) ?? beyond('6.2', 'own-conditions', own + 1);
      if (refusal !== null) return { ...refusal, on };
    }
  return null;
};

/** How many consents hang on this, of those whose maker and amendment it may be. */
const hangingOn = (text: Text, hook: string, counts: (by: Position['by'], amendment: number) => boolean): number => {
  let count = 0;
  for (const number of text.live.hanging.get(hook)?.keys() ?? []) {
    const voices = text.live.voices.get(number);
    for (const id of voices?.conditional ?? [])
      if (counts(id, number) && voices?.of.get(id)?.conditions.some((condition) => hookOf(condition) === hook) === true)
        count += 1;
  }
  return count;
};

const heldByOthers = (text: Text, by: Position['by'], hook: string): number => hangingOn(text, hook, (id) => id !== by);

/** Its own, on amendments of which it says nothing now. */
const heldElsewhere = (text: Text, by: Position['by'], hook: string, anew: ReadonlySet<number>): number =>
  hangingOn(text, hook, (id, amendment) => id === by && !anew.has(amendment));

/** Why one position cannot be taken, whatever else is said with it. */
const takenRefusal = (text: Text, by: Position['by'], said: Taken): Refusal | null => {
  const { on, stand, reason, conditions } = said;
  const refusal = standRefusal(text, by, said);
  if (refusal !== null) return refusal;
  if (stand === 'object' && reason === null) return { article: '6.2', kind: 'reason-needed' };
  const hanging = conditionsRefusal(text, present(text).clauses, on, stand, conditions);
  if (hanging !== null) return hanging;
  const now = positionOn(text, on, by);
  const same =
    now === undefined
      ? stand === null
      : now.stand === stand && now.reason === reason && sameConditions(now.conditions, conditions);
  return same ? { article: '6.2', kind: 'already', what: 'same-position' } : null;
};

/** Something is said of the same thing twice. */
const repeatedIn = (said: Said): Taken | undefined => {
  const known = new Set<string>();
  return said.find(({ on }) => known.size === known.add(targetKey(on)).size);
};

const sayIt = (state: Mutable<State>, text: Mutable<Text>, position: Position): void => {
  const { by, on, stand } = position;
  text.positions.push(mutable(position));
  const key = targetKey(on);
  const held = text.standing.get(key) ?? new Map<Position['by'], Mutable<Position>>();
  if (stand === null) held.delete(by);
  else held.set(by, mutable(position));
  text.standing.set(key, held);
  const amendment = on.kind === 'amendment' ? text.amendments[on.amendment - 1] : undefined;
  if (amendment === undefined) return;
  amendment.lapsed = amendment.lapsed.filter((id) => id !== by);
  weigh(state, text, amendment.number, by);
};

/**
 * An organisation's stands on the present wording of clauses, on amendments, or on the whole: one or many, said at once and refused as a whole. In the stage of decision the stand
 * on the whole is its answer. They may change at any time and every change is kept. An objection needs a reason.
 */
export const take = defineAct({
  kind: 'positions.take',
  article: '6.2',
  strength: 'binding',
  from: ['participant'],
  matter: 'position',
  subjects: itsText,
  limits: ['positions-at-once', 'conditions', 'own-conditions'],
  body: z
    .strictObject({
      text: numberSchema,
      /** The revision that they speak of, which must be the present one. */
      revision: numberSchema,
      positions: z
        .array(
          z
            .strictObject({
              on: targetSchema,
              /** `null` takes an earlier position back. */
              stand: z.enum(['support', 'accept', 'stand-aside', 'object']).nullable(),
              reason: prose(4000).nullable(),
              /** What the consent depends on. */
              conditions: conditionsSchema,
            })
            .readonly(),
        )
        .min(1)
        .max(400)
        .readonly(),
    })
    .readonly(),
  judge: (state, { by: { organisation: by }, body }, at) => {
    const found = textAt(state, body.text, '6.2', 'negotiation', 'decision');
    if (!found.ok) return found.error;
    const text = found.value;
    if (text.decision !== null && at >= text.decision.deadline) {
      return { article: '6.1', kind: 'deadline-passed', deadline: text.decision.deadline };
    }
    const { positions } = body;
    const refusal =
      saidInRoom(text.decision, by) ??
      revisionRefusal(text, body.revision) ??
      beyond('6.2', 'positions-at-once', positions.length);
    if (refusal !== null) return refusal;
    const repeated = repeatedIn(positions);
    if (repeated !== undefined)
      return { article: '6.2', kind: 'bad-field', field: 'positions', why: 'repeated', on: repeated.on };
    for (const one of positions) {
      const refused = takenRefusal(text, by, one);
      if (refused !== null) return { ...refused, on: one.on };
    }
    return crowdedRefusal(text, by, positions);
  },
  apply: (state, { by: { organisation: by }, body }, mark) => {
    const text = textOf(state, body.text);
    for (const one of body.positions) sayIt(state, text, { ...one, by, revision: body.revision, mark });
    for (const { on } of body.positions) if (on.kind === 'amendment') settleAmendment(state, text, on.amendment, mark);
    closeWhenUnanimous(state, text, mark);
  },
  example: {
    text: 1,
    revision: 1,
    positions: [
      {
        on: { kind: 'clause', clause: 'data' },
        stand: 'object',
        reason: 'Not all of it may be published under our law.',
        conditions: [],
      },
      { on: { kind: 'whole' }, stand: 'stand-aside', reason: null, conditions: [] },
    ],
  },
});
