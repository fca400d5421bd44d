import type { Bytes } from '../base/bytes.ts';
import type { Slug } from '../base/ids.ts';
import { type Instant, rfc3339 } from '../base/time.ts';
import { isMember } from '../charter/members/organisations.ts';
import type { OnFault } from '../conference/about.ts';
import type { DailyDeps } from '../conference/daily.ts';
import type { Clock } from '../conference/ports.ts';
import type { MailAddress } from '../conference/post/address.ts';
import type { Carrier } from '../conference/post/carrier.ts';
import type { Contacts } from '../conference/post/contacts.ts';
import type { PostDesk } from '../conference/post/desk.ts';
import type { Wordings } from '../conference/post/digest.ts';
import type { Mail } from '../conference/post/mail.ts';
import type { MailOutcome, Mailing, Outbox, OutboxItem } from '../conference/post/outbox.ts';
import type { Pushes } from '../conference/post/push.ts';
import type { MailDoor } from '../conference/post/mail-door.ts';
import type { Ledger } from '../conference/post/ledger.ts';
import type { Tray } from '../conference/post/tray.ts';
import { unlessHalted } from '../conference/halted.ts';
import { SAMPLE } from '../conference/door/shares.ts';
import type { Host } from '../conference/types.ts';
import { createAllowances } from './allowances.ts';
import { createRender } from './circulated/render.ts';
import { codeMail } from './code-mail.ts';
import { type Courier, createCourier } from './courier.ts';
import { contactReached } from './entitled.ts';
import { watchErasures } from './erasures.ts';
import { forgetDaily } from './forgotten.ts';
import { DIGEST, createDigests } from './digest/digests.ts';
import { startRounds } from './rounds.ts';
import { createSubscriptionDesk, BEGIN } from './subscribed/desk.ts';
import { ISSUE, createDistribution } from './subscribed/distribution.ts';
import { createSubscriptionLinks } from './subscribed/links.ts';
import { ANSWER, renderAnswer } from './inbound/answer-mail.ts';
import type { Resolve } from './inbound/trust.ts';
import { createCompose } from './mail/compose.ts';
import type { DkimKey } from '../conference/post/dkim-key.ts';
import { createMailings } from './mail/mailings.ts';
import { createTokens } from './mail/token.ts';
import { type MailRoom, startMailRoom } from './mail-room.ts';
import { type Postmaster, createPostmaster } from './postmaster.ts';
import { createUnsubscribeTokens } from './mail/unsubscribe.ts';

