import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLimits, NO_LIMITS } from '../src/conference/door/limits.ts';
import { ORIGIN, createApiScene } from './kit/api.ts';
import { webOn } from './kit/web.ts';

/** What every page answers with, and what it takes from whom. */

const scene = await createApiScene();
const web = (limits = NO_LIMITS) => webOn(scene, { limits });

const token = async (): Promise<string> => (await scene.as(scene.speaker(0))).authorization.replace('Bearer ', '');

test('under https a session is known by its cookie for this host alone', async () => {
  const cookie = `__Host-isonomia-rivers=${await token()}`;
  assert.equal((await web().request('/rivers/today', { headers: { cookie } })).status, 200);
  assert.equal(
    (await web().request('/rivers/today', { headers: { cookie: cookie.replace('__Host-', '') } })).status,
    401,
  );
  assert.equal((await web().request('/rivers/today')).status, 401);
});

test('every answer forbids foreign scripts, frames and guessing of types, and https is for good', async () => {
  for (const path of ['/', '/rivers/about', '/rivers/today', '/nothing/here', '/assets/isonomia.css']) {
    const { headers } = await web().request(path);
    assert.match(
      headers.get('content-security-policy') ?? '',
      /default-src 'none'; script-src 'self';.*frame-ancestors 'none'/u,
      path,
    );
    assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
    assert.match(headers.get('strict-transport-security') ?? '', /max-age=/u, path);
  }
});

const post = (headers: Record<string, string>, body = 'act={}') =>
  web().request('/rivers/acts', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body,
  });

test('a form from another site is turned away', async () => {
  assert.equal((await post({ origin: 'https://elsewhere.example' })).status, 403);
  assert.equal((await post({ origin: 'null', 'sec-fetch-site': 'cross-site' })).status, 403);
  assert.equal((await post({ 'sec-fetch-site': 'same-site' })).status, 403);
  assert.notEqual((await post({ origin: ORIGIN })).status, 403);
});

test('whoever typed the number of their own machine is led to its name, where keys and sessions are', async () => {
  const app = webOn(scene, { origin: 'http://localhost:8080' });
  const led = async (address: string, mode = 'navigate', method = 'GET'): Promise<string | null> =>
    (await app.request(address, { method, headers: { 'sec-fetch-mode': mode } })).headers.get('location');
  assert.equal(await led('http://127.0.0.1:8080/found?token=a%2Fb'), 'http://localhost:8080/found?token=a%2Fb');
  assert.equal(await led('http://[::1]:8080//elsewhere.example'), 'http://localhost:8080//elsewhere.example');
  for (const other of [
    'http://localhost:8080/',
    'http://127.0.0.1:9090/',
    'http://192.0.2.1:8080/',
    'https://rivers.example/',
  ])
    assert.equal(await led(other), null, other);
  assert.equal(await led('http://127.0.0.1:8080/', 'cors'), null);
  assert.equal(await led('http://127.0.0.1:8080/rivers/acts', 'navigate', 'POST'), null);
});

test('a form that is too large, or is none, is read no further', async () => {
  assert.equal((await post({ origin: ORIGIN }, `act=${'a'.repeat(1024 * 1024)}`)).status, 413);
  assert.equal((await post({ origin: ORIGIN, 'content-type': 'text/plain' })).status, 415);
});

test('one address that asks too much waits; others do not', async () => {
  const app = web(createLimits());
  const ask = (address: string) =>
    app.request('/rivers/sign-in', { method: 'POST', headers: { origin: ORIGIN, 'x-forwarded-for': address } });
  let answer = await ask('192.0.2.1');
  for (let i = 0; i < 40 && answer.status !== 429; i += 1) answer = await ask('192.0.2.1');
  assert.equal(answer.status, 429);
  assert.ok(Number(answer.headers.get('retry-after')) >= 1);
  assert.notEqual((await ask('192.0.2.2')).status, 429);
});
