import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';
import type { OrganisationId, Slug } from '../../base/ids.ts';
import { DAY, MINUTE, instant } from '../../base/time.ts';
import { MOST_SESSIONS, type Session } from '../../conference/ports.ts';
import { openSqliteSessions } from './sessions.ts';

const folder = await mkdtemp(join(tmpdir(), 'isonomia-'));
after(() => rm(folder, { recursive: true }));

const session = (tokenHash: string, created: number, expires: number): Session => ({
  tokenHash,
  slug: 'rivers' as Slug,
  organisation: 'diktyo' as OrganisationId,
  delegate: 2,
  key: 'SHA256:x' as Session['key'],
  created: instant(created),
  expires: instant(expires),
});

it('keeps sessions until they expire or are removed, across openings', () => {
  const file = join(folder, 'sessions.db');
  const first = openSqliteSessions(file);
  first.put(session('a', 0, 100));
  first.put(session('b', 0, 200));
  first.put(session('c', 0, 200));
  first.remove('c');
  first.close();
  const sessions = openSqliteSessions(file);
  assert.deepEqual(sessions.get('a', instant(99)), session('a', 0, 100));
  assert.equal(sessions.get('a', instant(100)), null);
  assert.equal(sessions.get('c', instant(1)), null);
  assert.equal(sessions.get('unknown', instant(1)), null);
  sessions.put(session('d', 150, 300));
  assert.equal(sessions.get('a', instant(50)), null, 'expired sessions are gone for good');
  assert.deepEqual(sessions.get('b', instant(199)), session('b', 0, 200));
  sessions.close();
});

it('tells a delegate’s open sessions, and forgets by itself those that have expired', () => {
  const file = join(folder, 'of.db');
  const sessions = openSqliteSessions(file);
  for (const one of [session('a', 0, 100), session('b', 10, 200), { ...session('c', 0, 200), delegate: 3 }])
    sessions.put(one);
  const of = (now: number): readonly string[] =>
    sessions.of('rivers' as Slug, 'diktyo' as OrganisationId, 2, instant(now)).map(({ tokenHash }) => tokenHash);
  assert.deepEqual([of(50), of(100)], [['b', 'a'], ['b']]);
  sessions.expire(instant(100));
  assert.deepEqual(of(50), ['b']);
  sessions.close();
});

it('keeps so many of one delegate, the last ones', () => {
  const sessions = openSqliteSessions(join(folder, 'many.db'));
  for (let i = 0; i < 1000; i += 1) sessions.put(session(`t${i}`, i, 5000));
  sessions.put({ ...session('other', 1, 5000), delegate: 3 });
  const there = Array.from({ length: 1000 }, (_, i) => sessions.get(`t${i}`, instant(1001)) !== null);
  assert.deepEqual([there.filter(Boolean).length, there.indexOf(true)], [MOST_SESSIONS, 1000 - MOST_SESSIONS]);
  assert.ok(sessions.get('other', instant(1001)) !== null);
  sessions.close();
});

it('lets none last longer that was begun by a clock that was ahead', () => {
  const sessions = openSqliteSessions(join(folder, 'ahead.db'));
  sessions.put(session('a', 1000 * DAY, 1000.5 * DAY));
  assert.equal(sessions.get('a', instant(DAY)), null);
  assert.deepEqual(sessions.of('rivers' as Slug, 'diktyo' as OrganisationId, 2, instant(DAY)), []);
  assert.deepEqual(sessions.get('a', instant(1000 * DAY - MINUTE)), session('a', 1000 * DAY, 1000.5 * DAY));
  sessions.close();
});
