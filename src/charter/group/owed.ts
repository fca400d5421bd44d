import type { Mutable } from '../../base/brand.ts';
import type { OrganisationId } from '../../base/ids.ts';
import type { Owed } from '../law/indexes.ts';
import type { State } from '../state.ts';
import type { Circulation, Delivery } from './state.ts';

/** Keeps at hand what has not come to whom: every page of a member says what waits, and nobody goes through all that was ever circulated for it. */

/** Whether it came to the organisation by any way. */
export const reached = ({ mail, opened, acknowledged, otherwise }: Delivery): boolean =>
  mail?.result === 'handed-over' || opened !== null || acknowledged !== null || otherwise !== null;

/** Whether mail has failed to reach the organisation, and nothing else has. What is still on its way is not missing. */
export const isUnreached = (delivery: Delivery): boolean => delivery.mail !== null && !reached(delivery);

/** Notes how a circulation stands with one of its recipients now. */
export const noteDelivery = (
  state: Mutable<State>,
  { number, what, recipients }: Circulation,
  organisation: OrganisationId,
): void => {
  const delivery = recipients.get(organisation);
  if (delivery === undefined) return;
  const { opened, acknowledged } = delivery;
  const owed = owedTo(state, organisation);
  keepIn(owed.unopened, number, opened === null && acknowledged === null);
  keepIn(owed.unreached, number, isUnreached(delivery));
  const letter = what.kind === 'letter' ? state.letters[what.letter - 1] : undefined;
  if (letter?.kind === 'circular') keepIn(owed.unacknowledged, letter.number, opened !== null && acknowledged === null);
};

/** Notes whether an observation is still to be shown to one of its recipients. */
export const noteObservation = (
  state: Mutable<State>,
  organisation: OrganisationId,
  observation: number,
  isUnseen: boolean,
): void => keepIn(owedTo(state, organisation).unseen, observation, isUnseen);

const owedTo = (state: Mutable<State>, organisation: OrganisationId): Mutable<Owed> => {
  const owed = state.owed.get(organisation) ?? { unopened: [], unacknowledged: [], unreached: [], unseen: [] };
  state.owed.set(organisation, owed);
  return owed;
};

/** Puts a number in its place among others, or takes it out. */
const keepIn = (numbers: number[], number: number, isIn: boolean): void => {
  const at = placeOf(numbers, number);
  const found = numbers[at] === number;
  if (isIn && !found) numbers.splice(at, 0, number);
  if (!isIn && found) numbers.splice(at, 1);
};

const placeOf = (numbers: readonly number[], number: number): number => {
  let [from, to] = [0, numbers.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((numbers[middle] ?? 0) < number) from = middle + 1;
    else to = middle;
  }
  return from;
};
