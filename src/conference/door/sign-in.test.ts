import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Bytes, utf8 } from '../../base/bytes.ts';
import type { AttachmentHash, Fingerprint, OrganisationId, Slug } from '../../base/ids.ts';
import { type Instant, HOUR, MINUTE } from '../../base/time.ts';
import type { Delegate, Key, Organisation } from '../../charter/members/organisation-state.ts';
import { emptyState, type State } from '../../charter/state.ts';
import { fingerprint } from '../../record/public-key.ts';
import { generateSigningKey, signEd25519 } from '../../record/sign-ed25519.ts';
import { ACT_NAMESPACE, SIGN_IN_NAMESPACE } from '../../record/verify-signature.ts';
import type { Session, Sessions } from '../ports.ts';
import { CHALLENGE_LASTS, SESSION_LASTS, createSignIn } from './sign-in.ts';
import type { Conference } from '../types.ts';

const SLUG = 'rivers' as Slug;
const OTHER = 'forests' as Slug;
const RIVER = 'river' as OrganisationId;
const MARK = { index: 0, at: 0 as Instant };

const memorySessions = () => {
  const kept = new Map<string, Session>();
  const sessions: Sessions = {
    put: (session) => void kept.set(session.tokenHash, session),
    get: (hash, now) => {
      const session = kept.get(hash);
      return session !== undefined && now < session.expires ? session : null;
    },
    remove: (hash) => void kept.delete(hash),
    of: () => [...kept.values()],
    expire: () => kept.clear(),
    marks: { get: () => null, put: () => undefined, all: () => [], remove: () => undefined },
  };
  return { kept, sessions };
};

/** A conference in which one delegate has one key, and all that a test may change about them. */
const scene = async (use: Key['use'] = 'device') => {
  const signingKey = await generateSigningKey();
  const delegate: { -readonly [K in keyof Delegate]: Delegate[K] } = {
    number: 1,
    name: null as AttachmentHash | null,
    role: 'representing',
    invitation: null,
    appointed: MARK,
    appointedBy: 'alfa' as OrganisationId,
    recalled: null,
  };
  const print = fingerprint(signingKey.publicKey);
  const key: { -readonly [K in keyof Key]: Key[K] } = {
    fingerprint: print,
    key: signingKey.publicKey,
    use,
    organisation: RIVER,
    delegate: 1,
    from: MARK,
    until: null,
    broughtBy: null,
  };
  const state: State = {
    ...emptyState(),
    keys: new Map<Fingerprint, Key>([[print, key]]),
    organisations: new Map([[RIVER, { delegates: [delegate] } as unknown as Organisation]]),
  };
  const conference = { state: () => state } as unknown as Conference;
  const host = { conference: (slug: Slug) => (slug === SLUG || slug === OTHER ? conference : null) };
  const clock = { ms: 1_000_000, now: () => clock.ms as Instant };
  const { kept, sessions } = memorySessions();
  const signIn = createSignIn({ host, sessions, clock, origin: 'https://example.org' });
  const sign = (slug: Slug, challenge: string, namespace = SIGN_IN_NAMESPACE): Promise<Bytes> =>
    signEd25519(signingKey, { message: utf8(signIn.message(slug, challenge)), namespace });
  const enter = async () => {
    const { challenge } = signIn.challenge();
    const result = await signIn.signIn({ slug: SLUG, challenge, signature: await sign(SLUG, challenge) });
    assert.ok(result.ok);
    return result.value;
  };
  return { signIn, sign, enter, clock, kept, key, delegate, host, sessions };
};

