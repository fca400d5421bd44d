import * as fc from 'fast-check';
import type { ClauseId } from '../base/ids.ts';
import { type Clause, type ClauseForm, clausesSchema } from './clause.ts';

/** Arbitrary clauses for the property tests: valid ones, made of what is most likely to be misread. */

const PIECES =
  'a I Recalling the é ψ ж क्षि می‌خواهم 🌾 中 ไทย * ** _ \\ \\\\ # ## 1. 12) (a) (i) b) - – • --- *** { } {} {#a} {.paragraph} , . : ; " < &amp; [x]'
    .split(' ')
    .concat(' ', ' ', '  ', '\n', '\n', '\n\n', '{#a .level-2}');

const trimmed = (text: string): string => text.normalize('NFC').trim();

export const proseArbitrary: fc.Arbitrary<string> = fc
  .oneof(
    fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 }).map((pieces) => trimmed(pieces.join(''))),
    fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 }).map((pieces) => trimmed(pieces.join(' '))),
  )
  .filter((text) => text !== '');

export const lineArbitrary: fc.Arbitrary<string> = proseArbitrary.map((text) => text.replaceAll('\n', ' '));

/** What a clause may be. */
export const formArbitrary: fc.Arbitrary<ClauseForm> = fc.oneof(
  fc
    .constantFrom('heading' as const, 'preambular' as const, 'operative' as const, 'paragraph' as const)
    .map((kind) => ({ kind })),
  fc.integer({ min: 1, max: 4 }).map((level) => ({ kind: 'point' as const, level })),
);

export const clauseArbitrary: fc.Arbitrary<Clause> = fc
  .tuple(fc.stringMatching(/^[a-z][a-z0-9]{0,3}$/u), formArbitrary, proseArbitrary)
  .map(([id, kind, words]) => ({ id: id as ClauseId, ...kind, words }));

/** A sound list of clauses, each id once. */
export const clausesArbitrary: fc.Arbitrary<readonly Clause[]> = fc
  .uniqueArray(clauseArbitrary, { minLength: 1, maxLength: 14, selector: ({ id }) => id })
  .filter((clauses) => clausesSchema.safeParse(clauses).success);
