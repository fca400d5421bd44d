import { join } from 'node:path';
import type { Bytes } from '../base/bytes.ts';
import type { Instant } from '../base/time.ts';
import type { MailAddress } from '../conference/post/address.ts';
import type { Mail } from '../conference/post/mail.ts';
import type { Outbox, OutboxItem, Outcome } from '../conference/post/outbox.ts';
import type { Relay } from '../conference/post/relay.ts';
import type { Clock } from '../conference/ports.ts';
import { type Courier, createCourier } from './courier.ts';
import { createSmtpCarrier } from './mail/carrier.ts';
import { createCompose } from './mail/compose.ts';
import { DKIM_FILE, DKIM_SELECTOR, loadOrCreateDkimKey } from '../conference/post/dkim-key.ts';
import { type Mailings, createMailings } from './mail/mailings.ts';
import { type Addressee, type Tokens, createTokens } from './mail/token.ts';
import { loadOrCreateTokenKey } from './mail/token-key.ts';

/** A node's mail, from the outbox to the mail server that takes it; the parts of `mail/` put together. */

/** What a node's mail is known by: its keys, from the data folder, and the names made under them. */
export interface MailIdentity {
  /** Under which addresses are made that nobody else can make. */
  readonly key: Bytes;
  readonly tokens: Tokens;
  readonly mailings: Mailings;
  /** Signed, as it goes over the wire. */
  readonly compose: ReturnType<typeof createCompose>;
}

/**
 * @param folder the data folder; keys are made where they are missing
 * @param known the organisations of this node
 */
export const openMailIdentity = async (
  folder: string,
  domain: string,
  known: () => Iterable<Addressee>,
): Promise<MailIdentity> => {
  const key = await loadOrCreateTokenKey(join(folder, 'mail-key'));
  const dkim = await loadOrCreateDkimKey(join(folder, DKIM_FILE));
  const tokens = createTokens(key, known);
  const mailings = createMailings(key, tokens, domain);
  const from = (slug: string): MailAddress => `${slug}@${domain}` as MailAddress;
  const keys = [{ domain, selector: DKIM_SELECTOR, key: dkim }];
  return { key, tokens, mailings, compose: createCompose({ mailings, from, domain, keys }) };
};

export interface MailOutDeps {
  readonly identity: MailIdentity;
  readonly domain: string;
  readonly relay: Relay;
  readonly outbox: Outbox;
  readonly clock: Clock;
  /** What a mail says, when it is sent; `null`: there is nothing left to send. */
  readonly render: (item: OutboxItem, now: Instant) => Promise<Mail | null>;
  readonly onSettled: (outcomes: readonly Outcome[]) => void;
  readonly onFault: (fault: unknown) => void;
}

/** Enough to keep a server across the ocean busy, and not so many that one counts us as a nuisance. */
const CONNECTIONS = 8;

/** Starts at once, with what an earlier run left behind. */
export const createMailOut = (deps: MailOutDeps): Courier => {
  const { identity, domain, relay, outbox, clock, render, onSettled, onFault } = deps;
  return createCourier({
    outbox,
    clock,
    onSettled,
    onFault,
    carrier: createSmtpCarrier({ relay, name: domain, connections: CONNECTIONS, ca: null }),
    render: async (item, now) => {
      const mail = await render(item, now);
      return mail === null ? null : identity.compose(item, mail, now);
    },
  });
};
