import { classOf } from '../../base/code-points.ts';
import { TRANSPARENT } from '../../base/hidden-tables.ts';
import { line } from '../../base/schema.ts';
import { hasLetter } from './likeness.ts';

/** A name: one line with a letter in it, and no more marks over a letter than a script stacks. */
export const nameSchema = (max: number) =>
  line(max)
    .refine(hasLetter, { error: 'no-letter' })
    .refine((name) => !STACKED.test(name), { error: 'stacked-marks' });

/** Marks that take no place of their own: without a letter, or more than four on one (UTS 39, section 5.4), they are drawn over what stands around. */
const STACKED = new RegExp(`^[${classOf(TRANSPARENT)}]|[${classOf(TRANSPARENT)}]{5}`, 'u');
