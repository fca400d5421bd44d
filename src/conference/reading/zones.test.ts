import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DAY, HOUR, type Instant, MINUTE, instant } from '../../base/time.ts';
import { dayIn, momentIn, offsetText, spanIn, timeIn } from './zone-words.ts';
import { type LocalTime, localText, localTime, nextHour, zoneNames, zoneOf } from './zones.ts';

const ZONES = [
  'Europe/Bucharest',
  'Europe/Athens',
  'Europe/Istanbul',
  'Europe/Sofia',
  'America/St_Johns',
  'Asia/Kathmandu',
] as const;

const utc = (text: string): Instant => instant(Date.parse(`${text}Z`));

/** What the clocks show by `Intl`, which knows nothing of `Temporal`. */
const shown = (at: number, zone: string): string => {
  const parts = clockOf(zone).formatToParts(at);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
};
const clocks = new Map<string, Intl.DateTimeFormat>();
const clockOf = (zone: string): Intl.DateTimeFormat => {
  const two = '2-digit';
  const shape = { year: 'numeric', month: two, day: two, hour: two, minute: two, hourCycle: 'h23' } as const;
  const clock = clocks.get(zone) ?? new Intl.DateTimeFormat('en', { ...shape, timeZone: zone, calendar: 'iso8601' });
  clocks.set(zone, clock);
  return clock;
};

/** Every moment at which the clocks show `local`, by trying all of the offsets that are in use on that day. */
const momentsOf = (local: string, zone: string): readonly number[] => {
  const asUtc = Date.parse(`${local}Z`);
  const offsets = [-DAY, DAY].map((days) => Date.parse(`${shown(asUtc + days, zone)}Z`) - (asUtc + days));
  return [...new Set(offsets)]
    .map((offset) => asUtc - offset)
    .filter((at) => shown(at, zone) === local)
    .toSorted((a, b) => a - b);
};

const momentsIn = (time: LocalTime | null): readonly number[] => {
  assert.ok(time !== null);
  if (time.kind === 'once') return [time.at];
  return time.kind === 'repeated' ? [time.first, time.second] : [];
};

/** Every change of a zone's clocks from 1996 to 2040. */
const changesOf = (zone: string): readonly number[] => {
  const changes: number[] = [];
  let at = Temporal.Instant.from('1996-01-01T00:00Z').toZonedDateTimeISO(zone);
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (next === null || next.year > 2040) return changes;
    changes.push(next.epochMilliseconds);
    at = next;
  }
};

for (const zone of ZONES) {
  const changes = changesOf(zone);

  test(`${zone}: a local time is found as often as clocks show it, around every change`, () => {
    // Kathmandu changed its clocks last in 1986.
    assert.equal(changes.length > 20, zone !== 'Asia/Kathmandu');
    const around = changes.length === 0 ? [utc('2026-03-29T00:00')] : changes;
    for (const change of around)
      for (let minutes = -150; minutes <= 150; minutes += 10) {
        const local = new Date(Date.parse(`${shown(change, zone)}Z`) + minutes * MINUTE).toISOString().slice(0, 16);
        assert.deepEqual(momentsIn(localTime(local, zone)), momentsOf(local, zone), `${local} ${zone}`);
      }
  });

  test(`${zone}: any moment is written as clocks show it, and is among what is read back`, () => {
    const minute = fc
      .integer({ min: 820_454_400, max: 2_240_524_800 })
      .map((seconds) => (seconds - (seconds % 60)) * 1000);
    const near = changes.map((at) => fc.integer({ min: -200, max: 200 }).map((minutes) => at + minutes * MINUTE));
    fc.assert(
      fc.property(fc.oneof(minute, ...near), (at) => {
        const local = localText(instant(at), zone);
        assert.equal(local, shown(at, zone));
        assert.ok(momentsIn(localTime(local, zone)).includes(at));
      }),
    );
  });

  test(`${zone}: the next seven o’clock is after now, within 25 hours, and shows seven`, () => {
    fc.assert(
      fc.property(fc.integer({ min: 820_454_400_000, max: 2_240_524_800_000 }), (now) => {
        const next = nextHour(instant(now), zone, 7);
        assert.ok(next > now && next - now <= 25 * HOUR);
        assert.match(shown(next, zone), /T07:00$/u);
        const monday = nextHour(instant(now), zone, 7, 1);
        assert.equal(clockDay(monday, zone), 'Mon');
        assert.ok(monday > now && monday - now <= 7 * DAY + HOUR);
      }),
    );
  });
}

