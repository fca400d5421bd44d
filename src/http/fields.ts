import { type Result, err, ok } from '../base/result.ts';

/** The fields of a form or of a query: read in one pass, and no further than a form may go. */

/** Names with their values, in the order in which they came. */
export type Pairs = readonly (readonly [name: string, value: string])[];

/** The most fields of a form, the most values of one name, and the most characters of a name. */
export const MOST_FIELDS = 4000;
export const MOST_VALUES = 500;
export const MOST_NAME = 100;

/** Why something is not read as the fields of a form: no form of ours has so many, or such names. */
export type FieldsFault = 'too-many-fields' | 'too-many-values' | 'long-name';

/** Gathers fields one by one, and stops at the first that goes too far. */
export interface Gathering {
  readonly pairs: Pairs;
  readonly add: (name: string, value: string) => FieldsFault | null;
}

export const gather = (): Gathering => {
  const pairs: (readonly [string, string])[] = [];
  const counts = new Map<string, number>();
  return {
    pairs,
    add: (name, value) => {
      if (name.length > MOST_NAME) return 'long-name';
      if (pairs.length === MOST_FIELDS) return 'too-many-fields';
      const count = (counts.get(name) ?? 0) + 1;
      if (count > MOST_VALUES) return 'too-many-values';
      counts.set(name, count);
      pairs.push([name, value]);
      return null;
    },
  };
};

/** Fields that came in another way than as a form, within the same bounds. */
export const within = (pairs: Pairs): Result<Pairs, FieldsFault> => {
  const gathering = gather();
  for (const [name, value] of pairs) {
    const fault = gathering.add(name, value);
    if (fault !== null) return err(fault);
  }
  return ok(gathering.pairs);
};

/**
 * Reads `application/x-www-form-urlencoded` (WHATWG URL, 5.1), as `URLSearchParams` does but in time that grows with the text and not with its square.
 * @param text without a question mark
 */
export const urlencoded = (text: string): Result<Pairs, FieldsFault> => {
  const gathering = gather();
  for (let from = 0; from < text.length;) {
    const next = text.indexOf('&', from);
    const end = next < 0 ? text.length : next;
    const fault = end === from ? null : addEncoded(gathering, text.slice(from, end));
    if (fault !== null) return err(fault);
    from = end + 1;
  }
  return ok(gathering.pairs);
};

const addEncoded = ({ add }: Gathering, pair: string): FieldsFault | null => {
  const mark = pair.indexOf('=');
  return mark < 0 ? add(decoded(pair), '') : add(decoded(pair.slice(0, mark)), decoded(pair.slice(mark + 1)));
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    // What is no percent-encoded UTF-8 the platform knows how to take; one value at a time costs it no square.
    return new URLSearchParams(`=${text}`).get('') ?? '';
  }
};
