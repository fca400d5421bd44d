import type { Slug } from '../../base/ids.ts';
import { Unusable } from '../unusable.ts';

/** An entry by which the state cannot be moved on. */
export class BadEntry extends Error {
  override readonly name = 'BadEntry';
  constructor(index: number, why: string, options?: ErrorOptions) {
    super(`entry ${index}: ${why}`, options);
  }
}

/** A record cannot be read as it stands: one conference stops, with a sentence for whoever runs the host. */
export class Unreadable extends Unusable {
  constructor(slug: Slug, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(
      `Conference “${slug}” is halted, and no other: its record in records.sqlite cannot be read (${why.replace(/\.$/u, '')}). ` +
        'Put the file back from a backup, or start the isonomia that wrote it; “isonomia check” says what else is wrong.',
      { cause },
    );
  }
}

/** A record is gone, of which it is noted that it was here. */
export class Lost extends Unusable {
  constructor(slug: Slug, size: number) {
    super(
      `Conference “${slug}” is halted: its record of ${size} entries is missing from records.sqlite. Put records.sqlite and signed.sqlite back from one backup; ` +
        'where neither is left, import the last export into another folder.',
    );
  }
}
