import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { virtualAuthenticator } from './kit/authenticator.ts';
import { FOUNDING_STEPS, type FoundingStep } from '../src/web/members/founding-steps.ts';
import { messagesIn } from '../src/web/messages/index.ts';
import { axeCheck } from './kit/axe.ts';
import { NARROWEST, assertFits, faultsOf, launch } from './kit/browser.ts';
import { delegateAt } from './kit/delegate.ts';
import { type Founder, beginFounding, enter } from './kit/founding.ts';
import { keysOf, linksOn, stateOf } from './kit/person.ts';
import { startServer } from './kit/server.ts';

/** A conference is founded, and one of its links is lost: whoever founds passes the links on from a page that they find again, and makes a lost one anew. */

const kit = await launch();
const server = await startServer();

const ELENI = {
  id: 'diktyo',
  name: 'Δίκτυο Ποταμών',
  country: 'GR',
  delegate: 'Ελένη Μαυρίδου',
  key: 'passkey',
} as const;
const JASNA: Founder = {
  id: 'zelena-sava',
  name: 'Udruga Zelena Sava',
  country: 'HR',
  delegate: 'Jasna Horvatić',
  key: 'device',
};

/** Waits until a field that fills itself holds this. A function is asked again under the pages' own rules for scripts; words to evaluate would break them. */
const holds = async (page: Page, name: string, value: string): Promise<void> => {
  await page.waitForFunction(
    ([field, wanted]) => (document.querySelector(field ?? '') as PageControl | null)?.value === wanted,
    [`[name=${name}]`, value],
  );
};

test('two organisations found a conference in 12 clicks, each with one key', async () => {
  const page = await kit.page({ baseURL: server.origin });
  await virtualAuthenticator(page);
  let clicks = 0;
  const click = async (what: Locator): Promise<void> => {
    clicks += 1;
    await what.click();
  };
  const button = (on: Page, name: string | RegExp): Locator => on.getByRole('button', { name, exact: true });
  const type = (name: string, value: string): Promise<void> => page.locator(`[name=${name}]`).fill(value);

  await page.goto(`/found?token=${server.openFounding()}`);
  await type('name', 'Διάσκεψη Πηγών');
  await type('abbreviation', 'DP');
  await type('seat', 'Ιωάννινα');
  await click(button(page, 'Go on'));

  // Short names come from the names while these are typed; whoever could pass for another is told at once.
  await type('founder-1-name', ELENI.name);
  await type('founder-1-countryName', 'Ελλάδα');
  await page.locator('[name=founder-1-countryName]').blur();
  await holds(page, 'founder-1-id', 'diktyo-potamon');
  await type('founder-2-name', 'ΔΙΚΤΥΟ ΠΟΤΑΜΩΝ');
  await page.locator('[name=founder-2-name]').blur();
  await page.locator('#founder-2-name-live').getByText('called, or looks the same').waitFor();
  await type('founder-2-name', JASNA.name);
  await type('founder-2-countryName', 'Hrvatska');
  await page.locator('[name=founder-2-countryName]').blur();
  await holds(page, 'founder-2-id', 'udruga-zelena-sava');
  assert.equal(await page.locator('[data-live]').count(), 0);
  await click(button(page, 'Go on'));

  // The principles stand in the editor as they will be printed.
  await page.locator('.ProseMirror').getByText('Every participant has one voice').waitFor();
  await click(button(page, 'Go on'));

  await page.getByText('A decision stays open for at least 7 days.').waitFor();
  await click(button(page, 'Read it over'));
  await click(button(page, 'Make the key and sign'));
  await page.waitForURL('**/diaskepsi-pigon/receipt/0');
  const [link = ''] = await linksOn(page);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await click(button(page, 'Copy the link'));

  const other = await kit.page({ baseURL: server.origin });
  await virtualAuthenticator(other);
  await other.goto(link);
  await click(button(other, 'Go on with this key'));
  await click(button(other, 'Sign the charter'));
  await click(button(other, 'Sign with your passkey'));
  await other.waitForURL('**/receipt/*');
  await click(page.getByRole('link', { name: 'Go on' }));
  await click(button(page, 'Sign the charter'));
  await click(button(page, 'Sign with your passkey'));
  await page.waitForURL('**/receipt/*');
  assert.notEqual(stateOf(server, 'diaskepsi-pigon').founded, null);
  assert.equal(clicks, 12);
});

