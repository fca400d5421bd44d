import type { Happened } from './types.ts';

/** Those who want to know when entries are durable. */
export interface Subscribers {
  /** Calls every listener; one that throws keeps nobody else from hearing. */
  readonly tell: (happened: Happened) => void;
  /** The function given back ends the subscription. */
  readonly subscribe: (listener: (happened: Happened) => void) => () => void;
}

export const createSubscribers = (onFault: (error: unknown) => void): Subscribers => {
  const listeners = new Set<{ readonly listener: (happened: Happened) => void }>();
  return {
    tell: (happened) => {
      for (const { listener } of listeners) {
        try {
          listener(happened);
        } catch (error) {
          onFault(error);
        }
      }
    },
    subscribe: (listener) => {
      const subscription = { listener };
      listeners.add(subscription);
      return () => {
        listeners.delete(subscription);
      };
    },
  };
};
