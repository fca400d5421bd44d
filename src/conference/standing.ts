import type { Instant } from '../base/time.ts';
import type { Conference, Rejection } from './types.ts';

export interface StandingDeps {
  readonly isBroken: () => boolean;
  readonly now: () => Instant;
}

/** The conference, with what passes its door noted for whoever runs the host. */
export const withStanding = (conference: Omit<Conference, 'standing'>, { isBroken, now }: StandingDeps): Conference => {
  const rejected = new Map<Rejection['kind'], number>();
  let checkpoint: Instant | null = null;
  return {
    ...conference,
    submit: async (...given) => {
      const outcome = await conference.submit(...given);
      if (!outcome.ok) rejected.set(outcome.error.kind, (rejected.get(outcome.error.kind) ?? 0) + 1);
      return outcome;
    },
    checkpoint: async () => {
      const note = await conference.checkpoint();
      checkpoint = now();
      return note;
    },
    standing: () => ({ unwritten: isBroken(), checkpoint, rejected }),
  };
};
