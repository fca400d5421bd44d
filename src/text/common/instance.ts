import { type Choice, type Condition, type Problem, type VariantRef, refsOf } from './problem.ts';

/**
 * A problem made small and numbered: wordings that no text can have are gone, conditions that say nothing are gone, ones that can never hold have become objections, and signers
 * who want the same are one group. {@link withoutDominated} leaves out the wordings that nobody needs. Whatever weight a number of
 * signers can reach in the problem they can reach here, and the other way round.
 */
export interface Instance {
  readonly problem: Problem;
  /** For each clause its variants that are left, by number. */
  readonly clauses: readonly (readonly number[])[];
  /** For each variant its clause. */
  readonly clauseOf: readonly number[];
  /** For each variant what choosing it counts for. */
  readonly gain: readonly number[];
  /** For each variant its id. */
  readonly names: readonly string[];
  /** For each group the signers it stands for, by number. */
  readonly members: readonly (readonly number[])[];
  /** For each group how many they are. */
  readonly sizes: readonly number[];
  /** What every gain is a multiple of. Gains are counted in it. */
  readonly unit: number;
  /** How many can sign anything: the sum of the sizes. Whoever can sign nothing is in no group. */
  readonly signers: number;
  /** For each variant the groups that object to it. */
  readonly objectors: readonly (readonly number[])[];
  readonly conditions: readonly GroupCondition[];
}

/** Whose condition it is that holds in every text: nobody signs a choice that breaks it. */
export const EVERYONE = -1;

/** With `when` chosen (or always, where it is `null`) the group, or {@link EVERYONE}, signs only if one of `needs` is chosen, or not `forbids`. */
export type GroupCondition =
  | { readonly group: number; readonly when: number | null; readonly needs: readonly number[] }
  | { readonly group: number; readonly when: number; readonly forbids: number };

/** What one signer wants, in numbers. `never`: nothing can be signed by it. */
interface Wants {
  readonly objects: ReadonlySet<number>;
  readonly needs: readonly { readonly when: number | null; readonly needs: readonly number[] }[];
  /** Pairs that may not both be chosen, the smaller first. */
  readonly pairs: readonly (readonly [number, number])[];
  readonly never: boolean;
}

/** The instance of a problem that has no fault. `gain` says what a variant counts for; without it, what its clause weighs. */
export const createInstance = (
  problem: Problem,
  gain: (clause: number, variant: number) => number = (clause) => problem.clauses[clause]?.weight ?? 0,
): Instance => {
  const clauseOf: number[] = [];
  const names: string[] = [];
  const gains: number[] = [];
  const numbers = new Map<string, ReadonlyMap<string, number>>();
  for (const [at, clause] of problem.clauses.entries()) {
    numbers.set(clause.id, new Map(clause.variants.map((id, variant) => [id, names.length + variant])));
    for (const [variant, id] of clause.variants.entries()) {
      names.push(id);
      clauseOf.push(at);
      gains.push(gain(at, variant));
    }
  }
  const numberOf = ({ clause, variant }: VariantRef): number => numbers.get(clause)?.get(variant) ?? -1;
  const unit = Math.max(1, gains.reduce(greatestDivisor, 0));
  const ruled = wantsOf({ objects: [], conditions: problem.rules }, numberOf, clauseOf);
  const wants = problem.signers
    .map((signer, member) => ({ member, ...wantsOf(signer, numberOf, clauseOf) }))
    .filter(({ never }) => !never);
  const groups = Map.groupBy(wants, keyOf).values().toArray();
  const objectors: number[][] = names.map(() => []);
  const conditions: GroupCondition[] = [...conditionsOf(EVERYONE, ruled)];
  for (const [group, [first]] of groups.entries()) {
    if (first === undefined) continue;
    for (const variant of first.objects) objectors[variant]?.push(group);
    conditions.push(...conditionsOf(group, first));
  }
  return {
    problem,
    clauseOf,
    names,
    unit,
    gain: gains.map((one) => one / unit),
    members: groups.map((group) => group.map(({ member }) => member)),
    sizes: groups.map((group) => group.length),
    signers: wants.length,
    objectors,
    conditions,
    clauses: problem.clauses.map((_, at) =>
      names
        .keys()
        .toArray()
        .filter((variant) => clauseOf[variant] === at && !ruled.objects.has(variant)),
    ),
  };
};

const conditionsOf = (group: number, { needs, pairs }: Wants): readonly GroupCondition[] => [
  ...needs.map((one) => ({ group, ...one })),
  ...pairs.map(([when, forbids]) => ({ group, when, forbids })),
];

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));

