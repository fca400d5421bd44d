import { DAY, type Instant } from '../../base/time.ts';
import type { Ledger } from '../../conference/post/ledger.ts';

/** A {@link Ledger} that is forgotten with the process. */
export const createMemoryLedger = (): Ledger => {
  let counted: readonly { readonly of: string; readonly at: Instant }[] = [];
  return {
    take: (shares, now) => {
      counted = counted.filter(({ at }) => at > now - DAY && at <= now);
      const count = (of: string): number => counted.filter((one) => one.of === of).length;
      if (shares.some(({ of, most }) => count(of) >= most)) return false;
      counted = [...counted, ...shares.map(({ of }) => ({ of, at: now }))];
      return true;
    },
  };
};
