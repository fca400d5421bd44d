import { z } from 'zod';
import { organisationIdSchema } from '../../base/ids.ts';
import { instantSchema, numberSchema, prose } from '../../base/schema.ts';
import { defineAct } from '../act.ts';
import { EXAMPLE } from '../law/example-words.ts';
import type { Refusal } from '../law/refusal.ts';
import { itsText } from '../law/resource.ts';
import { isParticipant } from '../members/organisations.ts';
import { holdsOn } from '../texts/conditions.ts';
import { type Target, targetSchema } from '../texts/position-state.ts';
import type { Text } from '../texts/state.ts';
import { textAt, textOf } from '../texts/texts.ts';
import { targetRefusal } from './positions.ts';

/** Article 6.2: the work that is owed on every point of friction. */

/** Refused where it cannot be a point of friction. */
const pointRefusal = (text: Text, on: Target): Refusal | null => {
  const amendment = on.kind === 'amendment' ? text.amendments[on.amendment - 1] : undefined;
  if (amendment === undefined) return targetRefusal(text, on);
  const { number, fate } = amendment;
  return holdsOn(text, number) ? null : { article: '6.2', kind: 'amendment-is', amendment: number, fate: fate.kind };
};

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