const wantsOf = (
  { objects, conditions }: { readonly objects: readonly VariantRef[]; readonly conditions: readonly Condition[] },
  numberOf: (ref: VariantRef) => number,
  clauseOf: readonly number[],
): Wants => {
  const rivals = (a: number, b: number): boolean => a !== b && clauseOf[a] === clauseOf[b];
  const objected = new Set(objects.map(numberOf));
  const numbered = conditions.flatMap((condition) => {
    const others = [...new Set(refsOf(condition).map(numberOf))];
    const whens = condition.when?.map(numberOf) ?? [null];
    return whens.map((when) => ({ when, others, isNeed: 'needs' in condition }));
  });
  let never = false;
  const refuse = (when: number | null): void => {
    if (when === null) never = true;
    else objected.add(when);
  };
  // An objection may make a further condition impossible, which then becomes an objection itself.
  for (let before = -1; before < objected.size;) {
    before = objected.size;
    for (const { when, others, isNeed } of numbered) {
      if (isNeed) {
        const open = others.filter((one) => !objected.has(one) && (when === null || !rivals(one, when)));
        if (open.length === 0) refuse(when);
      } else if (when === null) others.forEach((one) => objected.add(one));
      else if (others.includes(when)) objected.add(when);
    }
  }
  const needs: { when: number | null; needs: readonly number[] }[] = [];
  const pairs: [number, number][] = [];
  for (const { when, others, isNeed } of numbered) {
    if (when !== null && objected.has(when)) continue;
    const left = others.filter((one) => !objected.has(one));
    if (isNeed) {
      const open = left.filter((one) => when === null || !rivals(one, when)).sort((a, b) => a - b);
      if (when === null || !open.includes(when)) needs.push({ when, needs: open });
    } else if (when !== null) {
      for (const other of left) if (!rivals(other, when)) pairs.push([Math.min(when, other), Math.max(when, other)]);
    }
  }
  return { objects: objected, needs, pairs, never };
};

/** The same for two signers who can sign the same texts for the same reasons. */
const keyOf = ({ objects, needs, pairs }: Wants): string =>
  [
    [...objects].sort((a, b) => a - b).join(' '),
    [...new Set(needs.map((one) => `${one.when ?? ''}:${one.needs.join(' ')}`))].sort().join(','),
    [...new Set(pairs.map((pair) => pair.join(' ')))].sort().join(','),
  ].join('|');

/**
 * Leaves out each variant that could be replaced, in any text and to nobody's harm, by another of its clause that counts for as much.
 * Of two that do equally well the first stays: the present wording, where it is one of them.
 */
export const withoutDominated = (instance: Instance): Instance => {
  /** For each variant, the groups that it may keep from signing, and the conditions that it may fulfil. */
  const harms = instance.objectors.map((groups) => new Set(groups));
  const helps = instance.names.map(() => new Set<GroupCondition>());
  for (const condition of instance.conditions) {
    if (condition.when !== null) harms[condition.when]?.add(condition.group);
    if ('needs' in condition) for (const variant of condition.needs) helps[variant]?.add(condition);
    else harms[condition.forbids]?.add(condition.group);
  }
  const dominates = (better: number, worse: number): boolean => {
    const objecting = new Set(instance.objectors[worse]);
    const helped = helps[better];
    return (
      (instance.gain[better] ?? 0) >= (instance.gain[worse] ?? 0) &&
      (harms[better]?.isSubsetOf(objecting) ?? false) &&
      [...(helps[worse] ?? [])].every((condition) => objecting.has(condition.group) || helped?.has(condition) === true)
    );
  };
  const clauses = instance.clauses.map((variants) => {
    const left = new Set(variants);
    for (const worse of variants.toReversed()) {
      if ([...left].some((better) => better !== worse && dominates(better, worse))) left.delete(worse);
    }
    return [...left];
  });
  const kept = new Set(clauses.flat());
  const isKept = (variant: number): boolean => kept.has(variant);
  return {
    ...instance,
    clauses,
    objectors: instance.objectors.map((groups, variant) => (isKept(variant) ? groups : [])),
    conditions: instance.conditions.flatMap((condition): readonly GroupCondition[] => {
      if (condition.when !== null && !isKept(condition.when)) return [];
      if ('needs' in condition) return [{ ...condition, needs: condition.needs.filter(isKept) }];
      return isKept(condition.forbids) ? [condition] : [];
    }),
  };
};

/** A choice by numbers: for each clause a variant, or −1. */
export type Chosen = Int32Array;

export const choiceOf = ({ names }: Instance, chosen: Chosen): Choice =>
  Array.from(chosen, (variant) => (variant < 0 ? null : (names[variant] ?? null)));
