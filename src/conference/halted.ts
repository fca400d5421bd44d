import type { Slug } from '../base/ids.ts';
import type { Conference, Host } from './types.ts';

/**
 * The conference, for work that is done once and must wait where it cannot be read now: `null` where there is none.
 * @throws where it is halted: what was asked for is to be tried again
 */
export const unlessHalted = (host: Pick<Host, 'conference' | 'halted'>, slug: Slug): Conference | null => {
  const halted = host.halted().find((one) => one.slug === slug);
  if (halted !== undefined) throw halted.why;
  return host.conference(slug);
};
