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

/** What is asked of a text: one at least of these wordings stands in it, or none of those. */
export type Asked = { readonly needs: readonly VariantRef[] } | { readonly forbids: readonly VariantRef[] };

/** What must hold before its author signs a text that has one of the wordings `when`, or, where that is `null`, any text. */
export type Condition = { readonly when: readonly VariantRef[] | null } & Asked;

/** What holds in every text that has one of the wordings `when`: a choice that breaks it is none, and nobody can sign it. */
export type Rule = { readonly when: readonly VariantRef[] } & Asked;

export interface Signer {
  readonly id: string;
  /** It signs no text that has one of these. */
  readonly objects: readonly VariantRef[];
  readonly conditions: readonly Condition[];
}

export interface Problem {
  readonly clauses: readonly OpenClause[];
  readonly rules: readonly Rule[];
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
export const MOST = {
  clauses: 500,
  variants: 4000,
  rules: 20_000,
  signers: 500,
  conditions: 10_000,
  objections: 200_000,
  /** Wordings that conditions and rules name, each as often as it is named. */
  named: 400_000,
} as const;

export type ProblemFault =
  | { readonly kind: 'too-large'; readonly what: keyof typeof MOST; readonly most: number }
  | { readonly kind: 'bad-weight'; readonly clause: string }
  | { readonly kind: 'repeated'; readonly id: string }
  | { readonly kind: 'unknown-variant'; readonly ref: VariantRef };

export const refsOf = (asked: Asked): readonly VariantRef[] => ('needs' in asked ? asked.needs : asked.forbids);

/** Every wording that a condition or a rule names. */
export const namedIn = (condition: Condition): readonly VariantRef[] => [
  ...(condition.when ?? []),
  ...refsOf(condition),
];

/** Why a problem cannot be taken on, or `null`. */
export const problemFault = (problem: Problem): ProblemFault | null => {
  const { clauses, rules, signers } = problem;
  const conditions = [...rules, ...signers.flatMap((signer) => signer.conditions)];
  const counts: Record<keyof typeof MOST, number> = {
    clauses: clauses.length,
    variants: clauses.reduce((sum, clause) => sum + clause.variants.length, 0),
    rules: rules.length,
    signers: signers.length,
    conditions: conditions.length - rules.length,
    objections: signers.reduce((sum, signer) => sum + signer.objects.length, 0),
    named: conditions.reduce((sum, one) => sum + (one.when?.length ?? 0) + refsOf(one).length, 0),
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
  const isUnknown = ({ clause, variant }: VariantRef): boolean => known.get(clause)?.has(variant) !== true;
  for (const named of [...signers.map(({ objects }) => objects), ...conditions.map(namedIn)]) {
    const ref = named.find(isUnknown);
    if (ref !== undefined) return { kind: 'unknown-variant', ref };
  }
  return null;
};

const firstRepeated = (ids: readonly string[]): string | undefined => {
  const seen = new Set<string>();
  return ids.find((id) => seen.size === seen.add(id).size);
};
