import { z } from 'zod';
import type { Bytes } from '../../base/bytes.ts';
import { DAY, type Instant, after, instant, rfc3339 } from '../../base/time.ts';
import type { Subscribing } from '../../conference/post/desk.ts';
import type { Mail } from '../../conference/post/mail.ts';
import type { Mailing, OutboxItem } from '../../conference/post/outbox.ts';
import { MOST_SUBSCRIPTIONS, type Subscriptions } from '../../conference/post/subscriptions.ts';
import type { Clock } from '../../conference/ports.ts';
import type { Host } from '../../conference/types.ts';
import type { Allowances } from '../allowances.ts';
import type { Mailings } from '../mail/mailings.ts';
import { hashOf } from './distribution.ts';
import type { SubscriptionLinks } from './links.ts';
import { beginMail } from './mails.ts';

/** Subscribing and ending it, from what was typed on a page to the link in a mail. Until that link is used nothing is kept but the mail that holds it. */

export const BEGIN = 'subscribe';

/** How long the link is good by which a subscription begins. */
export const GOOD_FOR = 2 * DAY;

export interface SubscriptionDeskDeps {
  readonly host: Pick<Host, 'conference'>;
  readonly subscriptions: Subscriptions;
  readonly allowances: Pick<Allowances, 'subscription'>;
  readonly send: (mailings: readonly Mailing[]) => Promise<number>;
  readonly mailings: Pick<Mailings, 'of'>;
  readonly links: SubscriptionLinks;
  readonly key: Bytes;
  readonly clock: Pick<Clock, 'now'>;
  readonly origin: string;
}

export interface SubscriptionDesk extends Subscribing {
  /** The mail for an item of the kind `subscribe`. */
  readonly mail: (item: OutboxItem) => Mail | null;
}

const dataSchema = z.strictObject({
  periodical: z.int().min(1),
  until: z.int().transform((at): Instant => instant(at)),
});

export const createSubscriptionDesk = (deps: SubscriptionDeskDeps): SubscriptionDesk => {
  const { host, subscriptions, allowances, links, key, clock, origin } = deps;

  const decided = (slug: OutboxItem['slug'], number: number) => {
    const periodical = host.conference(slug)?.state().periodicals[number - 1];
    return periodical === undefined || periodical.decided === null ? null : periodical;
  };

  return {
    ask: async ({ slug, periodical, address, language }, from) => {
      if (!allowances.subscription(slug, address, from)) return false;
      const queued = clock.now();
      const name = `${BEGIN}/${periodical}/${hashOf(key, slug, address)}/${rfc3339(queued).replaceAll(/\D/gu, '')}`;
      const about = { slug, key: name, kind: BEGIN, entry: null, organisation: null, delegate: null, urgent: true };
      const data = JSON.stringify({ periodical, until: after(queued, GOOD_FOR) });
      await deps.send([deps.mailings.of({ ...about, data, address, language, queued })]);
      return true;
    },
    read: (token) => {
      const link = links.read(token);
      return link !== null && decided(link.slug, link.periodical) !== null ? link : null;
    },
    carryOut: (link) => {
      if (link.kind === 'end') {
        subscriptions.remove(link);
        return 'ended';
      }
      const periodical = decided(link.slug, link.periodical);
      const now = clock.now();
      // A clock that was ahead when it was made makes no link that is good for longer.
      if (periodical === null || now >= link.until || link.until > after(now, GOOD_FOR)) return 'over';
      const known = subscriptions.get(link);
      if (known === null && subscriptions.count(link.slug) >= MOST_SUBSCRIPTIONS) return 'full';
      const { slug, address, language } = link;
      const upTo = known?.upTo ?? periodical.published.length;
      subscriptions.put({
        slug,
        periodical: link.periodical,
        address,
        language,
        since: known?.since ?? now,
        upTo,
        bounced: 0,
      });
      return 'begun';
    },
    mail: ({ slug, data, address, language }) => {
      const read = dataSchema.safeParse(JSON.parse(data ?? 'null'));
      const periodical = read.success ? decided(slug, read.data.periodical) : null;
      if (!read.success || periodical === null || read.data.until <= clock.now()) return null;
      const token = links.of({ kind: 'begin', slug, address, language, ...read.data });
      const name = host.conference(slug)?.state().charter?.charter.name ?? slug;
      return beginMail({ name, language }, periodical.title, new URL(`${origin}/s/${token}`));
    },
  };
};
