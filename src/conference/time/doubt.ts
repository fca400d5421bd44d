import type { OrganisationId, Slug } from '../../base/ids.ts';
import { type Instant, MINUTE } from '../../base/time.ts';
import { SAMPLE } from '../door/shares.ts';

/**
 * Whether the machine's clock is believed. It may jump, or have been put wrong while the node was not there to see; then there are two times, and until
 * somebody says which of them it is, no deadline passes that has not passed by both. See `docs/decisions/0047-time-is-believed-when-two-agree.md`.
 */

/** Two times between which the true one is. */
export interface Doubt {
  /** What the node last knew, and what has passed since. */
  readonly known: Instant;
  /** What the machine's clock shows. */
  readonly shown: Instant;
}

/** Which of the two it is. */
export type Verdict = 'known' | 'shown';

/** What a conference asks of whoever keeps the time. */
export interface Doubts {
  /** `null`: there is one time, which the clock says. */
  readonly of: (slug: Slug) => Doubt | null;
  /**
   * A delegate's own clock, as an act says that they have signed well. One organisation alone decides nothing, unless it is alone in its conference
   * (`among` is 1): whoever holds one key may lie.
   */
  readonly hear: (slug: Slug, organisation: OrganisationId, made: Instant, among: number) => void;
  /** Whether there are two times for the node itself. Nothing ends then whose end cannot be taken back. */
  readonly any: () => boolean;
  /** Called whenever that is over; the function given back ends it. */
  readonly onEnd: (callback: () => void) => () => void;
}

export const NO_DOUBTS: Doubts = {
  of: () => null,
  hear: () => undefined,
  any: () => false,
  onEnd: () => () => undefined,
};

/** By how much two clocks may differ and still say the same, in milliseconds. */
export const NEAR = 10 * MINUTE;

export const isNear = (a: Instant, b: Instant): boolean => Math.abs(a - b) <= NEAR;

/** How many organisations of one conference must agree. */
const ENOUGH = 2;

/** What delegates' clocks have said of one doubt, conference by conference. */
export interface Witnesses {
  readonly hear: (doubt: Doubt, ...given: Parameters<Doubts['hear']>) => void;
  readonly verdict: (slug: Slug) => Verdict | null;
  /**
   * What every conference says that has said anything. The sample's delegates are anybody's, and an organisation that is alone may be one person: they
   * decide for their conference and for nothing else.
   */
  readonly common: () => Verdict | null;
}

export const createWitnesses = (): Witnesses => {
  /** The last word of each organisation counts. */
  const heard = new Map<Slug, { words: Map<OrganisationId, Verdict>; among: number }>();

  const verdict = (slug: Slug): Verdict | null => {
    const { words, among } = heard.get(slug) ?? { words: new Map<OrganisationId, Verdict>(), among: 0 };
    const count = (which: Verdict): number => [...words.values()].filter((word) => word === which).length;
    const [shown, known] = [count('shown'), count('known')];
    if (Math.max(shown, known) < Math.min(ENOUGH, among) || shown === known) return null;
    return shown > known ? 'shown' : 'known';
  };

  return {
    hear: ({ known, shown }, slug, organisation, made, among) => {
      const [isShown, isKnown] = [isNear(made, shown), isNear(made, known)];
      if (isShown === isKnown) return;
      const of = heard.get(slug) ?? { words: new Map<OrganisationId, Verdict>(), among };
      of.words.set(organisation, isShown ? 'shown' : 'known');
      heard.set(slug, { ...of, among });
    },
    verdict,
    common: () => {
      const counting = [...heard].filter(([slug, { among }]) => slug !== SAMPLE && among >= ENOUGH);
      const verdicts = new Set(counting.map(([slug]) => verdict(slug)));
      const [only = null] = verdicts.size === 1 ? verdicts : [];
      return only;
    },
  };
};
