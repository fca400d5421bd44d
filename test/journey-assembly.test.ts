import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { DAY, HOUR, MINUTE } from '../src/base/time.ts';
import type { ActKind } from '../src/charter/acts.ts';
import type { Meeting } from '../src/charter/meetings/state.ts';
import { goTo } from './kit/go-to.ts';
import { faultsOf, launch, screenshot } from './kit/browser.ts';
import { type DelegateAtWork, field } from './kit/delegate.ts';
import { foundConference } from './kit/founding.ts';
import { stateOf } from './kit/person.ts';
import { startServer } from './kit/server.ts';

/**
 * Eight organisations, each at a browser of its own, hold an assembly: from the invitation to the approved summary record, with a change of the rules that the very next
 * decision is judged by, and an election after which a member resigns and a substitute steps in.
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
    { id: 'iskar', name: 'Сдружение Искър', country: 'BG', delegate: 'Елена Петрова', key: 'device' },
    { id: 'meric', name: 'Meriç Dostları', country: 'TR', delegate: 'Ayşe Demir', key: 'device' },
    { id: 'drina', name: 'Савез Дрина', country: 'RS', delegate: 'Милош Јовић', key: 'device' },
  ],
} as const;

const DO = '/rivers/do';

const state = () => stateOf(server, 'rivers');
const meeting = (): Meeting => state().meetings[0] ?? assert.fail('No meeting');

const shoot = async (page: Page, path: string, name: string): Promise<void> => {
  if (process.env['ISONOMIA_SHOTS'] === undefined) return;
  await page.goto(path);
  await screenshot(page, name);
};

test('eight organisations hold an assembly', async (t) => {
  const everyone = await foundConference(kit, server, FOUNDING);
  const [pelister, dasos, lumi, reka, sava] = everyone;
  assert.ok(pelister && dasos && lumi && reka && sava);
  const chair = lumi;

  const inRoom = (who: DelegateAtWork, kind: ActKind, query = ''): Promise<number> =>
    who.make(`${DO}/${kind}?meeting=1${query}`);
  const signInAgain = async ({ page }: DelegateAtWork): Promise<void> => {
    await goTo(page, '/rivers/sign-in');
    await page.locator(page === pelister.page ? 'button[data-part=passkey]' : '[data-part=device] button').click();
    await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
  };
  /** Time passes while nobody is at a page: one that is open would reload when the session ends with the days. */
  const daysLater = async (ms: number): Promise<void> => {
    for (const { page } of everyone) await page.goto('about:blank');
    server.clock.forward(ms);
  };
  /** The chair asks the room, the time to object passes, and the chair closes the call. */
  const ask = async (query: string, fill?: Parameters<DelegateAtWork['make']>[1]): Promise<void> => {
    await chair.make(`${DO}/call.open?meeting=1&${query}`, fill);
    server.clock.forward(2 * MINUTE);
    await inRoom(chair, 'call.close', `&call=${meeting().calls.length}`);
  };

  await t.test('are invited, say that they come, and name their delegates', async () => {
    await chair.make(`${DO}/text.table?kind=charter`, async (form) => {
      await field(form, 'title').fill('Charter, with a full room');
      await field(form, 'quorumPercent').fill('100');
    });
    await chair.make(`${DO}/meeting.convene`, (form) => field(form, 'place').fill('Ohrid, the school by the lake'));
    const [, second] = everyone;
    await second?.make(`${DO}/meeting.second?meeting=1`);
    for (const each of everyone) {
      await each.make(`${DO}/meeting.reply?meeting=1`, (form) => field(form, 'reply', 'coming').check());
      await each.make(`${DO}/meeting.credentials?meeting=1`);
    }
    await chair.make(`${DO}/agenda.propose?meeting=1`, async (form) => {
      await field(form, 'title').fill('The rules');
      await field(form, 'texts', '1').check();
    });
    await dasos.make(`${DO}/agenda.propose?meeting=1`, (form) => field(form, 'title').fill('The coordinating group'));
    assert.equal(meeting().credentials.size, everyone.length);
    await shoot(chair.page, '/rivers/meetings/1', 'assembly-notice');
    await shoot(chair.page, '/rivers/meetings/1/attendance', 'assembly-attendance');
    await shoot(chair.page, '/rivers/meetings', 'assembly-list');
  });

  await t.test('open the sitting and adopt the agenda', async () => {
    await daysLater((meeting().notices[0]?.starts ?? assert.fail()) - server.clock.now() - MINUTE);
    for (const each of everyone) await signInAgain(each);
    await inRoom(chair, 'sitting.open');
    for (const each of everyone) if (each !== chair) await inRoom(each, 'sitting.arrive', '&present=yes');
    assert.equal(meeting().present.size, everyone.length);
    await ask('question=agenda');
    assert.deepEqual(meeting().agenda?.items, [1, 2]);
  });

  await t.test('change their rules, which the next decision is judged by', async () => {
    await inRoom(chair, 'sitting.item', '&item=1');
    await chair.make(`${DO}/decision.open?text=1&meeting=1`);
    assert.equal(state().texts[0]?.decision?.meeting, 1);
    for (const each of everyone)
      await each.make(`${DO}/positions.take?text=1&on=whole`, (form) => field(form, 'stand-whole', 'support').check());
    assert.equal(state().texts[0]?.decision?.outcome?.result, 'unanimous');
    assert.deepEqual([state().charter?.number, state().charter?.charter.rules.meetings?.quorumPercent], [2, 100]);

    // Seven of eight were a quorum under the rules before; under the new ones they are none.
    await inRoom(sava, 'sitting.arrive', '&present=no');
    const words = (form: Parameters<NonNullable<Parameters<DelegateAtWork['make']>[1]>>[0]) =>
      field(form, 'words').fill('We meet in Bitola next year.');
    await ask('question=words', words);
    assert.equal(meeting().calls.at(-1)?.outcome?.result, 'no-quorum');
    await inRoom(sava, 'sitting.arrive', '&present=yes');
    await ask('question=words', words);
    assert.equal(meeting().calls.at(-1)?.outcome?.result, 'consensus');
  });

  await t.test('elect their coordinating group', async () => {
    await inRoom(chair, 'sitting.item', '&item=2');
    await dasos.make(`${DO}/speech.request?meeting=1`);
    await inRoom(chair, 'speech.call', '&speech=1');
    await ask('question=election', async (form) => {
      for (const [name, id] of Object.entries({
        'member-1': 'pelister',
        'member-2': 'dasos',
        'member-3': 'lumi',
        'substitute-1': 'sava',
        'substitute-2': 'iskar',
      }))
        await field(form, name).selectOption(id);
    });
    assert.deepEqual(state().group?.members, ['pelister', 'dasos', 'lumi']);
    await shoot(chair.page, '/rivers/meetings/1/sitting', 'assembly-desk');
    await chair.make(`${DO}/sitting.close?meeting=1`, (form) => field(form, 'how', 'end').check());
    assert.equal(meeting().stage, 'closed');
  });

  await t.test('agree on the summary record', async () => {
    await chair.make(`${DO}/summary.circulate?meeting=1`);
    const first = meeting().summary?.versions[0] ?? assert.fail('Nothing was circulated');
    const told = first.clauses.map(({ words }) => words).join('\n');
    for (const name of ['The rules', 'The coordinating group', 'Δάσος και Νερό', 'We meet in Bitola next year.'])
      assert.ok(told.includes(name), `The draft tells of ${name}`);
    const clause = first.clauses.find(({ words }) => words.includes('We meet in Bitola')) ?? assert.fail();
    await reka.make(`${DO}/summary.correct?meeting=1&clause=${clause.id}`, async (form) => {
      await field(form, 'words').fill(`${clause.words} The date is still open.`);
      await field(form, 'reason').fill('We said so before we agreed.');
    });
    await shoot(chair.page, '/rivers/meetings/1/summary', 'assembly-summary');
    await chair.page.goto(`${DO}/summary.circulate?meeting=1`);
    await chair.page.locator('button[name=step][value=take-1]').click();
    await chair.page.getByRole('button', { name: 'Read it over' }).click();
    await chair.sign();
    assert.equal(meeting().summary?.corrections[0]?.fate.kind, 'taken-in');
    await daysLater(30 * DAY + HOUR);
    await signInAgain(chair);
    await chair.page.goto('/rivers/meetings/1/summary');
    await chair.page
      .getByText(/approved/iu)
      .first()
      .waitFor();
    assert.notEqual(meeting().summary?.approved ?? null, null);
  });

  await t.test('see a substitute step in when a member resigns', async () => {
    for (const each of [dasos, sava]) await signInAgain(each);
    await dasos.make(`${DO}/group.resign`);
    assert.deepEqual(state().group?.members, ['pelister', 'sava', 'lumi']);
    assert.deepEqual(state().group?.substitutes, ['iskar']);
    await sava.page.goto('/rivers/group');
    await sava.page.getByText('Udruga Zelena Sava').first().waitFor();
    await shoot(sava.page, '/rivers/group', 'assembly-group');
  });

  for (const { page } of everyone) assert.deepEqual(faultsOf(page), []);
});
