import type { Clause } from '../../text/clause.ts';
import type { Choice } from '../../text/common/problem.ts';
import type { Unit } from './units.ts';
import { overAgreed, withChosen } from '../texts/consolidated.ts';
import type { Text } from '../texts/state.ts';

/** A clause of a common text, with the amendments that its words or the clause itself come from; none: from the present text. */
export interface CommonClause {
  readonly clause: Clause;
  readonly amendments: readonly number[];
}

/** The text of a choice, in order, with the places that amendments give to clauses. */
export const commonClauses = (text: Text, units: readonly Unit[], choice: Choice): readonly CommonClause[] => {
  const chosen = new Set<number>();
  const out = new Set<string>();
  const from = new Map<string, readonly number[]>();
  for (const [at, { id, kind, wordings }] of units.entries()) {
    const wording = wordings.find((one) => one.id === choice[at]);
    if (wording === undefined && kind === 'clause') out.add(id);
    // One that is joined to another brings what that one says.
    if (wording === undefined || wording.into !== null) continue;
    for (const number of wording.amendments) chosen.add(number);
    if (kind === 'clause') from.set(id, wording.amendments);
  }
  const over = overAgreed(text);
  for (const number of chosen) for (const id of over.footprints.get(number)?.brings ?? []) from.set(id, [number]);
  return withChosen(over, chosen)
    .clauses.filter(({ id }) => !out.has(id))
    .map((clause) => ({ clause, amendments: from.get(clause.id) ?? [] }));
};
