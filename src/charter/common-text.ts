import type { Clause } from '../text/clause.ts';
import type { Choice } from '../text/common/problem.ts';
import type { Unit } from './common-units.ts';
import { overAgreed, withChosen } from './consolidated.ts';
import type { Text } from './state.ts';

/** A clause of a common text, with the amendment that its words or the clause itself come from; `null`: from the present text. */
export interface CommonClause {
  readonly clause: Clause;
  readonly amendment: number | null;
}

/** The text of a choice, in order, with the places that amendments give to clauses. */
export const commonClauses = (text: Text, units: readonly Unit[], choice: Choice): readonly CommonClause[] => {
  const chosen = new Set<number>();
  const out = new Set<string>();
  const from = new Map<string, number>();
  for (const [at, { id, kind, wordings }] of units.entries()) {
    const wording = wordings.find((one) => one.id === choice[at]);
    if (wording === undefined && kind === 'clause') out.add(id);
    if (wording === undefined || wording.amendment === null) continue;
    chosen.add(wording.amendment);
    if (kind === 'clause') from.set(id, wording.amendment);
  }
  const over = overAgreed(text);
  for (const number of chosen) for (const id of over.footprints.get(number)?.brings ?? []) from.set(id, number);
  return withChosen(over, chosen)
    .clauses.filter(({ id }) => !out.has(id))
    .map((clause) => ({ clause, amendment: from.get(clause.id) ?? null }));
};
