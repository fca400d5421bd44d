import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { MOST_DRAFT, MOST_ENVELOPE } from '../src/api/acts.ts';
import { createApi } from '../src/api/api.ts';
import { patternOf } from '../src/api/route.ts';
import { MOST_ANSWER } from '../src/api/sessions.ts';
import { ACT_KINDS } from '../src/charter/acts.ts';
import { type Limiter, type Limits, NO_LIMITS } from '../src/conference/door/limits.ts';
import { MOST_FIELDS } from '../src/http/fields.ts';
import { MOST_FORM, MOST_SIGN_IN, MOST_STRANGERS_FORM, MOST_UPLOAD } from '../src/web/act/form-data.ts';
import { ORIGIN, createApiScene } from './kit/api.ts';
import { webOn } from './kit/web.ts';

/**
 * What is done for a request before it is known whether whoever sends it may send it: a limit comes first, for whatever is asked, and nothing is read of what
 * they have no right to send. Walked over every route there is.
 */

const scene = await createApiScene();
after(() => assert.deepEqual(scene.faults, []));

/** Pages and API in one, as the node puts them together. */
const nodeWith = (limits: Limits) => {
  const api = createApi({ ...scene.deps, limits, config: { ...scene.deps.config, proxies: 1 } });
  const web = webOn(scene, { limits });
  api.app.notFound((c) => web.fetch(c.req.raw, c.env));
  return { api, web, ask: async (path: string, init?: RequestInit) => api.app.request(path, init) };
};

const filled = (pattern: string): string =>
  pattern
    .replaceAll(':slug', 'rivers')
    .replaceAll(':kind', 'participation.apply')
    .replaceAll(/:number(\{[^}]*\})?|:index(\{[^}]*\})?|:delegate/gu, '1')
    .replaceAll(/:file\{[^}]*\.ics\}/gu, '1.ics')
    .replaceAll(/:[a-z]+(\{[^}]*\})?/gu, 'x')
    .replace('/*', '/x');

const ODD = [
  '/assets/none.js',
  '/nothing/at/all',
  '/api/nothing',
  '/rivers/log/x',
  '/rivers/nothing',
  '/%',
  '/%00',
  '//',
];

describe('room for what comes in', () => {
  it('is a member’s own, when strangers have taken all of theirs', async () => {
    const full = { take: () => false };
    const { ask } = nodeWith({ ...NO_LIMITS, bodies: { ...NO_LIMITS.bodies, strangers: full } });
    const { authorization } = await scene.as(scene.speaker(0));
    const cookie = `__Host-isonomia-rivers=${authorization.replace('Bearer ', '')}`;
    for (const [path, type] of [
      ['/api/conferences/rivers/acts', 'application/json'],
      ['/rivers/acts', 'application/x-www-form-urlencoded'],
    ] as const) {
      const status = async (who: Readonly<Record<string, string>>) =>
        (await ask(path, { method: 'POST', body: 'a=b', headers: { 'content-type': type, origin: ORIGIN, ...who } }))
          .status;
      assert.equal(await status({}), 503, path);
      assert.notEqual(await status({ cookie }), 503, path);
      if (path.startsWith('/api/')) assert.notEqual(await status({ authorization }), 503);
    }
    const form = { 'content-type': 'application/x-www-form-urlencoded', origin: ORIGIN };
    const told = await (await ask('/rivers/acts', { method: 'POST', body: 'a=b', headers: form })).text();
    assert.match(told, /Nothing was taken\. Go back: what you typed is still there\./u);
  });
});

describe('a limit', () => {
  const spent: Limiter = { take: () => 1000, wait: () => 1000 };
  const { api, web, ask } = nodeWith({
    ...NO_LIMITS,
    actsByAddress: spent,
    attempts: spent,
    files: spent,
    reads: spent,
  });
  const paths = [
    ...new Set([
      ...api.routes.map((route) => filled(patternOf(route))),
      ...web.routes.map(({ path }) => filled(path)),
      ...ODD,
    ]),
  ];
  for (const method of ['GET', 'HEAD', 'POST', 'DELETE', 'OPTIONS', 'PUT'])
    it(`comes before every ${method}, whether there is such a resource or not`, async () => {
      assert.ok(paths.length > 100);
      for (const path of paths) {
        const body = method === 'POST' ? unread() : null;
        const answer = await ask(path, { method, ...(body !== null && sent(body.stream)) });
        assert.equal(answer.status, 429, `${method} ${path}`);
        assert.equal(body?.taken() ?? 0, 0, path);
      }
    });
});

/** A body without an end, and how much of it was taken, in bytes. */
const unread = (piece = `${'a'.repeat(998)}&b`) => {
  let taken = 0;
  const bytes = new TextEncoder().encode(piece);
  const stream = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        taken += bytes.length;
        controller.enqueue(bytes);
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, taken: () => taken };
};

const sent = (
  body: ReadableStream,
  type = 'application/x-www-form-urlencoded',
  headers: Readonly<Record<string, string>> = {},
) =>
  ({
    method: 'POST',
    body,
    duplex: 'half',
    headers: { 'content-type': type, origin: ORIGIN, ...headers },
  }) as RequestInit;

const TYPES = [
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=b',
  'application/json',
  'text/plain',
];

