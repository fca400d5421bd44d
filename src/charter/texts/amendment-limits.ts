import type { ClauseId, OrganisationId } from '../../base/ids.ts';
import { broughtBy, clausesOf } from '../../text/change-parts.ts';
import type { Change } from '../../text/change.ts';
import { type Clause, lengthOf } from '../../text/clause.ts';
import type { LimitName } from '../law/limits.ts';
import { type Refusal, beyond } from '../law/refusal.ts';
import type { Text } from './state.ts';
import { present } from './texts.ts';

/** How many amendments, of how many words, are compared at one time: in one act, on one clause, in one text. */

export const AMENDING_LIMITS = [
  'words-at-once',
  'clause-amendments',
  'own-clause-amendments',
  'clause-words',
  'own-clause-words',
  'text-amendments',
  'own-text-amendments',
] as const satisfies readonly LimitName[];

/** The characters that are compared to tell what a change does: of the clause as it stands, and as it would read. */
export const comparedIn = (text: Text, change: Change): number => {
  switch (change.kind) {
    case 'replace':
    case 'split': {
      const stands = clauseIn(text, change.clause)?.words.length ?? 0;
      return stands + change.words.length + lengthOf(broughtBy(change));
    }
    case 'add':
      return change.clause.words.length;
    case 'join':
      return change.words.length + lengthOf(change.clauses.flatMap((id) => clauseIn(text, id) ?? []));
    case 'delete':
    case 'move':
      return 0;
  }
};

const clauseIn = (text: Text, id: ClauseId): Clause | undefined =>
  present(text).clauses[text.live.places.get(id) ?? -1];

const comparedInAll = (text: Text, changes: readonly Change[]): number =>
  changes.reduce((sum, change) => sum + comparedIn(text, change), 0);

/** Refused where these changes, which fit, are more than one act may bring, or their text, its clauses or the share of their mover could take. */
export const crowdRefusal = (text: Text, by: OrganisationId, changes: readonly Change[]): Refusal | null => {
  const numbers = [...text.live.numbers, ...text.live.toRenew];
  const own = numbers.filter((number) => text.amendments[number - 1]?.by === by).length;
  const compared = changes.map((change) => comparedIn(text, change));
  return (
    beyond('13.2', 'amendments-at-once', changes.length) ??
    beyond(
      '13.2',
      'words-at-once',
      compared.reduce((sum, count) => sum + count, 0),
    ) ??
    beyond('13.2', 'text-amendments', numbers.length + changes.length) ??
    beyond('13.2', 'own-text-amendments', own + changes.length) ??
    clausesRefusal(text, by, changes, compared)
  );
};

const idsOf = (change: Change): readonly ClauseId[] => [...clausesOf(change), ...broughtBy(change).map(({ id }) => id)];

interface Crowd {
  readonly count: number;
  readonly words: number;
  readonly own: number;
  readonly ownWords: number;
}

const clausesRefusal = (
  text: Text,
  by: OrganisationId,
  changes: readonly Change[],
  compared: readonly number[],
): Refusal | null => {
  const crowds = new Map<ClauseId, Crowd>();
  for (const [i, change] of changes.entries()) {
    for (const id of idsOf(change)) {
      const { count, words, own, ownWords } = crowds.get(id) ?? crowdOn(text, by, id);
      const more = compared[i] ?? 0;
      const crowd = { count: count + 1, words: words + more, own: own + 1, ownWords: ownWords + more };
      crowds.set(id, crowd);
      const refusal = crowdedRefusal(crowd);
      if (refusal !== null) return refusal;
    }
  }
  return null;
};

const crowdedRefusal = ({ count, words, own, ownWords }: Crowd): Refusal | null =>
  beyond('13.2', 'clause-amendments', count) ??
  beyond('13.2', 'clause-words', words) ??
  beyond('13.2', 'own-clause-amendments', own) ??
  // However long a clause is, everyone can have one other wording of it.
  (own === 1 ? null : beyond('13.2', 'own-clause-words', ownWords));

const crowdOn = (text: Text, by: OrganisationId, id: ClauseId): Crowd => {
  let [count, words, own, ownWords] = [0, 0, 0, 0];
  for (const number of text.live.about.get(id) ?? []) {
    const amendment = text.amendments[number - 1];
    if (amendment === undefined) continue;
    const more = comparedInAll(text, amendment.current);
    count += 1;
    words += more;
    if (amendment.by !== by) continue;
    own += 1;
    ownWords += more;
  }
  return { count, words, own, ownWords };
};

/**
 * Refused where a revision rewords more of the clauses that amendments are about than one act can compare. `taken` are the clauses as what it takes in makes them:
 * whoever publishes these has compared nothing, and whoever rewords much of them goes clause by clause.
 */
export const revisionCrowdRefusal = (
  text: Text,
  taken: readonly Clause[],
  after: readonly Clause[],
): Refusal | null => {
  const now = new Map(after.map(({ id, words }) => [id, words]));
  let compared = 0;
  for (const { id, words } of taken) {
    const reworded = now.get(id);
    if (reworded !== undefined && reworded !== words && text.live.about.has(id))
      compared += words.length + reworded.length;
  }
  return beyond('13.2', 'words-at-once', compared);
};
