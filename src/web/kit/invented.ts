import type { Fingerprint, OrganisationId } from '../../base/ids.ts';
import { fingerprint } from '../../base/keys.ts';
import type { State } from '../../charter/state.ts';
import { sampleKey } from '../../record/sample-keys.ts';

/**
 * Which delegates of the sample are invented: those whose key the sample publishes. Visitors may take their places and read their names; whoever came
 * to the sample from outside is as real there as anywhere.
 */
export type IsInvented = (organisation: OrganisationId, delegate: number) => boolean;

export const createInvented = () => {
  const published = new Map<string, Fingerprint>();
  return {
    /** Works out the keys that the delegates of this state would have. */
    learn: async (state: State): Promise<void> => {
      const places = [...state.organisations.values()].flatMap(({ id, delegates }) =>
        delegates.map(({ number }) => [id, number] as const),
      );
      for (const [id, number] of places) {
        const place = `${id}/${number}`;
        if (!published.has(place)) published.set(place, fingerprint((await sampleKey(id, number)).publicKey));
      }
    },
    in:
      ({ keys }: State): IsInvented =>
      (organisation, delegate) => {
        const key = keys.get(published.get(`${organisation}/${delegate}`) ?? ('' as Fingerprint));
        return key?.organisation === organisation && key.delegate === delegate;
      },
  };
};
