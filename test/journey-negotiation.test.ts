import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY } from '../src/base/time.ts';
import type { Text } from '../src/charter/texts/state.ts';
import { present } from '../src/charter/texts/texts.ts';
import { axeCheck } from './kit/axe.ts';
import { faultsOf, launch, screenshot } from './kit/browser.ts';
import { type DelegateAtWork, field, writeText } from './kit/delegate.ts';
import { foundConference } from './kit/founding.ts';
import { TWO_PAGES } from './kit/two-pages.ts';
import { startServer } from './kit/server.ts';

/**
 * Five organisations, each at a browser of its own, negotiate a text of two pages to unanimity: two points of friction are talked over and
 * bridged, one consent hangs on a clause that another would delete, and nothing is decided by whoever writes the revisions.
 */

const kit = await launch();
const server = await startServer();

const FOUNDING = {
  name: 'Conference of Mountain Rivers',
  abbreviation: 'CMR',
  slug: 'rivers',
  seat: 'Ohrid',
  founders: [
    { id: 'pelister', name: 'Пелистер', country: 'MK', delegate: 'Марија Стојановска', key: 'passkey' },
    { id: 'dasos', name: 'Δάσος και Νερό', country: 'GR', delegate: 'Νίκος Βλάχος', key: 'device' },
    { id: 'lumi', name: 'Lumi i Lirë', country: 'AL', delegate: 'Drita Hoxha', key: 'device' },
    { id: 'reka', name: 'Река Вардар', country: 'MK', delegate: 'Горан Илиев', key: 'device' },
    { id: 'sava', name: 'Udruga Zelena Sava', country: 'HR', delegate: 'Jasna Horvatić', key: 'device' },
  ],
} as const;

const DO = '/rivers/do';

/** Takes a position; what it is on stands in the address. */
const take = (
  delegate: DelegateAtWork,
  on: string,
  stand: string,
  { reason = '', condition }: { readonly reason?: string; readonly condition?: string } = {},
): Promise<number> =>
  delegate.make(`${DO}/positions.take?text=1&on=${on}`, async (form) => {
    await field(form, `stand-${on}`, stand).check();
    if (reason !== '') await field(form, `reason-${on}`).fill(reason);
    if (condition !== undefined) {
      await form
        .locator('summary')
        .filter({ hasText: /only if|condition/iu })
        .click();
      await field(form, `if-on-${on}-1`).selectOption(`clause:${condition}`);
      await field(form, `if-${on}-1`).selectOption('stays');
    }
  });

