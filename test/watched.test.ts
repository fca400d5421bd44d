import assert from 'node:assert/strict';
import { get } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import type { Slug } from '../src/base/ids.ts';
import type { Hash } from '../src/base/sha256.ts';
import { startServer } from './kit/server.ts';
import { smallConference } from './kit/small-conference.ts';

/** What a node tells of itself, and to whom. */

const PATHS = ['/health', '/ready', '/metrics'];

const server = await startServer();

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
