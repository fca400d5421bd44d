import type { Instant } from '../../base/time.ts';
import { memoise } from '../../base/memo.ts';
import { knownZone, offsetMinutes } from './zones.ts';

/** Times in words, each with the zone that it is in. Languages are those that pages and mails are written in (BCP 47). */

/** How far the clocks are ahead of UTC: `UTC`, `UTC+2`, `UTC−3:30`. */
export const offsetText = (at: Instant, zone: string): string => {
  const minutes = offsetMinutes(at, zone);
  if (minutes === 0) return 'UTC';
  const rest = Math.abs(minutes) % 60;
  const hours = Math.floor(Math.abs(minutes) / 60);
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest === 0 ? '' : `:${`${rest}`.padStart(2, '0')}`}`;
};

/** What people call a zone: the last part of its name, `New York`. */
export const zoneCity = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/** The place of the clocks and how far they are ahead: `Athens, UTC+2`. */
export const zoneText = (at: Instant, zone: string): string => {
  const known = knownZone(zone);
  const offset = offsetText(at, known);
  return known === 'UTC' ? offset : `${zoneCity(known)}, ${offset}`;
};

const STYLES = {
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  day: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  moment: {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

const formatOf = memoise(500, (key) => {
  const [style, language, timeZone] = key.split(' ') as [keyof typeof STYLES, string, string];
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...STYLES[style], timeZone });
});

const format = (style: keyof typeof STYLES, language: string, zone: string): Intl.DateTimeFormat =>
  formatOf(`${style} ${language} ${knownZone(zone)}`);

/** `14 December 2026`, in the language and in the zone. */
export const dateIn = (at: Instant, zone: string, language: string): string =>
  format('date', language, zone).format(at);

/** `Monday, 14 December 2026`, in the language and in the zone. */
export const dayIn = (at: Instant, zone: string, language: string): string => format('day', language, zone).format(at);

/** `10:00`, without its zone. */
export const timeIn = (at: Instant, zone: string, language: string): string =>
  format('time', language, zone).format(at);

/** `Monday, 14 December 2026 at 10:00 (Athens, UTC+2)`. */
export const momentIn = (at: Instant, zone: string, language: string): string =>
  `${format('moment', language, zone).format(at)} (${zoneText(at, zone)})`;

/** From one moment to another: `Monday, 14 December 2026, 10:00–18:00 (Athens, UTC+2)`. */
export const spanIn = (from: Instant, to: Instant, zone: string, language: string): string => {
  const ends = zoneText(to, zone);
  const begins = zoneText(from, zone);
  // Over a change of the clocks one name of the zone would be wrong of one of the two.
  if (begins !== ends) return `${momentIn(from, zone, language)} – ${momentIn(to, zone, language)}`;
  return `${format('moment', language, zone).formatRange(from, to)} (${begins})`;
};
