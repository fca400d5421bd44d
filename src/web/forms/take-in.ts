import type { ClauseId } from '../../base/ids.ts';
import { type Amendment, type Text, targetKey } from '../../charter/state.ts';
import { present } from '../../charter/texts.ts';
import { applyChange } from '../../text/apply-change.ts';
import { broughtBy } from '../../text/change.ts';
import { type Clause, sameClause } from '../../text/clause.ts';
import { fromMarkdown, toMarkdown } from '../../text/markdown.ts';
import type { Fields } from '../fields.ts';
import { withFields } from './change-fields.ts';
import type { Earlier } from './source.ts';

/** Working amendments into the text of a revision that is being written. */

export const amendmentsLeft = (text: Text): readonly Amendment[] =>
  text.amendments.filter(({ fate }) => fate.kind === 'open');

/** What a revision continues: the present clauses; and the ids of all that ever were or are proposed, which new clauses may not take. */
export const earlierOf = (text: Text): Earlier => ({
  before: present(text).clauses,
  taken: [
    ...text.revisions.flatMap(({ clauses }) => clauses.map(({ id }) => id)),
    ...text.amendments.flatMap(({ change }): readonly ClauseId[] => broughtBy(change).map(({ id }) => id)),
  ],
});

/**
 * The form with the chosen amendments made in its text. `worked-in` names those that stand there now, `unfit` those that the
 * text has no place for; the latter are no longer chosen.
 */
export const takeIn = (text: Text, fields: Fields): Fields => {
  const read = fromMarkdown(fields.text('body'), earlierOf(text));
  // What is wrong with the text is shown above the form, as for a preview.
  if (!read.ok) return withFields(fields, { step: 'preview' });
  let { clauses } = read.value;
  const workedIn: string[] = [];
  const unfit: string[] = [];
  for (const value of fields.all('tookIn')) {
    const amendment = amendmentsLeft(text).find(({ number }) => `${number}` === value);
    const changed = amendment === undefined ? null : applyChange(clauses, amendment.change);
    if (changed?.ok === true) clauses = changed.value;
    const fits = changed?.ok === true || (amendment !== undefined && isTakenAsProposed(clauses, amendment));
    (fits ? workedIn : unfit).push(value);
  }
  return withFields(fields, {
    body: toMarkdown({ title: null, clauses }),
    tookIn: workedIn,
    'worked-in': workedIn,
    unfit,
  });
};

/** Whether the clauses are as the amendment would have them. */
export const isTakenAsProposed = (clauses: readonly Clause[], { change }: Amendment): boolean => {
  const has = (wanted: Clause): boolean => clauses.some((clause) => sameClause(clause, wanted));
  const reads = (id: ClauseId | undefined, words: string): boolean =>
    clauses.some((clause) => clause.id === id && clause.words === words);
  switch (change.kind) {
    case 'add':
      return has(change.clause);
    case 'split':
      return reads(change.clause, change.words) && change.into.every(has);
    case 'join': {
      const [first, ...gone] = change.clauses;
      return reads(first, change.words) && clauses.every(({ id }) => !gone.includes(id));
    }
    case 'delete':
      return clauses.every(({ id }) => id !== change.clause);
    case 'replace':
    case 'move': {
      const again = applyChange(clauses, change);
      return !again.ok && again.error.kind === 'changes-nothing';
    }
  }
};

/** How many positions would lapse by a revision with these clauses: those on words that change, and on the whole. */
export const lapsing = (text: Text, clauses: readonly Clause[]): number => {
  const after = new Map(clauses.map((clause) => [clause.id, clause]));
  const changed = present(text).clauses.filter((clause) => {
    const now = after.get(clause.id);
    return now === undefined || !sameClause(clause, now);
  });
  return ['whole', ...changed.map(({ id }) => targetKey({ kind: 'clause', clause: id }))].reduce(
    (sum, key) => sum + (text.standing.get(key)?.size ?? 0),
    0,
  );
};
