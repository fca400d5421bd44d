import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OrganisationId, Slug } from '../../base/ids.ts';
import { DAY, type Instant, MINUTE, after } from '../../base/time.ts';
import { given } from '../../charter/spec/spec.ts';
import { decide, founded, table } from '../../charter/spec/acts.ts';
import { needsNow } from './needs-kept.ts';
import { needsOf } from './needs.ts';
import { createReader } from './reader.ts';

const BOR = 'bor' as OrganisationId;

test('what needs an organisation is worked out once until something happens or a minute has passed, and is never overdue', () => {
  const conference = { slug: 'rivers' as Slug };
  const { world } = given(founded(3), table('ada'), decide('ada', { days: 7 }), table('ada'));
  let worked = 0;
  /** Reads as often as is asked for, and counts how often the texts are gone through. */
  const at = (now: Instant): readonly string[] => {
    const reader = createReader(world.state, { kind: 'organisation', id: BOR });
    const texts = () => {
      worked += 1;
      return reader.texts();
    };
    const needs = needsNow(conference, { ...reader, texts }, BOR, now);
    assert.deepEqual(needs, needsOf(reader, BOR, now));
    return needs.map(({ kind }) => kind);
  };
  const begun = (Math.ceil(world.now / MINUTE) * MINUTE) as Instant;
  const first = at(begun);
  assert.ok(first.includes('decide'));
  at(after(begun, 1));
  assert.equal(worked, 1);
  at(after(begun, MINUTE));
  assert.equal(worked, 2);
  assert.equal(table('cvet')(world), null);
  assert.notDeepEqual(at(after(begun, MINUTE)), first);
  assert.equal(worked, 3);
  assert.ok(!at(after(world.now, 7 * DAY + 1)).includes('decide'));
});
