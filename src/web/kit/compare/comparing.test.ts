import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { workHere } from '../../../../test/kit/work-here.ts';
import { WorkEnded } from '../../../conference/work/runner.ts';
import { WorkBusy } from '../../../conference/work/turns.ts';
import { MOST_HERE, MOST_SENT, createComparisons } from './comparing.ts';

const short = { kind: 'words', before: 'One river.', after: 'One sea.' } as const;
const long = { kind: 'words', before: 'One river. '.repeat(MOST_HERE), after: 'One sea. '.repeat(MOST_HERE) } as const;

suite('what a page compares', () => {
  test('is there at once where it is little, and else when the page is made again', async () => {
    const comparisons = createComparisons(workHere);
    const page = comparisons.begin('en', true);
    assert.match(page.shown(short) ?? '', /<ins>/u);
    assert.equal(page.shown(long), undefined);
    assert.equal(page.missing.size, 1);
    assert.ok(await comparisons.complete(page, 'en'));
    assert.match(comparisons.begin('en', false).shown(long) ?? '', /<ins>/u);
  });

  test('is no more in all than may be, however small each is', () => {
    const page = createComparisons(workHere).begin('en', true);
    const all = Array.from({ length: 1000 }, (_, i) => page.shown({ ...short, after: `One sea of ${i}.` }));
    const here = all.filter((shown) => shown !== undefined).length;
    assert.equal(here + page.missing.size, 1000);
    assert.ok(here < MOST_HERE / 10);
  });

  test('is, of what was sent, as much as one act brings, and whatever was asked for before', async () => {
    const comparisons = createComparisons(workHere);
    const asked = comparisons.begin('en', true);
    const other = { ...long, after: 'Two seas. '.repeat(MOST_HERE) } as const;
    asked.shown(other);
    await comparisons.complete(asked, 'en');
    const page = comparisons.begin('en', false, MOST_SENT);
    const all = Array.from({ length: 100 }, (_, i) => page.shown({ ...short, after: `One sea of ${i}. `.repeat(200) }));
    const here = all.filter((shown) => shown !== undefined).length;
    assert.ok(here > 0 && here < 100 && here * 2000 < MOST_SENT, `${here}`);
    assert.match(page.shown(other) ?? '', /<ins>/u, 'which is kept');
  });

  test('is in the language of the page', () => {
    const comparisons = createComparisons(workHere);
    assert.match(comparisons.begin('en', true).shown(short) ?? '', /added/u);
    assert.doesNotMatch(comparisons.begin('el', true).shown(short) ?? '', /added/u);
  });

  for (const fault of [new WorkBusy(5), new WorkEnded('time')])
    test(`is done without where it cannot be had: ${fault.message}`, async () => {
      const comparisons = createComparisons({ ask: () => Promise.reject(fault) });
      const page = comparisons.begin('en', true);
      page.shown(long);
      assert.equal(await comparisons.complete(page, 'en'), false);
    });
});
