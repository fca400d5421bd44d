import type { OrganisationId } from '../../base/ids.ts';
import type { Key } from './organisation-state.ts';
import type { State } from '../state.ts';

/** Every key that ever spoke for an organisation, in the order in which they came in. */
export const keysOf = (state: State, id: OrganisationId): readonly Key[] =>
  (state.keysOf.get(id) ?? []).flatMap((print) => state.keys.get(print) ?? []);

/** Whether it has come in: somebody has ever held a key of its own, other than an invitation's. */
export const hasComeIn = (state: State, id: OrganisationId): boolean =>
  keysOf(state, id).some(({ use }) => use !== 'invitation');
