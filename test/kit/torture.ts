import { type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** The worst that strangers send, each from an address of its own of this machine's loopback. */

/** What came of a request: its status, or that the connection was cut. */
export type Outcome = number | 'cut';

export interface Sent {
  readonly path: string;
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string;
  /** The last number of the address it comes from. */
  readonly from?: number;
}

export const send = (origin: string, { path, method = 'POST', headers = {}, body = '', from = 1 }: Sent) => {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const outgoing = request({ ...place(origin, from), path, method, headers });
  outgoing.on('response', (answer: IncomingMessage) => {
    answer.resume();
    answer.on('close', () => resolve(answer.statusCode ?? 0));
  });
  outgoing.on('error', () => resolve('cut'));
  outgoing.end(body);
  return promise;
};

const place = (origin: string, from: number) => {
  const { hostname, port } = new URL(origin);
  return { hostname, port, family: 4, agent: false, localAddress: addressOf(from) } as const;
};

const addressOf = (number: number): string => `127.0.${1 + Math.floor(number / 250)}.${1 + (number % 250)}`;

/** Sends the head of a request and a little of its body, and goes. */
export const breakOff = async (origin: string, { path, headers = {}, from = 1 }: Sent): Promise<void> => {
  const { hostname, port } = new URL(origin);
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const socket = connect({ host: hostname, port: Number(port), family: 4, localAddress: addressOf(from) });
  const fields = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}\r\n`);
  socket.on('error', () => resolve(undefined));
  socket.on('connect', () => {
    socket.write(
      `POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-length: 50000\r\n${fields.join('')}\r\na=b`,
      () => {
        socket.destroy();
        resolve(undefined);
      },
    );
  });
  return promise;
};

/** Follows live events and reads nothing of them. The function given back leaves. */
export const listenDeaf = async (
  origin: string,
  { path, headers = {}, from = 1 }: Sent,
): Promise<{ readonly status: number; readonly leave: () => void }> => {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const asked = request({ ...place(origin, from), path, headers });
  asked.on('response', (answer) => {
    answer.on('error', () => undefined);
    resolve(answer.statusCode ?? 0);
  });
  asked.on('error', reject);
  asked.end();
  const status = await promise;
  asked.on('error', () => undefined);
  return { status, leave: () => asked.destroy() };
};

const FORM = { 'content-type': 'application/x-www-form-urlencoded' } as const;
const MULTIPART = { 'content-type': 'multipart/form-data; boundary=b' } as const;
const JSON_TYPE = { 'content-type': 'application/json' } as const;

const part = (head: string, body = ''): string => `--b\r\n${head}\r\n\r\n${body}\r\n`;
const named = (name: string): string => `Content-Disposition: form-data; name="${name}"`;
const KIB = 1024;

/** Bodies that cost a careless parser the most, by what they are; each nearly as large as it may be, or much larger. */
export const WORST: Readonly<Record<string, { readonly headers: OutgoingHttpHeaders; readonly body: string }>> = {
  'half a million fields': { headers: FORM, body: 'a&'.repeat(500_000) },
  'as many fields as fit': { headers: FORM, body: 'a&'.repeat(250 * KIB) },
  'five million fields': { headers: FORM, body: 'a&'.repeat(5_500_000) },
  'fields of many names': { headers: FORM, body: Array.from({ length: 60_000 }, (_, i) => i.toString(36)).join('&') },
  'broken percents': { headers: FORM, body: `a=${'%f'.repeat(250 * KIB)}` },
  'rows of marks': { headers: FORM, body: `name=a${'\u0301\u0316'.repeat(120 * KIB)}` },
  'short rows of marks': { headers: FORM, body: `name=${`a${'\u0301\u0316'.repeat(15)}`.repeat(8 * KIB)}` },
  joiners: { headers: FORM, body: `name=${'\u0628\u200c'.repeat(100 * KIB)}` },
  spaces: { headers: FORM, body: `name=x${' '.repeat(510 * KIB)}x` },
  'line ends': { headers: FORM, body: `name=${'\r'.repeat(510 * KIB)}` },
  'typed pairs': { headers: FORM, body: `typed=[${'["",""],'.repeat(60 * KIB)}["",""]]` },
  'nested typed': { headers: FORM, body: `typed=${'['.repeat(500 * KIB)}` },
  'an act of arrays': { headers: FORM, body: `act={"kind":"positions.take","body":[${'[],'.repeat(160 * KIB)}[]]}` },
  'many parts': { headers: MULTIPART, body: `${part(named('a')).repeat(9000)}--b--` },
  'one part of many heads': {
    headers: MULTIPART,
    body: `${part(`${named('a')}\r\n${'X: y\r\n'.repeat(80_000)}Z: z`)}--b--`,
  },
  'marks in a part': { headers: MULTIPART, body: `${part(named('a'), '\r\n--c'.repeat(90_000))}--b--` },
  'an end that never comes': { headers: MULTIPART, body: part(named('a'), '\r\n--'.repeat(120_000)) },
  'marks in JSON': { headers: JSON_TYPE, body: JSON.stringify({ act: 'a' + '\u0301\u0316'.repeat(100 * KIB) }) },
  'escaped marks in JSON': { headers: JSON_TYPE, body: `{"act":"a${'\\u0301\\u0316'.repeat(40 * KIB)}"}` },
  'deep JSON': { headers: JSON_TYPE, body: '['.repeat(500 * KIB) },
  'many items of JSON': {
    headers: JSON_TYPE,
    body: `{"act":{"kind":"positions.take","body":[${'{},'.repeat(60 * KIB)}{}]}}`,
  },
  'many fields of JSON': {
    headers: JSON_TYPE,
    body: `{"act":{${Array.from({ length: 20_000 }, (_, i) => `"${i.toString(36)}":0`).join(',')}}}`,
  },
};

/** Asks again and again for a page, as somebody else would, until it is told to stop; how long the longest answer took, in milliseconds. */
export const probe = (origin: string, path: string) => {
  const stop = new AbortController();
  const times: number[] = [];
  const ended = (async () => {
    while (!stop.signal.aborted) {
      const before = performance.now();
      const outcome = await send(origin, { path, method: 'GET', from: 0 });
      if (outcome !== 200) throw new Error(`${path} answered ${outcome}`);
      times.push(performance.now() - before);
      await pause(20);
    }
    return times.toSorted((a, b) => a - b);
  })();
  return async (): Promise<readonly number[]> => {
    stop.abort();
    return ended;
  };
};
