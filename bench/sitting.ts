import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { base64, fromUtf8, utf8 } from '../src/base/bytes.ts';
import type { ActKind, BodyOf } from '../src/charter/acts.ts';
import { systemClock } from '../src/conference/clock.ts';
import { type SigningKey, signEd25519 } from '../src/record/sign-ed25519.ts';
import { SIGN_IN_NAMESPACE } from '../src/record/verify-signature.ts';
import { SLUG, type Served, serve } from '../test/kit/served.ts';
import { type Speaker, write } from '../test/kit/small-conference.ts';
import { fullRoom } from './full-room.ts';
import { type People, withScratch } from './folders.ts';
import { fsyncs, opensslVerifies } from './limits.ts';
import { type Measurement, measured, median } from './report.ts';

/** A full room: every organisation asks to speak and shows cards at the same time, while all of them follow. */

const ORGANISATIONS = 300;
/** How many of the phones ask for their page again whenever something has happened, as the island of live pages does. */
const READING = 10;
/** Over how long the presses of the first round are spread, in milliseconds. */
const SPREAD = 20_000;
/** How many followers come from one address: the node takes no more than 100. */
const FROM_ONE = 50;

interface Presses {
  /** Within the minute: it asks for the floor, shows a card, another one, and puts it down. */
  readonly spread: readonly Uint8Array[];
  /** All at once: the cards again. */
  readonly atOnce: readonly Uint8Array[];
}

const pressesOf = ({ id }: People, speaker: Speaker): Presses => {
  const head = { conference: id, made: systemClock.now() };
  const act = <K extends ActKind>(kind: K, body: BodyOf<K>): Uint8Array => write(speaker, head, kind, body).envelope;
  const show = (card: BodyOf<'card.show'>['card']): Uint8Array => act('card.show', { meeting: 1, card });
  return {
    spread: [act('speech.request', { meeting: 1, kind: 'speech' }), show('warm'), show('cool'), show(null)],
    atOnce: [show('warm'), show('cool'), show('move-on'), show(null)],
  };
};

const answerOf = async (asked: ClientRequest): Promise<{ readonly status: number; readonly text: string }> => {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  asked.on('response', resolve).on('error', reject);
  const answer = await promise;
  const pieces: Uint8Array[] = [];
  for await (const piece of answer as AsyncIterable<Uint8Array>) pieces.push(piece);
  return { status: answer.statusCode ?? 0, text: fromUtf8(Buffer.concat(pieces)) ?? '' };
};

const JSON_TYPE = { 'content-type': 'application/json' };

const post = (agent: Agent, url: string, body: Uint8Array | string) => {
  const asked = request(url, { method: 'POST', agent, headers: JSON_TYPE });
  asked.end(body);
  return answerOf(asked);
};

/** The session of a delegate, as a program signs in. */
const signedIn = async (agent: Agent, { origin }: Served, { pen }: Speaker): Promise<string> => {
  const sessions = `${origin}/api/conferences/${SLUG}/sessions`;
  const { challenge, message } = JSON.parse((await post(agent, `${sessions}/challenge`, '')).text) as {
    readonly challenge: string;
    readonly message: string;
  };
  const signed = await signEd25519(pen as unknown as SigningKey, {
    message: utf8(message),
    namespace: SIGN_IN_NAMESPACE,
  });
  const { text } = await post(agent, sessions, JSON.stringify({ challenge, signature: base64(signed) }));
  return (JSON.parse(text) as { readonly token: string }).token;
};

interface Follower {
  readonly end: () => void;
}

/** A phone in the room. `onEvent` is told of each event. */
const follow = async ({ origin }: Served, token: string, from: number, onEvent: () => void): Promise<Follower> => {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const asked = request(`${origin}/api/conferences/${SLUG}/events`, {
    localAddress: `127.0.1.${1 + Math.floor(from / FROM_ONE)}`,
    headers: { authorization: `Bearer ${token}` },
    agent: false,
  });
  asked.on('error', reject).on('response', (answer) => {
    answer.on('error', () => undefined).on('data', (piece: Buffer) => piece.includes('event: happened') && onEvent());
    if (answer.statusCode === 200) resolve();
    else reject(new Error(`A follower was answered ${answer.statusCode}`));
  });
  asked.end();
  await promise;
  return { end: () => asked.destroy() };
};

