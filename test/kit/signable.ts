import type { ClauseId, OrganisationId } from '../../src/base/ids.ts';
import { isIn } from '../../src/charter/texts/conditions.ts';
import { type OverAgreed, overAgreed, withChosen } from '../../src/charter/texts/consolidated.ts';
import { idsIn } from '../../src/charter/texts/live.ts';
import { participants } from '../../src/charter/members/organisations.ts';
import type { State } from '../../src/charter/state.ts';
import type { Condition, Position } from '../../src/charter/texts/position-state.ts';
import type { Text } from '../../src/charter/texts/state.ts';
import { sameClause } from '../../src/text/clause-form.ts';
import type { Clause } from '../../src/text/clause.ts';
import type { Touch } from '../../src/text/footprint.ts';

/**
 * Who could sign what, judged on words: each text is made by merging the amendments chosen for it, and each position is asked of it. Shares nothing with
 * what puts the question or searches for the answer (`src/charter/common-*.ts`, `src/text/common/`).
 */

/** A text that could be offered: with these open amendments in it, and without these clauses of the agreed text. */
export interface Offer {
  readonly chosen: ReadonlySet<number>;
  readonly out: ReadonlySet<ClauseId>;
}

export interface Judge {
  /** The words of an offer; `null` where it is no text: amendments collide, or are about a clause that has fallen out. */
  readonly words: (offer: Offer) => readonly Clause[] | null;
  readonly weight: (offer: Offer) => number;
  readonly signers: (offer: Offer, words: readonly Clause[]) => readonly OrganisationId[];
  /** For every number of signers from 1 the greatest weight, `null` where they could sign nothing: by trying everything. */
  readonly frontier: () => readonly (number | null)[];
}

const spaced = (words: string): string => words.replaceAll(/[ \n\u00a0]+/gu, ' ');

const changes = ({ edits, form, move, join }: Touch): boolean =>
  edits.length > 0 || form !== null || move !== null || join !== null;

const subsets = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  all.reduce<readonly (readonly T[])[]>((sets, one) => sets.flatMap((set) => [set, [...set, one]]), [[]]);

export const createJudge = (state: State, text: Text): Judge => {
  const over: OverAgreed = overAgreed(text);
  const choosing: number[] = [];
  const deleting = new Map<number, readonly ClauseId[]>();
  for (const [number, { touches, adds }] of over.footprints) {
    if (adds.length > 0 || touches.some(changes)) choosing.push(number);
    else
      deleting.set(
        number,
        touches.flatMap((touch) => (touch.deletes ? [touch.clause] : [])),
      );
  }
  const merged = new Map<string, readonly Clause[] | null>();
  const mergedOf = (chosen: ReadonlySet<number>): readonly Clause[] | null => {
    const key = [...chosen].join(' ');
    const known = merged.get(key);
    if (known !== undefined) return known;
    const { clauses, collisions } = withChosen(over, chosen);
    const found = collisions.length > 0 ? null : clauses;
    merged.set(key, found);
    return found;
  };
  const words = ({ chosen, out }: Offer): readonly Clause[] | null => {
    for (const number of chosen)
      for (const touch of over.footprints.get(number)?.touches ?? []) {
        if (changes(touch) && out.has(touch.clause)) return null;
        if (touch.deletes && !out.has(touch.clause)) return null;
      }
    return mergedOf(chosen)?.filter(({ id }) => !out.has(id)) ?? null;
  };
  const weightOf = ({ id, kind }: Clause): number => text.weights.get(id) ?? (kind === 'heading' ? 0 : 1);
  const weight = ({ chosen, out }: Offer): number => {
    const added = new Map(
      [...chosen].flatMap((number) =>
        (over.footprints.get(number)?.adds ?? []).map(({ clause }) => [clause.id, clause] as const),
      ),
    );
    const kept = over.clauses.filter(({ id }) => !out.has(id));
    return [...kept, ...added.values()].reduce((sum, clause) => sum + weightOf(clause), 0);
  };
  /** Whether an amendment is in an offer. */
  const holdsAmendment = ({ chosen, out }: Offer, number: number): boolean => {
    const gone = deleting.get(number);
    if (gone !== undefined) return gone.every((id) => out.has(id));
    return over.footprints.has(number) ? chosen.has(number) : isIn(text, number);
  };
  const holds = (offer: Offer, clauses: readonly Clause[], { revision }: Position, condition: Condition): boolean => {
    const standing = 'clause' in condition ? clauses.find(({ id }) => id === condition.clause) : undefined;
    switch (condition.kind) {
      case 'stays': {
        const then = text.revisions[revision - 1]?.clauses.find(({ id }) => id === condition.clause);
        return then !== undefined && standing !== undefined && sameClause(then, standing);
      }
      case 'goes':
        return standing === undefined;
      case 'words':
        return standing !== undefined && spaced(standing.words).includes(spaced(condition.words));
      case 'with':
        return holdsAmendment(offer, condition.amendment);
      case 'without':
        return !holdsAmendment(offer, condition.amendment);
    }
  };
  /** Whether what a position is about is in an offer. */
  const isThere = (offer: Offer, clauses: readonly Clause[], { on }: Position): boolean => {
    if (on.kind === 'whole') return true;
    if (on.kind === 'clause') {
      const now = over.clauses.find(({ id }) => id === on.clause);
      return now !== undefined && clauses.some((clause) => sameClause(clause, now));
    }
    if (over.footprints.has(on.amendment)) return holdsAmendment(offer, on.amendment);
    let amendment = text.amendments[on.amendment - 1];
    while (amendment?.fate.kind === 'replaced') amendment = text.amendments[amendment.fate.amendment - 1];
    if (amendment === undefined || !isIn(text, amendment.number)) return false;
    const { footprint } = amendment;
    const about = over.clauses.filter(({ id }) => idsIn(footprint).includes(id));
    const takesAway = footprint.touches.some(({ deletes }) => deletes);
    return takesAway || about.length === 0 || about.some(({ id }) => !offer.out.has(id));
  };
  const isFine = (offer: Offer, clauses: readonly Clause[], position: Position): boolean => {
    if (position.on.kind === 'whole' && (position.stand === 'object' || position.stand === 'stand-aside')) return false;
    if (!isThere(offer, clauses, position)) return true;
    return position.stand !== 'object' && position.conditions.every((one) => holds(offer, clauses, position, one));
  };
  const voices = participants(state).map(({ id }) => ({
    id,
    positions: [...text.standing.values()].flatMap((positions) => positions.get(id) ?? []),
  }));
  const signers = (offer: Offer, clauses: readonly Clause[]): readonly OrganisationId[] =>
    voices.filter(({ positions }) => positions.every((one) => isFine(offer, clauses, one))).map(({ id }) => id);
  return {
    words,
    weight,
    signers,
    frontier: () => {
      const best = voices.map((): number | null => null);
      const outs = subsets(over.clauses.map(({ id }) => id)).map((ids) => new Set(ids));
      for (const chosen of subsets(choosing).map((numbers) => new Set(numbers))) {
        if (mergedOf(chosen) === null) continue;
        for (const out of outs) {
          const offer = { chosen, out };
          const clauses = words(offer);
          if (clauses === null) continue;
          const able = signers(offer, clauses).length;
          for (let k = 1; k <= able; k++) best[k - 1] = Math.max(best[k - 1] ?? 0, weight(offer));
        }
      }
      return best;
    },
  };
};
