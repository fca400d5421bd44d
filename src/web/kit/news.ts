import type { Delegate, Organisation } from '../../charter/members/organisation-state.ts';
import type { Resource } from '../../charter/law/resource.ts';
import { type Fresh, type Latest, freshFor, subjectsOf } from '../../conference/reading/fresh.ts';
import type { ReadingMarks } from '../../conference/reading-marks.ts';
import type { Conference } from '../../conference/types.ts';
import type { Instant } from '../../base/time.ts';

/** What is new to one delegate, and that they have read it. */
export interface NewsDesk {
  /** Entries below this index are not new: they said so, or they were on the record before they came in. */
  readonly upTo: number;
  /** When they last said that they had read; `null`: never. */
  readonly at: Instant | null;
  /** Whether an entry has come since they said so; likewise. */
  readonly isSince: (index: number) => boolean;
  /** As of the page. */
  readonly fresh: () => Fresh;
  /** Whether anything of what is new is about this: nothing, before they have ever said that they had read. */
  readonly isNew: (subject: Resource) => boolean;
  /** Says that they have read all entries below this index; never takes back what they said. */
  readonly read: (upTo: number) => void;
}

interface Given {
  readonly conference: Pick<Conference, 'slug' | 'state'>;
  readonly marks: ReadingMarks;
  readonly latest: Latest;
  readonly me: { readonly organisation: Pick<Organisation, 'id'>; readonly delegate: Delegate };
  readonly now: () => Instant;
}

export const createNewsDesk = ({ conference, marks, latest, me, now }: Given): NewsDesk => {
  const { slug, state } = conference;
  const organisation = me.organisation.id;
  const delegate = me.delegate.number;
  const mark = marks.get(slug, organisation, delegate);
  const upTo = Math.max(mark?.upTo ?? 0, me.delegate.appointed.index + 1);
  let [fresh, subjects]: [Fresh | null, ReadonlySet<Resource> | null] = [null, null];
  const freshNow = (): Fresh => (fresh ??= freshFor(conference, latest, { organisation, upTo }));
  return {
    upTo,
    at: mark?.at ?? null,
    isSince: (index) => mark !== null && index >= upTo,
    fresh: freshNow,
    isNew: (subject) => mark !== null && (subjects ??= subjectsOf(conference, freshNow().entries)).has(subject),
    read: (to) => {
      const next = Math.min(to, state().size);
      if (Number.isInteger(next) && next > upTo) marks.put({ slug, organisation, delegate, upTo: next, at: now() });
    },
  };
};

/** The most that is counted out on every page. */
const MOST_COUNTED = 99;

/** Nothing of what was looked at is new, and not all was. */
const PERHAPS = '…';

/** How many entries are new, as it is shown. */
export const newsCount = (desk: NewsDesk): { readonly count: string; readonly isAny: boolean } => {
  const { entries, isMore } = desk.fresh();
  const n = Math.min(entries.length, MOST_COUNTED);
  if (n === 0 && isMore) return { count: PERHAPS, isAny: true };
  return { count: isMore || entries.length > MOST_COUNTED ? `${n}+` : `${n}`, isAny: isMore || n > 0 };
};
