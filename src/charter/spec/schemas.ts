import { ACT_RULES } from '../acts.ts';

/** The kinds of act in whose body a schema stands, however deep. */
export const kindsNaming = (schema: unknown): readonly string[] =>
  Object.values(ACT_RULES)
    .filter(({ body }) => within(body, new Set()).has(schema))
    .map(({ kind }) => kind)
    .sort();

/** The names of the fields that may be missing in the body of some act, however deep. */
export const optionalFields = (): readonly string[] => {
  const all = new Set<unknown>();
  for (const { body } of Object.values(ACT_RULES)) within(body, all);
  const names = [...all].flatMap((schema) =>
    Object.entries(partsOf(schema).shape ?? {}).flatMap(([name, field]) =>
      partsOf(field).def?.['type'] === 'optional' ? [name] : [],
    ),
  );
  return [...new Set(names)].sort();
};

type Parts = Readonly<Record<'def' | 'shape', Readonly<Record<string, unknown>> | undefined>>;

const partsOf = (schema: unknown): Parts => schema as Parts;

/** Adds a schema and all that it is made of to those that were `seen`. */
const within = (value: unknown, seen: Set<unknown>): ReadonlySet<unknown> => {
  if (typeof value !== 'object' || value === null || seen.has(value)) return seen;
  seen.add(value);
  const { def, shape } = partsOf(value);
  for (const part of [shape, def].flatMap((of) => Object.values(of ?? {})))
    for (const item of Array.isArray(part) ? part : [part]) within(item, seen);
  return seen;
};
