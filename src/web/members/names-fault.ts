import { type OrganisationId, organisationIdSchema } from '../../base/ids.ts';
import { type Called, calledBy, conferenceItself, namesRefusal } from '../../charter/members/names.ts';
import { emptyState } from '../../charter/state.ts';
import type { Fields } from '../kit/fields.ts';
import { fieldProblem } from '../kit/problem.ts';
import { filledRows } from './founder-rows.ts';
import type { Beginning } from './founding.ts';
import { readPrinted } from './parts/printed.ts';

interface NamesFault {
  readonly field: string;
  readonly why: string;
}

/** Longer ones no schema takes, and what they look like is not worth finding out. */
const MOST_NAME = 120;

/** Which field of the founders' names is at fault while they are typed, and why; `null`: none that can be told yet. What is still empty is no fault. */
export const namesFault = (context: Beginning, fields: Fields): NamesFault | null => {
  const rows = filledRows(fields).filter((row) => {
    const names = readPrinted(fields, `founder-${row}-`).map(({ name }) => name);
    return names[0] !== '' && names.every((name) => name.length <= MOST_NAME);
  });
  for (const row of rows) {
    const field = `founder-${row}-id`;
    const id = fields.text(field);
    const why = fieldProblem(context, { kind: 'field', field, why: 'not-a-short-name' }, field);
    if (id !== '' && why !== null && !organisationIdSchema.safeParse(id).success) return { field, why };
  }
  const called = rows.map((row) =>
    calledBy({
      id: fields.text(`founder-${row}-id`) as OrganisationId,
      printed: readPrinted(fields, `founder-${row}-`),
    }),
  );
  // Two names that are alike give two short names that are: what is told is the cause.
  const nameless = called.map(({ names }) => ({ id: '' as OrganisationId, names }));
  return alike(nameless) ?? alike(called);

  function alike(founders: readonly Called[]): NamesFault | null {
    const comers = [conferenceItself({ name: fields.text('name') }), ...founders];
    const [name, title, abbreviation] = [fields.text('name'), fields.text('title'), fields.text('abbreviation')];
    const at = (way: string, place: number): string => fieldOf(way, rows[place - 1] ?? 1);
    const refusal = namesRefusal(emptyState(), '13.1', comers, at, [{ name, title, abbreviation }]);
    if (refusal === null || !('field' in refusal) || refusal.field === null) return null;
    const why = fieldProblem(context, { kind: 'refused', refusal }, refusal.field);
    return why === null ? null : { field: refusal.field, why };
  }
};

/** `printed/0/name` is the first name, `printed/1/name` the one for others. */
const fieldOf = (way: string, row: number): string => {
  const at = /^printed\/(\d+)\/name$/u.exec(way)?.[1];
  return `founder-${row}-${at === undefined ? 'id' : at === '0' ? 'name' : 'gloss'}`;
};
