import type { OrganisationId } from '../../base/ids.ts';
import { DAY, type Instant, after } from '../../base/time.ts';
import { type AnyAct, ruleOf } from '../../charter/acts.ts';
import { maySeeEntry } from '../../charter/sight/visibility-entries.ts';
import type { Contact } from '../../conference/post/contacts.ts';
import { type Need, needsOf } from '../../conference/reading/needs.ts';
import { type News, newsOf } from '../../conference/reading/news.ts';
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
  return { reader, needs: needsOf(reader, organisation, now), news, more: fresh.length - listed.length, listed };
};

/** What an organisation did itself is no news to it. */
const isNews = (act: AnyAct, organisation: OrganisationId): boolean =>
  act.by.organisation !== organisation && ruleOf(act).quiet !== true;

/**
 * Whether there is anything new in it, or a deadline that comes near: within a day, where digests come at once, since the last one was made; else
 * before the next one has been read.
 */
export const isWorthSending = (
  { news, needs }: Pick<Digest, 'news' | 'needs'>,
  { digest, zone }: Pick<Contact, 'digest' | 'zone'>,
  last: Instant,
  now: Instant,
): boolean => {
  if (news.length > 0) return true;
  const near = needs.flatMap(({ deadline }) => (deadline === null ? [] : [after(deadline, -DAY)]));
  if (digest === 'at-once') return near.some((at) => at > last && at <= now);
  const next = nextDigest(digest, zone, now);
  return next !== null && near.some((at) => at <= next);
};