test('five organisations negotiate a text of two pages to unanimity', async (t) => {
  const everyone = await foundConference(kit, server, FOUNDING);
  const [pelister, dasos, lumi, reka, sava] = everyone;
  assert.ok(pelister && dasos && lumi && reka && sava);
  const conference = server.host.conference('rivers' as never);
  assert.ok(conference);
  const text = (): Text => conference.state().texts[0] ?? assert.fail('No text');
  const clause = (beginning: string): string =>
    present(text()).clauses.find(({ words }) => words.startsWith(beginning))?.id ?? assert.fail(beginning);

  await t.test('the text is tabled, and two clauses are objected to', async () => {
    await pelister.make(`${DO}/text.table`, async (form) => {
      await field(form, 'title').fill('On rivers that rise in the mountains we share');
      await writeText(form, TWO_PAGES);
    });
    await take(reka, `clause:${clause('Agree that no new')}`, 'object', {
      reason: 'Two villages were promised a small plant in 2019, and have sold their pasture for it.',
    });
    await take(lumi, `clause:${clause('Decide that every')}`, 'object', {
      reason: 'We cannot pay for gauges on forty streams.',
    });
  });

  await t.test('what stands between the text and unanimity is told', async () => {
    const read = (path: string): Promise<string> =>
      sava.page.goto(`/rivers/texts/1/${path}`).then(() => sava.page.locator('main').innerText());
    const friction = await read('points');
    for (const name of ['Река Вардар', 'Lumi i Lirë']) assert.ok(friction.includes(name), name);
    assert.match(await read(`points/${clause('Agree that no new')}`), /promised a small plant/u);
    const common = await read('common');
    assert.match(common, /2 clauses stand between the present text and unanimity/u);
    await axeCheck(sava.page);
  });

  await t.test('one consents on the condition that another clause stays', async () => {
    const fund = clause('Establish a common fund');
    await take(sava, `clause:${clause('Ask the municipalities')}`, 'accept', { condition: fund });
    await dasos.make(`${DO}/amendment.propose?text=1&clause=${fund}`, async (form) => {
      await field(form, 'what', 'delete').check();
      await field(form, 'reason').fill('A fund needs a bookkeeper, and we have none.');
    });
    await dasos.page.goto('/rivers/texts/1/amendments');
    const page = await sava.page.goto('/rivers/texts/1').then(() => sava.page.locator('main').innerText());
    assert.match(page, /only if/iu);
    // Whoever would delete the fund sees what hangs on it, and thinks better of it.
    await dasos.make(`${DO}/amendment.withdraw?text=1&amendment=1`);
    assert.equal(text().amendments[0]?.fate.kind, 'withdrawn');
  });

  await t.test('both points of friction are talked over and bridged', async () => {
    const plants = clause('Agree that no new');
    const gauges = clause('Decide that every');
    for (const [recorder, id, other] of [
      [pelister, plants, 'reka'],
      [dasos, gauges, 'lumi'],
    ] as const) {
      await recorder.make(`${DO}/consultation.record?text=1&clause=${id}`, async (form) => {
        await form.locator('[name="with"]').first().waitFor();
        for (const box of await form.locator('[name="with"]').all())
          if ([other, recorder === pelister ? 'pelister' : 'dasos'].includes((await box.getAttribute('value')) ?? ''))
            await box.check();
        await field(form, 'held').fill(new Date(server.clock.now() - DAY).toISOString().slice(0, 10));
        await field(form, 'tried').fill('We went through the clause word by word, and asked what would hurt.');
        await field(form, 'result').fill('There is a wording that both can live with; one of us will propose it.');
      });
    }
    await reka.make(`${DO}/amendment.propose?text=1&clause=${plants}`, async (form) => {
      const words = await field(form, 'words').inputValue();
      await field(form, 'words').fill(
        words.replace('no new plant', 'no new plant, other than those permitted before 2020,'),
      );
      await field(form, 'reason').fill('It keeps a promise that was made, and stops the next one.');
    });
    await lumi.make(`${DO}/amendment.propose?text=1&clause=${gauges}`, async (form) => {
      const words = await field(form, 'words').inputValue();
      await field(form, 'words').fill(words.replace('every stream', 'every larger stream'));
      await field(form, 'reason').fill('Forty gauges are beyond us. The larger streams tell most of it.');
    });
    // Said better by another: a sub-amendment.
    await sava.make(`${DO}/amendments.propose?text=1&to=3`, async (form) => {
      const words = await field(form, 'words').inputValue();
      await field(form, 'words').fill(
        words.replace('every larger stream', 'every stream that drives a plant or feeds a town'),
      );
      await field(form, 'reason').fill('“Larger” would be argued about for ever.');
    });
    for (const [number, mover] of [
      [2, reka],
      [4, sava],
    ] as const)
      for (const delegate of everyone) if (delegate !== mover) await take(delegate, `amendment:${number}`, 'accept');
    assert.deepEqual(
      text().amendments.map(({ fate }) => fate.kind),
      ['withdrawn', 'agreed', 'replaced', 'agreed'],
    );
  });

  await t.test('the revision takes in what was agreed, and nothing else', async () => {
    await pelister.page.goto(`${DO}/text.revise?text=1`);
    const words = await pelister.page.locator('[name="body"]').inputValue();
    assert.match(words, /other than those permitted before 2020/u);
    assert.match(words, /that drives a plant or feeds a town/u);
    await pelister.page.getByRole('button', { name: 'Read it over' }).click();
    await pelister.sign();
    assert.deepEqual(
      text().amendments.map(({ fate }) => fate.kind),
      ['withdrawn', 'taken-in', 'replaced', 'taken-in'],
    );
    await sava.page.goto('/rivers/texts/1/points');
    assert.doesNotMatch(await sava.page.locator('main').innerText(), /promised a small plant/u);
    await axeCheck(sava.page);
  });

  await t.test('all agree, and it is adopted unanimously', async () => {
    await pelister.make(`${DO}/decision.open?text=1`);
    for (const delegate of everyone) await take(delegate, 'whole', delegate === lumi ? 'accept' : 'support');
    assert.equal(text().stage, 'adopted');
    assert.equal(text().decision?.outcome?.result, 'unanimous');
    assert.deepEqual(text().decision?.outcome?.friction, []);
    const stranger = await kit.page({ baseURL: server.origin });
    await stranger.goto('/rivers/decisions/1');
    await stranger.getByText('feeds a town').waitFor();
    if (process.env['ISONOMIA_SHOTS'] !== undefined) await screenshot(stranger, 'negotiated');
  });

  for (const { page } of everyone) assert.deepEqual(faultsOf(page), []);
});
