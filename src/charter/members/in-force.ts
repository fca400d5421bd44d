import { type Mutable, mutable } from '../../base/brand.ts';
import { follows } from '../law/consequences.ts';
import { type Charter, type Source, type Terms, charterHash } from '../law/charter.ts';
import type { Mark } from '../law/mark.ts';
import { claimNames, conferenceItself } from './names.ts';
import { likenessesOf } from '../names/likeness.ts';
import type { State } from '../state.ts';

/** A charter is put to decision: nobody takes the name that the conference would have by it. */
export const reserveName = (state: Mutable<State>, { head }: Terms): void => claimNames(state, conferenceItself(head));

/** It was not adopted, so that its name is free again, unless a charter that is or was in force has it. */
export const giveNameBack = (state: Mutable<State>, { head }: Terms): void => {
  const own = conferenceItself(head);
  for (const likeness of likenessesOf(head.name))
    if (state.likenesses.get(likeness) === own.id) state.likenesses.delete(likeness);
  for (const { charter } of [...state.earlierCharters, ...(state.charter === null ? [] : [state.charter])])
    claimNames(state, conferenceItself(charter));
};

/** Another charter comes into force: the next act is judged by it, and the conference is called as it says. */
export const comeIntoForce = (state: Mutable<State>, charter: Charter, source: Source, on: Mark): void => {
  const old = state.charter;
  if (old === null) return;
  state.earlierCharters.push(old);
  state.charter = mutable({ number: old.number + 1, charter, hash: charterHash(charter), since: on, source });
  claimNames(state, conferenceItself(charter));
  follows(state, on, '', 'charter');
};
