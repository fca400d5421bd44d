import type { ClauseId, OrganisationId } from '../../base/ids.ts';
import { DAY, type Instant, after } from '../../base/time.ts';
import { hasAnswered } from '../../charter/group/unanswered.ts';
import { openDisagreement } from '../../charter/law/disagreement.ts';
import { targetKey } from '../../charter/texts/position-state.ts';
import type { Post } from '../../charter/texts/negotiation-state.ts';
import type { Amendment, Text } from '../../charter/texts/state.ts';
import { present } from '../../charter/texts/texts.ts';
import { namedIn } from '../../text/mentions.ts';
import type { Reader } from './reader.ts';

/** What a text asks of an organisation. */

export type TextNeed =
  | { readonly kind: 'decide'; readonly text: number; readonly deadline: Instant }
  /** Clauses of a text under negotiation on whose present wording it has not said where it stands. */
  | { readonly kind: 'position'; readonly text: number; readonly clauses: readonly ClauseId[]; readonly deadline: null }
  /** Amendments that are agreed soon if nobody objects, and on which it has not said where it stands. */
  | {
      readonly kind: 'amendments';
      readonly text: number;
      readonly amendments: readonly number[];
      readonly deadline: Instant;
    }
  /** Agreed amendments that wait for its revision. */
  | { readonly kind: 'revise'; readonly text: number; readonly amendments: readonly number[]; readonly deadline: null }
  /** Amendments of its own that a revision stands against: it renews them or lets them be. */
  | { readonly kind: 'renew'; readonly text: number; readonly amendments: readonly number[]; readonly deadline: null }
  /** Renewed amendments on which its position lapsed. */
  | { readonly kind: 'lapsed'; readonly text: number; readonly amendments: readonly number[]; readonly deadline: null }
  /** A proposal about a text that stands if nobody disagrees. */
  | { readonly kind: 'proposal'; readonly text: number; readonly proposal: number; readonly deadline: Instant }
  /** Threads of debate in which it was named since it last wrote there. */
  | { readonly kind: 'mentioned'; readonly text: number; readonly threads: readonly number[]; readonly deadline: null }
  /** Other ones in which it has written and somebody has replied. */
  | { readonly kind: 'threads'; readonly text: number; readonly threads: readonly number[]; readonly deadline: null }
  | { readonly kind: 'sign'; readonly text: number; readonly deadline: null }
  | { readonly kind: 'confirm'; readonly text: number; readonly deadline: null };

interface Asked {
  readonly reader: Reader;
  readonly id: OrganisationId;
  readonly now: Instant;
}

export const textNeeds = (asked: Asked, text: Text): readonly TextNeed[] => [
  ...stageNeeds(asked, text),
  ...proposalNeeds(asked, text),
  ...threadNeeds(asked, text),
];

const stageNeeds = (asked: Asked, text: Text): readonly TextNeed[] => {
  const { id } = asked;
  switch (text.stage) {
    case 'decision':
      if (text.decision === null || hasAnswered(text, id)) return [];
      return [{ kind: 'decide', text: text.number, deadline: text.decision.deadline }];
    case 'negotiation':
      return [
        ...positionNeeds(asked, text),
        ...amendmentNeeds(asked, text),
        ...renewalNeeds(asked, text),
        ...revisionNeeds(asked, text),
      ];
    case 'adopted':
      return signatureNeeds(asked, text);
    case 'not-adopted':
    case 'withdrawn':
      return [];
  }
};

const positionNeeds = ({ id }: Asked, text: Text): readonly TextNeed[] => {
  if (hasAnswered(text, id)) return [];
  const clauses = present(text)
    .clauses.filter((clause) => clause.kind !== 'heading')
    .map((clause) => clause.id)
    .filter((clause) => text.standing.get(targetKey({ kind: 'clause', clause }))?.has(id) !== true);
  return [{ kind: 'position', text: text.number, clauses, deadline: null }];
};

const WEEK = 7 * DAY;

