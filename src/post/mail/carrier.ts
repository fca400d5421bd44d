import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Carriage, Carrier, CarrierAnswer } from '../../conference/post/carrier.ts';
import type { Relay } from '../../conference/post/relay.ts';
import { answerOf, answerTo, endsSession } from './smtp-answer.ts';

export interface SmtpSettings {
  readonly relay: Relay;
  /** The name by which this host introduces itself. */
  readonly name: string;
  /** How many connections at most. */
  readonly connections: number;
  /** Certificates to trust besides the system's, PEM; `null`: none. */
  readonly ca: string | null;
}

/** How long a connection that nothing is sent on is kept, in milliseconds. */
const IDLE = 15_000;

/** How long a server may take to be there, to greet, and to answer, in milliseconds. After the last byte it may take ten minutes (RFC 5321, 4.5.3.2). */
const CONNECTING = 60_000;
const ANSWERING = 10 * 60_000;

type Keep = (answer: CarrierAnswer) => Promise<unknown>;

/** One session, one mail at a time. */
interface Session {
  readonly connection: SMTPConnection;
  /** Whether it has carried a mail before. */
  used: boolean;
  idle: NodeJS.Timeout | null;
  /** Ends what it is doing with this fault. */
  fail: (fault: Error) => void;
}

/** A {@link Carrier} over SMTP with connections that are kept open for the next mail. */
export const createSmtpCarrier = (settings: SmtpSettings): Carrier => {
  const resting: Session[] = [];
  const busy = new Set<Session>();
  const waiting: (() => void)[] = [];
  let taken = 0;
  let closed = false;

  const drop = (session: Session): void => {
    if (session.idle !== null) clearTimeout(session.idle);
    const at = resting.indexOf(session);
    if (at >= 0) resting.splice(at, 1);
    session.connection.close();
  };

  const open = async (): Promise<Session> => {
    const connection = new SMTPConnection(optionsFor(settings));
    const session: Session = { connection, used: false, idle: null, fail: () => undefined };
    busy.add(session);
    // What goes wrong while it rests concerns nobody: the next mail opens another.
    connection.on('error', (fault: Error) => session.fail(fault));
    connection.on('end', () => {
      session.fail(new Error('The connection ended'));
      drop(session);
    });
    try {
      await step(session, (done) => connection.connect(done));
      const { auth } = settings.relay;
      if (auth !== null) {
        if (!isPrivate(connection, settings.relay))
          throw new Error('The server offers no TLS: the password is not sent');
        await step(session, (done) => connection.login({ user: auth.user, pass: auth.password }, done));
      }
      return session;
    } catch (fault) {
      busy.delete(session);
      connection.close();
      throw fault;
    }
  };

  const carry = async (session: Session, { from, to, message }: Carriage, keep: Keep): Promise<CarrierAnswer> => {
    busy.add(session);
    const envelope = { from: from ?? (false as const), to: [to], size: message.length };
    const bytes = Buffer.from(message.buffer, message.byteOffset, message.byteLength);
    try {
      const { response } = await step<{ readonly response: string }>(session, (done) =>
        session.connection.send(envelope, bytes, done),
      );
      const answer = { kind: 'accepted', answer: answerOf(response) } as const;
      // What goes wrong in keeping is not this server's doing: whoever keeps it hears of it.
      await keep(answer).catch(() => undefined);
      return answer;
    } catch (fault) {
      if (endsSession(fault)) session.connection.close();
      // The envelope of a mail that was refused half-way must not be the next one's.
      else await step(session, (done) => session.connection.reset(done)).catch(() => session.connection.close());
      throw fault;
    } finally {
      busy.delete(session);
      session.used = true;
      if (!session.connection.destroyed && !closed) rest(session);
      else session.connection.close();
    }
  };

  const rest = (session: Session): void => {
    session.fail = () => drop(session);
    session.idle = setTimeout(() => {
      resting.splice(resting.indexOf(session), 1);
      session.connection.quit();
    }, IDLE).unref();
    resting.push(session);
  };

  /** A session that is open and rests, the last used first. */
  const rested = (): Session | null => {
    const session = resting.pop() ?? null;
    if (session !== null && session.idle !== null) clearTimeout(session.idle);
    return session;
  };

  const handNow = async (carriage: Carriage, keep: Keep): Promise<CarrierAnswer> => {
    const before = rested();
    try {
      return await carry(before ?? (await open()), carriage, keep);
    } catch (fault) {
      // A server that has had enough of this session says nothing of the mail.
      if (before?.used !== true || !saysGoodbye(fault) || closed) return answerTo(fault);
    }
    try {
      return await carry(await open(), carriage, keep);
    } catch (fault) {
      return answerTo(fault);
    }
  };

  return {
    width: settings.connections,
    hand: async (carriage, keep = async () => undefined) => {
      if (taken >= settings.connections) await new Promise<void>((resolve) => waiting.push(resolve));
      else taken++;
      try {
        return closed ? { kind: 'unreachable', answer: 'closed' } : await handNow(carriage, keep);
      } finally {
        const next = waiting.shift();
        if (next === undefined) taken--;
        else next();
      }
    },
    close: async () => {
      closed = true;
      for (const session of resting.splice(0)) {
        if (session.idle !== null) clearTimeout(session.idle);
        session.connection.quit();
      }
      for (const session of busy) {
        session.connection.close();
        session.fail(new Error('closed'));
      }
    },
  };
};

/** Resolves with what the step calls back with; rejects too where the session fails meanwhile. */
const step = <T = unknown>(
  session: Session,
  begin: (done: (fault?: Error | null, value?: T) => void) => void,
): Promise<T> =>
  new Promise((resolve, reject) => {
    session.fail = reject;
    begin((fault, value) => (fault ? reject(fault) : resolve(value as T)));
  });

const optionsFor = ({
  relay: { host, port, security },
  name,
  ca,
}: SmtpSettings): ConstructorParameters<typeof SMTPConnection>[0] => ({
  host,
  port,
  name,
  secure: security === 'tls',
  requireTLS: security === 'starttls',
  ignoreTLS: security === 'none',
  connectionTimeout: CONNECTING,
  greetingTimeout: CONNECTING,
  socketTimeout: ANSWERING,
  tls: { rejectUnauthorized: security !== 'opportunistic', ...(ca === null ? {} : { ca }) },
});

/** Whether nobody on the way can read along. */
const isPrivate = ({ secure }: SMTPConnection, { host }: Relay): boolean =>
  secure || ['localhost', '127.0.0.1', '::1'].includes(host);

const saysGoodbye = (fault: unknown): boolean => (fault as { readonly responseCode?: number }).responseCode === 421;
