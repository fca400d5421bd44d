import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { base64, base64url, utf8 } from '../src/base/bytes.ts';
import { canonicalBytes } from '../src/base/json.ts';
import { HOUR, after as later } from '../src/base/time.ts';
import { type UnreadAct, newNonce } from '../src/record/act.ts';
import { writeEnvelope } from '../src/record/envelope.ts';
import { sampleKey } from '../src/record/sample-keys.ts';
import { signEd25519 } from '../src/record/sign-ed25519.ts';
import { ACT_NAMESPACE } from '../src/record/verify-signature.ts';
import { passkeyChallenge, sshSigFromAssertion } from '../src/record/webauthn.ts';
import { newUserHandle } from '../src/web/shared/passkey-holder.ts';
import { createAuthenticator } from './kit/passkey.ts';
import { SLUG, createSampleScene } from './kit/sample.ts';

/** What is told to somebody who answers to a sign-in with another's passkey. */

const scene = await createSampleScene({ shown: false });
after(scene.close);
const { conference, clock, origin, ask } = scene;
const HOLDER = ['zelena-sava', 1] as const;

/** The holder brings a passkey in beside the key that they have. */
const enrolPasskey = async (): Promise<void> => {
  const { key, get } = await createAuthenticator('localhost');
  const [organisation, delegate] = HOLDER;
  const act = {
    v: 1,
    kind: 'key.enrol',
    conference: conference.state().conference,
    by: { organisation, delegate },
    made: clock.now(),
    nonce: newNonce(),
    body: { delegate, key, use: 'passkey', name: null },
  } as unknown as UnreadAct;
  const message = canonicalBytes(act);
  const namespace = ACT_NAMESPACE;
  const assertion = await get({ challenge: passkeyChallenge({ message, namespace }), origin });
  const own = sshSigFromAssertion(key, assertion, { namespace });
  assert.ok(own.ok);
  const signatures = [await signEd25519(await sampleKey(...HOLDER), { message, namespace }), own.value];
  const taken = await conference.submit(utf8(writeEnvelope({ act, signatures, attachments: [] })));
  assert.ok(taken.ok, JSON.stringify(taken));
};

const challengeOf = async (): Promise<string> => {
  const given = (await (await ask(`/${SLUG}/sign-in/challenge`)).json()) as { readonly challenge: string };
  return given.challenge;
};

const strangers = await createAuthenticator('localhost');

/** The page that comes to an answer for this delegate by a passkey of somebody else, without the fresh challenge on it. */
const told = async (holder: string, challenge: string): Promise<readonly [number, string]> => {
  const { authenticatorData, clientDataJSON, signature } = await strangers.get();
  const fields = {
    challenge,
    to: `/${SLUG}`,
    assertion: base64(signature),
    authenticatorData: base64(authenticatorData),
    clientData: base64(clientDataJSON),
    userHandle: base64url(newUserHandle(SLUG, holder)),
  };
  const headers = { origin, 'content-type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams(fields).toString();
  const answered = await ask(`/${SLUG}/sign-in`, { method: 'POST', headers, body });
  return [answered.status, (await answered.text()).replaceAll(/[\w-]{70,80}/gu, '…')];
};

it('nobody learns whether there is such a delegate, and whether they have a passkey', async () => {
  await enrolPasskey();
  const expected = await told('nikogar-ni/1', await challengeOf());
  assert.match(expected[1], /not one of this conference/u);
  assert.deepEqual(await told(HOLDER.join('/'), await challengeOf()), expected);
  const late = await challengeOf();
  clock.set(later(clock.now(), HOUR));
  const tooLate = await told('nikogar-ni/1', late);
  assert.match(tooLate[1], /longer than five minutes/u);
  assert.deepEqual(await told(HOLDER.join('/'), late), tooLate);
});
