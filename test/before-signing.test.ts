import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { present } from '../src/charter/texts/texts.ts';
import { actIn, areaIn, createForms } from './kit/forms.ts';
import { createSampleScene } from './kit/sample.ts';

/** The page before signing: whoever wants to change something gets the form back as they left it. */

const scene = await createSampleScene();
after(scene.close);
const { send } = createForms(scene);

const unescaped = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

const typedIn = (html: string): string => unescaped(/name="typed" value="([^"]*)"/u.exec(html)?.[1] ?? '');

test('what was typed comes back, also after a signature that was not good', async () => {
  const words = 'We read “barrier” as anything that stops a fish.\n\nEven a small one: 30 cm & more.';
  const version = present(scene.text(4)).hash;
  const observation = { text: '4', version, kind: 'view', words, clause: ['remove'] };
  const before = await send('diktyo-potamon', 'observation.make', observation);
  const back = await send('diktyo-potamon', 'observation.make', { typed: typedIn(before) });
  assert.equal(areaIn(back, 'words').trim(), words);
  assert.match(back, /value="view"\s+checked/u);
  assert.match(back, /value="remove"\s+checked/u);

  const unsigned = new URLSearchParams({
    act: JSON.stringify(actIn(before)),
    typed: typedIn(before),
    signature: 'bm90IGEgc2lnbmF0dXJl',
  });
  const answer = await scene.ask('/sample/acts', {
    method: 'POST',
    headers: await scene.headers('diktyo-potamon'),
    body: unsigned,
  });
  assert.equal(answer.status, 422);
  assert.equal(typedIn(await answer.text()), typedIn(before));
});