/** Amendments that are agreed within a week if nobody objects, and on which it has said nothing. */
const amendmentNeeds = ({ reader, id, now }: Asked, text: Text): readonly TextNeed[] => {
  const waiting = text.amendments.flatMap((amendment) => {
    const { fate, by, joint, number, period } = amendment;
    const own = by === id || joint.includes(id);
    const said = text.standing.get(targetKey({ kind: 'amendment', amendment: number }))?.has(id) === true;
    const soon = fate.kind === 'open' && period !== null && period <= after(now, WEEK);
    return soon && !own && !said && reader.unopposed(text, amendment) ? [{ number, period }] : [];
  });
  const [first] = waiting.toSorted((a, b) => a.period - b.period);
  if (first === undefined) return [];
  const amendments = waiting.map(({ number }) => number);
  return [{ kind: 'amendments', text: text.number, amendments, deadline: first.period }];
};

/** Its own amendments that wait to be renewed, and others' that were renewed after it had spoken on them. */
const renewalNeeds = ({ id }: Asked, text: Text): readonly TextNeed[] => {
  const waiting = text.amendments.filter(
    ({ fate, by, joint }) => fate.kind === 'to-renew' && (by === id || joint.includes(id)),
  );
  const lapsed = text.amendments.filter((amendment) => amendment.fate.kind === 'open' && amendment.lapsed.includes(id));
  const need = (kind: 'renew' | 'lapsed', amendments: readonly Amendment[]): readonly TextNeed[] =>
    amendments.length === 0
      ? []
      : [{ kind, text: text.number, amendments: amendments.map(({ number }) => number), deadline: null }];
  return [...need('renew', waiting), ...need('lapsed', lapsed)];
};

/** Agreed amendments that wait for a revision by whoever may publish one. */
const revisionNeeds = ({ reader, id }: Asked, text: Text): readonly TextNeed[] => {
  const amendments = text.amendments.filter(({ fate }) => fate.kind === 'agreed').map(({ number }) => number);
  return amendments.length === 0 || !reader.mayRevise(text, id)
    ? []
    : [{ kind: 'revise', text: text.number, amendments, deadline: null }];
};

const signatureNeeds = ({ id }: Asked, text: Text): readonly TextNeed[] => {
  const signature = text.signatures.get(id);
  if (signature === undefined) {
    // Whoever objected, or stood aside, has said that it will not, and is not asked again; it may sign all the same.
    const answer = text.decision?.outcome?.answers.find(({ organisation }) => organisation === id)?.stand;
    const willing = answer === undefined || answer === 'support' || answer === 'accept';
    return willing ? [{ kind: 'sign', text: text.number, deadline: null }] : [];
  }
  const waiting =
    signature.referendum !== null && signature.referendum.confirmed === null && signature.withdrawn === null;
  return waiting ? [{ kind: 'confirm', text: text.number, deadline: null }] : [];
};

/** Open proposals by others that nobody disagrees with yet: they stand by silence. */
const proposalNeeds = ({ id }: Asked, text: Text): readonly TextNeed[] =>
  text.proposals.flatMap((proposal): readonly TextNeed[] => {
    const { outcome, by, number, deadline } = proposal;
    const mine = by === id || openDisagreement(proposal, id) !== undefined;
    return outcome !== 'open' || mine ? [] : [{ kind: 'proposal', text: text.number, proposal: number, deadline }];
  });

/** Open threads in which others have had the last word: those in which they named it since it wrote there, and of the others those that it has written in. */
const threadNeeds = ({ id }: Asked, text: Text): readonly TextNeed[] => {
  if (text.stage !== 'negotiation' && text.stage !== 'decision') return [];
  const mentioned: number[] = [];
  const threads: number[] = [];
  for (const { resolved, posts, number } of text.threads) {
    if (resolved !== null) continue;
    const last = posts.findLastIndex(({ by }) => by === id);
    const since = posts.slice(last + 1);
    if (since.some((post) => namedBy(post).has(id))) mentioned.push(number);
    else if (last >= 0 && since.length > 0) threads.push(number);
  }
  const need = (kind: 'mentioned' | 'threads', numbers: readonly number[]): readonly TextNeed[] =>
    numbers.length === 0 ? [] : [{ kind, text: text.number, threads: numbers, deadline: null }];
  return [...need('mentioned', mentioned), ...need('threads', threads)];
};

/** What was said stays as it is, and is asked for by each organisation. */
const named = new WeakMap<Post, ReadonlySet<string>>();

const namedBy = (post: Post): ReadonlySet<string> => {
  const known = named.get(post) ?? namedIn(post.words);
  named.set(post, known);
  return known;
};