test('each step fits the narrowest screen, axe finds nothing, and the keyboard alone goes through them', async () => {
  const page = await kit.page({ baseURL: server.origin, width: NARROWEST, locale: 'el' });
  await page.goto(`/found?token=${server.openFounding()}`);
  const words = messagesIn('el').site.found;
  const typed: Readonly<Record<FoundingStep, Readonly<Record<string, string>>>> = {
    conference: { name: 'Κύκλος Πηγών', abbreviation: 'KP', seat: 'Ιωάννινα' },
    organisations: {
      'founder-1-name': 'Α Ομάδα',
      'founder-1-countryName': 'Ελλάδα',
      'founder-2-name': 'Grupa B',
      'founder-2-countryName': 'Hrvatska',
    },
    principles: { title: 'Καταστατικό του Κύκλου' },
    rules: {},
  };
  for (const step of FOUNDING_STEPS) {
    await page.getByRole('heading', { level: 1, name: words.step[step] }).waitFor();
    await assertFits(page);
    await axeCheck(page);
    for (const [name, value] of Object.entries(typed[step])) {
      await page.locator(`[name="${name}"]`).focus();
      await page.keyboard.insertText(value);
    }
    // Return in a field goes on; where there is none to type in, the button does.
    if (step === 'rules') await page.getByRole('button', { name: messagesIn('el').acts.review, exact: true }).focus();
    await page.keyboard.press('Enter');
  }
  const sign = page.getByRole('button', { name: messagesIn('el').acts.confirm.makeAndSign });
  await sign.waitFor();
  await assertFits(page);
  await axeCheck(page);
  await virtualAuthenticator(page);
  await sign.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/receipt/*');
});

test('a lost founder’s link is made anew, on a page that shows who has come in', async () => {
  const { page, links } = await beginFounding(kit, server, {
    name: 'Conference of River Basins',
    abbreviation: 'CRB',
    slug: 'rivers',
    seat: 'Niš',
    founders: [ELENI, JASNA],
  });
  const [lost = ''] = links;

  // The page keeps the link over a reload, to be copied or mailed.
  await page.goto('/rivers');
  await page.reload();
  const row = page.getByRole('main').getByRole('listitem').filter({ hasText: JASNA.name });
  await row.getByText('has not followed its link yet').waitFor();
  assert.equal(await row.locator('kept-link input').inputValue(), lost);
  await assertFits(page);
  const elsewhere = await kit.page({ baseURL: server.origin });
  await elsewhere.context().addCookies(await page.context().cookies());
  await elsewhere.goto('/rivers');
  await elsewhere.getByText('If it is lost, make another').waitFor();
  await axeCheck(elsewhere);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await row.getByRole('button', { name: 'Copy the link' }).click();
  await row.getByText('Copied.').waitFor();
  assert.equal(await page.evaluate('navigator.clipboard.readText()'), lost);
  const letter = (await row.getByRole('link', { name: 'Write a mail with it' }).getAttribute('href')) ?? '';
  assert.ok(letter.startsWith('mailto:?subject='));
  assert.ok(decodeURIComponent(letter).includes(lost));

  // A tab that has not made it says what to do.
  await page.evaluate('sessionStorage.clear()');
  await page.reload();
  await row.getByText('If it is lost, make another').waitFor();
  assert.equal(await row.locator('input').count(), 0);
  await row.getByRole('link', { name: 'Make another link of invitation' }).click();
  await page.getByRole('button', { name: 'Read it over' }).click();
  await delegateAt(page, 'passkey').sign();
  await page.getByRole('link', { name: 'Go on' }).click();
  const link = await row.locator('kept-link input').inputValue();
  assert.notEqual(link, lost);

  // The lost one leads nowhere; by the new one she comes in, and the page says so by itself.
  const astray = await kit.page({ baseURL: server.origin });
  await astray.goto(lost);
  await astray.getByText('This invitation has been used, or').waitFor();
  const jasna = await enter(kit, server, { founder: JASNA, link, slug: 'rivers' });
  await row.getByText('has entered, and has not signed yet').waitFor();
  assert.equal(await page.locator('kept-link, a[href*="invitation.renew"]').count(), 0);
  assert.deepEqual(keysOf(stateOf(server, 'rivers'), JASNA.id), ['1 device']);

  await jasna.make('/rivers/do/charter.sign');
  await row.getByText('✓ signed on').waitFor();
  await delegateAt(page, 'passkey').make('/rivers/do/charter.sign');
  assert.notEqual(stateOf(server, 'rivers').founded, null);
  assert.deepEqual(faultsOf(page), []);
});
