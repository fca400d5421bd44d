import type { Rate } from '../src/conference/door/limits.ts';

/** Numbers as people read them. */

export const number = (n: number): string => n.toLocaleString('en-GB');

export const bytes = (n: number): string => {
  if (n >= 1024 ** 2 && n % 1024 ** 2 === 0) return `${n / 1024 ** 2} MiB`;
  return n >= 1024 && n % 1024 === 0 ? `${n / 1024} KiB` : `${number(n)} bytes`;
};

const DAY = 86_400_000;

export const span = (ms: number): string =>
  ms > DAY && ms % DAY === 0
    ? `${number(ms / DAY)} days`
    : ms >= 3_600_000
      ? `${ms / 3_600_000} h`
      : ms >= 60_000
        ? `${ms / 60_000} min`
        : ms >= 1000
          ? `${ms / 1000} s`
          : `${ms} ms`;

export const rate = ({ burst, perSecond }: Rate, show = number): string =>
  perSecond < 1 && show === number
    ? `${show(burst)} at once, then one every ${span(Math.round(1000 / perSecond))}`
    : `${show(burst)} at once, then ${show(perSecond)} a second`;

/** The numbers in the order in which they are said. */
export const perDay = (shares: Readonly<Record<string, number>>): string =>
  Object.values(shares).map(number).join('; ');
