import { z } from 'zod';
import { clauseIdSchema } from '../base/ids.ts';
import { prose } from '../base/schema.ts';

/** The most UTF-16 units of a clause's words, and clauses of a text. */
export const MOST_WORDS = 8000;
export const MOST_CLAUSES = 400;

const fields = {
  kind: z.enum(['heading', 'preambular', 'operative', 'point', 'paragraph']),
  /** Depth of a point below its operative clause, 1 to 4; absent for every other kind. */
  level: z.int().min(1).max(4).optional(),
};

const levelOfPoints = (form: { readonly kind: string; readonly level?: number | undefined }): boolean =>
  (form.kind === 'point') === (form.level !== undefined);

const levelFault = { error: 'level-of-points', path: ['level'] };

/** What a clause is, apart from its words. */
export const formSchema = z.strictObject(fields).refine(levelOfPoints, levelFault).readonly();

export type ClauseForm = z.infer<typeof formSchema>;

/** The smallest part of a text that can be amended, signed or observed upon. */
export const clauseSchema = z
  .strictObject({
    id: clauseIdSchema,
    ...fields,
    /** The words, without the number, with marks of emphasis, links and footnotes (`runs.ts`). */
    words: prose(MOST_WORDS),
  })
  .refine(levelOfPoints, levelFault)
  .readonly();

export type Clause = z.infer<typeof clauseSchema>;
export type ClauseKind = Clause['kind'];

/** At most so many clauses, in order, each id once. */
export const clausesUpTo = (most: number) =>
  z
    .array(clauseSchema)
    .min(1)
    .max(most)
    .refine((clauses) => new Set(clauses.map((clause) => clause.id)).size === clauses.length, {
      error: 'repeated-clause',
    })
    .readonly();

/** The clauses of one version. */
export const clausesSchema = clausesUpTo(MOST_CLAUSES);

/** The characters of their words, in UTF-16 units. */
export const lengthOf = (clauses: readonly Clause[]): number =>
  clauses.reduce((sum, { words }) => sum + words.length, 0);
