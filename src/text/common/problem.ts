/**
 * The common text (article 6.3): of a text's clauses, their wordings and everyone's objections and conditions, the largest text that
 * any given number of organisations could sign. Plain data, so that it crosses to a worker and into JSON as it stands.
 */

/** One wording of one clause. */
export interface VariantRef {
  readonly clause: string;
  readonly variant: string;
}

export interface OpenClause {
  readonly id: string;
  /** What the clause counts for, a whole number from 0 to {@link MAX_WEIGHT}. */
  readonly weight: number;
  /** The ids of its wordings, each once. Where there is a present wording it comes first. */
  readonly variants: readonly string[];
}

/**
 * What must hold before its author signs a text that has the wording `when`, or, where that is `null`, any text: one at least of
 * `needs` stands in it, or none of `forbids`.
 */
export type Condition =
  | { readonly when: VariantRef | null; readonly needs: readonly VariantRef[] }
  | { readonly when: VariantRef | null; readonly forbids: readonly VariantRef[] };

export interface Signer {
  readonly id: string;
  /** It signs no text that has one of these. */
  readonly objects: readonly VariantRef[];
  readonly conditions: readonly Condition[];
}

export interface Problem {
  readonly clauses: readonly OpenClause[];
  readonly signers: readonly Signer[];
}

/** For each clause of the problem, in order, the variant that is chosen, or `null` where the clause falls out. */
export type Choice = readonly (string | null)[];

/** A text with all who could sign it, in the problem's order, and the weight of the clauses that stand in it. */
export interface CommonText {
  readonly choice: Choice;
  readonly signers: readonly string[];
  readonly weight: number;
}

/** The answer for one number of signers. */
export interface Point {
  readonly k: number;
  /** The largest text found that `k` or more could sign; `null` where none was found. */
  readonly text: CommonText | null;
  /** No text that `k` could sign weighs more; `null` where it is proven that there is none at all. */
  readonly bound: number | null;
}

/** Whether nothing better can be found. */
export const isProven = ({ text, bound }: Point): boolean => (text === null ? bound === null : bound === text.weight);

export const MAX_WEIGHT = 1000;

/** The largest problem that is taken on. */
export const MOST = { clauses: 500, variants: 4000, signers: 500, conditions: 10_000, objections: 100_000 } as const;

export type ProblemFault =
  | { readonly kind: 'too-large'; readonly what: keyof typeof MOST; readonly most: number }
  | { readonly kind: 'bad-weight'; readonly clause: string }
  | { readonly kind: 'repeated'; readonly id: string }
  | { readonly kind: 'unknown-variant'; readonly ref: VariantRef };

export const refsOf = (condition: Condition): readonly VariantRef[] =>
  'needs' in condition ? condition.needs : condition.forbids;

/** Why a problem cannot be taken on, or `null`. */
export const problemFault = (problem: Problem): ProblemFault | null => {
  const { clauses, signers } = problem;
  const counts: Record<keyof typeof MOST, number> = {
    clauses: clauses.length,
    variants: clauses.reduce((sum, clause) => sum + clause.variants.length, 0),
    signers: signers.length,
    conditions: signers.reduce((sum, signer) => sum + signer.conditions.length, 0),
    objections: signers.reduce((sum, signer) => sum + signer.objects.length, 0),
  };
  for (const what of Object.keys(MOST) as (keyof typeof MOST)[]) {
    if (counts[what] > MOST[what]) return { kind: 'too-large', what, most: MOST[what] };
  }
  const known = new Map<string, ReadonlySet<string>>();
  for (const { id, weight, variants } of clauses) {
    if (!Number.isInteger(weight) || weight < 0 || weight > MAX_WEIGHT) return { kind: 'bad-weight', clause: id };
    const distinct = new Set(variants);
    if (known.has(id) || distinct.size < variants.length) return { kind: 'repeated', id };
    known.set(id, distinct);
  }
  const repeated = firstRepeated(signers.map(({ id }) => id));
  if (repeated !== undefined) return { kind: 'repeated', id: repeated };
  for (const { objects, conditions } of signers) {
    const named = conditions.flatMap((one) => (one.when === null ? refsOf(one) : [one.when, ...refsOf(one)]));
    const ref = [...objects, ...named].find(({ clause, variant }) => known.get(clause)?.has(variant) !== true);
    if (ref !== undefined) return { kind: 'unknown-variant', ref };
  }
  return null;
};

const firstRepeated = (ids: readonly string[]): string | undefined => {
  const seen = new Set<string>();
  return ids.find((id) => seen.size === seen.add(id).size);
};