describe('of what somebody sends', () => {
  const { api, web, ask } = nodeWith(NO_LIMITS);
  const posts = [
    ...api.routes.filter(({ method }) => method === 'post').map((route) => filled(patternOf(route))),
    ...web.routes.filter(({ method }) => method === 'POST').map(({ path }) => filled(path)),
    ...ACT_KINDS.map((kind) => `/rivers/do/${kind}`),
  ];
  /** How much of a body without end is taken at most, and what is answered. */
  const taken = async (path: string, type: string, headers?: Readonly<Record<string, string>>) => {
    const body = unread();
    const answer = await ask(path, sent(body.stream, type, headers));
    assert.ok(answer.status < 500, `${path}: ${answer.status}`);
    return { bytes: body.taken(), status: answer.status };
  };

  /** Where a stranger may send something: what applies, recovers a key, founds, signs in, carries an act to the door, or was typed before a session ended. */
  const OPEN =
    /^\/(api\/.*|found\/.*|rivers\/(sign-in|together|prepared\/x\/set-aside|acts(\/file|\/with-key|\/hand-over)?|do\/.*))$/u;

  const mostAt = (path: string): number => {
    if (path === '/rivers/sign-in') return MOST_SIGN_IN;
    if (path.endsWith('/draft')) return MOST_DRAFT;
    if (path.endsWith('/sessions')) return MOST_ANSWER;
    return path.startsWith('/api/') ? MOST_ENVELOPE : MOST_STRANGERS_FORM;
  };

  it('nothing is read where only those may send it who are signed in', async () => {
    const closed = posts.filter((path) => !OPEN.test(path));
    assert.ok(closed.length > 20, `${closed.length}`);
    for (const path of closed)
      for (const type of TYPES) assert.equal((await taken(path, type)).bytes, 0, `${path} ${type}`);
  });

  it('no more is read of a stranger’s than theirs may be, whatever they call it', async () => {
    const open = posts.filter((path) => OPEN.test(path));
    assert.ok(open.length >= 12, open.join(' '));
    for (const path of open)
      for (const type of TYPES) {
        const most = mostAt(path);
        const { bytes, status } = await taken(path, type);
        assert.ok(bytes <= most + 1000, `${path} ${type}: ${bytes}`);
        assert.ok(bytes === 0 || status >= 400, `${path} ${type}: ${status}`);
      }
  });

  it('a member may send more, and a large file as multipart alone', async () => {
    const { authorization } = await scene.as(scene.speaker(0));
    const cookie = `__Host-isonomia-rivers=${authorization.replace('Bearer ', '')}`;
    const most = async (path: string, type: string) => (await taken(path, type, { cookie })).bytes;
    const [urlencoded = '', multipart = ''] = TYPES;
    const within = (bytes: number, bound: number): void =>
      assert.ok(bytes > bound - 1000 && bytes <= bound + 1000, `${bytes}`);
    within(await most('/rivers/do/letter.send', urlencoded), MOST_FORM);
    within(await most('/rivers/do/letter.send', multipart), MOST_UPLOAD);
    within(await most('/rivers/do/positions.take', multipart), MOST_FORM);
    assert.equal(await most('/rivers/do/letter.send', 'text/plain'), 0);
  });

  it('no more fields are read than a form may have', async () => {
    for (const path of ['/rivers/do/participation.apply', '/rivers/acts', '/rivers/sign-in', '/found/charter'])
      for (const body of [
        'a&'.repeat(16_000),
        Array.from({ length: MOST_FIELDS + 1 }, (_, i) => i.toString(36)).join('&'),
      ]) {
        const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: ORIGIN };
        assert.equal((await ask(path, { method: 'POST', body, headers })).status, 413, path);
      }
    assert.equal((await ask(`/rivers/do/participation.apply?${'a&'.repeat(7000)}`)).status, 413);
    const typed = JSON.stringify(Array.from({ length: MOST_FIELDS + 1 }, () => ['', '']));
    const answer = await ask('/rivers/do/participation.apply', {
      method: 'POST',
      body: `typed=${encodeURIComponent(typed)}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: ORIGIN },
    });
    assert.ok(answer.status < 500);
  });

  it('what breaks off is no fault', async () => {
    for (const path of posts)
      for (const type of TYPES) {
        const stream = new ReadableStream(
          { pull: (controller) => controller.error(new Error('aborted')) },
          { highWaterMark: 0 },
        );
        const answer = await ask(path, sent(stream, type));
        assert.ok(answer.status < 500, `${path} ${type}: ${answer.status}`);
      }
  });
});

/** What may stand in a path or a query where a number, a name or a key is expected. */
const VALUES = [
  '0',
  '99999999999999999999',
  '-1',
  '1e3',
  '%00',
  '%',
  '%ff',
  '__proto__',
  'é'.repeat(99),
  'x'.repeat(3000),
];
const QUERY = '?lang=__proto__&page=-1&from=1e99&before=NaN&show=constructor&text=__proto__&=&%ff';

describe('what is not there', () => {
  const { api, web, ask } = nodeWith(NO_LIMITS);

  it('is said to be so, and is no fault', async () => {
    for (const path of ODD) {
      const { status } = await ask(path);
      assert.ok(status === 404 || status === 405, `${path}: ${status}`);
    }
  });

  it('is no fault, whatever stands in its place', async () => {
    const { authorization } = await scene.as(scene.speaker(0));
    const cookie = `__Host-isonomia-rivers=${authorization.replace('Bearer ', '')}`;
    const patterns = new Set([...api.routes.map(patternOf), ...web.routes.map(({ path }) => path)]);
    // Those that make documents or follow what happens are walked elsewhere.
    const walked = [...patterns].filter(
      (pattern) => !/docx|epub|pdf|xlf|ics|events|public-record|calendar|meetings$/u.test(pattern),
    );
    for (const headers of [{}, { cookie }])
      for (const value of VALUES)
        for (const pattern of walked) {
          const path = pattern.replaceAll(':slug', 'rivers').replaceAll(/:[a-z]+(\{[^}]*\})?|\*/gu, value);
          const { status } = await ask(path + QUERY, { headers });
          assert.ok(status < 500, `${path}: ${status}`);
        }
  });
});
