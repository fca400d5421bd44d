import { type Instant, instant } from '../../base/time.ts';
import { settledBody } from '../shared/typed-source.ts';

/** The fields of a form as they were typed. Nothing is trusted; schemas judge what is read from here. */
export interface Fields {
  /** The first value, trimmed, and fit to stand on the record; empty where the field is missing. */
  readonly text: (name: string) => string;
  /** The same with the space before the first line's words: in a source that tells how deep a point stands. */
  readonly source: (name: string) => string;
  /** The same, or `null` where it is empty. */
  readonly optional: (name: string) => string | null;
  readonly all: (name: string) => readonly string[];
  /** An integer, or NaN, which no schema accepts. */
  readonly integer: (name: string) => number;
  readonly has: (name: string, value?: string) => boolean;
  /** A day (`2026-12-14`) as its last moment in UTC, or NaN. */
  readonly endOfDay: (name: string) => Instant;
  /** A day as its first moment in UTC, or NaN. */
  readonly startOfDay: (name: string) => Instant;
  /** Every field with its values, to be carried along in hidden inputs. */
  readonly entries: () => readonly (readonly [string, string])[];
}

/** Tabs that indent a line are as wide as the Markdown-like form takes them; any other is a space. */
const indented = (text: string): string => text.replaceAll(/^\t+/gmu, (tabs) => '    '.repeat(tabs.length));

const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/u;

export const createFields = (pairs: readonly (readonly [string, string])[]): Fields => {
  const clean = pairs.map(([name, value]) => [name, settledBody(indented(value))] as const);
  const named = new Map<string, string[]>();
  for (const [name, value] of clean) {
    const known = named.get(name);
    if (known === undefined) named.set(name, [value.trim()]);
    else known.push(value.trim());
  }
  const all = (name: string): readonly string[] => named.get(name) ?? [];
  const text = (name: string): string => all(name)[0] ?? '';
  const day = (name: string, time: string): Instant => {
    const value = text(name);
    return instant(DAY_PATTERN.test(value) ? Date.parse(`${value}T${time}Z`) : Number.NaN);
  };
  return {
    text,
    source: (name) => clean.find(([known]) => known === name)?.[1] ?? '',
    all,
    optional: (name) => text(name) || null,
    integer: (name) => (/^-?\d{1,9}$/u.test(text(name)) ? Number(text(name)) : Number.NaN),
    has: (name, value) => (value === undefined ? all(name).length > 0 : all(name).includes(value)),
    endOfDay: (name) => day(name, '23:59:59.999'),
    startOfDay: (name) => day(name, '00:00:00.000'),
    entries: () => clean,
  };
};

export const NO_FIELDS: Fields = createFields([]);
