import { type LookupAddress, lookup } from 'node:dns';
import type { IncomingMessage } from 'node:http';
import { type RequestOptions, request } from 'node:https';
import { utf8 } from '../../base/bytes.ts';
import { DAY, SECOND } from '../../base/time.ts';
import type { Clock } from '../../conference/ports.ts';
import type { PushAnswer, PushNote, Pushes } from '../../conference/post/push.ts';
import { encryptNote } from './encrypt.ts';
import { NotPublic, type Resolve, publicOnly } from './public-address.ts';
import { type Subscribed, readSubscription } from './subscription.ts';
import type { Vapid } from './vapid.ts';

/** How long a note waits for a browser that is away. */
const WAITS = 3 * DAY;
/** From the first step to the last. */
const PATIENCE = 10 * SECOND;

export interface PushesDeps {
  readonly vapid: Vapid;
  readonly clock: Clock;
  /** The addresses of a name; of this machine's resolver where it is left out. */
  readonly resolve?: Resolve;
  /** Connects in some other way than by name and TLS; for tests. */
  readonly connect?: NonNullable<RequestOptions['createConnection']>;
  /** In milliseconds. */
  readonly patience?: number;
}

const allAddresses: Resolve = (hostname, done) => {
  // `null` and a list, or an error and nothing.
  lookup(hostname, { all: true }, (error, addresses: LookupAddress[] | undefined) => done(error, addresses ?? []));
};

export const createPushes = (deps: PushesDeps): Pushes => {
  const { vapid, clock, resolve = allAddresses, connect, patience = PATIENCE } = deps;

  const post = (to: Subscribed, note: PushNote): Promise<IncomingMessage> =>
    new Promise((done, failed) => {
      const body = encryptNote(utf8(contentOf(note)), to);
      const headers = {
        Authorization: vapid.authorization(to.endpoint, clock.now()),
        'Content-Encoding': 'aes128gcm',
        'Content-Type': 'application/octet-stream',
        'Content-Length': body.length,
        TTL: Math.floor(WAITS / SECOND),
        Topic: note.topic,
        Urgency: 'normal',
      };
      const options: RequestOptions = {
        method: 'POST',
        headers,
        lookup: publicOnly(resolve),
        signal: AbortSignal.timeout(patience),
        ...(connect === undefined ? {} : { createConnection: connect }),
      };
      request(to.endpoint, options, done).on('error', failed).end(body);
    });

  return {
    publicKey: vapid.publicKey,
    accepts: (subscription) => readSubscription(subscription) !== null,
    send: async (subscription, note) => {
      const to = readSubscription(subscription);
      if (to === null) return { kind: 'refused', why: 'no subscription' };
      try {
        const response = await post(to, note);
        // What a service says beyond its status is of no use here, and may be endless.
        response.destroy();
        return answerOf(response);
      } catch (error) {
        if (error instanceof NotPublic) return { kind: 'refused', why: error.message };
        return { kind: 'put-off', after: null, why: error instanceof Error ? error.message : String(error) };
      }
    },
  };
};

/** What the service worker shows: bounded, for names may be long. */
const contentOf = ({ title, words, path, language, topic }: PushNote): string =>
  JSON.stringify({ title: title.slice(0, 200), words: words.slice(0, 200), path, language, topic });

/** RFC 8030, section 5; redirections are not followed. */
const answerOf = ({ statusCode = 0, headers }: IncomingMessage): PushAnswer => {
  if (statusCode >= 200 && statusCode < 300) return { kind: 'accepted' };
  if (statusCode === 404 || statusCode === 410) return { kind: 'gone' };
  const why = `HTTP ${statusCode}`;
  if (statusCode === 429 || statusCode >= 500) return { kind: 'put-off', after: waitOf(headers['retry-after']), why };
  return { kind: 'refused', why };
};

/** The seconds of `Retry-After`, as milliseconds, a day at most; the other form, a date, is left to whoever tries again. */
const waitOf = (value: string | undefined): number | null =>
  value !== undefined && /^\d{1,6}$/u.test(value) ? Math.min(Number(value) * SECOND, DAY) : null;
