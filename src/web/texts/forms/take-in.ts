import type { ClauseId } from '../../../base/ids.ts';
import { textWith } from '../../../charter/texts/effect.ts';
import { idsIn } from '../../../charter/texts/live.ts';
import { targetKey } from '../../../charter/texts/position-state.ts';
import type { Amendment, Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import { applyChange, placesOf } from '../../../text/apply-change.ts';
import { broughtBy } from '../../../text/change-parts.ts';
import type { Change } from '../../../text/change.ts';
import { sameClause } from '../../../text/clause-form.ts';
import type { Clause } from '../../../text/clause.ts';
import { carriedOn } from '../../../text/carry-on.ts';
import { toMarkdown } from '../../../text/markdown.ts';
import { combine } from '../../../text/merge.ts';
import type { Fields } from '../../kit/fields.ts';
import { readTyped } from '../../shared/typed-source.ts';
import { withFields } from '../../act/change-fields.ts';
import type { Earlier } from '../../act/continued.ts';

/** Working amendments into the text of a revision that is being written. */

export const amendmentsLeft = (text: Text): readonly Amendment[] =>
  text.amendments.filter(({ fate }) => fate.kind === 'open');

/** The amendments that a revision may take in now: those that are agreed (13.2). */
export const takeable = (text: Text): readonly Amendment[] =>
  text.amendments.filter(({ fate }) => fate.kind === 'agreed');

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
  textWith(
    text,
    amendments.map(({ number }) => number),
  ).clauses;

/**
 * The form with the chosen ones of the `offered` amendments made in its text. `worked-in` names those that stand there now, `unfit`
 * those that the text has no place for; the latter are no longer chosen.
 */
export const takeIn = (text: Text, offered: readonly Amendment[], fields: Fields): Fields => {
  const read = readTyped({ title: fields.text('title'), body: fields.source('body') }, earlierOf(text));
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
  if (isTaken(typed, agreed, amendment)) return typed;
  const { number, footprint } = amendment;
  const one = carriedOn(present(text).clauses, new Map(), typed, new Map([[number, footprint]])).get(number);
  if (one === undefined || one.kind === 'contested') return null;
  if (one.kind === 'ended') return one.why === 'done' ? typed : null;
  return combine(typed, placesOf(typed), new Map([[number, one.footprint]])).clauses;
};

/** Whether the clauses are as the amendment would have them, by itself or together with the others of `agreed`. */
export const isTaken = (clauses: readonly Clause[], agreed: readonly Clause[], amendment: Amendment): boolean => {
  const { current, footprint } = amendment;
  if (current.every((change) => isTakenAsProposed(clauses, change))) return true;
  const moves = footprint.touches.some(({ move }) => move !== null);
  return !moves && idsIn(footprint).every((id) => sameOrGone(clauses, agreed, id));
};

const sameOrGone = (a: readonly Clause[], b: readonly Clause[], id: ClauseId): boolean => {
  const [one, other] = [a, b].map((clauses) => clauses.find((clause) => clause.id === id));
  return one === undefined || other === undefined ? one === other : sameClause(one, other);
};

/** Whether the clauses are as the change by itself would have them. */
const isTakenAsProposed = (clauses: readonly Clause[], change: Change): boolean => {
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
