import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { concat } from '../../base/bytes.ts';
import type { Slug } from '../../base/ids.ts';
import { MINUTE } from '../../base/time.ts';
import { callerAt, createLimiter } from '../../conference/door/limits.ts';
import type { Clock } from '../../conference/ports.ts';
import type { KeptMail } from '../../conference/post/tray.ts';
import type { ReadAddress } from './addresses.ts';
import { mailKey } from './key.ts';
import { isLoopback } from './loopback.ts';
import { MAIL_BOUNDS } from './mail.ts';

/**
 * The door for mail: SMTP (RFC 5321) or LMTP (RFC 2033). It takes mail for addresses of ours and no other, and says that it has taken one only once it is
 * kept for good. It relays nothing and lets nobody sign in.
 */
export interface Listener {
  /** The port it listens at. */
  readonly port: number;
  /** Ends once mails that are coming in are kept, or their senders have been idle for a while. */
  readonly close: () => Promise<void>;
}

export interface ListenerDeps {
  readonly protocol: 'smtp' | 'lmtp';
  readonly listen: { readonly host: string; readonly port: number };
  /** This node's name in mail. */
  readonly host: string;
  readonly readAddress: ReadAddress;
  /** Keeps a mail for good, once for each conference that it is for. */
  readonly keep: (mail: KeptMail) => Promise<unknown>;
  /** Whether every address of ours is known now. Where not, whoever names one that is not is to try again later. */
  readonly knowsAll?: () => boolean;
  /** Whether there is room for another mail. Where not, whoever brings it is to try again later. */
  readonly hasRoom?: () => boolean;
  readonly clock: Pick<Clock, 'now'>;
  /** In PEM. Without it there is no STARTTLS. */
  readonly tls?: { readonly key: string; readonly cert: string } | undefined;
  /** Whether a mail server of our own is at this address, which brings the mail of many. */
  readonly isOwn?: (address: string) => boolean;
  readonly bounds?: Partial<ListenerBounds>;
  readonly onFault: (fault: unknown) => void;
}

export interface ListenerBounds {
  /** Bytes of a message. */
  readonly size: number;
  /** Bytes of all messages that are coming in. */
  readonly held: number;
  /** Connections in all, and from one address. */
  readonly clients: number;
  readonly clientsOfOne: number;
  /** Recipients of a message, and addresses in one connection that are none of ours. */
  readonly recipients: number;
  readonly strangers: number;
  /** Messages from one address: so many at once, and so many a second after that. */
  readonly burst: number;
  readonly perSecond: number;
}

const BOUNDS: ListenerBounds = {
  size: MAIL_BOUNDS.message,
  held: 4 * MAIL_BOUNDS.message,
  clients: 100,
  clientsOfOne: 10,
  recipients: 100,
  strangers: 10,
  burst: 100,
  perSecond: 2,
};

