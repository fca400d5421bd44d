import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { LANGUAGES } from '../src/web/messages/index.ts';
import { virtualAuthenticator } from './kit/authenticator.ts';
import { faultsOf, launch } from './kit/browser.ts';
import { goTo } from './kit/go-to.ts';
import { MOST_TABS } from './kit/reach.ts';
import { createSampleScene } from './kit/sample.ts';

/**
 * What delegates do most, with the keyboard alone on a phone's screen: to the receipt, and without JavaScript as far as the act that is to be signed elsewhere. What is counted stands in docs/DESIGN.md.
 * Positions on nine clauses are taken so in `journey-answers.test.ts`; two organisations found so in `journey-founding.test.ts` and `journey-ssh.test.ts`.
 */

const kit = await launch();
// Before its first assembly it has no group, and each participant may convene.
const scene = await createSampleScene({ listen: true, met: false });
after(() => scene.close());

const WHO = 'codrul-batran';

/** What Tab goes to, and what is done there: pressed, typed into, chosen among several by the arrows. */
type Step =
  | readonly [selector: string, does: 'press' | 'tick']
  | readonly [selector: string, does: 'type', words: string]
  | readonly [selector: string, does: 'choose', value: string];

interface Job {
  readonly name: string;
  readonly from: string;
  /** To the button that shows what is to be signed. */
  readonly steps: readonly Step[];
  /** To the receipt: everything pressed, chosen or ticked, with the key. Typing and Tab are not counted. */
  readonly clicks: number;
}

const JOBS: readonly Job[] = [
  {
    name: 'amend a clause',
    from: '/sample/texts/4',
    steps: [
      ['a[href$="propose?text=4&clause=keep"]', 'press'],
      ['[name=words]', 'type', 'From its springs on. '],
      ['[name=reason]', 'type', 'Springs are a part of it.'],
    ],
    clicks: 3,
  },
  {
    name: 'object to a clause',
    from: '/sample/texts/4',
    steps: [
      [`#c-keep details:has([name^=stand]) > summary`, 'press'],
      [`[name="stand-clause:keep"]`, 'choose', 'object'],
      ['[name="reason-clause:keep"]', 'type', 'It forgets the lakes.'],
    ],
    clicks: 4,
  },
  {
    name: 'sign in part',
    from: '/sample/texts/3',
    steps: [
      ['a[href$="text.sign?text=3"]', 'press'],
      ['[name=scope]', 'choose', 'some'],
      ['[name=clauses][value=leaks]', 'tick'],
    ],
    clicks: 5,
  },
  {
    name: 'observe',
    from: '/sample/texts/4',
    steps: [
      ['a[href$="observation.make?text=4"]', 'press'],
      ['[name=words]', 'type', 'We read it so that lakes are meant too.'],
    ],
    clicks: 3,
  },
  {
    name: 'write a letter',
    from: '/sample/letters',
    steps: [
      ['a[href*="letter.send"]', 'press'],
      ['[name=subject]', 'type', 'The forest above the springs'],
      ['[name=words]', 'type', 'Please come and look at it with us.'],
    ],
    clicks: 3,
  },
  {
    name: 'convene an assembly',
    from: '/sample/meetings',
    steps: [
      ['a[href$="meeting.convene"]', 'press'],
      ['[name=place]', 'type', 'Sibiu'],
    ],
    clicks: 3,
  },
];

/** The button of a form that shows what is to be signed: beside a position or at the form’s end. */
const REVIEW = '.taking > button, main form[action*="/do/"] button:not([name], [type=button], .visually-hidden)';

/** From the last that is filled in to that button; a text that is signed in part is all ticked through. */
const MOST_AFTER = 26;

/** More than any of these pages has to come past. */
const MOST = 100;

const isAt = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((what) => document.activeElement?.matches(what) === true, selector);

/** Presses a key until the focus is on what is looked for. */
const until = async (page: Page, key: 'Tab' | 'ArrowDown', selector: string): Promise<number> => {
  for (let times = 0; times < MOST; times += 1) {
    if (await isAt(page, selector)) return times;
    await page.keyboard.press(key);
  }
  return assert.fail(`${key} does not come to ${selector} on ${page.url()}`);
};

/** Presses what has the focus; where that leads to another page, that one is there when this is done. */
const press = async (page: Page): Promise<void> => {
  const isFold = await isAt(page, 'summary');
  const loaded = isFold ? null : page.waitForEvent('load');
  await page.keyboard.press('Enter');
  await loaded;
};

/** Does it by keys as far as the page before signing, and gives how much was pressed, chosen and ticked. */
const prepare = async (page: Page, { from, steps }: Job): Promise<number> => {
  await goTo(page, from);
  let clicks = 0;
  for (const [selector, does, words = ''] of [...steps, [REVIEW, 'press'] as const]) {
    const tabs = await until(page, 'Tab', selector);
    if (selector === REVIEW) assert.ok(tabs <= MOST_AFTER, `${tabs} times Tab from the last field to the button`);
    if (does !== 'type') clicks += 1;
    if (does === 'press') await press(page);
    else if (does === 'tick') await page.keyboard.press('Space');
    else if (does === 'choose') await until(page, 'ArrowDown', `${selector}[value="${words}"]`);
    else await page.keyboard.type(words);
  }
  return clicks;
};

test('without JavaScript, to the act that is to be signed elsewhere', async (t) => {
  const page = await kit.page({ baseURL: scene.origin, width: 360, script: false });
  await page.context().addCookies([{ ...scene.cookie(await scene.signIn(WHO)), url: scene.origin }]);
  for (const job of JOBS)
    await t.test(job.name, async () => {
      assert.equal((await prepare(page, job)) + 1, job.clicks);
      assert.ok(await page.getByText('Save the act as act.json').first().isVisible());
    });
});

test('with the keyboard alone, to the receipt', async (t) => {
  const page = await kit.page({ baseURL: scene.origin, width: 360 });
  await virtualAuthenticator(page);
  await page.goto('/sample/take-a-place');
  await page.locator(`[value="${WHO}/1"]`).check();
  await page.locator('[name=use][value=passkey]').check();
  await page.getByRole('button', { name: 'Take this place' }).click();
  await page.waitForURL('**/sample/today');
  for (const job of JOBS)
    await t.test(job.name, async () => {
      const clicks = await prepare(page, job);
      await page.keyboard.press('Tab');
      assert.ok(await isAt(page, '.skip'), 'The page before signing is not read from its beginning');
      await page.keyboard.press('Enter');
      assert.ok((await until(page, 'Tab', 'sign-act button')) <= MOST_TABS);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/receipt/*');
      assert.equal(clicks + 1, job.clicks);
    });
  assert.deepEqual(faultsOf(page), []);
});

test('in no language does a row of the menu run past the edge of a phone', async () => {
  const cookie = { ...scene.cookie(await scene.signIn(WHO)), url: scene.origin };
  for (const locale of LANGUAGES) {
    const page = await kit.page({ baseURL: scene.origin, width: 360, locale });
    await page.context().addCookies([cookie]);
    for (const path of ['/sample/texts', '/sample/participants']) {
      await page.goto(path);
      const past = await page.evaluate(() =>
        [...document.querySelectorAll('.masthead nav a, .within a')]
          .filter((link) => link.getBoundingClientRect().right > document.documentElement.clientWidth)
          .map((link) => link.textContent),
      );
      assert.deepEqual(past, [], `${locale} ${path}`);
    }
  }
});
