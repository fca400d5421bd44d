import type { OrganisationId } from '../../base/ids.ts';
import { type Instant, after } from '../../base/time.ts';
import { ruleOf } from '../../charter/acts.ts';
import type { Resource } from '../../charter/law/resource.ts';
import { speaks } from '../../charter/members/holders.ts';
import { maySeeEntry } from '../../charter/sight/visibility-entries.ts';
import { ADDRESS_KEPT } from '../post/personal.ts';
import type { ReadingMarks } from '../reading-marks.ts';
import type { Conference, RecordEntry } from '../types.ts';
import { isNews } from './news.ts';

/**
 * What is new to a delegate since they said that they had read. Every page counts it, so it looks at the last entries alone, which are kept in memory once for all; what lies before them is told as
 * "more than", never as nothing.
 */

/** The most entries that are looked at, and the most bytes of their acts. */
export const WINDOW = 256;
const MOST_BYTES = 4 * 1024 * 1024;

/** The last entries of a record that has come to `size`, in its order. */
export interface Latest {
  readonly size: number;
  readonly entries: readonly RecordEntry[];
}

const latest = new WeakMap<Pick<Conference, 'slug'>, Latest>();

/** The last entries as of now; only what has come since they were last asked for is read. */
export const latestOf = async (conference: Pick<Conference, 'slug' | 'state' | 'entries'>): Promise<Latest> => {
  const before = latest.get(conference) ?? { size: 0, entries: [] };
  const { size } = conference.state();
  if (before.size === size) return before;
  const came = await conference.entries(Math.max(before.size, size - WINDOW), size);
  const now = { size, entries: within([...before.entries, ...came]) };
  latest.set(conference, now);
  return now;
};

const within = (entries: readonly RecordEntry[]): readonly RecordEntry[] => {
  let bytes = 0;
  const from = entries.findLastIndex((entry, i) => {
    bytes += entry.bytes.length;
    return bytes > MOST_BYTES || entries.length - i > WINDOW;
  });
  return entries.slice(from + 1);
};

interface Seen {
  readonly size: number;
  readonly of: Map<OrganisationId, readonly RecordEntry[]>;
}

const seen = new WeakMap<Latest, Seen>();

/** Those of these entries that are news to an organisation, and that it may see. */
export const newsTo = (
  { state }: Pick<Conference, 'state'>,
  entries: readonly RecordEntry[],
  organisation: OrganisationId,
): readonly RecordEntry[] => {
  const viewer = { kind: 'organisation', id: organisation } as const;
  const now = state();
  return entries.filter(
    ({ act, index }) => act.by.organisation !== '' && isNews(act, organisation) && maySeeEntry(now, viewer, index, act),
  );
};

/** What of the last entries is news to an organisation, worked out once for each state of the record. */
const newsIn = (
  conference: Pick<Conference, 'state'>,
  those: Latest,
  organisation: OrganisationId,
): readonly RecordEntry[] => {
  const { size } = conference.state();
  const before = seen.get(those);
  const { of } = before?.size === size ? before : { of: new Map<OrganisationId, readonly RecordEntry[]>() };
  if (before?.size !== size) seen.set(those, { size, of });
  const news = of.get(organisation) ?? newsTo(conference, those.entries, organisation);
  of.set(organisation, news);
  return news;
};

export interface Fresh {
  /** In the order of the record. */
  readonly entries: readonly RecordEntry[];
  /** Whether there may be more before them that was not looked at. */
  readonly isMore: boolean;
}

/** What is new to an organisation from the entry `upTo` on. */
export const freshFor = (
  conference: Pick<Conference, 'state'>,
  those: Latest,
  { organisation, upTo }: { readonly organisation: OrganisationId; readonly upTo: number },
): Fresh => ({
  entries: newsIn(conference, those, organisation).filter(({ index }) => index >= upTo),
  isMore: upTo < (those.entries[0]?.index ?? 0),
});

/** What these entries are about. */
export const subjectsOf = (
  { state }: Pick<Conference, 'state'>,
  entries: readonly RecordEntry[],
): ReadonlySet<Resource> => new Set(entries.flatMap(({ act, index }) => ruleOf(act).subjects(act, state(), index)));

/** Forgets how far those have read who speak for their organisation no more, or whose organisation left long ago. */
export const forgetMarks = (
  marks: ReadingMarks,
  conferences: readonly Pick<Conference, 'slug' | 'state'>[],
  now: Instant,
): void => {
  for (const { slug, state } of conferences)
    for (const { organisation, delegate } of marks.all(slug)) {
      const standing = state().organisations.get(organisation)?.standing;
      const hasLeft = standing?.kind === 'former' && standing.left.at < after(now, -ADDRESS_KEPT.former);
      if (hasLeft || !speaks(state(), organisation, delegate)) marks.remove(slug, organisation, delegate);
    }
};
