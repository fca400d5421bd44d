import { generateKeyPairSync } from 'node:crypto';
import { type Context as HonoContext, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { type Bytes, fromBase64, fromBase64url } from '../../base/bytes.ts';
import { unreachable } from '../../base/result.ts';
import { SECOND } from '../../base/time.ts';
import type { Key } from '../../charter/members/organisation-state.ts';
import type { State } from '../../charter/state.ts';
import { SESSION_LASTS, type SignInFault, sessionCookie } from '../../conference/door/sign-in.ts';
import { FORGET } from '../../http/keeping.ts';
import { memoise } from '../../base/memo.ts';
import { SIGN_IN_NAMESPACE } from '../../record/verify-signature.ts';
import { passkeyFromSpki, sshSigFromAssertion } from '../../record/webauthn.ts';
import type { WebEnv } from '../kit/env.ts';
import type { Context } from '../kit/context.ts';
import type { Fields } from '../kit/fields.ts';
import { MOST_SIGN_IN, fieldsIn } from '../act/form-data.ts';
import { signInPage } from '../kit/sign-in-page.ts';
import { refusalText } from '../kit/problem.ts';
import { parseArmouredOrBase64 } from '../act/signature-text.ts';
import { sendPage } from '../kit/send-page.ts';
import { isHandleOf } from '../shared/passkey-holder.ts';
import { invitationRoutes } from './invitation-routes.ts';
import { organisationRoutes } from './organisation-routes.ts';
import { placeRoutes } from './take-place-routes.ts';

/** Signing in and out, and the other ways to a key of one's own. */
export const signInRoutes = new Hono<WebEnv>();

signInRoutes.get('/sign-in', (c) => shown(c, safePath(c.req.query('to'), c.var.context()), null));

const shown = (
  c: HonoContext<WebEnv>,
  to: string,
  fault: string | null,
  dead = false,
): Response | Promise<Response> => {
  const { signIn } = c.var.deps;
  const context = c.var.context();
  const { challenge } = signIn.challenge();
  const message = signIn.message(context.conference.slug, challenge);
  return sendPage(c, signInPage(context, { challenge, message, to, fault, dead }), fault === null ? 200 : 422);
};

/** For whoever has had the page open for longer than a challenge lasts. */
signInRoutes.get('/sign-in/challenge', (c) => {
  const { signIn } = c.var.deps;
  const { challenge } = signIn.challenge();
  return c.json({ challenge, message: signIn.message(c.var.context().conference.slug, challenge) });
});

signInRoutes.post('/sign-in', async (c) => {
  const fields = await fieldsIn(c, MOST_SIGN_IN);
  const { signIn, origin } = c.var.deps;
  const { conference } = c.var.context();
  const { slug } = conference;
  const to = safePath(fields.text('to'), c.var.context());
  let fault: SignInFault | null = null;
  for (const signature of signaturesIn(c, fields)) {
    const result = await signIn.signIn({ slug, challenge: fields.text('challenge'), signature });
    if (result.ok) {
      setCookie(c, sessionCookie(origin, slug), result.value.token, {
        path: '/',
        httpOnly: true,
        sameSite: 'Lax',
        secure: origin.startsWith('https:'),
        maxAge: SESSION_LASTS / SECOND,
      });
      return c.redirect(to, 303);
    }
    fault = result.error;
  }
  const byPasskey = fields.has('assertion');
  const dead = byPasskey && fault?.kind === 'refused' && fault.refusal.kind === 'revoked-key';
  return shown(c, to, faultText(c.var.context(), fault, byPasskey), dead);
});

signInRoutes.post('/sign-out', (c) => {
  const { signIn, origin } = c.var.deps;
  const { conference, base } = c.var.context();
  const name = sessionCookie(origin, conference.slug);
  const token = getCookie(c, name);
  if (token !== undefined) signIn.signOut(token);
  deleteCookie(c, name, { path: '/', secure: origin.startsWith('https:') });
  for (const [header, value] of Object.entries(FORGET)) c.header(header, value);
  return c.redirect(base, 303);
});

signInRoutes.route('/', invitationRoutes);
signInRoutes.route('/', organisationRoutes);
signInRoutes.route('/', placeRoutes);

/** A path of this site, so that no link can lead a delegate who signs in to somewhere else. */
const safePath = (to: string | undefined, { origin, base }: Context): string => {
  const url = to?.startsWith('/') === true ? URL.parse(to, origin) : null;
  return url?.origin === origin ? url.pathname + url.search + url.hash : base;
};

/**
 * What was sent as a signature. A passkey's assertion does not say whose it is, so it is tried with every passkey of the
 * delegate that its handle names; at most one fits. Anybody can work out a handle: whether there is such a delegate, with a passkey, shows neither in the answer nor in the steps to it.
 */
const signaturesIn = (c: HonoContext<WebEnv>, fields: Fields): readonly Bytes[] => {
  if (!fields.has('assertion')) {
    const blob = parseArmouredOrBase64(fields.text('signature'));
    return blob === null ? [] : [blob];
  }
  const authenticatorData = fromBase64(fields.text('authenticatorData'));
  const clientDataJSON = fromBase64(fields.text('clientData'));
  const signature = fromBase64(fields.text('assertion'));
  const handle = fromBase64url(fields.text('userHandle'));
  if (authenticatorData === null || clientDataJSON === null || signature === null || handle === null) return [];
  const assertion = { authenticatorData, clientDataJSON, signature };
  const { conference } = c.var.context();
  const passkeys = passkeysOf(conference.state(), conference.slug, handle).map(({ key }) => key);
  return (passkeys.length === 0 ? [nobodys(c.var.deps.origin)] : passkeys).flatMap((key) => {
    const blob = sshSigFromAssertion(key, assertion, { namespace: SIGN_IN_NAMESPACE });
    return blob.ok ? [blob.value] : [];
  });
};

/** The passkeys of the delegate whom a user handle names; those that ended come last, so that the fault says so. */
const passkeysOf = (state: State, slug: string, handle: Bytes): readonly Key[] =>
  [...state.keys.values()]
    .filter(
      ({ use, organisation, delegate }) => use === 'passkey' && isHandleOf(handle, slug, `${organisation}/${delegate}`),
    )
    .toSorted((a, b) => Number(a.until !== null) - Number(b.until !== null));

/** A passkey that nobody holds, in place of those of a delegate who has none. */
const nobodys = memoise(1, (origin) => {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = passkeyFromSpki(
    new Uint8Array(publicKey.export({ type: 'spki', format: 'der' })),
    new URL(origin).hostname,
  );
  if (!key.ok) throw new TypeError('A key that cannot be a passkey');
  return key.value;
});

const faultText = (context: Context, fault: SignInFault | null, byPasskey: boolean): string => {
  const words = context.t.site.signIn.fault;
  if (fault === null) return words.unknown;
  switch (fault.kind) {
    case 'stale-challenge':
      return words.stale;
    case 'bad-signature':
      return byPasskey ? words.unknown : words.signature;
    case 'refused':
      return refusalText(context, fault.refusal);
    case 'no-such-conference':
      return words.unknown;
    default:
      return unreachable(fault);
  }
};
