import { changedBy, seesAnew } from '../charter/sight/changes.ts';
import type { State } from '../charter/state.ts';
import type { Viewer } from '../charter/visibility.ts';
import { maySeeEntry } from '../charter/sight/visibility-entries.ts';
import { createReader } from '../conference/reading/reader.ts';
import type { RecordEntry } from '../conference/types.ts';

/** What one viewer is told when something was appended. */
export interface Happening {
  /** How many entries the record has now, as far as it is told of. */
  readonly size: number;
  /** The resources that are not as they were, as paths below the conference's own; `''` is the conference itself. */
  readonly about: readonly string[];
  readonly kinds: readonly string[];
}

/** The most entries that are told of one by one; after more, everything is named that there is to see. */
export const MOST_TOLD = 500;

/** What `viewer` may hear of these entries, which follow each other; `null` where it is nothing. `missed`: there were more than are told of. */
export const happening = (
  state: State,
  viewer: Viewer,
  entries: readonly RecordEntry[],
  missed: boolean,
): Happening | null => {
  if (missed) return { size: state.size, about: everything(state, viewer), kinds: [] };
  const about = seesAnew(state, viewer, entries) ? everything(state, viewer) : changedBy(state, viewer, entries);
  const seen = entries.filter(({ index, act }) => maySeeEntry(state, viewer, index, act));
  const last = entries.at(-1);
  if (last === undefined || (seen.length === 0 && about.length === 0)) return null;
  return { size: last.index + 1, about, kinds: [...new Set(seen.map(({ act }) => act.kind))] };
};

/** All that `viewer` may read: after a long absence, or where they see it for the first time, nothing goes unnamed. */
const everything = (state: State, viewer: Viewer): readonly string[] => {
  const reader = createReader(state, viewer);
  const numbered = (name: string, list: readonly { readonly number: number }[]): readonly string[] =>
    list.map(({ number }) => `${name}/${number}`);
  return [
    '',
    'group',
    ...(reader.member ? ['help', 'letters', 'means', 'recoveries'] : []),
    'observations',
    ...reader.organisations().map(({ id }) => `organisations/${id}`),
    ...numbered('texts', reader.texts()),
    ...numbered('statements', reader.statements()),
    ...numbered('reports', reader.reports()),
    ...numbered('appeals', reader.appeals()),
    ...numbered('actions', reader.actions()),
    ...numbered('meetings', reader.meetings()),
    ...numbered('circulations', reader.circulations()),
  ];
};
