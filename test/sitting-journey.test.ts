import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { MINUTE } from '../src/base/time.ts';
import type { Meeting } from '../src/charter/meetings/state.ts';
import { goTo } from './kit/go-to.ts';
import { axeCheck } from './kit/axe.ts';
import { assertFits, faultsOf, launch, screenshot } from './kit/browser.ts';
import { field, writeText } from './kit/delegate.ts';
import { foundConference } from './kit/founding.ts';
import { stateOf } from './kit/person.ts';
import { startServer } from './kit/server.ts';
import { TWO_PAGES } from './kit/two-pages.ts';

/** A sitting in real browsers: the chair at a desk, a delegate at a phone, who also loses the connection for a while. */

const kit = await launch();
const server = await startServer();
const DO = '/rivers/do';
const SHOTS = process.env['ISONOMIA_SHOTS'] !== undefined;

const meeting = (): Meeting => stateOf(server, 'rivers').meetings[0] ?? assert.fail('No meeting');

const shoot = async (page: Page, name: string): Promise<void> => {
  if (SHOTS) await screenshot(page, name);
};

const signInAgain = async (page: Page): Promise<void> => {
  await goTo(page, '/rivers/sign-in');
  await page.locator('[data-part=device] button').click();
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
};

/** Waits until the record says so. */
const until = async (what: string, holds: () => boolean): Promise<void> => {
  const end = Date.now() + 15_000;
  while (!holds()) {
    if (Date.now() > end) assert.fail(what);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

/** What a screen reader was given to say, in its order. */
const heard = async (page: Page): Promise<readonly string[]> =>
  page.locator('live-page [role=log] p').allTextContents();

test('a chair at a desk and a delegate at a phone hold a sitting', async (t) => {
  const [founder, chair, delegate] = await foundConference(kit, server, {
    name: 'Conference of Mountain Rivers',
    abbreviation: 'CMR',
    slug: 'rivers',
    seat: 'Ohrid',
    founders: [
      { id: 'pelister', name: 'Пелистер', country: 'MK', delegate: 'Марија Стојановска', key: 'passkey' },
      { id: 'lumi', name: 'Lumi i Lirë', country: 'AL', delegate: 'Drita Hoxha', key: 'device' },
      { id: 'dasos', name: 'Δάσος και Νερό', country: 'GR', delegate: 'Νίκος Βλάχος', key: 'device' },
    ],
  });
  assert.ok(founder && chair && delegate);
  const desk = chair.page;
  const phone = delegate.page;
  await phone.setViewportSize({ width: 360, height: 780 });
  // What a node serves at a venue without internet is all there is.
  const elsewhere: string[] = [];
  for (const page of [desk, phone])
    page.on('request', (request) => {
      if (!/^(?:blob|data):/u.test(request.url()) && new URL(request.url()).origin !== server.origin)
        elsewhere.push(request.url());
    });

  await t.test('what comes before: a meeting, its items, who comes', async () => {
    await chair.make(`${DO}/text.table`, async (form) => {
      await field(form, 'title').fill('On rivers that rise in the mountains we share');
      await writeText(form, TWO_PAGES);
    });
    await chair.make(`${DO}/meeting.convene`, async (form) => {
      await field(form, 'place').fill('Ohrid, the school by the lake');
      await field(form, 'public', 'yes').check();
    });
    await delegate.make(`${DO}/meeting.second?meeting=1`);
    for (const each of [chair, delegate]) await each.make(`${DO}/meeting.credentials?meeting=1`);
    await chair.make(`${DO}/agenda.propose?meeting=1`, async (form) => {
      await field(form, 'title').fill('Water that is measured together');
      await field(form, 'texts', '1').check();
    });
    await delegate.make(`${DO}/agenda.propose?meeting=1`, (form) =>
      field(form, 'title').fill('Forests above the springs'),
    );
    const starts = meeting().notices[0]?.starts ?? assert.fail('No notice');
    // Nobody is at a page meanwhile: one that is open would reload when its session ends with the days.
    for (const page of [desk, phone]) await page.goto('about:blank');
    server.clock.forward(starts - server.clock.now() - MINUTE);
    // What was signed in before has ended long ago.
    for (const page of [desk, phone]) await signInAgain(page);
  });

  await t.test('the chair opens the sitting, the delegate comes in', async () => {
    await phone.goto('/rivers/meetings/1/follow');
    await phone.locator('main').getByText('The sitting has not begun.').waitFor();
    await shoot(phone, 'sitting-before');
    await desk.goto('/rivers/meetings/1/sitting');
    await desk.getByRole('button', { name: 'Open the sitting' }).click();
    await desk.locator('main').getByText('You have the chair').waitFor();
    await phone.getByRole('button', { name: 'Come in' }).click();
    await desk.locator('main').getByText('2 organisations are in the room').waitFor();
    await phone.locator('main').getByText('Your organisation is in the room.').waitFor();
  });

  await t.test('the agenda is adopted by consensus', async () => {
    await desk.getByRole('button', { name: 'Call for consensus on this agenda' }).click();
    await phone.locator('summary', { hasText: 'We agree' }).click();
    await phone.locator('main').getByText('On the record for good: Δάσος και Νερό: We agree').waitFor();
    await phone.getByRole('button', { name: 'Sign: we agree' }).click();
    await desk.locator('main').getByText('1 of 2 have answered').waitFor();
    // Not everyone has answered, and the time for it is not over.
    await desk.getByRole('button', { name: 'Close the call' }).click();
    await desk.locator('main').getByText('Refused under article 6.1').waitFor();
    // Whoever was refused goes on following the room.
    await phone.getByRole('button', { name: 'Leave the room' }).click();
    await desk.locator('main').getByText('1 organisation is in the room').waitFor();
    await phone.getByRole('button', { name: 'Come in' }).click();
    await desk.locator('main').getByText('2 organisations are in the room').waitFor();
    assert.equal(await desk.locator('main').getByText('Refused under article 6.1').count(), 1);
    assert.equal(meeting().agenda, null);
    server.clock.forward(2 * 60_000);
    await desk.getByRole('button', { name: 'Close the call' }).click();
    await desk.getByRole('button', { name: 'Take up the next: Water' }).click();
    await until('The first item is taken up', () => meeting().item === 1);
    assert.deepEqual(meeting().agenda?.items, [1, 2]);
    await phone.locator('main').getByText('1. Water that is measured together').first().waitFor();
    const item = 'Under discussion: 1. Water that is measured together';
    await phone.locator('live-page [role=log] p', { hasText: item }).waitFor({ state: 'attached' });
    const spoken = await heard(phone);
    assert.ok(spoken.indexOf('In the chair: Lumi i Lirë') < spoken.indexOf(item), spoken.join(' | '));
    assert.ok(
      spoken.some((words) => /^Calls so far: .*: Consensus$/u.test(words)),
      spoken.join(' | '),
    );
    assert.ok((await heard(desk)).includes('Call for consensus 1: 1 of 2 have answered'));
  });

  await t.test('the delegate asks for the floor, speaks, and others show cards', async () => {
    await phone.getByRole('button', { name: 'Ask for the floor' }).click();
    await phone.locator('main').getByText('You are next.').waitFor();
    await desk.getByRole('button', { name: 'Give the floor to Δάσος και Νερό' }).click();
    await phone.locator('main').getByText('You have the floor.').waitFor();
    const spoken = (await heard(phone)).slice(-2);
    assert.deepEqual(spoken, ['You are next.', 'Speaking: Δάσος και Νερό']);
    await phone.locator('room-clock').filter({ hasText: /left/u }).waitFor();
    await phone.getByRole('button', { name: 'We are warm to it' }).click();
    await phone.locator('button[aria-pressed=true]', { hasText: 'We are warm to it' }).waitFor();
    await desk.locator('main').getByText('1 organisation shows a card').waitFor();
    await phone.getByRole('button', { name: 'Point of order' }).click();
    await desk.locator('.speakers li', { hasText: 'point of order' }).waitFor();
    await axeCheck(phone);
    await axeCheck(desk);
    await shoot(phone, 'sitting-follow');
    await shoot(desk, 'sitting-desk');
    await phone.getByRole('button', { name: 'End our speech' }).click();
    await until('The speech has ended', () => meeting().speeches[0]?.ended !== null);
  });

  await t.test('an objection is heard, and the next call is closed with consensus', async () => {
    await ask('We measure every spring.');
    await phone.locator('summary', { hasText: 'We object' }).click();
    await phone.getByRole('button', { name: 'Sign: we object' }).click();
    await phone.locator('main').getByText('Refused under article 6.2').waitFor();
    await phone.getByLabel('Why (needed)').fill('We cannot pay for so many gauges.');
    await shoot(phone, 'sitting-object');
    await phone.getByRole('button', { name: 'Sign: we object' }).click();
    await desk.locator('main').getByText('We cannot pay for so many gauges.').waitFor();
    await axeCheck(desk);
    await shoot(desk, 'sitting-call');
    await phone.locator('room-act > [role=status]', { hasText: 'It is on the record.' }).waitFor();
    // A refusal stands in a region that speaks, and is none itself: it would be said twice.
    assert.equal(await phone.locator('[role=status] [role=alert]').count(), 0);
    assert.ok((await heard(phone)).includes('Call for consensus 2: We measure every spring.'));
    await close('not-agreed');
    await phone
      .locator('live-page [role=log] p', { hasText: 'every spring.: No consensus' })
      .waitFor({ state: 'attached' });
    await ask('We measure the springs that have a gauge.');
    await phone.locator('summary', { hasText: 'We agree' }).click();
    await phone.getByRole('button', { name: 'Sign: we agree' }).click();
    await until('It is answered', () => meeting().calls.at(-1)?.answers.size === 1);
    await close('consensus');
  });

  await t.test('what is pressed without a connection is sent in order when it is back, and once', async () => {
    const { size } = stateOf(server, 'rivers');
    await phone.context().setOffline(true);
    await phone.getByText('No connection since').waitFor();
    await phone.getByRole('button', { name: 'Ask for the floor' }).click();
    await phone.getByRole('button', { name: 'We are cool to it' }).click();
    const tray = phone.getByRole('region', { name: 'Waiting for the connection' });
    await tray.getByText('We are cool to it').waitFor();
    await phone.getByRole('button', { name: 'Time to move on' }).click();
    await tray
      .getByRole('listitem')
      .filter({ hasText: 'Time to move on' })
      .getByRole('button', { name: 'Drop it' })
      .click();
    assert.equal(await tray.getByRole('listitem').count(), 2);
    assert.equal(stateOf(server, 'rivers').size, size);
    if (SHOTS) await phone.screenshot({ path: 'tmp/shots/sitting-offline-view.png' });
    await phone.context().setOffline(false);
    await tray.waitFor({ state: 'hidden' });
    await phone.locator('button[aria-pressed=true]', { hasText: 'We are cool to it' }).waitFor();
    await phone.getByText('No connection since').waitFor({ state: 'hidden' });
    assert.equal(stateOf(server, 'rivers').size, size + 2);
    assert.equal(meeting().speeches.at(-1)?.by, 'dasos');
    assert.equal(meeting().cards.get('dasos' as never), 'cool');
  });

  await t.test('an act that arrived though its answer was lost counts once', async () => {
    const { size } = stateOf(server, 'rivers');
    await phone.route(
      '**/acts',
      async (route) => {
        await route.fetch({ maxRedirects: 0 });
        await route.abort();
      },
      { times: 1 },
    );
    await phone.getByRole('button', { name: 'Take the request back' }).click();
    await phone.getByRole('button', { name: 'Ask for the floor' }).waitFor();
    await phone.waitForFunction(() => sessionStorage.getItem('isonomia-outbox rivers dasos/1') === '[]');
    assert.equal(await phone.locator('main .problem').count(), 0);
    assert.equal(stateOf(server, 'rivers').size, size + 1);
  });

  await t.test('the room reads it from afar, in Greek too, and it fits a small phone', async () => {
    await desk.goto('/rivers/meetings/1/projector');
    await desk.locator('main').getByText('Water').first().waitFor();
    assert.equal(await desk.locator('main button').count(), 0);
    await axeCheck(desk);
    if (SHOTS) await screenshot(desk, 'sitting-projector', [{ width: 1920, scheme: 'light' }]);
    await assertFits(phone);
    await phone.goto('/rivers/meetings/1/follow?lang=el');
    await phone.getByRole('heading', { name: 'Υπό συζήτηση' }).waitFor();
    await shoot(phone, 'sitting-greek');
    await assertFits(phone);
  });

  await t.test('the meeting is ended', async () => {
    const index = await chair.make('/rivers/do/sitting.close?meeting=1', async (form) => {
      await field(form, 'how', 'end').check();
    });
    assert.ok(index > 0);
    assert.equal(meeting().stage, 'closed');
    await phone.locator('main').getByText('Η συνάντηση έληξε.').waitFor();
  });

  assert.deepEqual(elsewhere, []);
  assert.deepEqual(
    faultsOf(desk).filter((fault) => !fault.includes('422')),
    [],
  );

  /** The chair asks the room something in words. */
  async function ask(words: string): Promise<void> {
    await chair?.make('/rivers/do/call.open?meeting=1&question=words', (form) => field(form, 'words').fill(words));
    await desk.goto('/rivers/meetings/1/sitting');
    await phone.locator('main').getByText(words).first().waitFor();
  }

  async function close(result: string): Promise<void> {
    server.clock.forward(2 * 60_000);
    await desk.getByRole('button', { name: 'Close the call' }).click();
    await until(result, () => meeting().calls.at(-1)?.outcome?.result === result);
  }
});
