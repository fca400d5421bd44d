import type { ActKind } from '../../charter/acts.ts';
import { maySeeEntry } from '../../charter/sight/visibility-entries.ts';
import { type Viewer, isMember } from '../../charter/visibility.ts';
import type { Conference, RecordEntry } from '../types.ts';
import type { Listed, SearchIndex } from './index-port.ts';
import { type Filter, kindsIn, listAsked } from './listed.ts';

/** Stretches of the record as a reader may see it: the index names entries, and each is read anew and told only where it may be seen, so that none is shown that the one table hides. */

export interface ListOf extends Filter {
  /** Entries before this one; `null`: the newest. */
  readonly before: number | null;
}

export interface EntryList {
  /** The newest first. */
  readonly entries: readonly RecordEntry[];
  /** The kinds of which there are any, whichever is asked for. */
  readonly kinds: readonly ActKind[];
  /** Before which entry the next page begins; `null`: there is none. */
  readonly older: number | null;
  /** Before which the page of newer ones does, and `first` where that is the first page. */
  readonly newer: number | 'first' | null;
  /** Whether the index had come as far as the record. */
  readonly isWhole: boolean;
}

/** Entries of one page. */
export const ENTRIES_PAGE = 50;

export const listFor = async (
  { conference, index }: { readonly conference: Conference; readonly index: Pick<SearchIndex, 'list'> },
  viewer: Viewer,
  asked: ListOf,
): Promise<Omit<EntryList, 'isWhole'>> => {
  const before = asked.before ?? conference.state().size;
  const { entries, newer, any } = await named({ conference, index }, viewer, { ...asked, before });
  const read = await entriesAt(conference, entries.slice(0, ENTRIES_PAGE));
  return {
    entries: read.filter((entry) => maySeeEntry(conference.state(), viewer, entry.index, entry.act)),
    kinds: kindsIn(any),
    older: entries.length > ENTRIES_PAGE ? (entries[ENTRIES_PAGE - 1] ?? null) : null,
    newer: newer.length === 0 ? null : newer.length > ENTRIES_PAGE ? (newer[ENTRIES_PAGE] ?? null) : 'first',
  };
};

/** What the index names; an organisation that is no member finds its own acts besides what everybody does. */
const named = async (
  { conference, index }: { readonly conference: Conference; readonly index: Pick<SearchIndex, 'list'> },
  viewer: Viewer,
  asked: ListOf & { readonly before: number },
): Promise<Listed> => {
  const { before } = asked;
  const wanted = (filter: Filter) => listAsked(filter, before, ENTRIES_PAGE + 1);
  if (isMember(conference.state(), viewer)) return index.list('members', wanted(asked));
  const open = await index.list('everyone', wanted(asked));
  if (viewer.kind === 'public' || (asked.by !== null && asked.by !== viewer.id)) return open;
  return together(open, await index.list('members', wanted({ ...asked, by: viewer.id })));
};

const together = (one: Listed, other: Listed): Listed => ({
  entries: [...new Set([...one.entries, ...other.entries])].toSorted((a, b) => b - a).slice(0, ENTRIES_PAGE + 1),
  newer: [...new Set([...one.newer, ...other.newer])].toSorted((a, b) => a - b).slice(0, ENTRIES_PAGE + 1),
  any: one.any.map((is, i) => is || other.any[i] === true),
});

/** Entries at these places, the newest first; neighbours are read at once. */
const entriesAt = async (conference: Conference, places: readonly number[]): Promise<readonly RecordEntry[]> => {
  const runs: { from: number; to: number }[] = [];
  for (const place of places) {
    const last = runs.at(-1);
    if (last !== undefined && last.from === place + 1) last.from = place;
    else runs.push({ from: place, to: place + 1 });
  }
  const read = await Promise.all(runs.map(({ from, to }) => conference.entries(from, to)));
  return read.flatMap((entries) => entries.toReversed());
};
