import type { Bytes } from '../base/bytes.ts';
import type { Language, Slug } from '../base/ids.ts';
import type { Contacts } from '../conference/post/contacts.ts';
import type { Mailing, Outbox, MailOutcome } from '../conference/post/outbox.ts';
import { MOST_UNREAD, type Tray } from '../conference/post/tray.ts';
import { type DailyDeps, daily } from '../conference/daily.ts';
import { unlessHalted } from '../conference/halted.ts';
import type { Clock } from '../conference/ports.ts';
import type { Host, Rejection } from '../conference/types.ts';
import type { Allowances } from './allowances.ts';
import { createReadAddress } from './inbound/addresses.ts';
import { answerMailing } from './inbound/answer-mail.ts';
import { createMailReading } from './inbound/apart.ts';
import { createDesk } from './inbound/desk.ts';
import { type ListenerDeps, startListener } from './inbound/listener.ts';
import { type Resolve, createVouch } from './inbound/trust.ts';
import type { Mailings } from './mail/mailings.ts';
import type { Tokens } from './mail/token.ts';

/** Takes mail in, keeps it, and has it dealt with: what stands between the door and the record. */
export interface MailRoom {
  /** The port it listens at. */
  readonly port: number;
  /** Resolves when nothing is left that nobody has looked at. */
  readonly idle: () => Promise<void>;
  /** Ends once what is coming in is kept; what nobody has looked at waits for the next start. */
  readonly close: () => Promise<void>;
}

export interface MailRoomDeps extends Pick<
  ListenerDeps,
  'protocol' | 'listen' | 'tls' | 'isOwn' | 'bounds' | 'onFault'
> {
  /** Where the post takes mail. */
  readonly domain: string;
  readonly host: Pick<Host, 'conference' | 'halted'>;
  readonly tray: Tray;
  readonly allowances: Pick<Allowances, 'answer' | 'unproven'>;
  readonly contacts: Pick<Contacts, 'get' | 'byAddress'>;
  readonly outbox: Pick<Outbox, 'byToken' | 'byMessageId' | 'bounce'>;
  readonly tokens: Pick<Tokens, 'read'>;
  readonly mailings: Pick<Mailings, 'of'>;
  /** Queues mails, durably, and sets out. */
  readonly send: (mailings: readonly Mailing[]) => Promise<unknown>;
  /** Told that mails which had been handed over came back. */
  readonly settled: (outcomes: readonly MailOutcome[]) => void;
  /** Why something was not let in, in a language. */
  readonly inWords: (slug: Slug, rejection: Rejection, language: Language) => string;
  /** The name service. */
  readonly resolve: Resolve;
  /** The key of the addresses; see `loadOrCreateTokenKey`. */
  readonly key: Bytes;
  readonly clock: Clock;
  readonly doubts: DailyDeps['doubts'];
}

/** @throws where it cannot listen */
export const startMailRoom = async (deps: MailRoomDeps): Promise<MailRoom> => {
  const { domain, host, tray, outbox, clock, doubts, onFault } = deps;
  const readAddress = createReadAddress({
    domain,
    tokens: deps.tokens,
    hasConference: (slug) => host.conference(slug as Slug) !== null,
    sent: (token) => outbox.byToken(token)?.slug ?? null,
  });
  const ours = `@${domain.toLowerCase()}>`;
  const desk = createDesk({
    tray,
    allowances: deps.allowances,
    read: createMailReading((messageId) => messageId.toLowerCase().endsWith(ours)),
    vouch: createVouch(deps.resolve, domain),
    readAddress,
    contacts: deps.contacts,
    conference: (slug) => unlessHalted(host, slug),
    sent: (messageId) => {
      const { slug, entry, organisation, delegate } = outbox.byMessageId(messageId) ?? {};
      const circulated = entry !== undefined && entry !== null && organisation && delegate !== null;
      return circulated && slug !== undefined && delegate !== undefined
        ? { slug, circulation: entry, organisation, delegate }
        : null;
    },
    bounced: async (token, answer) => {
      await outbox.bounce(token, answer, clock.now());
      // Also what was noted before: nobody may have been told of it.
      const item = outbox.byToken(token);
      if (item !== null && item.state.kind !== 'sending')
        deps.settled([{ slug: item.slug, key: item.key, state: item.state }]);
    },
    answer: async (answer) => void (await deps.send([answerMailing(deps.mailings, answer, clock.now())])),
    inWords: deps.inWords,
    key: deps.key,
    clock,
    doubts,
    onFault,
  });
  const wake = (): void => void desk.wake().catch(onFault);
  const listener = await startListener({
    ...deps,
    host: domain,
    readAddress,
    knowsAll: () => host.halted().length === 0,
    hasRoom: () => {
      const { mails, bytes } = tray.unread();
      return mails < MOST_UNREAD.mails && bytes < MOST_UNREAD.bytes;
    },
    keep: async (mail) => {
      await tray.keep(mail);
      // Whoever brought it does not wait for it to be read.
      setImmediate(wake);
    },
  });
  // What the last run left.
  wake();
  // And every day, what has lain there long enough.
  const endDays = daily({ clock, doubts, onFault }, wake);
  return {
    port: listener.port,
    idle: desk.wake,
    close: async () => {
      endDays();
      await listener.close();
      await desk.close();
    },
  };
};
