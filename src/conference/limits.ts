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

/** Room for what is coming in, in bytes. */
export interface Budget {
  /** Takes so many bytes for this sender. `false`: there is no room for them, and nothing was taken. */
  readonly take: (sender: string, bytes: number) => boolean;
  /** Gives back what was taken. */
  readonly give: (sender: string, bytes: number) => void;
}

/** How many bytes may be coming in at once. */
export interface Room {
  readonly fromOne: number;
  readonly inAll: number;
}

export const createBudget = ({ fromOne, inAll }: Room): Budget => {
  const taken = new Map<string, number>();
  let all = 0;
  return {
    take: (sender, bytes) => {
      const own = (taken.get(sender) ?? 0) + bytes;
      if (own > fromOne || all + bytes > inAll) return false;
      taken.set(sender, own);
      all += bytes;
      return true;
    },
    give: (sender, bytes) => {
      const own = (taken.get(sender) ?? 0) - bytes;
      if (own > 0) taken.set(sender, own);
      else taken.delete(sender);
      all -= bytes;
    },
  };
};

/** What the limits of an installation hang on. Every request takes from exactly one of the four by address, before anything else is done for it. */
export interface Limits {
  /** Acts, by the address they come from. */
  readonly actsByAddress: Limiter;
  /** Acts that were accepted, by the organisation that made them. */
  readonly actsByOrganisation: Limiter;
  /** Attempts at signing in or founding, by address. */
  readonly attempts: Limiter;
  /** The style sheet, fonts and islands, by address: several for a page, and kept in memory. */
  readonly files: Limiter;
  /** Every other request, by address; whether there is anything to be answered does not matter. */
  readonly reads: Limiter;
  /** Bodies that are coming in: of strangers by address, of signed-in members by organisation. */
  readonly bodies: Readonly<Record<Share, Budget>>;
}

/** Strangers and members share nothing, so that no crowd of strangers takes the members' part. */
export type Share = 'strangers' | 'members';

export const RATES = {
  actsByAddress: { burst: 300, perSecond: 10 },
  actsByOrganisation: { burst: 200, perSecond: 2 },
  attempts: { burst: 20, perSecond: 0.2 },
  files: { burst: 2000, perSecond: 200 },
  reads: { burst: 1000, perSecond: 100 },
} as const satisfies Readonly<Record<Exclude<keyof Limits, 'bodies'>, Rate>>;

const MIB = 1024 * 1024;

export const BODIES: Readonly<Record<Share, Room>> = {
  strangers: { fromOne: 4 * MIB, inAll: 64 * MIB },
  members: { fromOne: 32 * MIB, inAll: 256 * MIB },
};

export const createLimits = (): Limits => ({
  actsByAddress: createLimiter(RATES.actsByAddress),
  actsByOrganisation: createLimiter(RATES.actsByOrganisation),
  attempts: createLimiter(RATES.attempts),
  files: createLimiter(RATES.files),
  reads: createLimiter(RATES.reads),
  bodies: { strangers: createBudget(BODIES.strangers), members: createBudget(BODIES.members) },
});

const inAll = (share: Share): Budget => createBudget({ ...BODIES[share], fromOne: BODIES[share].inAll });

/** No rates, and nobody's part of what is coming in; all of it together is bounded all the same. */
export const NO_LIMITS: Limits = {
  actsByAddress: UNLIMITED,
  actsByOrganisation: UNLIMITED,
  attempts: UNLIMITED,
  files: UNLIMITED,
  reads: UNLIMITED,
  bodies: { strangers: inAll('strangers'), members: inAll('members') },
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
