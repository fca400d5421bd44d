import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { launch } from './kit/browser.ts';
import { createSampleScene } from './kit/sample.ts';
import { openingOf } from '../src/web/texts/parts/decision-card.ts';
import type { ClauseId } from '../src/base/ids.ts';

/** What a stranger sees first of a conference. */

const scene = await createSampleScene({ listen: true });
after(scene.close);
const kit = await launch();

test('what this is, what was decided and who signed stand on the first screen of a phone', async () => {
  for (const locale of ['en', 'el']) {
    const page = await kit.page({ baseURL: scene.origin, script: false, locale, width: 360 });
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto('/sample');
    for (const part of ['.front .lede', '.faces', '.card h3', '.card .stands', '.card .stands + span']) {
      const box = await page.locator(part).first().boundingBox();
      assert.ok(box !== null && box.y + box.height <= 740, `${locale}: ${part} ends at ${box?.y} + ${box?.height}`);
    }
    await page.context().close();
  }
});

test('a decision opens with what it says, and not with what it recalls', () => {
  const clause = (kind: 'preambular' | 'operative' | 'heading', words: string) => ({
    id: 'c1' as ClauseId,
    kind,
    words,
  });
  const recalls = clause('preambular', 'Recalling the flood,');
  assert.equal(openingOf([recalls, clause('operative', 'Forests *stay*. And more.')], 'en'), 'Forests stay.');
  assert.equal(openingOf([clause('heading', 'One'), recalls], 'en'), 'Recalling the flood,');
  assert.equal(openingOf([clause('heading', 'One')], 'en'), null);
  const long = openingOf([clause('operative', 'water, '.repeat(1000))], 'en');
  assert.ok(long !== null && long.length < 230 && long.endsWith('water …'), String(long));
});
