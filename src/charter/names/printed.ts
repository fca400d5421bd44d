import { z } from 'zod';
import { nameSchema } from './name.ts';

/**
 * Article 4.1: an organisation says itself how it and its country are printed, once in each script that it wishes, its own first. ISO 3166 codes group organisations and decide on the
 * region; they are printed nowhere, and no table of a machine's puts a country into words that its organisation has not chosen.
 */

const printedNameSchema = z.strictObject({ name: nameSchema(120), country: nameSchema(80) }).readonly();

/** One name with its country. */
export type PrintedName = z.infer<typeof printedNameSchema>;

/** At most so many scripts. */
export const MOST_SCRIPTS = 4;

export const printedSchema = z
  .array(printedNameSchema)
  .min(1)
  .max(MOST_SCRIPTS)
  .refine((printed) => new Set(printed.map((one) => JSON.stringify([one.name, one.country]))).size === printed.length, {
    error: 'repeated',
  })
  .readonly();

export type Printed = z.infer<typeof printedSchema>;

/** In its own script. */
export const ownName = ([own]: Printed): string => own?.name ?? '';

/** As others may read it; `null`: it has said nothing of that. */
export const otherName = ([, other]: Printed): string | null => other?.name ?? null;

export const ownCountry = ([own]: Printed): string => own?.country ?? '';

export const isSamePrinted = (a: Printed, b: Printed): boolean =>
  a.length === b.length && a.every(({ name, country }, i) => name === b[i]?.name && country === b[i].country);
