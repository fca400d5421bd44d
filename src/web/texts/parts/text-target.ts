import type { ClauseId } from '../../../base/ids.ts';
import { type Position, type Target, targetKey } from '../../../charter/texts/position-state.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import type { Context } from '../../kit/context.ts';
import type { Fields } from '../../kit/fields.ts';
import { clauseNames, longName } from './clause-names.ts';
import { textPath } from './text-places.ts';

/** The target of a position or a consultation in a form: `on=clause:o2`, or in an address `clause=o2`, `amendment=3`. */
export const targetIn = (text: Text, fields: Fields): Target | null => {
  const asked = ['clause', 'amendment'].find((name) => fields.has(name));
  const key = fields.text('on') || (asked === undefined ? 'whole' : `${asked}:${fields.text(asked)}`);
  const [kind, ref = ''] = key.split(':');
  if (kind === 'whole') return { kind: 'whole' };
  if (kind === 'clause') {
    const clause = present(text).clauses.find(({ id }) => id === ref);
    return clause === undefined ? null : { kind: 'clause', clause: clause.id };
  }
  const amendment = text.amendments.find(({ number }) => kind === 'amendment' && `${number}` === ref);
  return amendment === undefined ? null : { kind: 'amendment', amendment: amendment.number };
};

/** Every clause and the whole. */
export const pointsOf = (text: Text): readonly (readonly [key: string, clause: ClauseId | null])[] => [
  ...present(text).clauses.map(({ id }) => [targetKey({ kind: 'clause', clause: id }), id] as const),
  ['whole', null],
];

/** What a position is on, by the names that the clauses had in the revision it speaks of. */
export const targetName = (
  context: Context,
  text: Text,
  on: Position['on'],
  revision = text.revisions.length,
): string => {
  const { t } = context;
  if (on.kind === 'whole') return t.texts.positions.wholeLong;
  if (on.kind === 'amendment') return t.texts.form.position.amendment(on.amendment);
  const { clauses } = text.revisions[revision - 1] ?? present(text);
  return longName(clauseNames(context, clauses), on.clause);
};

/** What has a page of its own for the work on it. */
export type Point = Exclude<Target, { readonly kind: 'amendment' }>;

/** Where the work on a target is, whether it is a point of friction now or not. */
export const frictionPath = (context: Context, text: Text, on: Target): string =>
  on.kind === 'amendment'
    ? `${textPath(context, text, 'amendments')}?at=${on.amendment}#a-${on.amendment}`
    : `${textPath(context, text, 'points')}/${on.kind === 'whole' ? 'whole' : on.clause}`;

/** The point that an address names, or `null` where the text has no such clause. */
export const pointNamed = (text: Text, name: string): Point | null => {
  if (name === 'whole') return { kind: 'whole' };
  const clause = present(text).clauses.find(({ id }) => id === name);
  return clause === undefined ? null : { kind: 'clause', clause: clause.id };
};