describe('signing in', () => {
  it('opens a session by a good answer, and keeps only the hash of its token', async () => {
    const { enter, signIn, kept } = await scene();
    const { token, session } = await enter();
    const visitor = signIn.visitor(token, SLUG);
    assert.deepEqual(visitor.viewer, { kind: 'organisation', id: RIVER });
    assert.equal(visitor.me?.delegate.number, 1);
    assert.deepEqual([...kept.values()], [session]);
    assert.ok(!JSON.stringify([...kept]).includes(token));
  });

  it('takes a challenge once, in time, and only its own', async () => {
    const { signIn, sign, clock, host, sessions } = await scene();
    const { challenge } = signIn.challenge();
    const signature = await sign(SLUG, challenge);
    assert.ok((await signIn.signIn({ slug: SLUG, challenge, signature })).ok);
    const stale = { ok: false, error: { kind: 'stale-challenge' } };
    assert.deepEqual(await signIn.signIn({ slug: SLUG, challenge, signature }), stale);

    const late = signIn.challenge().challenge;
    const answer = { slug: SLUG, challenge: late, signature: await sign(SLUG, late) };
    clock.ms += CHALLENGE_LASTS;
    assert.deepEqual(await signIn.signIn(answer), stale);

    const elsewhere = createSignIn({ host, sessions, clock, origin: 'https://example.org' }).challenge().challenge;
    const foreign = { slug: SLUG, challenge: elsewhere, signature: await sign(SLUG, elsewhere) };
    assert.deepEqual(await signIn.signIn(foreign), stale);
    assert.deepEqual(await signIn.signIn({ ...foreign, challenge: 'x'.repeat(9999) }), stale);
  });

  it('opens one session when the same answer comes twice at once', async () => {
    const { signIn, sign } = await scene();
    const { challenge } = signIn.challenge();
    const answer = { slug: SLUG, challenge, signature: await sign(SLUG, challenge) };
    const results = await Promise.all([signIn.signIn(answer), signIn.signIn(answer)]);
    assert.equal(results.filter((result) => result.ok).length, 1);
  });

  it('takes no signature made for another conference, another site, or an act', async () => {
    const { signIn, sign, host, sessions, clock } = await scene();
    const { challenge } = signIn.challenge();
    const kinds = await Promise.all(
      [
        signIn.signIn({ slug: SLUG, challenge, signature: await sign(OTHER, challenge) }),
        signIn.signIn({ slug: SLUG, challenge, signature: await sign(SLUG, challenge, ACT_NAMESPACE) }),
        signIn.signIn({ slug: SLUG, challenge, signature: utf8('no signature') }),
      ].map(async (result) => (await result).ok || (await result)),
    );
    assert.deepEqual(kinds, [
      { ok: false, error: { kind: 'bad-signature', why: 'wrong-signature' } },
      { ok: false, error: { kind: 'bad-signature', why: 'namespace' } },
      { ok: false, error: { kind: 'bad-signature', why: 'not-sshsig' } },
    ]);
    const elsewhere = createSignIn({ host, sessions, clock, origin: 'https://example.com' });
    const theirs = elsewhere.challenge().challenge;
    const result = await elsewhere.signIn({ slug: SLUG, challenge: theirs, signature: await sign(SLUG, theirs) });
    assert.ok(!result.ok);
  });

  it('refuses under 4.1 keys that are unknown, ended, an invitation, or a passkey used as a plain key', async () => {
    const answer = async ({ signIn, sign }: Awaited<ReturnType<typeof scene>>) => {
      const { challenge } = signIn.challenge();
      const result = await signIn.signIn({ slug: SLUG, challenge, signature: await sign(SLUG, challenge) });
      return !result.ok && result.error.kind === 'refused' ? result.error.refusal.kind : result;
    };
    const ended = await scene();
    ended.key.until = MARK;
    assert.equal(await answer(ended), 'revoked-key');
    assert.equal(await answer(await scene('invitation')), 'unknown-key');
    assert.equal(await answer(await scene('passkey')), 'key-kind-not-allowed');
    const stranger = await scene();
    stranger.sign = (await scene()).sign;
    assert.equal(await answer(stranger), 'unknown-key');
  });

  it('ends the session with its time, its key, its appointment, or by signing out', async () => {
    const publicIs = async (end: (s: Awaited<ReturnType<typeof scene>>, token: string) => void) => {
      const s = await scene();
      const { token } = await s.enter();
      assert.equal(s.signIn.visitor(token, SLUG).viewer.kind, 'organisation');
      end(s, token);
      assert.equal(s.signIn.visitor(token, SLUG).viewer.kind, 'public');
    };
    await publicIs((s) => (s.clock.ms += SESSION_LASTS));
    await publicIs((s) => (s.key.until = MARK));
    await publicIs((s) => (s.delegate.recalled = MARK));
    await publicIs((s, token) => s.signIn.signOut(token));
    assert.ok(SESSION_LASTS === 12 * HOUR && CHALLENGE_LASTS === 5 * MINUTE);
  });

  it('is good in its own conference only, and a made-up token is nobody', async () => {
    const { enter, signIn } = await scene();
    const { token } = await enter();
    assert.equal(signIn.visitor(token, OTHER).viewer.kind, 'public');
    for (const made of [null, '', 'x', 'A'.repeat(43), `${token} `]) {
      assert.equal(signIn.visitor(made, SLUG).viewer.kind, 'public');
    }
  });
});
