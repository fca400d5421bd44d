import { z } from 'zod';
import { clauseIdSchema } from '../base/ids.ts';
import { prose } from '../base/schema.ts';

/** The smallest part of a text that can be amended, signed or observed upon. */
export const clauseSchema = z
  .strictObject({
    id: clauseIdSchema,
    kind: z.enum(['heading', 'preambular', 'operative', 'point', 'paragraph']),
    /** Depth of a point below its operative clause, 1 to 4; absent for every other kind. */
    level: z.int().min(1).max(4).optional(),
    /** The words, without the number: `*…*` marks emphasis. */
    words: prose(8000),
  })
  .refine((clause) => (clause.kind === 'point') === (clause.level !== undefined), {
    error: 'level-of-points',
    path: ['level'],
  })
  .readonly();

export type Clause = z.infer<typeof clauseSchema>;
export type ClauseKind = Clause['kind'];

/** The clauses of one version, in order, each id once. */
export const clausesSchema = z
  .array(clauseSchema)
  .min(1)
  .max(400)
  .refine((clauses) => new Set(clauses.map((clause) => clause.id)).size === clauses.length, {
    error: 'repeated-clause',
  })
  .readonly();

export const sameClause = (a: Clause, b: Clause): boolean =>
  a.id === b.id && a.kind === b.kind && a.level === b.level && a.words === b.words;
