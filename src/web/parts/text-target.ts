import type { ClauseId } from '../../base/ids.ts';
import { type Target, type Text, targetKey } from '../../charter/state.ts';
import { present } from '../../charter/texts.ts';
import type { Fields } from '../fields.ts';

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

/** Every clause and the whole, as the points that a consultation can be on. */
export const pointsOf = (text: Text): readonly (readonly [key: string, clause: ClauseId | null])[] => [
  ...present(text).clauses.map(({ id }) => [targetKey({ kind: 'clause', clause: id }), id] as const),
  ['whole', null],
];
