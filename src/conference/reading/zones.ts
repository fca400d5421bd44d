import { type Instant, instant } from '../../base/time.ts';
import { memoise } from '../../base/memo.ts';

/**
 * Times on the clocks of a place. The record keeps instants and the name of the place's zone (IANA, `Europe/Athens`); what the clocks there show
 * follows from the zone's rules as this machine has them. A local time is written as forms have it, `2026-12-14T10:00`.
 */

/** What a local time comes to in a zone whose clocks are changed now and then. */
export type LocalTime =
  | { readonly kind: 'once'; readonly at: Instant }
  /** The clocks are put forward over it, from one local time to another: no clock ever shows it. */
  | { readonly kind: 'skipped'; readonly from: string; readonly to: string }
  /** The clocks are put back over it: they show it twice. */
  | { readonly kind: 'repeated'; readonly first: Instant; readonly second: Instant };

/** Zones whose names in the list of CLDR are older than those in use. */
const RENAMED: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
};

/** The names of all zones, for people to choose from; UTC last. */
export const zoneNames = (): readonly string[] => ALL;

const ALL = [
  ...Intl.supportedValuesOf('timeZone')
    .filter((name) => name !== 'UTC')
    .map((name) => RENAMED[name] ?? name)
    .toSorted(),
  'UTC',
];

/** The zones of a country (ISO 3166-1), under the names of {@link zoneNames}. */
export const zonesOfCountry = (country: string): readonly string[] => {
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & Partial<ZonesInfo>;
  return (locale.getTimeZones?.() ?? []).map((name) => RENAMED[name] ?? name);
};

interface ZonesInfo {
  readonly getTimeZones: () => readonly string[] | undefined;
}

/** The zone as the IANA names it, whatever its case; `null` for what is none, offsets (`+02:00`) among it. */
export const zoneOf = (name: string): string | null => {
  if (!/^[A-Za-z]/u.test(name) || name.length > 64) return null;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
  } catch {
    return null;
  }
};

/** The zone, or UTC in place of one that this machine does not know: a time is then shown right, if not as its place has it. */
export const knownZone = memoise(1000, (name): string => zoneOf(name) ?? 'UTC');

const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?$/u;

/** When the clocks of a known zone show `local`; `null` where that is no time of any day. */
export const localTime = (local: string, zone: string): LocalTime | null => {
  const wall = plain(local);
  if (wall === null) return null;
  const first = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const second = wall.toZonedDateTime(zone, { disambiguation: 'later' });
  if (first.equals(second)) return { kind: 'once', at: instant(first.epochMilliseconds) };
  if (first.toPlainDateTime().equals(wall))
    return { kind: 'repeated', first: instant(first.epochMilliseconds), second: instant(second.epochMilliseconds) };
  // `first` lies before the change and `second` behind it, both by the length of what is skipped.
  const change = first.getTimeZoneTransition('next') ?? second;
  const from = change.subtract({ nanoseconds: 1 }).toPlainDateTime().add({ nanoseconds: 1 });
  return { kind: 'skipped', from: toMinute(from), to: toMinute(change.toPlainDateTime()) };
};

const plain = (local: string): Temporal.PlainDateTime | null => {
  if (!LOCAL.test(local)) return null;
  try {
    return Temporal.PlainDateTime.from(local);
  } catch {
    return null;
  }
};

const toMinute = (wall: Temporal.PlainDateTime): string => wall.toString({ smallestUnit: 'minute' });

const zoned = (at: Instant, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(knownZone(zone));

/** What the clocks of a zone show, to the minute: `2026-12-14T10:00`. */
export const localText = (at: Instant, zone: string): string => toMinute(zoned(at, zone).toPlainDateTime());

/** The next moment after `at` at which the clocks show `hour`:00, on the given day of the week (1 is Monday) or on any. */
export const nextHour = (at: Instant, zone: string, hour: number, weekday: number | null = null): Instant => {
  const here = zoned(at, zone).toPlainDate();
  for (let days = 0; ; days++) {
    const day = here.add({ days });
    // Where that hour is skipped, as long after the change as it would have been; where it is repeated, the first time.
    const then = day.toZonedDateTime({ timeZone: knownZone(zone), plainTime: { hour } });
    if ((weekday === null || day.dayOfWeek === weekday) && then.epochMilliseconds > at)
      return instant(then.epochMilliseconds);
  }
};

/** How far the clocks are ahead of UTC, in whole minutes. */
export const offsetMinutes = (at: Instant, zone: string): number =>
  Math.trunc(zoned(at, zone).offsetNanoseconds / 60e9);
