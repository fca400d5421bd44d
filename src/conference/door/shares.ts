import type { Slug } from '../../base/ids.ts';
import type { State } from '../../charter/state.ts';
import { type Viewer, isMember } from '../../charter/visibility.ts';

/**
 * Whose share of the node's time, room and mail somebody takes: those who take part have their own, so that no crowd of strangers takes it. In the sample anybody takes an
 * invented delegate's place, and so whoever is there is a stranger to the node.
 */

/** The slug of the sample; no other conference is founded under it. */
export const SAMPLE = 'sample' as Slug;

export const hasMembersShare = (slug: Slug, state: State, viewer: Viewer): boolean =>
  slug !== SAMPLE && isMember(state, viewer);
