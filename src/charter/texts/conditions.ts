import { z } from 'zod';
import type { Mutable } from '../../base/brand.ts';
import { clauseIdSchema } from '../../base/ids.ts';
import { unreachable } from '../../base/result.ts';
import { numberSchema, prose } from '../../base/schema.ts';
import { sameClause } from '../../text/clause-form.ts';
import type { Clause } from '../../text/clause.ts';
import type { Refusal } from '../law/refusal.ts';
import { type Condition, type Position, type Stand, type Target, targetKey } from './position-state.ts';
import type { Revision, Text } from './state.ts';

/** Article 6.2: consent that depends on another part of the text. */

export const conditionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('stays'), clause: clauseIdSchema }).readonly(),
  z.strictObject({ kind: z.literal('goes'), clause: clauseIdSchema }).readonly(),
  z.strictObject({ kind: z.literal('with'), amendment: numberSchema }).readonly(),
  z.strictObject({ kind: z.literal('without'), amendment: numberSchema }).readonly(),
  z.strictObject({ kind: z.literal('words'), clause: clauseIdSchema, words: prose(1000) }).readonly(),
]);

export const conditionsSchema = z
  .array(conditionSchema)
  .max(10)
  .refine((list) => new Set(list.map((condition) => JSON.stringify(condition))).size === list.length, {
    error: 'repeated',
  })
  .readonly();

/** Refused where a condition hangs on something that is not there, on the very thing it is about, or on no consent. */
export const conditionsRefusal = (
  text: Text,
  clauses: readonly Clause[],
  on: Target,
  stand: Stand | null,
  conditions: readonly Condition[],
): Refusal | null => {
  if (conditions.length === 0) return null;
  if (stand !== 'support' && stand !== 'accept')
    return { article: '6.2', kind: 'bad-field', field: 'conditions', why: 'without-consent' };
  for (const condition of conditions) {
    const refusal = conditionRefusal(text, clauses, on, condition);
    if (refusal !== null) return refusal;
  }
  return null;
};

const conditionRefusal = (text: Text, clauses: readonly Clause[], on: Target, condition: Condition): Refusal | null => {
  if (condition.kind === 'with' || condition.kind === 'without') {
    const amendment = text.amendments[condition.amendment - 1];
    if (amendment === undefined || amendment.fate.kind === 'withdrawn' || amendment.fate.kind === 'fallen')
      return { article: '6.2', kind: 'unknown', thing: 'amendment', ref: `${condition.amendment}` };
    return on.kind === 'amendment' && on.amendment === condition.amendment ? aboutItself : null;
  }
  if (!clauses.some(({ id }) => id === condition.clause))
    return { article: '6.2', kind: 'unknown', thing: 'clause', ref: condition.clause };
  const itself = on.kind === 'clause' && on.clause === condition.clause && condition.kind !== 'words';
  return itself ? aboutItself : null;
};

const aboutItself: Refusal = { article: '6.2', kind: 'bad-field', field: 'conditions', why: 'about-itself' };

/** Finds a clause of the text as far as it is agreed. */
export type ClauseOf = (id: Clause['id']) => Clause | undefined;

/** Finds those of a list, which is gone through once, and only when something is asked. */
export const among = (clauses: () => readonly Clause[]): ClauseOf => {
  let known: ReadonlyMap<Clause['id'], Clause> | null = null;
  return (id) => (known ??= new Map(clauses().map((clause) => [clause.id, clause]))).get(id);
};

/** Whether a condition of a position holds in the text as far as it is agreed, of which `clauseOf` finds the clauses. */
export const holds = (
  text: Text,
  clauseOf: ClauseOf,
  { revision }: Pick<Position, 'revision'>,
  condition: Condition,
): boolean => {
  switch (condition.kind) {
    case 'stays': {
      const then = clauseIn(text.revisions[revision - 1], condition.clause);
      const now = clauseOf(condition.clause);
      return then !== undefined && now !== undefined && sameClause(then, now);
    }
    case 'goes':
      return clauseOf(condition.clause) === undefined;
    case 'with':
      return isIn(text, condition.amendment);
    case 'without':
      return !isIn(text, condition.amendment);
    case 'words': {
      const now = clauseOf(condition.clause);
      return now !== undefined && spaced(now.words).includes(spaced(condition.words));
    }
    default:
      return unreachable(condition);
  }
};

const clauseIn = (revision: Revision | undefined, id: Clause['id']): Clause | undefined =>
  revision?.clauses.find((clause) => clause.id === id);

/** Whether the amendment is agreed, or was taken in. */
export const isIn = (text: Text, amendment: number): boolean => {
  const fate = text.amendments[amendment - 1]?.fate.kind;
  return fate === 'agreed' || fate === 'taken-in';
};

/**
 * Whether conditions on an amendment hold until those who set them let go: it is agreed, was taken in, or was replaced by one that was agreed in its
 * place (decision 44).
 */
export const holdsOn = (text: Text, amendment: number): boolean =>
  isIn(text, amendment) || text.amendments[amendment - 1]?.fate.kind === 'replaced';

/** The settled amendments of which something is still said, in order. */
export const heldOnIn = (text: Text): readonly number[] =>
  [...text.standing.values()]
    .flatMap((held) => {
      const [position] = held.values();
      return position?.on.kind === 'amendment' ? [position.on.amendment] : [];
    })
    .filter((amendment) => holdsOn(text, amendment))
    .toSorted((a, b) => a - b);

/** What was said of an amendment that is in the text, or was replaced in it, is settled; conditions hold until those who set them let go. */
export const keepConditions = (text: Mutable<Text>, number: number): void => {
  const key = targetKey({ kind: 'amendment', amendment: number });
  const conditional = [...(text.standing.get(key) ?? [])].filter(([, { conditions }]) => conditions.length > 0);
  if (conditional.length === 0) text.standing.delete(key);
  else text.standing.set(key, new Map(conditional));
};

/** The words with every run of spaces and line feeds as one space. */
export const spaced = (words: string): string => words.replaceAll(/[ \n\u00a0]+/gu, ' ');

/**
 * What a position comes to in the text as far as it is agreed, of which `clauseOf` finds the clauses: consent under a condition that does not hold counts
 * as an objection.
 */
export const standIn = (text: Text, clauseOf: ClauseOf, position: Position): Stand | null =>
  position.conditions.every((condition) => holds(text, clauseOf, position, condition)) ? position.stand : 'object';
