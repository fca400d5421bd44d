import type { ClauseId } from '../../base/ids.ts';
import { type Amendment, type Text, targetKey } from '../../charter/state.ts';
import { present } from '../../charter/texts.ts';
import { applyChange } from '../../text/apply-change.ts';
import { type Change, broughtBy } from '../../text/change.ts';
import { type Clause, sameClause } from '../../text/clause.ts';
import { toMarkdown } from '../../text/markdown.ts';
import { merge } from '../../text/merge.ts';
import type { Context } from '../context.ts';
import type { Fields } from '../fields.ts';
import { withFields } from './change-fields.ts';
import { readContinued } from './continued.ts';
import type { Earlier } from './source.ts';

/** Working amendments into the text of a revision that is being written. */

export const amendmentsLeft = (text: Text): readonly Amendment[] =>
  text.amendments.filter(({ fate }) => fate.kind === 'open');

/** Whether the rules say how amendments are agreed, so that a revision takes in agreed ones and no others (13.2). */
export const isByAgreement = ({ reader }: Context): boolean => reader.charter()?.charter.rules.texts !== undefined;

/** The amendments that a revision may take in now. */
export const takeable = (context: Context, text: Text): readonly Amendment[] =>
  text.amendments.filter(({ fate }) => fate.kind === 'agreed' || (fate.kind === 'open' && !isByAgreement(context)));

/** What a revision continues: the present clauses; and the ids of all that ever were or are proposed, which new clauses may not take. */
export const earlierOf = (text: Text): Earlier => ({
  before: present(text).clauses,
  taken: [
    ...text.revisions.flatMap(({ clauses }) => clauses.map(({ id }) => id)),
    ...text.amendments.flatMap(({ change }): readonly ClauseId[] => broughtBy(change).map(({ id }) => id)),
  ],
  brief: true,
});

/** The present text with these amendments in it, and nothing else changed. */
export const workedText = (text: Text, amendments: readonly Amendment[]): readonly Clause[] =>
  merge(present(text).clauses, amendments.map(overPresent)).clauses;

const overPresent = ({ number, current }: Amendment) => ({ number, change: current });

/**
 * The form with the chosen ones of the `offered` amendments made in its text. `worked-in` names those that stand there now, `unfit`
 * those that the text has no place for; the latter are no longer chosen.
 */
export const takeIn = (text: Text, offered: readonly Amendment[], fields: Fields): Fields => {
  const read = readContinued({ title: fields.text('title'), body: fields.source('body') }, earlierOf(text));
  // What is wrong with the text is shown above the form, as for a preview.
  if (!read.ok) return withFields(fields, { step: 'preview' });
  const chosen = fields.all('tookIn').map((value) => offered.find(({ number }) => `${number}` === value));
  const agreed = workedText(
    text,
    chosen.filter((amendment) => amendment !== undefined),
  );
  let { clauses } = read.value;
  const workedIn: string[] = [];
  const unfit: string[] = [];
  for (const [i, value] of fields.all('tookIn').entries()) {
    const amendment = chosen[i];
    const now = amendment === undefined ? null : madeIn(text, clauses, agreed, amendment);
    if (now !== null) clauses = now;
    (now === null ? unfit : workedIn).push(value);
  }
  return withFields(fields, {
    body: toMarkdown({ title: null, clauses }),
    tookIn: workedIn,
    'worked-in': workedIn,
    unfit,
  });
};

/** What was typed, with the amendment made in it; `null` where other words were typed in its place. */
const madeIn = (
  text: Text,
  typed: readonly Clause[],
  agreed: readonly Clause[],
  amendment: Amendment,
): readonly Clause[] | null => {
  const { current: change, number } = amendment;
  if (isTaken(typed, agreed, change)) return typed;
  if (change.kind !== 'replace' || change.as !== undefined) {
    const changed = applyChange(typed, change);
    return changed.ok ? changed.value : null;
  }
  const [old, now] = [present(text).clauses, typed].map((clauses) => clauses.find(({ id }) => id === change.clause));
  if (old === undefined || now === undefined) return null;
  const both = [
    { number: 0, change: { kind: 'replace' as const, clause: old.id, words: now.words } },
    { number, change },
  ];
  const merged = merge([old], now.words === old.words ? both.slice(1) : both);
  const words = merged.clauses[0]?.words;
  if (merged.collisions.length > 0 || words === undefined) return null;
  return typed.map((clause) => (clause.id === old.id ? { ...clause, words } : clause));
};

/** Whether the clauses are as the change would have them, by itself or together with the others of `agreed`. */
export const isTaken = (clauses: readonly Clause[], agreed: readonly Clause[], change: Change): boolean => {
  if (isTakenAsProposed(clauses, change)) return true;
  return (
    change.kind === 'replace' &&
    [clauses, agreed]
      .map((list) => list.find(({ id }) => id === change.clause))
      .every((clause, _, [first]) => clause !== undefined && first !== undefined && sameClause(clause, first))
  );
};

/** Whether the clauses are as the change by itself would have them. */
export const isTakenAsProposed = (clauses: readonly Clause[], change: Change): boolean => {
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
