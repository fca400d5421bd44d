import { type Position, type Stand, type Target, targetKey } from '../../../charter/texts/position-state.ts';
import { MOST } from '../../../charter/law/limits.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import { withInitial } from '../../act/change-fields.ts';
import type { Fields } from '../../kit/fields.ts';
import type { FormProblem } from '../../kit/problem.ts';
import { conditionValues, readConditions } from './condition-fields.ts';
import { targetIn } from './text-target.ts';

/** What an organisation answers on a form, on one thing or on many: the fields of each are named by what it is about. */

export const standName = (on: Target): string => `stand-${targetKey(on)}`;

export const reasonName = (on: Target): string => `reason-${targetKey(on)}`;

/** The button that asks for the conditions of one answer, with all that was said so far. */
export const conditionsStep = (on: Target): string => `conditions:${targetKey(on)}`;

/** All that a position may be taken on: the clauses in their order, then the open amendments, then the whole; once that is what is asked, it goes first. */
export const answerable = (text: Text): readonly Target[] =>
  text.stage === 'decision' ? [whole, ...parts(text)] : [...parts(text), whole];

const whole: Target = { kind: 'whole' };

const parts = (text: Text): readonly Target[] => [
  ...present(text)
    .clauses.filter(({ kind }) => kind !== 'heading')
    .map(({ id }): Target => ({ kind: 'clause', clause: id })),
  ...text.live.numbers
    .filter((number) => text.amendments[number - 1]?.fate.kind === 'open')
    .map((number): Target => ({ kind: 'amendment', amendment: number })),
];

/** What a form asks about: what its address or its fields name, or else everything. `null`: one of them is not there. */
export const askedIn = (text: Text, fields: Fields): readonly Target[] | null => {
  const named = fields.all('on');
  if (named.length > 1) {
    const known = new Map(answerable(text).map((on) => [targetKey(on), on]));
    const found = named.flatMap((key) => known.get(key) ?? []);
    return found.length === 0 ? null : found;
  }
  if (named.length === 0 && !fields.has('clause') && !fields.has('amendment'))
    return answerable(text).slice(0, MOST['positions-at-once']);
  const one = targetIn(text, fields);
  return one === null ? null : [one];
};

/** The fields with what the organisation holds now where nothing was said anew. */
export const withHeld = (fields: Fields, asked: readonly Target[], held: HeldOn): Fields =>
  withInitial(
    fields,
    Object.fromEntries(
      asked.flatMap((on) => {
        const own = held(on);
        const key = targetKey(on);
        return [
          [standName(on), own?.stand ?? []],
          [reasonName(on), own?.reason ?? []],
          ...Object.entries(conditionValues(key, own?.conditions ?? [])),
        ];
      }),
    ),
  );

/** What the organisation holds now. */
export type HeldOn = (on: Target) => Position | undefined;

/** One answer as it was typed; conditions are for the act's schema to check. */
export interface Answer {
  readonly on: Target;
  readonly stand: Stand | null;
  readonly reason: string | null;
  readonly conditions: readonly unknown[];
}

/** What was typed that is not what the organisation holds already; of one thing alone also what is. */
export const answersIn = (
  asked: readonly Target[],
  fields: Fields,
  held: HeldOn,
): readonly Answer[] | Extract<FormProblem, { readonly kind: 'field' }> => {
  const answers: Answer[] = [];
  for (const on of asked) {
    const stand = fields.text(standName(on));
    const reason = fields.optional(reasonName(on));
    if (stand === '') {
      if (asked.length > 1 && reason === null) continue;
      return { kind: 'field', field: standName(on), why: 'missing' };
    }
    const consents = stand === 'support' || stand === 'accept';
    const conditions = consents ? readConditions(fields, targetKey(on)) : [];
    if ('kind' in conditions) return conditions;
    const said = stand === 'none' ? null : (stand as Stand);
    const answer = { on, stand: said, reason: said === null ? null : reason, conditions };
    if (asked.length === 1 || !isHeld(answer, held(on))) answers.push(answer);
  }
  return answers.length === 0 ? { kind: 'field', field: 'positions', why: 'nothing-said' } : answers;
};

const isHeld = ({ stand, reason, conditions }: Answer, own: Position | undefined): boolean =>
  own === undefined
    ? stand === null
    : own.stand === stand && own.reason === reason && JSON.stringify(own.conditions) === JSON.stringify(conditions);
