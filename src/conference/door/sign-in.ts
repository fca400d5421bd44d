import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { type Bytes, base64url, fromBase64url, utf8 } from '../../base/bytes.ts';
import type { OrganisationId, Slug } from '../../base/ids.ts';
import { type Result, err, ok } from '../../base/result.ts';
import { sha256 } from '../../base/sha256.ts';
import { HOUR, type Instant, MINUTE, after } from '../../base/time.ts';
import { holding } from '../../charter/members/holders.ts';
import type { Refusal } from '../../charter/law/refusal.ts';
import type { Delegate, Key } from '../../charter/members/organisation-state.ts';
import type { State } from '../../charter/state.ts';
import { PUBLIC, type Viewer } from '../../charter/visibility.ts';
import { SIGN_IN_NAMESPACE, type VerifiedSignature, verifySignature } from '../../record/verify-signature.ts';
import { parseSshSig } from '../../record/sshsig.ts';
import { madeAt } from './site.ts';
import type { Clock, Session, Sessions } from '../ports.ts';
import { hasMembersShare } from './shares.ts';
import type { Host } from '../types.ts';

/** Signing in: a delegate proves by a signature to hold a key that is theirs now, and is given a session for it. */

/** How long a challenge may be answered, and how long a session lasts, in milliseconds. */
export const CHALLENGE_LASTS = 5 * MINUTE;
export const SESSION_LASTS = 12 * HOUR;

/** Why nobody was signed in. */
export type SignInFault =
  | { readonly kind: 'no-such-conference' }
  /** Not a challenge of this host, answered before, or too old. A new one is needed. */
  | { readonly kind: 'stale-challenge' }
  | { readonly kind: 'bad-signature'; readonly why: string }
  /** The key is nobody's here, or not any more (4.1). */
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export interface SignedIn {
  /** What the caller shows from now on; it is kept nowhere here. */
  readonly token: string;
  readonly session: Session;
}

/** Who is asking. */
export type Visitor =
  | { readonly viewer: typeof PUBLIC; readonly me: null }
  | {
      readonly viewer: Extract<Viewer, { readonly kind: 'organisation' }>;
      readonly me: { readonly session: Session; readonly delegate: Delegate; readonly key: Key };
    };

export const NOBODY: Visitor = { viewer: PUBLIC, me: null };

export interface SignIn {
  /** A fresh challenge, base64url, good once and for {@link CHALLENGE_LASTS}. Nothing is kept for it. */
  readonly challenge: () => { readonly challenge: string; readonly expires: Instant };
  /** The text that is signed with the namespace `isonomia-sign-in-v1` to answer a challenge. */
  readonly message: (slug: Slug, challenge: string) => string;
  /** Opens a session for whoever's key made `signature`, a binary SSHSIG over {@link message}. */
  readonly signIn: (answer: {
    readonly slug: Slug;
    readonly challenge: string;
    readonly signature: Bytes;
  }) => Promise<Result<SignedIn, SignInFault>>;
  /** Whom this token stands for in this conference now: nobody once the session, the key or the appointment has ended. */
  readonly visitor: (token: string | null, slug: Slug) => Visitor;
  /** The participant that this token stands for, whose share of the node is the members'; an applicant's delegate is a stranger still, and so is everybody in the sample. */
  readonly member: (token: string | null, slug: Slug) => OrganisationId | null;
  readonly signOut: (token: string) => void;
  /** Calls back with every token that is signed out, wherever that is done; the function given back ends it. */
  readonly onSignedOut: (listener: (token: string) => void) => () => void;
}

export interface SignInDeps {
  readonly host: Pick<Host, 'conference'>;
  readonly sessions: Sessions;
  readonly clock: Pick<Clock, 'now'>;
  /** The public address of this installation, without a slash at the end: a signature for another one is not good here. */
  readonly origin: string;
}

