import { MOST_FOUNDERS } from '../../charter/members/founding.ts';
import type { Fields } from '../kit/fields.ts';

/** The founders' places in the form, from 1; the first is who founds. There are at least two; those added below them count when something was typed in, or when they have just been asked for. */
export const founderRows = (fields: Fields): readonly number[] => {
  const rows = filledRows(fields);
  return fields.has('step', 'add') && rows.length < MOST_FOUNDERS ? [...rows, Math.max(...rows) + 1] : rows;
};

export const filledRows = (fields: Fields): readonly number[] => {
  const asked = fields
    .text('rows')
    .split(' ')
    .filter((row) => /^[1-9]\d{0,3}$/u.test(row))
    .slice(0, MOST_FOUNDERS)
    .map(Number);
  const rows = asked.length < 2 ? [1, 2] : asked;
  const typed = (row: number): boolean =>
    ['id', 'name', 'countryName', 'gloss', 'glossCountry', 'country'].some(
      (field) => fields.text(`founder-${row}-${field}`) !== '',
    );
  return rows.filter((row, i) => i < 2 || typed(row));
};
