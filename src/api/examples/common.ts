import type { z } from 'zod';
import type { ACT_RULES, ActKind } from '../../charter/acts.ts';

/** What the examples of acts have in common. */

export type ExamplesOf<K extends ActKind> = { readonly [Kind in K]: z.input<(typeof ACT_RULES)[Kind]['body']> };

export const HASH = '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU';
export const APRIL = 1_775_001_600_000;
