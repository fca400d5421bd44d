import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DAY, HOUR, MINUTE, type Instant, instant } from '../../base/time.ts';
import { localText } from '../../conference/reading/zones.ts';
import { nextDigest } from './due.ts';

const ZONES = [
  'Europe/Bucharest',
  'Europe/Athens',
  'Europe/Istanbul',
  'Europe/Sofia',
  'America/St_Johns',
  'Asia/Kathmandu',
];

const moment = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2040, 0) }).map(instant);
const zone = fc.constantFrom(...ZONES);

/** The digests that follow one another when each is made as soon as it is due. */
const digests = (choice: 'daily' | 'weekly', zone: string, from: Instant, number: number): readonly Instant[] => {
  const made: Instant[] = [];
  for (let last = from; made.length < number;) {
    last = nextDigest(choice, zone, last) ?? assert.fail();
    made.push(last);
  }
  return made;
};

test('daily digests come at seven, once on every day of the year, whatever the clocks do', () => {
  fc.assert(
    fc.property(moment, zone, (from, zone) => {
      const made = digests('daily', zone, from, 366);
      const days = made.map((at) => localText(at, zone));
      assert.ok(days.every((text) => text.endsWith('T07:00')));
      const [first = ''] = days;
      const expected = days.map((_, i) => new Date(Date.parse(`${first}Z`) + i * DAY).toISOString().slice(0, 16));
      assert.deepEqual(days, expected);
    }),
    { numRuns: 30 },
  );
});

test('weekly digests come on Mondays at seven', () => {
  fc.assert(
    fc.property(moment, zone, (from, zone) => {
      for (const [i, at] of digests('weekly', zone, from, 54).entries()) {
        const local = localText(at, zone);
        assert.ok(local.endsWith('T07:00') && new Date(`${local}Z`).getUTCDay() === 1);
        assert.ok(i > 0 || at - from <= 7 * DAY + HOUR);
      }
    }),
    { numRuns: 30 },
  );
});

test('the morning on which the clocks are put forward is an hour sooner, and the other an hour later', () => {
  const utc = (text: string): Instant => instant(Date.parse(`${text}Z`));
  assert.equal(nextDigest('daily', 'Europe/Sofia', utc('2026-03-28T05:00')), utc('2026-03-29T04:00'));
  assert.equal(nextDigest('daily', 'Europe/Sofia', utc('2026-10-24T04:00')), utc('2026-10-25T05:00'));
});

test('what was missed is made up for at once, by one digest', () => {
  const last = instant(Date.UTC(2026, 5, 1));
  const now = instant(Date.UTC(2026, 5, 9, 12));
  const due = nextDigest('daily', 'Europe/Athens', last) ?? assert.fail();
  assert.ok(due < now);
  assert.ok((nextDigest('daily', 'Europe/Athens', now) ?? assert.fail()) > now);
});

test('what happens in one go is told in one go; whoever wants none gets none', () => {
  const last = instant(Date.UTC(2026, 5, 1));
  assert.equal(nextDigest('at-once', 'Europe/Athens', last), last + 15 * MINUTE);
  assert.equal(nextDigest('never', 'Europe/Athens', last), null);
});
