import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFields } from './fields.ts';
import { readTime, readZone } from './time-fields.ts';

const athens = 'Europe/Athens';

const read = (typed: string, which?: string): number | string => {
  const fields = createFields([['starts', typed], ...(which === undefined ? [] : [['starts-which', which] as const])]);
  const time = readTime(fields, 'starts', athens);
  if (time.ok) return time.value;
  assert.equal(time.error.field, 'starts');
  return time.error.why;
};

test('a time is read as the clocks of the place show it', () => {
  assert.equal(read('2026-12-14T10:00'), Date.UTC(2026, 11, 14, 8));
  assert.equal(read('2026-07-14T10:00'), Date.UTC(2026, 6, 14, 7));
});

test('a time that clocks skip is none, and one that they show twice asks which', () => {
  assert.equal(read('2026-03-29T03:30'), 'skipped-time');
  assert.equal(read('2026-10-25T03:30'), 'repeated-time');
  assert.equal(read('2026-10-25T03:30', 'third'), 'repeated-time');
  assert.equal(read('2026-10-25T03:30', 'first'), Date.UTC(2026, 9, 25, 0, 30));
  assert.equal(read('2026-10-25T03:30', 'second'), Date.UTC(2026, 9, 25, 1, 30));
});

test('what is no time, no zone or before all records is refused', () => {
  for (const typed of ['', 'tomorrow', '2026-13-01T10:00', '1960-01-01T10:00']) assert.equal(read(typed), 'not-a-time');
  const zone = (typed: string): unknown => readZone(createFields([['zone', typed]]));
  assert.deepEqual(zone('europe/athens'), { ok: true, value: athens });
  for (const typed of ['', '+02:00', 'Europe/Nowhere'])
    assert.deepEqual(zone(typed), { ok: false, error: { kind: 'field', field: 'zone', why: 'not-a-zone' } });
});
