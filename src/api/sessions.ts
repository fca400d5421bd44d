import type { Context } from 'hono';
import { z } from 'zod';
import { type Bytes, fromBase64 } from '../base/bytes.ts';
import { FORGET, NOT_KEPT } from '../http/keeping.ts';
import { dearmour } from '../record/sshsig.ts';
import { conferenceOf, signInNeeded, tokenOf } from './asking.ts';
import { jsonOf } from './body.ts';
import { halt, ofSignInFault, problem } from './problem.ts';
import type { ApiDeps, Route } from './route.ts';

/** Signing in by a delegate's key, for programs and by hand; pages keep the same session in a cookie. */

const challengeSchema = z.strictObject({
  challenge: z.string(),
  /** The text to sign with the namespace `isonomia-sign-in-v1`, to the byte. */
  message: z.string(),
  expires: z.int(),
});

const answerSchema = z.strictObject({
  challenge: z.string().max(200),
  /** The SSHSIG over the message, as `ssh-keygen -Y sign` writes it or its binary form in base64. */
  signature: z.string().max(20_000),
});

const sessionSchema = z.strictObject({
  /** To be sent as `Authorization: Bearer …`. It is shown only here. */
  token: z.string(),
  organisation: z.string(),
  delegate: z.int(),
  expires: z.int(),
});

/** The most bytes of an answer to a challenge. */
export const MOST_ANSWER = 32 * 1024;

const noStore = { 'content-type': 'application/json', 'cache-control': NOT_KEPT } as const;

const challenge = (c: Context, deps: ApiDeps): Response => {
  const { slug } = conferenceOf(c, deps);
  const { challenge, expires } = deps.signIn.challenge();
  const answer: z.input<typeof challengeSchema> = {
    challenge,
    message: deps.signIn.message(slug, challenge),
    expires,
  };
  return new Response(JSON.stringify(answer), { headers: noStore });
};

const open = async (c: Context, deps: ApiDeps): Promise<Response> => {
  const { slug } = conferenceOf(c, deps);
  const given = answerSchema.safeParse(await jsonOf(c, deps, MOST_ANSWER));
  if (!given.success) {
    const field = `/${given.error.issues[0]?.path.join('/') ?? ''}`;
    return halt(problem(400, 'malformed', `The field ${field} is not as it must be.`, { field }));
  }
  const result = await deps.signIn.signIn({
    slug,
    challenge: given.data.challenge,
    signature: blobIn(given.data.signature),
  });
  if (!result.ok) return halt(ofSignInFault(result.error));
  const { token, session } = result.value;
  const { organisation, delegate, expires } = session;
  const answer: z.input<typeof sessionSchema> = { token, organisation, delegate, expires };
  return new Response(JSON.stringify(answer), { status: 201, headers: noStore });
};

const blobIn = (text: string): Bytes =>
  dearmour(text) ??
  fromBase64(text) ??
  halt(problem(400, 'malformed', 'The signature is neither armoured nor base64.', { field: '/signature' }));

const close = (c: Context, deps: ApiDeps): Response => {
  const { slug } = conferenceOf(c, deps);
  const token = tokenOf(c, slug, deps);
  if (token === null) return halt(signInNeeded('Name the session to end: Authorization: Bearer …'));
  deps.signIn.signOut(token);
  return new Response(null, { status: 204, headers: FORGET });
};

const SESSIONS = '/api/conferences/{slug}/sessions';

export const sessionRoutes: readonly Route[] = [
  {
    method: 'post',
    path: `${SESSIONS}/challenge`,
    id: 'getChallenge',
    summary: 'Ask for a challenge to sign, good once and for five minutes.',
    tag: 'signing in',
    limit: 'attempts',
    answers: { 200: { says: 'The challenge.', schema: challengeSchema } },
    problems: [404],
    handle: challenge,
  },
  {
    method: 'post',
    path: SESSIONS,
    id: 'signIn',
    summary: 'Answer a challenge with a delegate’s key and open a session of twelve hours.',
    tag: 'signing in',
    limit: 'attempts',
    takes: { 'application/json': answerSchema },
    answers: { 201: { says: 'The session.', schema: sessionSchema } },
    problems: [400, 403, 404, 409, 413, 415],
    handle: open,
  },
  {
    method: 'delete',
    path: SESSIONS,
    id: 'signOut',
    summary: 'End the session whose token is sent.',
    tag: 'signing in',
    limit: 'reads',
    answers: { 204: { says: 'It has ended, or never was.', type: null } },
    problems: [401, 404],
    handle: close,
  },
];
