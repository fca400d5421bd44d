import { type Fields, createFields } from '../kit/fields.ts';

/** The fields with some of them given other values; a list stands for several of one name, an empty one for none. */
export const withFields = (fields: Fields, changes: Readonly<Record<string, string | readonly string[]>>): Fields =>
  createFields([
    ...fields.entries().filter(([name]) => !Object.hasOwn(changes, name)),
    ...Object.entries(changes).flatMap(([name, value]) =>
      (typeof value === 'string' ? [value] : value).map((one) => [name, one] as const),
    ),
  ]);

/** Whether the form is shown for the first time: nothing of it has been sent, whatever its address says. */
export const isFirst = (fields: Fields): boolean => !fields.has('sent');

/** Values for the first showing, which what the address says goes before. */
export const withInitial = (fields: Fields, initial: Readonly<Record<string, string | readonly string[]>>): Fields =>
  isFirst(fields)
    ? withFields(fields, Object.fromEntries(Object.entries(initial).filter(([name]) => !fields.has(name))))
    : fields;
