import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type RequestListener, createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import type { Slug } from '../src/base/ids.ts';
import type { Hash } from '../src/base/sha256.ts';
import { metricsToken } from '../src/cli/metrics-token.ts';
import { Unusable } from '../src/conference/unusable.ts';
import { starting, tokenGate } from '../src/http/watch.ts';
import { startServer } from './kit/server.ts';
import { smallConference } from './kit/small-conference.ts';

/** What a node tells of itself, and to whom. */

const PATHS = ['/health', '/ready', '/metrics'];

const TOKEN = 'a5d1c0ffee0123456789a5d1c0ffee0123456789';
const server = await startServer({ metricsToken: TOKEN });

const ask = async (path: string, headers: Readonly<Record<string, string>> = {}) => {
  const { promise, resolve, reject } = Promise.withResolvers<{ readonly status: number; readonly said: string }>();
  get(`${server.origin}${path}`, { headers, agent: false }, (answer) => {
    text(answer).then((said) => resolve({ status: answer.statusCode ?? 0, said }), reject);
  }).once('error', reject);
  return promise;
};

const small = (slug: Slug) => smallConference(server.host, server.clock.now, ['diktyo', 'potamia'], { slug });

describe('whoever runs a node', () => {
  it('is told on its machine that it answers and is ready', async () => {
    assert.deepEqual(await ask('/health'), { status: 200, said: 'ok\n' });
    assert.deepEqual(await ask('/ready'), { status: 200, said: 'ready\n' });
  });

  it('is given its numbers', async () => {
    const { conference } = await small('rivers' as Slug);
    await conference.submit(new Uint8Array([1]));
    await conference.checkpoint();
    await ask('/nothing');
    const { status, said } = await ask('/metrics');
    assert.equal(status, 200);
    for (const line of [
      `isonomia_entries_total{conference="rivers"} ${conference.state().size}`,
      'isonomia_rejections_total{conference="rivers",kind="malformed"} 1',
      'isonomia_followers 0',
      'isonomia_ready 1',
    ])
      assert.ok(said.split('\n').includes(line), `${line}\n${said}`);
    assert.match(said, /^isonomia_checkpoint_age_seconds\{conference="rivers"\} \d/mu);
    assert.match(said, /^isonomia_request_seconds_bucket\{le="\+Inf"\} [1-9]/mu);
    for (const line of said.trimEnd().split('\n'))
      assert.match(line, /^(?:# (?:HELP|TYPE) [a-z_]+ .+|[a-z_]+(?:\{(?:[a-z]+="[^"]*",?)+\})? [\d.e+-]+)$/u);
  });

  it('is told in a word why it is not', async () => {
    const { conference } = await small('lakes' as Slug);
    const { size } = conference.state();
    await server.store.noteSigned('lakes' as Slug, { size, root: new Uint8Array(32) as Hash });
    await assert.rejects(conference.checkpoint());
    assert.deepEqual(await ask('/ready'), { status: 503, said: 'signing\n' });
    assert.equal((await ask('/health')).status, 200);
  });
});

it('counts no live page among the requests that took long', async () => {
  const counted = async () => /^isonomia_request_seconds_count \d+$/mu.exec((await ask('/metrics')).said)?.[0];
  const earlier = await counted();
  await ask('/nothing', { accept: 'text/event-stream' });
  assert.equal(await counted(), earlier);
  await ask('/nothing');
  assert.notEqual(await counted(), earlier);
});

describe('a stranger', () => {
  for (const path of PATHS)
    it(`finds no ${path}`, async () => {
      for (const headers of [
        { 'x-forwarded-for': '127.0.0.1' },
        { forwarded: 'for=127.0.0.1' },
        { via: '1.1 proxy' },
        { 'x-real-ip': '127.0.0.1' },
        { host: 'rivers.example' },
        { host: 'localhost.rivers.example' },
      ]) {
        const { status, said } = await ask(path, headers);
        const { status: otherwise } = await ask('/not-there', headers);
        assert.equal(status, otherwise);
        assert.equal(status, 404);
        assert.doesNotMatch(said, /isonomia_|^ok|^ready/u);
      }
    });
});

describe('a scraper elsewhere', () => {
  const elsewhere = { host: 'rivers.example', 'x-forwarded-for': '192.0.2.1' };

  it('reads the numbers by the token, and nothing else', async () => {
    const headers = { ...elsewhere, authorization: `Bearer ${TOKEN}` };
    const { status, said } = await ask('/metrics', headers);
    assert.deepEqual([status, said.startsWith('# HELP isonomia_ready')], [200, true]);
    for (const path of ['/health', '/ready']) assert.equal((await ask(path, headers)).status, 404);
  });

  for (const authorization of [`Bearer ${TOKEN}0`, 'Bearer ', `Bearer ${TOKEN.slice(1)}`, `Basic ${TOKEN}`, TOKEN])
    it(`reads nothing by “${authorization}”`, async () => {
      const { status, said } = await ask('/metrics', { ...elsewhere, authorization });
      assert.equal(status, 404);
      assert.doesNotMatch(said, /isonomia_/u);
    });

  it('reads nothing where there is no token', () => {
    const letsIn = tokenGate(null);
    for (const given of [undefined, 'Bearer ', 'Bearer null']) assert.equal(letsIn(given), false);
  });

  it('has a token that nobody guesses, or the node says what is wrong with it', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'isonomia-'));
    t.after(() => rm(folder, { recursive: true }));
    assert.equal(await metricsToken(folder), null);
    for (const text of ['', 'short', `${TOKEN}\n${TOKEN}`, 'κλειδί'.repeat(9)]) {
      await writeFile(join(folder, 'metrics-token'), text);
      await assert.rejects(
        metricsToken(folder),
        (error) => error instanceof Unusable && !error.message.includes(TOKEN),
      );
    }
    await writeFile(join(folder, 'metrics-token'), `${TOKEN}\n`);
    assert.equal(await metricsToken(folder), TOKEN);
  });
});

it('answers that it lives, and is not ready, from the first moment', async (t) => {
  const { promise: ready, resolve: open } = Promise.withResolvers<RequestListener>();
  const node = createServer(starting(ready)).listen(0, '127.0.0.1');
  t.after(() => node.close());
  await once(node, 'listening');
  const { port } = node.address() as AddressInfo;
  const asked = async (path: string, headers = {}) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers });
    return [answer.status, await answer.text()] as const;
  };
  assert.deepEqual(await asked('/health'), [200, 'ok\n']);
  assert.deepEqual(await asked('/ready'), [503, 'starting\n']);
  assert.deepEqual(await asked('/metrics'), [503, 'starting\n']);
  const waiting = [asked('/rivers'), asked('/health', { 'x-forwarded-for': '192.0.2.1' })];
  open((request, response) => void response.end(request.url));
  assert.deepEqual(await Promise.all(waiting), [
    [200, '/rivers'],
    [200, '/health'],
  ]);
  assert.deepEqual(await asked('/ready'), [200, '/ready']);
});
