import type { Mutable } from '../../base/brand.ts';
import type { OrganisationId } from '../../base/ids.ts';
import { DAY, type Instant, after } from '../../base/time.ts';
import type { Article } from './articles.ts';
import type { LimitName } from './limits.ts';
import type { Mark } from './mark.ts';
import { type Refusal, beyond } from './refusal.ts';

/**
 * What anybody can put on the record has places, so that no crowd of strangers fills it, or the attention of those who read it. A place is held until what took it would lapse, and for thirty
 * days at least, whatever becomes of it meanwhile, so that asking and taking back makes no room. It is given back at once where a participant vouches for what took it, or disagrees with it: so participants
 * can clear a queue that strangers have filled.
 */

export const PLACE_LASTS = 30 * DAY;

/** Who waits for the same places: all strangers who apply, the applications of one organisation, the requests for new keys in one organisation's name. */
export interface Queue {
  readonly kind: 'strangers' | 'applications' | 'recoveries';
  /** `''` for all strangers. */
  readonly organisation: OrganisationId;
}

export type Places = Readonly<Record<Queue['kind'], ReadonlyMap<OrganisationId, readonly Place[]>>>;

export interface Place {
  /** An organisation that applies, or the number of a request for a new key. */
  readonly of: OrganisationId | number;
  readonly until: Instant;
}

export const STRANGERS: Queue = { kind: 'strangers', organisation: '' as OrganisationId };

export const noPlaces = (): Places => ({ strangers: new Map(), applications: new Map(), recoveries: new Map() });

const heldIn = (
  { places }: { readonly places: Places },
  { kind, organisation }: Queue,
  at: Instant,
): readonly Place[] => (places[kind].get(organisation) ?? []).filter(({ until }) => until > at);

/** Refused where all places are held. */
export const placeRefusal = (
  state: { readonly places: Places },
  queue: Queue,
  { article, what, at }: { readonly article: Article; readonly what: LimitName; readonly at: Instant },
): Refusal | null => beyond(article, what, heldIn(state, queue, at).length + 1);

/** Whether fewer than so many are held. */
export const isLess = (state: { readonly places: Places }, queue: Queue, most: number, at: Instant): boolean =>
  heldIn(state, queue, at).length < most;

/** `lapses`: when what takes the place would. */
export const takePlace = (
  state: { readonly places: Mutable<Places> },
  queue: Queue,
  of: Place['of'],
  lapses: Instant,
  { at }: Mark,
): void => {
  const until = Math.max(lapses, after(at, PLACE_LASTS)) as Instant;
  state.places[queue.kind].set(queue.organisation, [...heldIn(state, queue, at), { of, until }]);
};

export const giveBack = (
  state: { readonly places: Mutable<Places> },
  { kind, organisation }: Queue,
  of: Place['of'],
): void => {
  const places = state.places[kind];
  const left = (places.get(organisation) ?? []).filter((place) => place.of !== of);
  if (left.length === 0) places.delete(organisation);
  else places.set(organisation, left);
};
