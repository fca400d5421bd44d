import { ACT_RULES } from '../acts.ts';

/** The kinds of act in whose body a schema stands, however deep. */
export const kindsNaming = (schema: unknown): readonly string[] =>
  Object.values(ACT_RULES)
    .filter(({ body }) => holds(body, schema, new Set()))
    .map(({ kind }) => kind)
    .sort();

const holds = (value: unknown, wanted: unknown, seen: Set<unknown>): boolean => {
  if (value === wanted) return true;
  if (typeof value !== 'object' || value === null || seen.has(value)) return false;
  seen.add(value);
  const { def, shape } = value as Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
  const parts: readonly unknown[] = [shape, def].flatMap((part) => Object.values(part ?? {}));
  return parts.some((part) =>
    Array.isArray(part) ? part.some((item) => holds(item, wanted, seen)) : holds(part, wanted, seen),
  );
};
