import { foldedAddress } from '../../conference/post/address.ts';
import type { Named, Subscription, Subscriptions } from '../../conference/post/subscriptions.ts';

/** {@link Subscriptions} that are forgotten with the process. */
export const createMemorySubscriptions = (): Subscriptions => {
  const kept = new Map<string, Subscription>();
  const keyOf = ({ slug, periodical, address }: Named): string => `${slug}/${periodical}/${foldedAddress(address)}`;
  const all = (): readonly Subscription[] => [...kept.values()];
  return {
    get: (named) => kept.get(keyOf(named)) ?? null,
    behind: (slug, periodical, upTo, most) =>
      all()
        .filter((one) => one.slug === slug && one.periodical === periodical && one.upTo < upTo)
        .toSorted((a, b) => a.upTo - b.upTo)
        .slice(0, most),
    byAddress: (slug, address) =>
      all()
        .filter((one) => one.slug === slug && foldedAddress(one.address) === foldedAddress(address))
        .toSorted((a, b) => a.periodical - b.periodical),
    count: (slug) => all().filter((one) => one.slug === slug).length,
    put: (subscription) => {
      kept.delete(keyOf(subscription));
      kept.set(keyOf(subscription), subscription);
    },
    told: (whom, upTo) => {
      for (const named of whom) {
        const one = kept.get(keyOf(named));
        if (one !== undefined && one.upTo < upTo) kept.set(keyOf(named), { ...one, upTo });
      }
    },
    remove: (named) => {
      kept.delete(keyOf(named));
    },
  };
};
