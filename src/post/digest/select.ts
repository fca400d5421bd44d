import type { OrganisationId } from '../../base/ids.ts';
import { DAY, type Instant, after } from '../../base/time.ts';
import type { AnyAct } from '../../charter/acts.ts';
import { maySeeEntry } from '../../charter/sight/visibility-entries.ts';
import type { Contact } from '../../conference/post/contacts.ts';
import { isStranger } from '../../charter/members/organisations.ts';
import type { State } from '../../charter/state.ts';
import { type Need, needsOf } from '../../conference/reading/needs.ts';
import { type News, isNews, newsOf } from '../../conference/reading/news.ts';
import { type Reader, createReader } from '../../conference/reading/reader.ts';
import type { Conference, RecordEntry } from '../../conference/types.ts';
import { nextDigest } from './due.ts';

/** What is told to a delegate of one organisation. Good until the next `await`, as its reader is. */
export interface Digest {
  readonly reader: Reader;
  /** The soonest deadline first. */
  readonly needs: readonly Need[];
  /** In the order of the record. */
  readonly news: readonly News[];
  /** How many further entries are news and have no room. */
  readonly more: number;
  /** Whether anybody who takes part did any of it: what strangers do hurries nobody. */
  readonly byMembers: boolean;
  /** The indices of exactly the entries that `news` has, ascending. */
  readonly listed: readonly number[];
}

export interface DigestAsked {
  readonly conference: Pick<Conference, 'state'>;
  readonly organisation: OrganisationId;
  readonly now: Instant;
  /** The entries since the last digest, in the order of the record. */
  readonly entries: readonly RecordEntry[];
}

/** Pieces of news in one digest. */
const MOST_NEWS = 100;

export const selectDigest = (asked: DigestAsked): Digest => {
  const { organisation, now, entries } = asked;
  const state = asked.conference.state();
  const viewer = { kind: 'organisation', id: organisation } as const;
  const reader = createReader(state, viewer);
  // What is circulated goes to each delegate in a mail of its own.
  const circulated = new Set(
    state.circulations.filter(({ recipients }) => recipients.has(organisation)).map(({ on }) => on.index),
  );
  const fresh = entries.filter(
    ({ index, act }) => isNews(act, organisation) && !circulated.has(index) && maySeeEntry(state, viewer, index, act),
  );
  const all = newsOf(fresh);
  const news = all.slice(0, MOST_NEWS);
  const listed = news.flatMap(({ entries }) => entries.map(({ index }) => index)).toSorted((a, b) => a - b);
  const byMembers = fresh.some(({ act }) => !isByAnybody(state, act));
  const needs = needsOf(reader, organisation, now);
  return { reader, needs, news, more: fresh.length - listed.length, byMembers, listed };
};

/** What whoever comes along can do: apply, and all that an applicant can; and ask for a new key in somebody's name. */
const isByAnybody = (state: State, { kind, by }: AnyAct): boolean =>
  kind === 'recovery.request' || isStranger(state, by.organisation);

/**
 * Whether there is anything new in it, or a deadline that comes near: within a day, where digests come at once, since the last one was made; else
 * before the next one has been read. What strangers alone have done comes with the next that is sent, or once a day, so that they have nobody mailed at once.
 */
export const isWorthSending = (
  { news, needs, byMembers }: Pick<Digest, 'news' | 'needs' | 'byMembers'>,
  { digest, zone }: Pick<Contact, 'digest' | 'zone'>,
  last: Instant,
  now: Instant,
): boolean => {
  if (news.length > 0 && (byMembers || digest !== 'at-once' || isNextMorning(zone, last, now))) return true;
  const near = needs.flatMap(({ deadline }) => (deadline === null ? [] : [after(deadline, -DAY)]));
  if (digest === 'at-once') return near.some((at) => at > last && at <= now);
  const next = nextDigest(digest, zone, now);
  return next !== null && near.some((at) => at <= next);
};

const isNextMorning = (zone: string, last: Instant, now: Instant): boolean => {
  const morning = nextDigest('daily', zone, last);
  return morning !== null && morning <= now;
};