export const createSignIn = ({ host, sessions, clock, origin }: SignInDeps): SignIn => {
  const challenges = createChallenges(clock);
  const listeners = new Set<{ readonly listener: (token: string) => void }>();
  const message = (slug: Slug, challenge: string): string => `isonomia sign-in\n${origin}\n${slug}\n${challenge}\n`;

  const visitor: SignIn['visitor'] = (token, slug) => {
    if (token === null || !TOKEN.test(token)) return NOBODY;
    const session = sessions.get(hashOf(token), clock.now());
    const state = host.conference(slug)?.state();
    if (session === null || session.slug !== slug || state === undefined) return NOBODY;
    const held = holding(state, session);
    return held === null
      ? NOBODY
      : { viewer: { kind: 'organisation', id: session.organisation }, me: { session, ...held } };
  };

  return {
    challenge: challenges.issue,
    message,
    signIn: async ({ slug, challenge, signature }) => {
      const conference = host.conference(slug);
      if (conference === null) return err({ kind: 'no-such-conference' });
      if (!challenges.isOpen(challenge)) return err({ kind: 'stale-challenge' });
      const verified = await verifySignature({
        blob: signature,
        message: utf8(message(slug, challenge)),
        namespace: SIGN_IN_NAMESPACE,
      });
      if (!verified.ok) return err({ kind: 'bad-signature', why: verified.error.kind });
      const sshsig = parseSshSig(signature);
      if (!sshsig.ok || !madeAt(sshsig.value, origin)) return err({ kind: 'bad-signature', why: 'origin' });
      // What was answered is remembered of those alone who are somebody here.
      const found = keyFor(conference.state(), verified.value);
      if (!found.ok) return err({ kind: 'refused', refusal: found.error });
      const key = found.value;
      if (!challenges.spend(challenge)) return err({ kind: 'stale-challenge' });
      const token = base64url(randomBytes(32));
      const created = clock.now();
      const session: Session = {
        tokenHash: hashOf(token),
        slug,
        organisation: key.organisation,
        delegate: key.delegate,
        key: key.fingerprint,
        created,
        expires: after(created, SESSION_LASTS),
      };
      sessions.put(session);
      return ok({ token, session });
    },
    visitor,
    member: (token, slug) => {
      const { viewer, me } = visitor(token, slug);
      const state = host.conference(slug)?.state();
      return me !== null && state !== undefined && hasMembersShare(slug, state, viewer) ? viewer.id : null;
    },
    signOut: (token) => {
      sessions.remove(hashOf(token));
      for (const { listener } of listeners) listener(token);
    },
    onSignedOut: (listener) => {
      const subscription = { listener };
      listeners.add(subscription);
      return () => void listeners.delete(subscription);
    },
  };
};

const TOKEN = /^[A-Za-z0-9_-]{43}$/u;

/** A token is 256 random bits, so a plain hash keeps it as well as a slow one. */
const hashOf = (token: string): string => base64url(sha256(utf8(token)));

/** The delegate's key that made the signature, or why it opens no session. An invitation is for enrolling a key, not for reading. */
const keyFor = (state: State, { fingerprint, algorithm }: VerifiedSignature): Result<Key, Refusal> => {
  const key = state.keys.get(fingerprint);
  if (key === undefined || key.use === 'invitation')
    return err({ article: '4.1', kind: 'unknown-key', key: fingerprint });
  if (key.until !== null) return err({ article: '4.1', kind: 'revoked-key', key: fingerprint });
  const bare = key.use === 'passkey' && algorithm !== 'webauthn-sk-ecdsa-sha2-nistp256@openssh.com';
  return bare ? err({ article: '4.1', kind: 'key-kind-not-allowed', given: 'ssh' }) : ok(key);
};

const RANDOM = 16;
const EXPIRY = 8;
const MAC = 32;

/**
 * Challenges that prove themselves: random bytes, when they expire, and a MAC over both under a key that lives as long as the
 * process. Only those that were answered well are remembered, until they expire.
 */
const createChallenges = (clock: Pick<Clock, 'now'>) => {
  const secret = randomBytes(32);
  const spent = new Map<string, Instant>();
  const macOf = (head: Uint8Array): Buffer => createHmac('sha256', secret).update(head).digest();

  /** When the challenge expires, or `null` where it is none of ours. */
  const expiryOf = (challenge: string): Instant | null => {
    const bytes = challenge.length > 128 ? null : fromBase64url(challenge);
    if (bytes?.length !== RANDOM + EXPIRY + MAC) return null;
    const head = bytes.subarray(0, RANDOM + EXPIRY);
    if (!timingSafeEqual(macOf(head), bytes.subarray(RANDOM + EXPIRY))) return null;
    return Number(new DataView(head.buffer, head.byteOffset).getBigUint64(RANDOM)) as Instant;
  };
  const isOpen = (challenge: string): boolean => {
    const expires = expiryOf(challenge);
    return expires !== null && clock.now() < expires && !spent.has(challenge);
  };

  return {
    issue: () => {
      const expires = after(clock.now(), CHALLENGE_LASTS);
      const head = randomBytes(RANDOM + EXPIRY);
      head.writeBigUInt64BE(BigInt(expires), RANDOM);
      return { challenge: base64url(Buffer.concat([head, macOf(head)])), expires };
    },
    isOpen,
    /** Whether it was still open; it no longer is. */
    spend: (challenge: string): boolean => {
      const expires = expiryOf(challenge);
      if (expires === null || !isOpen(challenge)) return false;
      const now = clock.now();
      for (const [old, expired] of spent) {
        if (expired > now) break;
        spent.delete(old);
      }
      spent.set(challenge, expires);
      return true;
    },
  };
};

/** The cookie in which a browser carries its session of one conference; `__Host-` keeps it to this very host, over TLS. */
export const sessionCookie = (origin: string, slug: Slug): string =>
  `${origin.startsWith('https:') ? '__Host-' : ''}isonomia-${slug}`;

/** The conference whose session a cookie of this name carries; `null`: it is another cookie. */
export const slugOfCookie = (name: string): Slug | null =>
  (/^(?:__Host-)?isonomia-([a-z0-9-]+)$/u.exec(name)?.[1] as Slug | undefined) ?? null;

/** The token in a field `Authorization: Bearer`. */
export const bearerIn = (field: string | undefined): string | null =>
  /^Bearer +([A-Za-z0-9_-]+)$/iu.exec(field ?? '')?.[1] ?? null;
