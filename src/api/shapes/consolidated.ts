import { z } from 'zod';
import { consolidated } from '../../charter/texts/consolidated.ts';
import type { Text } from '../../charter/texts/state.ts';
import { changeSchema } from '../../text/change.ts';
import { clauseSchema } from '../../text/clause.ts';
import { list, ordinalSchema } from './common.ts';

/** A text with what is agreed worked in, and what is still open. */

const openSchema = z.strictObject({
  number: ordinalSchema,
  by: z.string(),
  /** Over the agreed words. */
  change: changeSchema,
});

export const consolidatedSchema = z.strictObject({
  text: ordinalSchema,
  /** The present revision, which it is worked out from. */
  revision: ordinalSchema,
  clauses: list(clauseSchema),
  /** The agreed amendments that are in it. */
  workedIn: list(ordinalSchema),
  open: list(openSchema),
  /** Open amendments that cannot all go in, and the clauses that they are about. */
  rivals: list(z.strictObject({ clauses: list(z.string()), amendments: list(ordinalSchema) })),
  /** Open amendments that have no place in what is agreed. */
  outside: list(ordinalSchema),
});

export const consolidatedView = (text: Text): z.input<typeof consolidatedSchema> => {
  const { clauses, workedIn, rows, rivals, outside } = consolidated(text);
  const open = new Map(
    rows.flatMap((row) => (row.kind === 'clause' ? row.amendments : [row.amendment])).map((one) => [one.number, one]),
  );
  return {
    text: text.number,
    revision: text.revisions.length,
    clauses,
    workedIn: workedIn.map(({ number }) => number),
    open: [...open.values()]
      .toSorted((a, b) => a.number - b.number)
      .map(({ number, by, change }) => ({ number, by, change })),
    rivals,
    outside: outside.map(({ number }) => number),
  };
};
