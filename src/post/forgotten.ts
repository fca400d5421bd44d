import { type Instant, after } from '../base/time.ts';
import { holding, speaks } from '../charter/members/holders.ts';
import { isStranger } from '../charter/members/organisations.ts';
import type { State } from '../charter/state.ts';
import { type DailyDeps, daily } from '../conference/daily.ts';
import type { Contact, Contacts } from '../conference/post/contacts.ts';
import type { Outbox } from '../conference/post/outbox.ts';
import { ADDRESS_KEPT, MAIL_KEPT } from '../conference/post/personal.ts';
import type { Tray } from '../conference/post/tray.ts';
import type { Conference } from '../conference/types.ts';

/** Nobody's data is kept for ever: once a day the post forgets whom it reaches no more, and what is old enough (decision 51). */

type Reached = Pick<Contacts, 'all' | 'put' | 'remove'>;

interface Kept {
  readonly contacts: Reached;
  readonly outbox: Pick<Outbox, 'expire'>;
  readonly tray: Pick<Tray, 'forgetBefore'>;
}

/** Whether there is still a reason to know how they are reached: a stranger while its application waits, a delegate until they are recalled. */
const isReached = (state: State, { organisation, delegate, confirmation }: Contact, now: Instant): boolean => {
  const standing = state.organisations.get(organisation)?.standing;
  if (standing?.kind !== 'applicant' && isStranger(state, organisation)) return false;
  if (standing?.kind === 'former' && standing.left.at < after(now, -ADDRESS_KEPT.former)) return false;
  if (confirmation.kind === 'asked' && isOver(confirmation.until, now)) return false;
  return speaks(state, organisation, delegate);
};

/** Long ago, or so late that it was said by a clock that was ahead, and nobody waits for it any more. */
const isOver = (until: Instant, now: Instant): boolean =>
  until < after(now, -ADDRESS_KEPT.unconfirmed) || until > after(now, ADDRESS_KEPT.unconfirmed);

export const forgetContacts = (
  contacts: Reached,
  { slug, state }: Pick<Conference, 'slug' | 'state'>,
  now: Instant,
): void => {
  const current = state();
  for (const contact of contacts.all(slug)) {
    const { organisation, delegate, push } = contact;
    if (!isReached(current, contact, now)) contacts.remove(slug, organisation, delegate);
    else if (push !== null && holding(current, { organisation, delegate, key: push.key }) === null)
      contacts.put({ ...contact, push: null });
  }
};

/** Does so every day, and with mail; the function given back ends it. */
export const forgetDaily = (
  { contacts, outbox, tray }: Kept,
  conferences: () => readonly Conference[],
  deps: DailyDeps,
): (() => void) =>
  daily(deps, async () => {
    const now = deps.clock.now();
    for (const conference of conferences()) forgetContacts(contacts, conference, now);
    tray.forgetBefore(after(now, -MAIL_KEPT.in), now);
    await outbox.expire(after(now, -MAIL_KEPT.out), now);
  });
