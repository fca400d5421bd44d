import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createSampleScene } from './kit/sample.ts';

const scene = await createSampleScene();
after(scene.close);

test('a page that is kept for strangers is kept for each language', async () => {
  for (const language of ['en', 'el', 'en', 'el']) {
    const answer = await scene.ask('/sample/participants', { headers: { 'accept-language': language } });
    assert.match(await answer.text(), new RegExp(`<html lang="${language}"`, 'u'));
  }
});
