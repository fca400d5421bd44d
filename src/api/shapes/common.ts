import { z } from 'zod';

/** Shapes that many answers share. Times are milliseconds since 1970-01-01T00:00:00Z, as in the record. */

export const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();

/** Where something happened: the index of the entry, and its time. */
export const markSchema = z.strictObject({ index: z.int().min(0), at: z.int() }).readonly();

export const hashSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/u);
export const nodeSchema = z.base64().length(44);
export const countSchema = z.int().min(0);
export const ordinalSchema = z.int().min(1);

/** A mark, with nothing else that the value may hold. */
export const markOf = ({ index, at }: { readonly index: number; readonly at: number }) => ({ index, at });

export const markOrNull = (mark: { readonly index: number; readonly at: number } | null) =>
  mark === null ? null : markOf(mark);
