import type { OrganisationId } from '../../base/ids.ts';
import { rulesInForce } from '../law/charter.ts';
import type { Meeting } from '../meetings/state.ts';
import type { State } from '../state.ts';
import { isParticipant, participants } from './organisations.ts';

/** Which participants are in a room, and who has a say there. */

/** The participants in the room now. */
export const presentNow = (state: State, meeting: Meeting): readonly OrganisationId[] =>
  [...meeting.present].filter(([id, { left }]) => left === null && isParticipant(state, id)).map(([id]) => id);

export const isPresent = (meeting: Meeting, id: OrganisationId): boolean => meeting.present.get(id)?.left === null;

/** Who has a say in the room: in an assembly everyone present; in the group its members, and for an absent one the next substitute who is there. */
export const deciding = (state: State, meeting: Meeting): readonly OrganisationId[] => {
  const here = presentNow(state, meeting);
  if (meeting.kind === 'assembly') return here;
  const { members = [], substitutes = [] } = state.group ?? {};
  const sitting = members.filter((id) => here.includes(id));
  const next = substitutes.filter((id) => here.includes(id));
  return [...sitting, ...next.slice(0, members.length - sitting.length)];
};

/** How many of those who have a say must be there, by organisations. */
export const quorumOf = (state: State, meeting: Meeting): number => {
  const seats = meeting.kind === 'assembly' ? participants(state).length : (state.group?.members.length ?? 0);
  return Math.ceil((seats * rulesInForce(state).meetings.quorumPercent) / 100);
};
