import type { OrganisationId } from '../../base/ids.ts';
import { ACT_KINDS, type ActKind } from '../../charter/acts.ts';
import { maySeeEntry } from '../../charter/sight/visibility-entries.ts';
import type { State } from '../../charter/state.ts';
import type { Viewer } from '../../charter/visibility.ts';
import { textNamed } from '../reading/news.ts';
import type { RecordEntry } from '../types.ts';
import type { ListAsked, Placed } from './index-port.ts';

/** Entries of the record as they are listed: by whom, of what kind and about which text they are. */

/** Of which entries a list is. */
export interface Filter {
  /** `''`: the host; `null`: whoever made them. */
  readonly by: OrganisationId | '' | null;
  /** `null`: of every kind. */
  readonly kind: ActKind | null;
  /** `null`: whatever they are about. */
  readonly text: number | null;
}

const nameOf = ({ by, kind, text }: Filter): string => `${by ?? '*'} ${kind ?? '*'} ${text ?? '*'}`;

/** An entry under the names of all filters that it passes, so that a list is one stretch under one name, whatever is asked for; and who of these may see it. */
export const placedAs = (
  state: State,
  { index, act }: RecordEntry,
  viewers: { readonly everyone: Viewer; readonly members: Viewer },
): Placed => {
  const text = textNamed(act);
  const under = [act.by.organisation, null].flatMap((by) =>
    [act.kind, null].flatMap((kind) =>
      (text === null ? [null] : [text, null]).map((about) => nameOf({ by, kind, text: about })),
    ),
  );
  const sees = (viewer: Viewer): boolean => maySeeEntry(state, viewer, index, act);
  return { entry: index, under, on: { everyone: sees(viewers.everyone), members: sees(viewers.members) } };
};

/** What an index is asked for such a list, and of which kinds there are any in it, whichever is chosen. */
export const listAsked = (filter: Filter, before: number, most: number): ListAsked => ({
  under: nameOf(filter),
  before,
  most,
  any: ACT_KINDS.map((kind) => nameOf({ ...filter, kind })),
});

export const kindsIn = (any: readonly boolean[]): readonly ActKind[] => ACT_KINDS.filter((_, i) => any[i] === true);
