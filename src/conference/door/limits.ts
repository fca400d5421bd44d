import { SECOND, type Instant } from '../../base/time.ts';

/** How much one caller may ask for: a bucket of `burst` tokens that fills again at `perSecond`. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

export interface Limiter {
  /** Takes one token, or so many, from this caller's bucket. `0`: they were there; else the milliseconds until they will be. */
  readonly take: (caller: string, now: Instant, tokens?: number) => number;
  /** What {@link take} would answer, with nothing taken. */
  readonly wait: (caller: string, now: Instant, tokens?: number) => number;
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
  const until = ({ tokens }: Bucket, wanted: number): number =>
    tokens >= wanted ? 0 : Math.ceil(((wanted - tokens) * SECOND) / perSecond);

  return {
    take: (caller, now, tokens = 1) => {
      const bucket = filled(caller, now);
      buckets.delete(caller);
      buckets.set(caller, bucket);
      const oldest = buckets.size > callers ? buckets.keys().next().value : undefined;
      if (oldest !== undefined) buckets.delete(oldest);
      const wait = until(bucket, tokens);
      if (wait === 0) bucket.tokens -= tokens;
      return wait;
    },
    wait: (caller, now, tokens = 1) => until(filled(caller, now), tokens),
  };
};

/** Lets everyone through: for an installation whose proxy does the limiting, and for measuring. */
export const UNLIMITED: Limiter = { take: () => 0, wait: () => 0 };

/** What may come in, in bytes: from one sender, and from all of a kind. */
export interface Budget {
  /** Takes so many bytes for this sender. `false`: there is no room for them now, and nothing was taken. */
  readonly take: (sender: string, bytes: number, now: Instant) => boolean;
}

export const createBudget = (rates: { readonly fromOne: Rate; readonly inAll: Rate }): Budget => {
  const [fromOne, inAll] = [createLimiter(rates.fromOne), createLimiter(rates.inAll, 1)];
  return {
    take: (sender, bytes, now) =>
      inAll.wait('', now, bytes) === 0 && fromOne.take(sender, now, bytes) === 0 && inAll.take('', now, bytes) === 0,
  };
};

/** What the limits of an installation hang on. Every request takes from exactly one of the four by address, before anything else is done for it. */
export interface Limits {
  /** Acts, by the address they come from. */
  readonly actsByAddress: Limiter;
  /** Acts that were accepted, by the organisation that made them. */
  readonly actsByOrganisation: Limiter;
  /** Accepted acts by keys that were nobody's, by address: applications, and requests for new keys. */
  readonly newcomers: Limiter;
  /** Attempts at signing in or founding, by address. */
  readonly attempts: Limiter;
  /** The style sheet, fonts and islands, by address: several for a page, and kept in memory. */
  readonly files: Limiter;
  /** Every other request, by address; whether there is anything to be answered does not matter. */
  readonly reads: Limiter;
  /** Bytes of bodies: of strangers by address, of signed-in members by organisation. */
  readonly bodies: Readonly<Record<Share, Budget>>;
  readonly waiting: Waiting;
}

/** How many requests may wait for their turn. */
export type Waiting = Readonly<Record<Share, { readonly fromOne: number; readonly inAll: number }>>;

/** Strangers and members share nothing, so that no crowd of strangers takes the members' part. */
export type Share = 'strangers' | 'members';

export const RATES = {
  actsByAddress: { burst: 300, perSecond: 10 },
  actsByOrganisation: { burst: 200, perSecond: 2 },
  newcomers: { burst: 5, perSecond: 1 / (6 * 3600) },
  attempts: { burst: 20, perSecond: 0.2 },
  files: { burst: 2000, perSecond: 200 },
  reads: { burst: 1000, perSecond: 100 },
} as const satisfies Readonly<Record<Exclude<keyof Limits, 'bodies' | 'waiting'>, Rate>>;

const MIB = 1024 * 1024;

/** In bytes. Reading the worst half megabyte takes a fifth of a second of the only thread, so this bounds that, too. */
export const BODIES: Readonly<Record<Share, { readonly fromOne: Rate; readonly inAll: Rate }>> = {
  strangers: { fromOne: { burst: 2 * MIB, perSecond: MIB / 16 }, inAll: { burst: 4 * MIB, perSecond: MIB / 2 } },
  members: { fromOne: { burst: 32 * MIB, perSecond: MIB / 2 }, inAll: { burst: 128 * MIB, perSecond: 4 * MIB } },
};

export const WAITING: Waiting = {
  strangers: { fromOne: 64, inAll: 1000 },
  members: { fromOne: 256, inAll: 4000 },
};

export const createLimits = (): Limits => ({
  actsByAddress: createLimiter(RATES.actsByAddress),
  actsByOrganisation: createLimiter(RATES.actsByOrganisation),
  newcomers: createLimiter(RATES.newcomers),
  attempts: createLimiter(RATES.attempts),
  files: createLimiter(RATES.files),
  reads: createLimiter(RATES.reads),
  bodies: { strangers: createBudget(BODIES.strangers), members: createBudget(BODIES.members) },
  waiting: WAITING,
});

export const NO_LIMITS: Limits = {
  actsByAddress: UNLIMITED,
  actsByOrganisation: UNLIMITED,
  newcomers: UNLIMITED,
  attempts: UNLIMITED,
  files: UNLIMITED,
  reads: UNLIMITED,
  bodies: { strangers: { take: () => true }, members: { take: () => true } },
  waiting: {
    strangers: { fromOne: Infinity, inAll: Infinity },
    members: { fromOne: Infinity, inAll: Infinity },
  },
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

/** The caller behind `proxies` of our own: whom the outermost of them names in `X-Forwarded-For`, else the peer. */
export const forwardedFor = (named: string | undefined, peer: string, proxies: number): string => {
  const forwarded = proxies > 0 ? named?.split(',').at(-proxies) : undefined;
  return callerAt(forwarded?.trim() ?? peer);
};
