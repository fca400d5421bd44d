import { type Condition, type Problem, type Rule, type VariantRef, refsOf } from './problem.ts';

/** One thing that is asked of a text: by one signer, or by a rule of all texts. */
export type Demand =
  | { readonly signer: string; readonly kind: 'objection'; readonly variant: VariantRef }
  | { readonly signer: string; readonly kind: 'condition'; readonly condition: Condition }
  | { readonly signer: null; readonly kind: 'rule'; readonly condition: Rule };

export const demandsOf = ({ rules, signers }: Problem): readonly Demand[] => [
  ...signers.flatMap(({ id, objects, conditions }) => [
    ...objects.map((variant): Demand => ({ signer: id, kind: 'objection', variant })),
    ...conditions.map((condition): Demand => ({ signer: id, kind: 'condition', condition })),
  ]),
  ...rules.map((condition): Demand => ({ signer: null, kind: 'rule', condition })),
];

/** How many demands may still be looked at, so that a search ends. */
export interface Steps {
  left: number;
}

export type Meeting =
  | { readonly kind: 'possible' }
  /** Nothing meets all demands. These alone were needed to see it; fewer may do. */
  | { readonly kind: 'impossible'; readonly because: readonly Demand[] }
  | { readonly kind: 'given-up' };

const keyOf = ({ clause, variant }: VariantRef): string => JSON.stringify([clause, variant]);

/** What is settled on the way: wordings that must stand, by clause, and wordings that must not; each with the demands it follows from. */
interface Settled {
  readonly chosen: ReadonlyMap<string, { readonly variant: string; readonly because: ReadonlySet<Demand> }>;
  readonly out: ReadonlyMap<string, ReadonlySet<Demand>>;
}

/** Whether some text has this wording, where one is named, and meets every demand. Follows what demands force, and tries what they leave open. */
export const meeting = (demands: readonly Demand[], goal: VariantRef | null, steps: Steps): Meeting => {
  const none: ReadonlySet<Demand> = new Set();
  const chosen = new Map(goal === null ? [] : [[goal.clause, { variant: goal.variant, because: none }]]);
  const because = refuted(demands, { chosen, out: new Map() }, steps);
  if (steps.left <= 0) return { kind: 'given-up' };
  return because === null ? { kind: 'possible' } : { kind: 'impossible', because: [...because] };
};

/** The demands that cannot be met from here on, or `null` where all can. */
const refuted = (demands: readonly Demand[], from: Settled, steps: Steps): ReadonlySet<Demand> | null => {
  const chosen = new Map(from.chosen);
  const out = new Map(from.out);
  /** Why this wording cannot stand, or `null` where it can or does. */
  const against = (ref: VariantRef): ReadonlySet<Demand> | null => {
    const rival = chosen.get(ref.clause);
    return rival !== undefined && rival.variant !== ref.variant ? rival.because : (out.get(keyOf(ref)) ?? null);
  };
  const reasonFor = (ref: VariantRef): ReadonlySet<Demand> | null => {
    const one = chosen.get(ref.clause);
    return one?.variant === ref.variant ? one.because : null;
  };
  const reasonForAny = (refs: readonly VariantRef[] | null): ReadonlySet<Demand> | null => {
    if (refs === null) return new Set();
    const stood = refs.find((ref) => reasonFor(ref) !== null);
    return stood === undefined ? null : reasonFor(stood);
  };
  /** None of these can stand. Whether that was news. */
  const ruleOut = (refs: readonly VariantRef[] | null, because: ReadonlySet<Demand>): boolean => {
    const left = (refs ?? []).filter((ref) => !out.has(keyOf(ref)));
    for (const ref of left) out.set(keyOf(ref), because);
    return left.length > 0;
  };
  for (let moved = true; moved;) {
    moved = false;
    steps.left -= demands.length + 1;
    if (steps.left <= 0) return null;
    for (const demand of demands) {
      const when = demand.kind === 'objection' ? null : demand.condition.when;
      const active = reasonForAny(when);
      const forbids = demand.kind === 'objection' ? [demand.variant] : refsOf(demand.condition);
      if (demand.kind === 'objection' || !('needs' in demand.condition)) {
        if (active === null) {
          // What it forbids stands already: then its own wording cannot.
          const stood = forbids.map(reasonFor).find((reason) => reason !== null);
          if (stood !== undefined && ruleOut(when, new Set([...stood, demand]))) moved = true;
          continue;
        }
        for (const ref of forbids) {
          const stood = reasonFor(ref);
          if (stood !== null) return new Set([...active, ...stood, demand]);
          if (out.has(keyOf(ref))) continue;
          out.set(keyOf(ref), new Set([...active, demand]));
          moved = true;
        }
        continue;
      }
      const { needs } = demand.condition;
      const closed = needs.map(against);
      if (needs.some((ref) => reasonFor(ref) !== null)) continue;
      const why = new Set([demand, ...closed.flatMap((reason) => [...(reason ?? [])])]);
      const open = needs.filter((_, at) => closed[at] === null);
      if (active === null) {
        if (open.length === 0 && ruleOut(when, why)) moved = true;
        continue;
      }
      const [only] = open;
      if (only === undefined) return new Set([...active, ...why]);
      if (open.length > 1) continue;
      chosen.set(only.clause, { variant: only.variant, because: new Set([...active, ...why]) });
      moved = true;
    }
    for (const [clause, { variant, because }] of chosen) {
      const reason = out.get(keyOf({ clause, variant }));
      if (reason !== undefined) return new Set([...because, ...reason]);
    }
  }
  return branched(demands, { chosen, out }, steps, against, reasonForAny);
};

/** Tries each way to meet a condition that is in force and has several; where there is none, everything left open may fall out. */
const branched = (
  demands: readonly Demand[],
  { chosen, out }: Settled,
  steps: Steps,
  against: (ref: VariantRef) => ReadonlySet<Demand> | null,
  reasonFor: (refs: readonly VariantRef[] | null) => ReadonlySet<Demand> | null,
): ReadonlySet<Demand> | null => {
  for (const demand of demands) {
    if (demand.kind === 'objection' || !('needs' in demand.condition)) continue;
    const { when, needs } = demand.condition;
    const active = reasonFor(when);
    if (active === null || reasonFor(needs) !== null) continue;
    const because = new Set([...active, demand]);
    for (const ref of needs) {
      const closed = against(ref);
      const tried =
        closed ??
        refuted(
          demands,
          { chosen: new Map(chosen).set(ref.clause, { variant: ref.variant, because: new Set([demand]) }), out },
          steps,
        );
      if (tried === null) return null;
      tried.forEach((one) => because.add(one));
    }
    return because;
  }
  return null;
};
