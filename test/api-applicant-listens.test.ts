import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createLive } from '../src/api/live.ts';
import { PLACES } from '../src/api/places.ts';
import { HOUR, after } from '../src/base/time.ts';
import { NOBODY } from '../src/conference/door/sign-in.ts';
import { createApiScene } from './kit/api.ts';

it('an applicant’s delegate listens from a stranger’s place', async () => {
  const scene = await createApiScene();
  const { clock, small } = scene;
  const expires = after(clock.now(), HOUR);
  const applicant = {
    ...NOBODY,
    me: { session: { organisation: 'nobody-yet', expires } },
    viewer: { kind: 'organisation', id: 'nobody-yet' },
  } as unknown as typeof NOBODY;
  const signIn = {
    onSignedOut: scene.signIn.onSignedOut,
    visitor: (token: string | null) => (token === null ? NOBODY : applicant),
  };
  const live = createLive({ clock, signIn, onFault: (fault) => assert.fail(String(fault)) });
  const join = (token: string | null) =>
    live.listen({ conference: small.conference, caller: 'one', token, since: null, cut: () => undefined });
  for (let i = 0; i < PLACES.strangers.fromOne; i += 1) assert.ok(join(null));
  assert.equal(join('applicant'), null);
  live.close();
  scene.api.close();
});
