import type { ClauseId } from '../../../base/ids.ts';
import type { Thread } from '../../../charter/texts/negotiation-state.ts';
import type { Amendment, Friction, Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import type { Context } from '../../kit/context.ts';
import { frictionIn, isOpen } from './text-facts.ts';

/** What is open in a text: the clauses that somebody objects to, would word otherwise or debates, in the order of the text, and behind them the whole. */

export interface OpenPoint {
  /** `null`: the whole. */
  readonly clause: ClauseId | null;
  /** Objections to the words as they stand. */
  readonly friction: Friction | undefined;
  /** Settled amendments on which a condition does not hold. */
  readonly failing: readonly Friction[];
  /** Open amendments about it, in order. */
  readonly amendments: readonly Amendment[];
  /** Open threads on it, or on one of its amendments. */
  readonly threads: readonly Thread[];
}

type Growing = {
  -readonly [Part in keyof OpenPoint]: OpenPoint[Part] extends readonly (infer One)[] ? One[] : OpenPoint[Part];
};

export const openPoints = (context: Context, text: Text): readonly OpenPoint[] => {
  const clauses = present(text).clauses.map(({ id }) => id);
  const there = new Set(clauses);
  const points = new Map<ClauseId | null, Growing>();
  const at = (clause: ClauseId | null): Growing => {
    const known = points.get(clause);
    if (known !== undefined) return known;
    const point: Growing = { clause, friction: undefined, failing: [], amendments: [], threads: [] };
    points.set(clause, point);
    return point;
  };
  const placesOf = (amendment: Amendment | undefined): readonly (ClauseId | null)[] => {
    const about = amendment === undefined ? [] : clausesAbout(amendment).filter((id) => there.has(id));
    return about.length === 0 ? [null] : about;
  };
  for (const friction of frictionIn(context, text)) {
    const { on } = friction;
    if (on.kind === 'amendment')
      for (const place of placesOf(text.amendments[on.amendment - 1]).slice(0, 1)) at(place).failing.push(friction);
    else at(on.kind === 'whole' ? null : on.clause).friction = friction;
  }
  for (const number of text.live.numbers) {
    const amendment = text.amendments[number - 1];
    if (amendment?.fate.kind === 'open') for (const place of placesOf(amendment)) at(place).amendments.push(amendment);
  }
  for (const thread of text.threads) {
    if (thread.resolved !== null || !isOpen(text)) continue;
    const { on } = thread;
    const [place = null] =
      on.kind === 'amendment'
        ? placesOf(text.amendments[on.amendment - 1])
        : [on.kind === 'clause' && there.has(on.clause) ? on.clause : null];
    at(place).threads.push(thread);
  }
  return [...clauses, null].flatMap((clause) => points.get(clause) ?? []);
};

/** The clauses that an amendment changes, or behind which it puts something. */
const clausesAbout = ({ footprint }: Amendment): readonly ClauseId[] => [
  ...new Set([
    ...footprint.touches.map(({ clause }) => clause),
    ...footprint.adds.flatMap(({ slot }) => slot.after ?? []),
  ]),
];
