import type { ClauseId, OrganisationId } from '../base/ids.ts';
import { type Change, broughtBy } from '../text/change.ts';
import { type Clause, lengthOf } from '../text/clause.ts';
import { beyond } from './limits.ts';
import { idsIn } from './live.ts';
import type { Refusal } from './refusal.ts';
import type { Text } from './state.ts';
import { present } from './texts.ts';

/** How many amendments, of how many words, are compared at one time: in one act, on one clause, in one text. */

/** The characters that are compared to tell what a change does: of the clause as it stands, and as it would read. */
export const comparedIn = (text: Text, change: Change): number => {
  switch (change.kind) {
    case 'replace':
    case 'split': {
      const stands = present(text).clauses[text.live.places.get(change.clause) ?? -1]?.words.length ?? 0;
      return stands + change.words.length + lengthOf(broughtBy(change));
    }
    case 'add':
      return change.clause.words.length;
    case 'join':
      return change.words.length;
    case 'delete':
    case 'move':
      return 0;
  }
};

/** Refused where these changes, which fit, are more than one act may bring, or their text, its clauses or the share of their mover could take. */
export const crowdRefusal = (text: Text, by: OrganisationId, changes: readonly Change[]): Refusal | null => {
  const { numbers } = text.live;
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
    for (const id of idsIn(change)) {
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
    const more = comparedIn(text, amendment.current);
    count += 1;
    words += more;
    if (amendment.by !== by) continue;
    own += 1;
    ownWords += more;
  }
  return { count, words, own, ownWords };
};

/**
 * Refused where a revision rewords clauses on which more is open than one act can compare anew. Whoever revises can go clause by clause: one that does not get longer never has so
 * much.
 */
export const revisionCrowdRefusal = (text: Text, after: readonly Clause[]): Refusal | null => {
  const now = new Map(after.map(({ id, words }) => [id, words]));
  let compared = 0;
  for (const { id, words } of present(text).clauses) {
    const reworded = now.get(id);
    if (reworded === undefined || reworded === words) continue;
    for (const number of text.live.about.get(id) ?? []) {
      const amendment = text.amendments[number - 1];
      const before = amendment === undefined ? 0 : comparedIn(text, amendment.current);
      if (before > 0) compared += before + reworded.length - words.length;
    }
  }
  return beyond('13.2', 'words-at-once', compared);
};