const ms = (value: number): string => `${Math.round(value)} ms`;

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? NaN;

export const sitting300 = async (): Promise<Measurement> =>
  withScratch(async (data) => {
    const before = await opensslVerifies(1);
    const syncs = await withScratch(async (folder) => fsyncs(folder));
    const people = await fullRoom(data, ORGANISATIONS);
    const served = await serve(data);
    const agent = new Agent({ keepAlive: true, maxSockets: ORGANISATIONS });
    try {
      let heard = 0;
      const told = (read: () => void): void => {
        heard += 1;
        read();
      };
      const pages: number[] = [];
      const followers: Follower[] = [];
      for (const [i, speaker] of people.speakers.entries()) {
        const token = await signedIn(agent, served, speaker);
        const read = i < READING ? reader(agent, served, token, pages) : () => undefined;
        followers.push(await follow(served, token, i, () => told(read)));
      }
      const presses = people.speakers.map((speaker) => pressesOf(people, speaker));
      const send = async (envelopes: readonly Uint8Array[], pauses: readonly number[]): Promise<readonly number[]> => {
        const times: number[] = [];
        for (const [i, envelope] of envelopes.entries()) {
          await wait(pauses[i] ?? 0);
          const sent = performance.now();
          const { status, text } = await post(agent, served.door, envelope);
          if (status !== 201) throw new Error(`An act was answered ${status}: ${text}`);
          times.push(performance.now() - sent);
        }
        return times;
      };
      const each = SPREAD / 4;
      const spread = (
        await Promise.all(
          presses.map((own) =>
            send(
              own.spread,
              [0, 1, 2, 3].map(() => Math.random() * 2 * each),
            ),
          ),
        )
      ).flat();
      const began = performance.now();
      const atOnce = (await Promise.all(presses.map((own) => send(own.atOnce, [])))).flat();
      const seconds = (performance.now() - began) / 1000;
      for (const follower of followers) follower.end();
      const limit = before === null ? syncs : Math.min(before, syncs);
      return measured(
        'sitting-300',
        'acts/s',
        atOnce.length / seconds,
        limit,
        `${atOnce.length} acts, all pressed at once, answered within ${ms(percentile(atOnce, 0.99))} at the 99th percentile`,
        `${spread.length} acts spread over about ${SPREAD / 1000} s, a third of the minute that they have, within ${ms(percentile(spread, 0.99))}, half of them within ${ms(median(spread))}`,
        `${ORGANISATIONS} followers told ${heard} times; ${READING} of them read their page ${pages.length} times, each in ${ms(median(pages))}`,
        `limit: ${limit === syncs ? 'fsyncs' : 'Ed25519 verifications by openssl on one core'} a second`,
        `openssl ${before === null ? 'missing' : Math.round(before)}, fsync ${Math.round(syncs)}`,
      );
    } finally {
      agent.destroy();
      await served.end('SIGTERM');
    }
  });

/** Asks for the delegate's page when told to, one after the other; how long each took goes to `pages`, in milliseconds. */
const reader = (agent: Agent, { origin }: Served, token: string, pages: number[]): (() => void) => {
  let reading = false;
  return () => {
    if (reading) return;
    reading = true;
    const began = performance.now();
    const headers = { cookie: `isonomia-${SLUG}=${token}` };
    const asked = request(`${origin}/${SLUG}/meetings/1/follow`, { agent, headers });
    asked.end();
    void answerOf(asked)
      .then(({ status }) => (status === 200 ? pages.push(performance.now() - began) : 0))
      .finally(() => (reading = false));
  };
};