const clockDay = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en', { weekday: 'short', timeZone }).format(at);

test('what a change of the clocks does to a time is named', () => {
  const spring = { kind: 'skipped', from: '2026-03-29T03:00', to: '2026-03-29T04:00' };
  assert.deepEqual(localTime('2026-03-29T03:00', 'Europe/Athens'), spring);
  assert.deepEqual(localTime('2026-03-29T03:59:59', 'Europe/Athens'), spring);
  assert.deepEqual(localTime('2026-03-29T04:00', 'Europe/Athens'), { kind: 'once', at: utc('2026-03-29T01:00') });
  assert.deepEqual(localTime('2026-10-25T03:30', 'Europe/Athens'), {
    kind: 'repeated',
    first: utc('2026-10-25T00:30'),
    second: utc('2026-10-25T01:30'),
  });
  // Samoa crossed the date line: a whole day is missing.
  assert.deepEqual(localTime('2011-12-30T10:00', 'Pacific/Apia'), {
    kind: 'skipped',
    from: '2011-12-30T00:00',
    to: '2011-12-31T00:00',
  });
});

test('what is no time is none', () => {
  for (const local of [
    '',
    '2026-02-30T10:00',
    '2026-12-14',
    '2026-12-14T24:00',
    '2026-12-14T10:00Z',
    '12026-12-14T10:00',
  ])
    assert.equal(localTime(local, 'Europe/Athens'), null, local);
});

test('zones go by their names in use', () => {
  assert.equal(zoneOf('europe/athens'), 'Europe/Athens');
  for (const none of ['', '+02:00', 'Europe/Nowhere', 'Europe/Athens ', 'x'.repeat(100)])
    assert.equal(zoneOf(none), null);
  const names = zoneNames();
  assert.ok(names.length > 400 && names.includes('Europe/Kyiv') && !names.includes('Europe/Kiev'));
  for (const name of names) assert.equal(zoneOf(name), name);
});

test('a moment in words says its zone, and a span over a change of the clocks says both', () => {
  const at = utc('2026-12-14T08:00');
  assert.match(momentIn(at, 'Europe/Athens', 'en'), /^Monday,? 14 December 2026 .*10:00 \(Athens, UTC\+2\)$/u);
  assert.match(momentIn(at, 'Europe/Athens', 'el'), /^Δευτέρα 14 Δεκεμβρίου 2026 .* 10:00 \(Athens, UTC\+2\)$/u);
  assert.match(dayIn(at, 'America/St_Johns', 'en'), /^Monday,? 14 December 2026$/u);
  assert.equal(timeIn(at, 'America/St_Johns', 'en'), '04:30');
  assert.equal(offsetText(at, 'America/St_Johns'), 'UTC−3:30');
  assert.equal(offsetText(at, 'Asia/Kathmandu'), 'UTC+5:45');
  assert.match(
    spanIn(at, utc('2026-12-14T16:00'), 'Europe/Sofia', 'en'),
    /14 December 2026, 10:00–18:00 \(Sofia, UTC\+2\)$/u,
  );
  const night = spanIn(utc('2026-10-24T20:00'), utc('2026-10-25T04:00'), 'Europe/Sofia', 'en');
  assert.match(night, /23:00 \(Sofia, UTC\+3\) – .*06:00 \(Sofia, UTC\+2\)$/u);
});

test('a zone that this machine does not know is shown as UTC, and says so', () => {
  assert.match(momentIn(utc('2026-12-14T08:00'), 'Mars/Olympus', 'en'), /08:00 \(UTC\)$/u);
});
