import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Bytes } from '../../base/bytes.ts';
import type { Slug } from '../../base/ids.ts';
import { type Instant, MINUTE, after } from '../../base/time.ts';
import type { Periodical } from '../../charter/publications/state.ts';
import { type MailAddress, foldedAddress } from '../../conference/post/address.ts';
import type { Mail } from '../../conference/post/mail.ts';
import type { MailOutcome, Mailing, Outbox, OutboxItem } from '../../conference/post/outbox.ts';
import { type Named, type Subscription, type Subscriptions, bounce } from '../../conference/post/subscriptions.ts';
import type { Clock } from '../../conference/ports.ts';
import type { Conference, Host } from '../../conference/types.ts';
import { toBase32 } from '../mail/base32.ts';
import type { Mailings } from '../mail/mailings.ts';
import type { SubscriptionLinks } from './links.ts';
import { issueMail } from './mails.ts';

/**
 * Takes each issue of a periodical to whoever subscribes to it, once: a mail has its name by the issue and the address, the outbox takes each name once, and a subscription says up to which issue its mails
 * are queued. So a round that a crash broke off is made again, and finds what it has done.
 */
export interface Distribution {
  /** Queues what is out and not queued yet. Answers when it must be tried again; `null`: it need not. */
  readonly round: () => Promise<Instant | null>;
  /** The mail for an item of the kind `issue`; `null`: whoever it was for has ended it meanwhile. */
  readonly mail: (item: OutboxItem) => Mail | null;
  /** Told what became of mails. */
  readonly settled: (outcomes: readonly MailOutcome[]) => void;
}

export interface DistributionDeps {
  readonly host: Pick<Host, 'conferences' | 'conference'>;
  readonly subscriptions: Subscriptions;
  readonly outbox: Pick<Outbox, 'get'>;
  /** Queues mails, durably. */
  readonly send: (mailings: readonly Mailing[]) => Promise<number>;
  readonly mailings: Pick<Mailings, 'of'>;
  readonly links: SubscriptionLinks;
  /** Under which addresses are hashed for the names of mails. */
  readonly key: Bytes;
  readonly clock: Pick<Clock, 'now'>;
  /** The public address of this installation, without a slash at the end. */
  readonly origin: string;
  readonly onFault: (fault: unknown) => void;
}

export const ISSUE = 'issue';

/** How many subscriptions are looked after at a time. */
const AT_ONCE = 200;

/** How soon a round that failed is made again. */
const SOON = 10 * MINUTE;

const dataSchema = z.strictObject({ periodical: z.int().min(1), nth: z.int().min(1) });

const issueIn = ({ kind, data }: Pick<OutboxItem, 'kind' | 'data'>) => {
  const read = kind === ISSUE ? dataSchema.safeParse(JSON.parse(data ?? 'null')) : null;
  return read?.success === true ? read.data : null;
};

export const createDistribution = (deps: DistributionDeps): Distribution => {
  const { host, subscriptions, outbox, links, key, clock, origin, onFault } = deps;

  const mailingsFor = (one: Subscription, upTo: number): readonly Mailing[] =>
    Array.from({ length: upTo - one.upTo }, (_, i) => {
      const { slug, periodical, address, language } = one;
      const nth = one.upTo + i + 1;
      return deps.mailings.of({
        slug,
        key: `${ISSUE}/${periodical}/${nth}/${hashOf(key, slug, address)}`,
        kind: ISSUE,
        entry: null,
        organisation: null,
        delegate: null,
        data: JSON.stringify({ periodical, nth }),
        address,
        language,
        urgent: false,
        queued: clock.now(),
      });
    });

  const distribute = async ({ slug }: Conference, { number, published }: Periodical): Promise<void> => {
    const upTo = published.length;
    for (;;) {
      const behind = upTo === 0 ? [] : subscriptions.behind(slug, number, upTo, AT_ONCE);
      if (behind.length === 0) return;
      await deps.send(behind.flatMap((one) => mailingsFor(one, upTo)));
      subscriptions.told(behind, upTo);
    }
  };

  return {
    round: async () => {
      let failed = false;
      for (const conference of host.conferences())
        for (const periodical of conference.state().periodicals)
          try {
            await distribute(conference, periodical);
          } catch (fault) {
            // What a store refuses for one keeps nobody else from theirs.
            onFault(fault);
            failed = true;
          }
      return failed ? after(clock.now(), SOON) : null;
    },
    mail: (item) => {
      const { slug, address, language } = item;
      const about = issueIn(item);
      const state = host.conference(slug)?.state();
      const periodical = state?.periodicals[(about?.periodical ?? 0) - 1];
      const issue = periodical?.issues[(periodical.published[(about?.nth ?? 0) - 1] ?? 0) - 1];
      if (state === undefined || periodical === undefined || issue === undefined) return null;
      const named: Named = { slug, periodical: periodical.number, address };
      if (subscriptions.get(named) === null) return null;
      return issueMail({
        name: state.charter?.charter.name ?? slug,
        language,
        state,
        periodical,
        issue,
        page: `${origin}/${slug}/publications/${periodical.number}`,
        unsubscribe: new URL(`${origin}/s/${links.of({ kind: 'end', ...named })}`),
      });
    },
    settled: (outcomes) => {
      for (const { slug, key: name, state } of outcomes) {
        if (state.kind !== 'bounced') continue;
        const item = outbox.get(slug, name);
        const about = item === null ? null : issueIn(item);
        if (item !== null && about !== null)
          bounce(subscriptions, { slug, periodical: about.periodical, address: item.address });
      }
    },
  };
};

/** Names an address in the key of a mail, without saying it. */
export const hashOf = (key: Bytes, slug: Slug, address: MailAddress): string =>
  toBase32(
    new Uint8Array(
      createHmac('sha256', key)
        .update(`subscriber ${slug} ${foldedAddress(address)}`)
        .digest()
        .subarray(0, 20),
    ),
  );
