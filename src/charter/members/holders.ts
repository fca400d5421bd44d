import type { Fingerprint, OrganisationId } from '../../base/ids.ts';
import { keysOf } from './organisation-keys.ts';
import type { Delegate, Key } from './organisation-state.ts';
import type { State } from '../state.ts';

/**
 * Whoever was given something that opens without a signature: a session, a live stream, the address of a calendar, notes to a browser. It was given to one
 * delegate who had shown one key, and is good for as long as that delegate speaks for the organisation by that key, and no longer.
 */
export interface Holder {
  readonly organisation: OrganisationId;
  readonly delegate: number;
  readonly key: Fingerprint;
}

/** The delegate and the key by which they hold something; `null`: the key has ended, or the appointment. */
export const holding = (
  state: State,
  { organisation, delegate: number, key: print }: Holder,
): { readonly delegate: Delegate; readonly key: Key } | null => {
  const key = state.keys.get(print);
  const delegate = state.organisations.get(organisation)?.delegates[number - 1];
  if (key === undefined || delegate === undefined || delegate.recalled !== null) return null;
  const own = key.organisation === organisation && key.delegate === number && key.use !== 'invitation';
  return own && key.until === null ? { delegate, key } : null;
};

/** Everyone who may hold something now for this delegate: one for each key. */
export const holdersFor = (state: State, organisation: OrganisationId, delegate: number): readonly Holder[] =>
  keysOf(state, organisation)
    .map(({ fingerprint }) => ({ organisation, delegate, key: fingerprint }))
    .filter((holder) => holding(state, holder) !== null);

/** Whether a delegate, or, with 0, the organisation itself, is reached in its name. */
export const speaks = (state: State, id: OrganisationId, delegate: number): boolean => {
  const organisation = state.organisations.get(id);
  if (organisation === undefined) return false;
  return delegate === 0 || organisation.delegates[delegate - 1]?.recalled === null;
};
