import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import * as content from '../sample/content/index.ts';
import { actIn, createForms, wordsIn } from './kit/forms.ts';
import { createSampleScene } from './kit/sample.ts';

/** What participants mean to pay, and what they find in each other's books, without script. */

const scene = await createSampleScene();
after(scene.close);
const { ask, send } = createForms(scene);

const page = async (path: string, organisation: string | null = 'zelena-sava', status = 200): Promise<string> => {
  const headers = organisation === null ? {} : await scene.headers(organisation);
  const response = await scene.ask(`/sample${path}`, { headers });
  assert.equal(response.status, status, path);
  return response.text();
};

const numberOf = (name: keyof typeof content.ACCOUNTS): number => Object.keys(content.ACCOUNTS).indexOf(name) + 1;

describe('what participants mean to pay', () => {
  it('stands in the usual order of participants, whatever each means to pay, and says nothing of what came', async () => {
    const html = await page('/means/pledges');
    const named = [...html.matchAll(/<span class="what block"[^>]*>(?:<[^>]+>)*([^<]+)</gu)].map(([, name]) => name);
    const order = scene.conference
      .state()
      .participants.map((id) => scene.conference.state().organisations.get(id)?.name);
    assert.equal(named.length, 3);
    assert.deepEqual(
      named,
      order.filter((name) => named.includes(name)),
    );
    assert.match(wordsIn(html), /200\.00 EUR a year .* 12\.00 EUR a month of General means/u);
    assert.doesNotMatch(wordsIn(html), /\b(?:late|due|arrears|overdue|paid so far)\b/u);
    await page('/means/pledges', null, 401);
  });

  it('is said, said anew and taken back by each of its own alone', async () => {
    const typed = { amount: '150,00', currency: 'eur', every: 'month', fund: numberOf('flood'), until: '', pledge: '' };
    const shown = await send('moravski-krug', 'pledge.make', typed);
    assert.match(wordsIn(shown), /means to pay: 150\.00 EUR a month of After the flood/u);
    await scene.act(['moravski-krug', 1], 'pledge.make', actIn(shown).body as never);
    const number = scene.conference.state().means.pledges.length;
    const own = await page('/means/pledges', 'moravski-krug');
    assert.ok(own.includes(`do/pledge.withdraw?pledge=${number}`));
    assert.ok(!(await page('/means/pledges')).includes(`do/pledge.withdraw?pledge=${number}`));
    assert.equal((await ask('zelena-sava', `pledge.withdraw?pledge=${number}`)).status, 404);
    const again = await (await ask('moravski-krug', `pledge.make?pledge=${number}`)).text();
    assert.match(again, /name="amount"[^>]*value="150\.00"|value="150\.00"[^>]*name="amount"/u);
    assert.match(wordsIn(await send('moravski-krug', 'pledge.make', { ...typed, currency: 'XXX' }, 422)), /currency/u);
    const back = await send('moravski-krug', 'pledge.withdraw', { pledge: number });
    await scene.act(['moravski-krug', 1], 'pledge.withdraw', actIn(back).body as never);
    assert.doesNotMatch(wordsIn(await page('/means/pledges')), /150\.00 EUR a month/u);
  });

  it('and what others found in the books is told by period', async () => {
    const list = wordsIn(await page('/means/periods'));
    assert.match(list, /Looked over by two or more .*|One has looked it over/u);
    const one = await page('/means/periods/1');
    assert.match(
      wordsIn(one),
      /In order · Udruga Zelena Sava.*In order, with remarks · Δάσος και Νερό.*typed off by hand/u,
    );
    assert.match(await page('/means/periods/1', 'moravski-krug'), /do\/period\.audit\?period=1/u);
    assert.doesNotMatch(await page('/means/periods/1', 'pro-delta'), /do\/period\.audit/u);
    await page('/means/periods/9', 'zelena-sava', 404);
    const refused = await send('pro-delta', 'period.audit', { period: 1, result: 'in-order', words: '' }, 422);
    assert.match(wordsIn(refused), /Your organisation kept the books in this period/u);
  });
});

describe('an expense', () => {
  it('is read by every participant with its receipt, and by nobody outside', async () => {
    const words = wordsIn(await page('/means/expenses'));
    assert.match(
      words,
      /Turkish edition of the flood leaflet.* 69\.00 EUR to Nehir Derneği Waits to be paid leaflet\.txt/u,
    );
    assert.match(words, /Count sheets for the day at the gauges.* 36\.40 EUR to Моравски круг Paid copies\.txt/u);
    await page('/means/expenses', null, 401);
    const hash = scene.conference.state().means.expenses[0]?.receipts[0]?.hash;
    assert.match(await page(`/files/${hash}`), /Copy shop at the market/u);
    const outside = await scene.ask(`/sample/files/${hash}`, {});
    assert.ok(outside.status === 401 || outside.status === 404);
  });

  it('is proposed with what it is for, and paid by whoever keeps the books, no more than was asked', async () => {
    const typed = {
      words: 'Boat hire',
      amount: '80,00',
      currency: 'EUR',
      fund: '',
      giver: 'OUTSIDE',
      outsideName: 'Boathouse',
    };
    const shown = await send('zelena-sava', 'expense.propose', typed);
    assert.match(wordsIn(shown), /Boat hire : 80\.00 EUR, to Boathouse/u);
    await scene.act(['zelena-sava', 1], 'expense.propose', actIn(shown).body as never);
    const number = scene.conference.state().means.expenses.length;
    const list = await page('/means/expenses', 'pro-delta');
    const [, query = ''] = new RegExp(`do/transaction\\.record\\?([^"]*pays=${number}[^"]*)"`, 'u').exec(list) ?? [];
    const form = await (await ask('pro-delta', `transaction.record?${query.replaceAll('&amp;', '&')}`)).text();
    assert.match(wordsIn(form), new RegExp(`Pays expense no\\. ${number}: Boat hire`, 'u'));
    const payment = {
      as: 'out',
      day: scene.clock.now() > 0 ? new Date(scene.clock.now()).toISOString().slice(0, 10) : '',
      words: 'Boat hire',
      amount: '80.01',
      asset: numberOf('bank'),
      expense: numberOf('meetings'),
      fund: numberOf('general'),
      pays: number,
    };
    assert.match(wordsIn(await send('pro-delta', 'transaction.record', payment, 422)), /more than is left to pay/u);
    const good = await send('pro-delta', 'transaction.record', { ...payment, amount: '80.00' });
    await scene.act(['pro-delta', 1], 'transaction.record', actIn(good).body as never);
    assert.match(wordsIn(await page('/means/expenses')), /Boat hire No\. \d+ 80\.00 EUR to Boathouse Paid/u);
    assert.equal((await ask('zelena-sava', `expense.withdraw?expense=${number}`)).status, 404);
  });
});
