import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { axeCheck } from './kit/axe.ts';
import { LOOKS, assertFits, faultsOf, launch, lookAs } from './kit/browser.ts';
import { goTo } from './kit/go-to.ts';
import { createSampleScene } from './kit/sample.ts';

/** A member, an organisation from outside and a stranger look for the same by the keyboard, on a desk and on a phone: each finds what they may see. */

const kit = await launch();
const scene = await createSampleScene({ listen: true });
after(() => scene.close());

const GREEK = 'Το φράγμα της Φλώρινας κρύβει μια ρωγμή.';
const CYRILLIC = 'Пукнатината се шири: ѝ треба ѕид.';
/** What only members see, and how each of them may look for it. */
const HIDDEN = [
  'φράγμα Φλώρινας',
  'ΦΡΑΓΜΑ φλωρινασ',
  'fragma florinas',
  'пукнатината',
  'ПУКНАТИНАТА ширИ',
  'puknatinata',
];

const reader = async (locale: string, who: string | null): Promise<Page> => {
  const page = await kit.page({ baseURL: scene.origin, locale });
  page.setDefaultTimeout(20_000);
  if (who !== null) await page.context().addCookies([{ ...scene.cookie(await scene.signIn(who)), url: scene.origin }]);
  return page;
};

/** Looks for something from any page, with the keyboard alone. */
const look = async (page: Page, words: string): Promise<void> => {
  await goTo(page, '/sample/decisions');
  const field = page.getByRole('searchbox');
  for (let tabs = 0; !(await field.evaluate((one) => one === document.activeElement)); tabs += 1) {
    assert.ok(tabs < 12, 'the field is within twelve steps');
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/search?**');
  assert.equal(await page.getByRole('searchbox').inputValue(), words);
};

/** What leads to each find, with its words. */
const found = async (page: Page): Promise<readonly string[]> =>
  (await page.locator('.find').allInnerTexts()).map((text) => text.replaceAll(/\s+/gu, ' '));

/** The page as it stands, but for what was asked. */
const answered = async (page: Page, words: string): Promise<string> => {
  await goTo(page, `/sample/search?${new URLSearchParams({ q: words }).toString()}`);
  return (await page.locator('main').innerText()).replaceAll(words, '…');
};

const looked = async (page: Page): Promise<void> => {
  await axeCheck(page, () => lookAs(page, LOOKS.at(-1) ?? assert.fail()));
  await assertFits(page);
  await lookAs(page, LOOKS[0] ?? assert.fail());
};

test('each finds what they may see, in any script, and of the rest not even that it is there', async () => {
  const revision = scene.text(4).revisions.length;
  const debate = { text: 4, revision, on: { kind: 'whole' } as const, quote: null, language: null };
  await scene.act(['diktyo-potamon', 1], 'debate.open', { ...debate, words: GREEK });
  await scene.act(['reka-vardar', 1], 'debate.open', { ...debate, words: CYRILLIC });

  const member = await reader('el', 'zelena-sava');
  for (const words of HIDDEN) {
    await look(member, words);
    const finds = await found(member);
    assert.ok(
      finds.some((find) => find.includes('Φλώρινας') || find.includes('Пукнатината')),
      `${words}: ${finds.join(' | ')}`,
    );
  }
  await looked(member);
  await member.locator('.find a').first().focus();
  await member.keyboard.press('Enter');
  await member.waitForURL('**/texts/4/debate**');
  await member.getByText(CYRILLIC).waitFor();

  for (const [locale, who] of [
    ['el', 'drustvo-ob-savi'],
    ['en', null],
  ] as const) {
    const other = await reader(locale, who);
    const nothing = await answered(other, 'zzqzz');
    for (const words of HIDDEN) assert.equal(await answered(other, words), nothing, `${who ?? 'everyone'}: ${words}`);
    await look(other, 'ΔΙΚΤΥΟ ποταμών');
    assert.match((await found(other)).join('\n'), /Δίκτυο Ποταμών/u);
    await looked(other);
    assert.deepEqual(faultsOf(other), []);
  }
  assert.deepEqual(faultsOf(member), []);
});

test('on a phone the button in the head leads there', async () => {
  const page = await reader('el', 'zelena-sava');
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/sample/today');
  await page.getByRole('search').getByRole('button').click();
  await page.waitForURL('**/search?**');
  const field = page.getByRole('searchbox');
  await field.fill('Ήπειρος');
  await field.press('Enter');
  await page.locator('.find, .empty').first().waitFor();
  const first = await page.locator('.find, .empty').first().boundingBox();
  assert.ok(first !== null && first.y < 740);
  await goTo(page, '/sample/search?q=zzqzz');
  await page.locator('.empty').waitFor();
  await assertFits(page);
});