/** The post of a node, put together: what is circulated goes out, what comes in is dealt with, and what became of either is on the record. */
export interface RunningPost extends PostDesk {
  readonly courier: Courier;
  readonly postmaster: Postmaster;
  /** `null`: this node takes no mail in. */
  readonly mailRoom: MailRoom | null;
  /** Resolves when everything that is due has been dealt with, sent and reported. */
  readonly idle: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface PostDeps {
  readonly host: Host;
  readonly outbox: Outbox;
  readonly contacts: Contacts;
  readonly tray: Tray;
  readonly ledger: Ledger;
  readonly carrier: Carrier;
  /** The name service. */
  readonly resolve: Resolve;
  /** `null`: this node sends no notes to browsers. */
  readonly pushes: Pushes | null;
  readonly wordings: Wordings;
  readonly clock: Clock;
  readonly doubts: DailyDeps['doubts'];
  /** The key under which the post's addresses are made. */
  readonly key: Bytes;
  readonly dkim: readonly DkimKey[];
  /** Where the post takes mail; mails come from `SLUG@DOMAIN`. */
  readonly domain: string;
  readonly door: MailDoor | null;
  /** The public address of this installation, without a slash at the end. */
  readonly origin: string;
  /** Since when this node has a post. */
  readonly since: Instant;
  readonly onFault: OnFault;
}

const CODE = 'code';

/** @throws where it cannot listen at the door */
export const createPost = async (deps: PostDeps): Promise<RunningPost> => {
  const { host, outbox, contacts, tray, carrier, clock, domain, origin, wordings, pushes, onFault } = deps;
  const tokens = createTokens(deps.key, () =>
    host
      .conferences()
      .flatMap(({ slug, state }) => [...state().organisations.keys()].map((organisation) => ({ slug, organisation }))),
  );
  const allowances = createAllowances({
    ledger: deps.ledger,
    key: deps.key,
    clock,
    isMember: (slug, organisation) => {
      const state = host.conference(slug)?.state();
      return state !== undefined && slug !== SAMPLE && isMember(state, organisation);
    },
  });
  const mailings = createMailings(deps.key, tokens, domain);
  const unsubscribing = createUnsubscribeTokens(deps.key, contactReached(contacts, host));
  const from = (slug: Slug): MailAddress => `${slug}@${domain}` as MailAddress;
  const compose = createCompose({ mailings, from, domain, keys: deps.dkim });

  const renderCirculated = createRender({
    contacts,
    origin,
    messageId: ({ slug, organisation, delegate }, circulation) =>
      mailings.messageId(slug, `${circulation}/${organisation}/${delegate}`),
    organiserFor: ({ slug, entry: circulation, organisation, delegate }) =>
      circulation === null || organisation === null || delegate === null
        ? null
        : (`${tokens.local('calendar', { slug, circulation, organisation, delegate })}@${domain}` as MailAddress),
  });
  const digests = createDigests({
    host,
    contacts,
    outbox,
    send: (queued) => courier.send(queued),
    mailings,
    pushes,
    wordings,
    clock,
    origin,
    links: (contact) => ({
      settings: new URL(`${origin}/${contact.slug}/settings`),
      unsubscribe: new URL(`${origin}/u/${unsubscribing.of(contact)}`),
    }),
    onFault,
  });

  const links = createSubscriptionLinks(deps.key);
  const subscribed = {
    host,
    subscriptions: contacts.subscriptions,
    outbox,
    allowances,
    send: (queued: readonly Mailing[]) => courier.send(queued),
    mailings,
    links,
    key: deps.key,
    clock,
    origin,
    onFault,
  };
  const distribution = createDistribution(subscribed);
  const subscribing = createSubscriptionDesk(subscribed);

  const render = async (item: OutboxItem): Promise<Mail | null> => {
    const conference = unlessHalted(host, item.slug);
    if (conference === null) return null;
    const name = conference.state().charter?.charter.name ?? item.slug;
    if (item.kind === CODE) return codeMail(name, item);
    if (item.kind === ANSWER) return renderAnswer(item, name);
    if (item.kind === DIGEST) return (await digests.mail(item))?.mail ?? null;
    if (item.kind === BEGIN) return subscribing.mail(item);
    if (item.kind === ISSUE) return distribution.mail(item);
    return renderCirculated(conference, item);
  };
  const settled = (outcomes: readonly MailOutcome[]): void => {
    postmaster.settled(outcomes);
    distribution.settled(outcomes);
  };

  const courier: Courier = createCourier({
    outbox,
    carrier,
    clock,
    render: async (item, now) => {
      const mail = await render(item);
      return mail === null ? null : compose(item, mail, now);
    },
    onSettled: settled,
    onFault,
  });
  const postmaster: Postmaster = createPostmaster({
    outbox,
    contacts,
    clock,
    send: courier.send,
    mailing: mailings.of,
    since: deps.since,
    onFault,
  });
  const runner = startRounds([distribution.round, digests.round], clock, onFault);
  const leaves: (() => void)[] = [
    forgetDaily({ contacts, outbox, tray }, host.conferences, { clock, doubts: deps.doubts, onFault }),
  ];
  const stopOpening = host.onOpened((conference) => {
    postmaster.watch(conference);
    leaves.push(conference.subscribe(runner.wake), watchErasures(tray, conference, { clock, onFault }));
    runner.wake();
  });

  /** What is for one person, and comes from nothing that was circulated. */
  const own = { entry: null, organisation: null, delegate: null, urgent: true } as const;
  const mailRoom =
    deps.door === null
      ? null
      : await startMailRoom({
          protocol: deps.door.protocol,
          listen: deps.door,
          domain,
          host,
          tray,
          allowances,
          contacts,
          outbox,
          tokens,
          mailings,
          send: courier.send,
          settled,
          inWords: (slug, rejection, language) => {
            const conference = host.conference(slug);
            return conference === null ? rejection.kind : wordings.rejection({ conference, language }, rejection);
          },
          resolve: deps.resolve,
          key: deps.key,
          clock,
          doubts: deps.doubts,
          onFault,
        });

  return {
    courier,
    postmaster,
    mailRoom,
    contacts,
    outbox,
    tray,
    pushes,
    sendCode: async ({ slug, organisation, delegate, address, language }, code) => {
      if (!allowances.code({ slug, organisation, address })) return false;
      const queued = clock.now();
      const key = `${CODE}/${organisation}/${delegate}/${rfc3339(queued).replaceAll(/\D/gu, '')}`;
      const about = { ...own, slug, key, kind: CODE, data: code, address, language, queued };
      await courier.send([mailings.of(about)]);
      return true;
    },
    standstill: (slug) => {
      const { unwritten, trouble } = courier.status();
      const since = unwritten ?? postmaster.unwritten(slug);
      if (since !== null) return { kind: 'unwritten', since };
      return trouble === null ? null : { kind: 'unreached', since: trouble.since };
    },
    confirmed: ({ slug, organisation }) => postmaster.readdressed(slug, organisation),
    subscriber: unsubscribing.read,
    subscribing,
    idle: async () => {
      await mailRoom?.idle();
      await postmaster.idle();
      await courier.idle();
      await postmaster.idle();
    },
    close: async () => {
      stopOpening();
      for (const leave of leaves) leave();
      await runner.stop();
      await mailRoom?.close();
      await courier.stop();
      await postmaster.close();
    },
  };
};
