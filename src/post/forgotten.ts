import { DAY, after } from '../base/time.ts';
import { isStranger } from '../charter/members/organisations.ts';
import type { Contacts } from '../conference/post/contacts.ts';
import type { Clock } from '../conference/ports.ts';
import type { Conference } from '../conference/types.ts';

/** Addresses of strangers are kept as long as their application waits: at most as many as there are places for these, and nobody's data for ever. */

type Kept = Pick<Contacts, 'all' | 'remove'>;

export const forgetStrangers = (contacts: Kept, { slug, state }: Pick<Conference, 'slug' | 'state'>): void => {
  const now = state();
  for (const { organisation, delegate } of contacts.all(slug)) {
    const waits = now.organisations.get(organisation)?.standing.kind === 'applicant';
    if (!waits && isStranger(now, organisation)) contacts.remove(slug, organisation, delegate);
  }
};

/** Does so every day; the function given back ends it. */
export const forgetDaily = (
  contacts: Kept,
  conferences: () => readonly Conference[],
  clock: Clock,
  onFault: (fault: unknown) => void,
): (() => void) => {
  let end = (): void => undefined;
  const daily = (): void => {
    end = clock.at(after(clock.now(), DAY), daily);
    try {
      for (const conference of conferences()) forgetStrangers(contacts, conference);
    } catch (fault) {
      onFault(fault);
    }
  };
  daily();
  return () => end();
};
