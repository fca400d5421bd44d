import type { Slug } from '../base/ids.ts';
import { err } from '../base/result.ts';
import { systemClock } from './clock.ts';
import { type ConferenceDeps, createConference } from './conference.ts';
import { DOOR_LIMITS } from './door/submission.ts';
import { createVerifier } from './door/verifier.ts';
import { load } from './load/load.ts';
import { nothingLoaded } from './load/loaded.ts';
import { nodePrimitives } from './primitives.ts';
import type { Conference, Host } from './types.ts';

export interface HostDeps
  extends
    Pick<ConferenceDeps, 'store' | 'hostKey' | 'rpId'>,
    Partial<Pick<ConferenceDeps, 'clock' | 'limits' | 'verifier' | 'onFault'>> {}

/**
 * Starts an installation: every conference in the store, replayed from its record.
 * @throws where the store fails, or holds a record that this version cannot replay
 */
export const createHost = async (given: HostDeps): Promise<Host> => {
  const deps: ConferenceDeps = {
    clock: systemClock,
    limits: DOOR_LIMITS,
    verifier: createVerifier(nodePrimitives),
    onFault: () => undefined,
    ...given,
  };
  const conferences = new Map<Slug, Conference>();
  for (const slug of await deps.store.conferences())
    conferences.set(slug, createConference(deps, slug, await load(deps.store, slug)));
  /** Slugs whose founding act is on its way. */
  const beginning = new Set<Slug>();

  const listeners = new Set<(conference: Conference) => void>();

  return {
    publicKey: deps.hostKey.publicKey,
    conferences: () => [...conferences.values()],
    conference: (slug) => conferences.get(slug) ?? null,
    onOpened: (listener) => {
      listeners.add(listener);
      for (const conference of conferences.values()) listener(conference);
      return () => listeners.delete(listener);
    },
    found: async (slug, body) => {
      if (conferences.has(slug) || beginning.has(slug))
        return err({ kind: 'refused', refusal: { article: '13.1', kind: 'taken', field: 'slug', value: slug } });
      beginning.add(slug);
      try {
        const conference = createConference(deps, slug, nothingLoaded());
        const founded = await conference.submit(body);
        if (!founded.ok) {
          await conference.close();
          return founded;
        }
        conferences.set(slug, conference);
        for (const listener of listeners) listener(conference);
        return founded;
      } finally {
        beginning.delete(slug);
      }
    },
    close: async () => {
      await Promise.all([...conferences.values()].map((conference) => conference.close()));
    },
  };
};
