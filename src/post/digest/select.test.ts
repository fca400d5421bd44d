import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DAY, HOUR, after } from '../../base/time.ts';
import { maySeeEntry } from '../../charter/sight/visibility-entries.ts';
import { type Step, all } from '../../charter/spec/spec.ts';
import { START, fakeKey } from '../../charter/spec/world.ts';
import {
  NAMES,
  applyFor,
  decide,
  enrol,
  founded,
  lose,
  observe,
  onClause,
  present,
  presented,
  table,
  take,
} from '../../charter/spec/acts.ts';
import { debate } from '../../charter/spec/negotiation.ts';
import type { OrganisationId } from '../../base/ids.ts';
import type { DigestChoice } from '../../conference/post/contacts.ts';
import { type Digest, isWorthSending } from './select.ts';
import { sceneOf } from '../../../test/kit/digest-scenes.ts';

const titles = ({ news }: Digest): readonly string[] =>
  news.map(({ entry, entries }) => `${entry.act.by.organisation} ${entry.act.kind} ×${entries.length}`);

test('what others did is news; what one did oneself is none', () => {
  const scene = sceneOf(founded(3), table('ada', ['One.', 'Two.']), take('bor', 'accept'), debate('cvet'));
  assert.deepEqual(titles(scene.digest('ada')), ['bor positions.take ×1', 'cvet debate.open ×1']);
  assert.deepEqual(titles(scene.digest('bor')), ['ada text.table ×1', 'cvet debate.open ×1']);
});

test('acts of one kind on one text that follow each other are one piece of news, and all of them are listed', () => {
  const scene = sceneOf(
    founded(3),
    table('ada', ['One.', 'Two.']),
    take('bor', 'accept', onClause('c1')),
    take('bor', 'accept', onClause('c2')),
    take('cvet', 'accept', onClause('c1')),
  );
  const digest = scene.digest('ada');
  assert.deepEqual(titles(digest), ['bor positions.take ×2', 'cvet positions.take ×1']);
  assert.deepEqual(
    digest.listed,
    [1, 2, 3].map((after) => scene.begun + after),
  );
});

test('what is circulated goes out in a mail of its own, and is not told again', () => {
  const scene = sceneOf(founded(3), table('ada'), observe('bor'), debate('bor'));
  const digest = scene.digest('cvet');
  assert.deepEqual(titles(digest), ['ada text.table ×1', 'bor debate.open ×1']);
  assert.deepEqual(digest.listed, [scene.begun, scene.begun + 2]);
  assert.ok(digest.needs.some(({ kind }) => kind === 'observations'));
});

test('others’ keys are no news', () => {
  const scene = sceneOf(founded(2), enrol('ada', fakeKey('another')), table('ada'));
  assert.deepEqual(titles(scene.digest('bor')), ['ada text.table ×1']);
});

test('an applicant is told what an applicant may see, and nothing of what is negotiated', () => {
  const scene = sceneOf(founded(2), table('ada'), presented('dora'), debate('bor'));
  const digest = scene.digest('dora');
  assert.deepEqual(titles(digest), ['ada participation.present ×1']);
  assert.deepEqual(digest.needs, []);
  assert.ok(scene.digest('bor').needs.some(({ kind }) => kind === 'application'));
});

test('whatever happens, everything listed may be seen by whom it is told, nothing twice, and the count is complete', () => {
  const steps: readonly Step[] = [
    table('ada', ['One.', 'Two.']),
    debate('bor'),
    presented('dora'),
    take('cvet', 'accept', onClause('c1')),
    take('cvet', 'accept', onClause('c2')),
    observe('bor'),
    enrol('ada', fakeKey('more')),
    decide('ada'),
  ];
  const some = fc.nat(steps.length).map((length) => sceneOf(founded(3), all(...steps.slice(0, length))));
  fc.assert(
    fc.property(some, fc.constantFrom(...NAMES.slice(0, 5)), fc.nat(12), (scene, name, from) => {
      const digest = scene.digest(name, from);
      const viewer = { kind: 'organisation', id: name as OrganisationId } as const;
      const state = scene.conference.state();
      assert.deepEqual(
        digest.listed,
        [...new Set(digest.listed)].toSorted((a, b) => a - b),
      );
      for (const index of digest.listed) {
        const entry = scene.entries[index];
        assert.ok(entry && index >= from && entry.act.by.organisation !== name);
        assert.ok(maySeeEntry(state, viewer, index, entry.act));
      }
      assert.deepEqual(
        digest.listed,
        digest.news.flatMap(({ entries }) => entries.map(({ index }) => index)),
      );
    }),
  );
});

test('of very much, a hundred pieces are listed and the rest is counted', () => {
  const turns = Array.from({ length: 60 }, (_, i) => [
    debate('ada'),
    debate('bor', onClause(i % 2 === 0 ? 'c1' : 'c2')),
  ]);
  const scene = sceneOf(founded(3), table('ada', ['One.', 'Two.']), ...turns.flat());
  const digest = scene.digest('cvet');
  assert.equal(digest.news.length, 100);
  assert.equal(digest.listed.length + digest.more, 121);
});

test('a digest is worth sending for news, or for a deadline that comes near', () => {
  const [need = assert.fail()] = sceneOf(founded(2), presented('dora')).digest('bor', 100).needs;
  const deadline = need.deadline ?? assert.fail();
  const quiet = { news: [], needs: [need], byMembers: false };
  const worth = (digest: DigestChoice, last: number, now: number): boolean =>
    isWorthSending(quiet, { digest, zone: 'UTC' }, after(deadline, last), after(deadline, now));
  // It falls due at midnight on a Saturday; digests come at seven, weekly ones on Mondays.
  assert.ok(!worth('daily', -4 * DAY, -3 * DAY));
  assert.ok(worth('daily', -3 * DAY, -DAY - HOUR));
  assert.ok(!worth('weekly', -14 * DAY, -7 * DAY));
  assert.ok(worth('weekly', -12 * DAY, -5 * DAY + 7 * HOUR));
  assert.ok(!worth('at-once', -3 * DAY, -DAY - 1));
  assert.ok(worth('at-once', -3 * DAY, -DAY));
  assert.ok(!worth('at-once', -DAY, -DAY + HOUR), 'once is enough');
  assert.ok(!worth('never', -3 * DAY, -1));
  const fresh = sceneOf(founded(2), table('ada')).digest('bor');
  assert.ok(isWorthSending(fresh, { digest: 'weekly', zone: 'UTC' }, START, START));
});

test('what strangers do, or ask in another’s name, has nobody mailed at once; what a participant makes of it does', () => {
  const strangers = [founded(3), ...[1, 2, 3].map((i) => applyFor(`stranger-${i}`)), lose('ada')];
  const digest = sceneOf(...strangers).digest('bor');
  assert.equal(digest.news.length, 4);
  // The conference begins at midnight; digests come at seven.
  const worth = (one: Digest, choice: DigestChoice, hours: number): boolean =>
    isWorthSending({ ...one, needs: [] }, { digest: choice, zone: 'UTC' }, START, after(START, hours * HOUR));
  assert.ok(!worth(digest, 'at-once', 6));
  assert.ok(worth(digest, 'at-once', 7));
  assert.ok(worth(digest, 'daily', 6));
  assert.ok(worth(sceneOf(...strangers, present('ada', 'stranger-1')).digest('bor'), 'at-once', 1));
});
