import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/**
 * A mail server for tests, that speaks the real protocol on a free port of the loopback.
 *
 * It cannot know whether a client has read its last answer: a client that is killed may have been told that its mail was taken, or not (RFC 1047).
 * So it counts a mail as confirmed once the client says anything more on that connection, and as uncertain where the connection ends first.
 */
export interface MailServer {
  readonly port: number;
  /** Every mail that it took, in order. */
  readonly taken: readonly Taken[];
  /** Every recipient that it refused or put off, in order, as often as it did. */
  readonly turnedAway: readonly string[];
  /** How many connections there were. */
  readonly connections: () => number;
  /** Resolves when it has taken, or turned away, this many in all. */
  readonly seen: (count: number) => Promise<void>;
  /** Resolves when nobody is connected: a process may be gone before its connections are seen to end. */
  readonly left: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface Taken {
  readonly from: string;
  readonly to: string;
  readonly message: Buffer;
  readonly messageId: string;
  readonly user: string | null;
  readonly secure: boolean;
  /** Whether the client went on after it was told; see above. */
  readonly confirmed: boolean;
}

export interface MailServerOptions {
  /** What is said to a recipient, by address: `550 no such user`, `451 later`. Asked each time anew; `null`: welcome. */
  readonly answer?: (to: string) => string | null;
  /** Awaited before a mail to this recipient is taken; one whose client is gone by then is not. */
  readonly before?: (to: string) => Promise<void>;
  /** What is said to a sender. */
  readonly sender?: (from: string) => string | null;
  /** Asks for a password, over TLS. */
  readonly auth?: { readonly user: string; readonly password: string };
  /** Offers STARTTLS with this certificate. */
  readonly tls?: { readonly key: string; readonly cert: string };
}

const refusal = (said: string): Error =>
  Object.assign(new Error(said.slice(4)), { responseCode: Number(said.slice(0, 3)) });

/** Calls back with what was said; a fault is said too, and the message refused with it. */
const answerWith = async (
  callback: (fault: Error | null, said?: string) => void,
  taking: Promise<string>,
): Promise<void> => {
  let said: string;
  try {
    said = await taking;
  } catch (fault) {
    callback(fault as Error);
    return;
  }
  callback(null, said);
};

export const startMailServer = async (options: MailServerOptions = {}): Promise<MailServer> => {
  const { answer = () => null, before = async () => {}, sender = () => null, auth, tls } = options;
  const taken: (Taken & { confirmed: boolean })[] = [];
  const turnedAway: string[] = [];
  /** The mail that a client was told of last, by its port. */
  const told = new Map<number, { confirmed: boolean }>();
  const gone = new Set<number>();
  const watching: { readonly count: number; readonly resolve: () => void }[] = [];
  const sockets = new Set<Socket>();
  const leaving: (() => void)[] = [];
  let connections = 0;

  const tell = (): void => {
    for (const { count, resolve } of watching) if (taken.length + turnedAway.length >= count) resolve();
  };

  const confirm = (port: number): void => {
    const last = told.get(port);
    if (last !== undefined) last.confirmed = true;
  };

  const take = async (stream: NodeJS.ReadableStream, session: SMTPServerSession): Promise<string> => {
    const message = await buffer(stream);
    const { mailFrom, rcptTo } = session.envelope;
    const to = rcptTo[0]?.address ?? '';
    await before(to);
    // Nobody is there to be told: nothing was taken.
    if (gone.has(session.remotePort)) throw refusal('451 you are gone');
    const mail = {
      from: mailFrom === false ? '' : mailFrom.address,
      to,
      message,
      messageId: /^Message-ID:\s*(<[^>]+>)/imu.exec(message.toString('latin1'))?.[1] ?? '',
      user: (session.user as string | undefined) ?? null,
      secure: session.secure,
      confirmed: false,
    };
    taken.push(mail);
    told.set(session.remotePort, mail);
    tell();
    return `2.0.0 taken as ${taken.length}`;
  };

  const server = new SMTPServer({
    banner: 'test',
    authOptional: auth === undefined,
    disabledCommands: [...(auth === undefined ? ['AUTH'] : []), ...(tls === undefined ? ['STARTTLS'] : [])],
    disableReverseLookup: true,
    ...tls,
    onAuth: ({ username, password }, _session, callback) => {
      if (username === auth?.user && password === auth?.password) callback(null, { user: username });
      else callback(refusal('535 wrong password'));
    },
    onMailFrom: ({ address }, _session, callback) => {
      const said = sender(address);
      callback(said === null ? null : refusal(said));
    },
    onRcptTo: ({ address }, _session, callback) => {
      const said = answer(address);
      if (said === null) return callback();
      turnedAway.push(address);
      callback(refusal(said));
      tell();
    },
    onData: (stream, session, callback) => {
      void answerWith(callback, take(stream, session));
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    const port = socket.remotePort ?? 0;
    connections++;
    socket.on('data', () => confirm(port));
    sockets.add(socket);
    socket.on('close', () => {
      sockets.delete(socket);
      gone.add(port);
      if (sockets.size === 0) for (const leave of leaving.splice(0)) leave();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    taken,
    turnedAway,
    connections: () => connections,
    seen: async (count) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      watching.push({ count, resolve });
      tell();
      await promise;
    },
    left: async () => {
      if (sockets.size > 0) await new Promise<void>((resolve) => leaving.push(resolve));
    },
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
};