/** @throws where it cannot listen */
export const startListener = async (deps: ListenerDeps): Promise<Listener> => {
  const bounds = { ...BOUNDS, ...deps.bounds };
  const { isOwn = isLoopback } = deps;
  const limiter = createLimiter({ burst: bounds.burst, perSecond: bounds.perSecond });
  const clients = new Map<string, number>();
  const strangers = new WeakMap<SMTPServerSession, number>();
  let held = 0;

  const receive = async (stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> => {
    const chunks: Buffer[] = [];
    let own = 0;
    let full = false;
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        full ||= stream.sizeExceeded || held + chunk.length > bounds.held;
        if (full) continue;
        own += chunk.length;
        held += chunk.length;
        chunks.push(chunk);
      }
    } catch {
      held -= own;
      throw refusal(421, 'The message broke off');
    }
    try {
      if (stream.sizeExceeded) throw refusal(552, `A message may have ${bounds.size} bytes at most`);
      if (full) throw refusal(452, 'Too much mail is coming in; try again later');
      await keep(concat(...chunks), session);
    } finally {
      held -= own;
    }
  };

  const keep = async (
    raw: KeptMail['raw'],
    { envelope, remoteAddress, hostNameAppearsAs }: SMTPServerSession,
  ): Promise<void> => {
    const at = deps.clock.now();
    const sender = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
    const from = { address: remoteAddress, name: hostNameAppearsAs };
    const bySlug = new Map<Slug, string[]>();
    for (const { address } of envelope.rcptTo) {
      const ours = deps.readAddress(address);
      if (ours === null) throw refusal(550, 'No such address');
      bySlug.set(ours.slug, [...(bySlug.get(ours.slug) ?? []), address]);
    }
    await Promise.all(
      [...bySlug].map(async ([slug, recipients]) =>
        deps.keep({ slug, id: mailKey(slug, raw), at, sender, recipients, from, raw }),
      ),
    );
  };

  const server = new SMTPServer({
    name: deps.host,
    lmtp: deps.protocol === 'lmtp',
    size: bounds.size,
    maxClients: bounds.clients,
    socketTimeout: MINUTE,
    closeTimeout: 5000,
    disableReverseLookup: true,
    authOptional: true,
    disabledCommands: deps.tls === undefined ? ['AUTH', 'STARTTLS'] : ['AUTH'],
    ...deps.tls,
    onConnect: ({ remoteAddress }, answer) => {
      const count = (clients.get(remoteAddress) ?? 0) + 1;
      clients.set(remoteAddress, count);
      const tooMany = count > bounds.clientsOfOne && !isOwn(remoteAddress);
      answer(tooMany ? refusal(421, 'Too many connections') : null);
    },
    onClose: ({ remoteAddress }) => {
      const count = (clients.get(remoteAddress) ?? 1) - 1;
      if (count > 0) clients.set(remoteAddress, count);
      else clients.delete(remoteAddress);
    },
    onMailFrom: (_, { remoteAddress }, answer) => {
      const wait = isOwn(remoteAddress) ? 0 : limiter.take(callerAt(remoteAddress), deps.clock.now());
      answer(wait === 0 ? null : refusal(451, 'Too many messages; try again later'));
    },
    onRcptTo: ({ address }, session, answer) => {
      const strange = strangers.get(session) ?? 0;
      if (deps.hasRoom?.() === false) answer(refusal(452, 'Too much mail waits to be read; try again later'));
      else if (session.envelope.rcptTo.length >= bounds.recipients) answer(refusal(452, 'Too many recipients'));
      else if (strange >= bounds.strangers) answer(refusal(421, 'Too many addresses that are none of ours'));
      else if (deps.readAddress(address) === null) {
        strangers.set(session, strange + 1);
        const known = deps.knowsAll?.() !== false;
        answer(
          known ? refusal(550, 'No such address') : refusal(451, 'Not all addresses are known just now; try later'),
        );
      } else answer(null);
    },
    onData: (stream, session, answer) => {
      receive(stream, session).then(
        () => answer(null, 'Kept'),
        (fault: unknown) => {
          if (fault instanceof Refused) return answer(fault);
          deps.onFault(fault);
          return answer(refusal(451, 'It could not be kept; try again later'));
        },
      );
    },
  });
  // A client that breaks off, or speaks no SMTP, is no fault of ours.
  server.on('error', () => {});
  const socket = server.listen(deps.listen.port, deps.listen.host);
  await once(socket, 'listening');
  return {
    port: (socket.address() as AddressInfo).port,
    close: async () => {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      server.close(() => resolve(undefined));
      await promise;
    },
  };
};

/** What the client is told; its code says whether to try again. */
class Refused extends Error {
  override readonly name = 'Refused';
  readonly responseCode: number;
  constructor(responseCode: number, message: string) {
    super(message);
    this.responseCode = responseCode;
  }
}

const refusal = (code: number, message: string): Refused => new Refused(code, message);
