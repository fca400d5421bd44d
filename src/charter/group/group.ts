import { z } from 'zod';
import type { Mutable } from '../../base/brand.ts';
import type { OrganisationId } from '../../base/ids.ts';
import { prose } from '../../base/schema.ts';
import { defineAct } from '../act.ts';
import { follows } from '../law/consequences.ts';
import type { GroupChange, GroupTask } from './state.ts';
import type { Mark } from '../law/mark.ts';
import type { State } from '../state.ts';

/** Chapter 9.1: the coordinating group. It serves everyone and decides what an assembly gave it to decide. */

/** What the charter itself gives the group to do: distribute, keep up to date, prepare the assemblies, ask for help. */
export const GROUP_TASKS: readonly GroupTask[] = ['9.2', '9.3', '9.4', '9.6'];

/** Whether the organisation has a seat in the coordinating group, as member or as substitute. */
export const isInGroup = ({ group }: State, id: OrganisationId): boolean =>
  group !== null && (group.members.includes(id) || group.substitutes.includes(id));

/** What the group does for everyone (9.2, 9.6), any participant may while none is elected, or when nobody is left of it. */
export const mayServe = (state: State, id: OrganisationId): boolean => {
  const { members = [], substitutes = [] } = state.group ?? {};
  return members.length + substitutes.length === 0 || isInGroup(state, id);
};

/** A seat becomes free, and the next substitute steps in. */
export const vacate = (
  state: Mutable<State>,
  id: OrganisationId,
  { why, reason }: Pick<GroupChange, 'why' | 'reason'>,
  on: Mark,
): void => {
  const { group } = state;
  if (group === null) return;
  const change = { on, organisation: id, why, reason };
  const seat = group.members.indexOf(id);
  if (seat >= 0) {
    const successor = group.substitutes.shift() ?? null;
    group.members.splice(seat, 1, ...(successor === null ? [] : [successor]));
    group.changes.push({ ...change, seat: 'member', successor });
  } else if (group.substitutes.includes(id)) {
    group.substitutes = group.substitutes.filter((other) => other !== id);
    group.changes.push({ ...change, seat: 'substitute', successor: null });
  } else return;
  follows(state, on, 'group', 'group');
};

export const resign = defineAct({
  kind: 'group.resign',
  article: '9.1',
  strength: 'binding',
  from: ['participant'],
  matter: 'meeting',
  subjects: () => ['group'],
  body: z.strictObject({ reason: prose(2000).nullable() }).readonly(),
  judge: (state, { by }) => (isInGroup(state, by.organisation) ? null : { article: '9.1', kind: 'group-only' }),
  apply: (state, { by, body }, on) => vacate(state, by.organisation, { why: 'resigned', reason: body.reason }, on),
  example: { reason: 'We have nobody left who could do the work.' },
});
