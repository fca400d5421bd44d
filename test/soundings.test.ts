import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createCommonTexts } from '../src/conference/work/common-texts.ts';
import { sessionCookie } from '../src/conference/door/sign-in.ts';
import { ORIGIN, SLUG, createApiScene, tokenFor } from './kit/api.ts';
import { accepted, someText } from './kit/small-conference.ts';
import { webOn } from './kit/web.ts';

it('whoever sounds where there is no room is told when to come again before anything is asked, and keeps what was chosen', async () => {
  const scene = await createApiScene();
  const ada = scene.speaker(0);
  accepted(await scene.small.submit(ada, 'text.table', someText()));
  const full = createCommonTexts(() => assert.fail('The solver is asked'), {
    take: () => assert.fail('A turn is taken'),
    full: () => 20,
  });
  const answer = await webOn(scene, { commonTexts: full }).request(`/${SLUG}/texts/1/common/sounding`, {
    method: 'POST',
    headers: { cookie: `${sessionCookie(ORIGIN, SLUG)}=${await tokenFor(scene.ask, ada)}`, origin: ORIGIN },
    body: new URLSearchParams({ 'on-clause:c1': 'object' }),
  });
  assert.deepEqual([answer.status, answer.headers.get('retry-after')], [503, '20']);
  const page = await answer.text();
  assert.match(page, /role="alert"[^]*20/u);
  assert.match(page, /name="on-clause:c1"[^]*?value="object" selected[^]*?<\/select>/u);
});
