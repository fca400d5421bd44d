import type { OrganisationId } from '../../base/ids.ts';
import { type Instant, MINUTE } from '../../base/time.ts';
import { type Need, needsOf } from './needs.ts';
import type { Reader } from './reader.ts';
import type { Conference } from '../types.ts';

interface Kept {
  readonly size: number;
  readonly minute: number;
  readonly of: Map<OrganisationId, readonly Need[]>;
}

const kept = new WeakMap<Pick<Conference, 'slug'>, Kept>();

/**
 * What needs the organisation that reads, worked out once for each state of the record and each minute: every page of a member counts it. What was due has gone at once.
 */
export const needsNow = (
  conference: Pick<Conference, 'slug'>,
  reader: Reader,
  id: OrganisationId,
  now: Instant,
): readonly Need[] => {
  const minute = Math.floor(now / MINUTE);
  const before = kept.get(conference);
  const isSame = before?.size === reader.size && before.minute === minute;
  const { of } = isSame ? before : { of: new Map<OrganisationId, readonly Need[]>() };
  if (!isSame) kept.set(conference, { size: reader.size, minute, of });
  const needs = of.get(id) ?? needsOf(reader, id, now);
  of.set(id, needs);
  return needs.filter(({ deadline }) => deadline === null || deadline > now);
};
