import { SECOND, type Instant } from '../base/time.ts';

/** How much one caller may ask for: a bucket of `burst` tokens that fills again at `perSecond`. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

export interface Limiter {
  /** Takes a token from this caller's bucket. `0`: it was there; else the milliseconds until it will be. */
  readonly take: (caller: string, now: Instant) => number;
  /** What {@link take} would answer, with nothing taken. */
  readonly wait: (caller: string, now: Instant) => number;
}

interface Bucket {
  tokens: number;
  at: Instant;
}

/**
 * A token bucket for each caller. At most `callers` buckets are kept: beyond that the one that was asked for longest ago is
 * forgotten, which is as good as full for anyone who asks rarely.
 */
export const createLimiter = ({ burst, perSecond }: Rate, callers = 10_000): Limiter => {
  // In the order of the last asking: a Map keeps the order in which its keys were set.
  const buckets = new Map<string, Bucket>();

  const filled = (caller: string, now: Instant): Bucket => {
    const bucket = buckets.get(caller) ?? { tokens: burst, at: now };
    const elapsed = Math.max(0, now - bucket.at);
    bucket.tokens = Math.min(burst, bucket.tokens + (elapsed * perSecond) / SECOND);
    bucket.at = now;
    return bucket;
  };
  const until = ({ tokens }: Bucket): number => (tokens >= 1 ? 0 : Math.ceil(((1 - tokens) * SECOND) / perSecond));

  return {
    take: (caller, now) => {
      const bucket = filled(caller, now);
      buckets.delete(caller);
      buckets.set(caller, bucket);
      const oldest = buckets.size > callers ? buckets.keys().next().value : undefined;
      if (oldest !== undefined) buckets.delete(oldest);
      const wait = until(bucket);
      if (wait === 0) bucket.tokens -= 1;
      return wait;
    },
    wait: (caller, now) => until(filled(caller, now)),
  };
};

/** Lets everyone through: for an installation whose proxy does the limiting, and for measuring. */
export const UNLIMITED: Limiter = { take: () => 0, wait: () => 0 };

/** What the limits of an installation hang on. */
export interface Limits {
  /** Acts, by the address they come from. */
  readonly actsByAddress: Limiter;
  /** Acts that were accepted, by the organisation that made them. */
  readonly actsByOrganisation: Limiter;
  /** Attempts at signing in or founding, by address. */
  readonly attempts: Limiter;
  /** Reads, by address. */
  readonly reads: Limiter;
}

export const createLimits = (): Limits => ({
  actsByAddress: createLimiter({ burst: 300, perSecond: 10 }),
  actsByOrganisation: createLimiter({ burst: 200, perSecond: 2 }),
  attempts: createLimiter({ burst: 20, perSecond: 0.2 }),
  reads: createLimiter({ burst: 1000, perSecond: 100 }),
});

export const NO_LIMITS: Limits = {
  actsByAddress: UNLIMITED,
  actsByOrganisation: UNLIMITED,
  attempts: UNLIMITED,
  reads: UNLIMITED,
};

/**
 * Whom an address stands for: an IPv4 address itself, an IPv6 one its network of 64 bits, for whoever has one of its
 * addresses has them all.
 */
export const callerAt = (address: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!address.includes(':')) return address;
  const [head = '', tail = ''] = address.toLowerCase().replace(/%.*$/u, '').split('::', 2);
  const left = head === '' ? [] : head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const gap = address.includes('::')
    ? Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
    : [];
  return `${[...left, ...gap, ...right]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/u, ''))
    .join(':')}::/64`;
};
