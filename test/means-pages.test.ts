import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { DAY, after as later, dayOf } from '../src/base/time.ts';
import * as content from '../sample/content/index.ts';
import { actIn, createForms, wordsIn } from './kit/forms.ts';
import { createSampleScene } from './kit/sample.ts';

/** The conference's books without script: what everyone reads, and how whoever keeps them records. */

const scene = await createSampleScene();
after(scene.close);
const { ask, send } = createForms(scene);

const page = async (path: string, organisation: string | null = 'zelena-sava', status = 200): Promise<string> => {
  const headers = organisation === null ? {} : await scene.headers(organisation);
  const response = await scene.ask(`/sample${path}`, { headers });
  assert.equal(response.status, status, path);
  return response.text();
};

const names = Object.keys(content.ACCOUNTS);
const numberOf = (name: keyof typeof content.ACCOUNTS): number => names.indexOf(name) + 1;
const today = dayOf(scene.clock.now());

describe('what everyone reads of the books', () => {
  it('is who keeps them, what there is, whose it is, and what was recorded last', async () => {
    const words = wordsIn(await page('/means'));
    assert.match(words, /Kept by Pro Delta until .* open from 1 /u);
    assert.match(words, /Bank account in Niš 697\.70 EUR Cash box in Višegrad 84\.67 BAM/u);
    assert.match(words, /General means 84\.67 BAM 449\.30 EUR After the flood .* 248\.40 EUR/u);
    assert.match(words, /Contribution No\. 26 .* from Δίκτυο Ποταμών Bank account in Niš \+100\.00 EUR/u);
    assert.match(wordsIn(await page('/means?lang=el')), /Bank account in Niš 697,70 EUR/u);
  });

  const checkers = [
    ['hledger', 'books.journal', (path: string) => ['-f', path, 'check', '-s']],
    ['bean-check', 'books.beancount', (path: string) => [path]],
  ] as const;
  for (const [tool, file, given] of checkers) {
    const skip = spawnSync(tool, ['--version']).status === 0 ? false : `NOT CHECKED: ${tool} is not on this machine`;
    it(`is a file that ${tool} finds nothing wrong with`, { skip }, async () => {
      const folder = await mkdtemp(join(tmpdir(), 'isonomia-books-'));
      after(() => rm(folder, { recursive: true }));
      const path = join(folder, file);
      await writeFile(path, await page(`/means/${file}`));
      const { status, stdout, stderr } = spawnSync(tool, given(path), {
        encoding: 'utf8',
        env: { ...process.env, LANG: 'C.UTF-8' },
      });
      assert.equal(status, 0, `${stdout}${stderr}`);
    });
  }

  it('is every account with what it held after each line, and every transaction', async () => {
    const account = wordsIn(await page(`/means/accounts/${numberOf('flood')}`));
    assert.match(
      account,
      /Dry wood for eleven houses −265\.00 EUR 248\.40 EUR .* Two pumps, and hoses −419\.00 EUR 513\.40 EUR/u,
    );
    const all = wordsIn(await page('/means/transactions'));
    assert.match(all, /200\.00 EUR became 391\.17 BAM, at 1\.95583 on .*, by Central Bank of Bosnia and Herzegovina/u);
    assert.match(all, /Charged twice; the bank has put it right\. No\. 25 .* Takes back no\. 12/u);
    assert.match(wordsIn(await page('/means/accounts')), /Kinds of income Account In all Contributions/u);
    await page('/means/accounts/99', 'zelena-sava', 404);
  });

  it('is nothing to strangers, and offers nobody else to record', async () => {
    for (const path of ['/means', '/means/transactions', '/means/accounts', `/means/accounts/${numberOf('bank')}`]) {
      await page(path, null, 401);
      await page(path, content.APPLICANT.id, 404);
    }
    for (const path of ['accounts', 'transactions', 'periods']) {
      const read = async (headers: Record<string, string>): Promise<unknown> =>
        (await scene.ask(`/api/conferences/sample/${path}`, { headers })).json();
      assert.deepEqual(await read({}), [], path);
      assert.deepEqual(await read(await scene.headers(content.APPLICANT.id)), [], path);
      assert.notDeepEqual(await read(await scene.headers('zelena-sava')), [], path);
    }
    assert.doesNotMatch(await page('/means', 'zelena-sava'), /do\/transaction\.|do\/account\.|do\/period\./u);
    assert.match(await page('/means', 'pro-delta'), /do\/transaction\.record\?as=in/u);
  });
});

describe('statements and what the conference lives on', () => {
  const [first] = scene.conference.state().means.periods;
  const span = `from=${first?.from}&through=${first?.through}`;

  it('are told by period and by fund', async () => {
    const whole = wordsIn(await page(`/means/statement?${span}`));
    assert.match(whole, /Bank account in Niš 0\.00 EUR \+\d+\.\d\d EUR \d+\.\d\d EUR/u);
    assert.match(whole, /Kinds of income Contributions/u);
    const fund = wordsIn(await page(`/means/statement?fund=${numberOf('flood')}`));
    assert.match(fund, /Statement of the books: After the flood/u);
    assert.doesNotMatch(fund, /Bank account/u);
    for (const odd of ['from=2026-13&through=x', 'from=0001-01&through=9999-12', 'fund=-1', 'fund=1e9'])
      await page(`/means/statement?${odd}`);
  });

  it('name organisations in the usual order, whatever each gave', async () => {
    const { from } = scene.conference.state().means.periods[0] ?? assert.fail();
    const html = await page(`/means/independence?from=${from}&through=${today.slice(0, 7)}`);
    const order = scene.conference
      .state()
      .participants.map((id) => scene.conference.state().organisations.get(id)?.name);
    const named = [...html.matchAll(/<th scope="row"><bdi class="by">([^<]+)<\/bdi>/gu)].map(([, name]) => name);
    assert.ok(named.length > 5);
    assert.deepEqual(
      named,
      order.filter((name) => named.includes(name)),
    );
    assert.match(wordsIn(html), /Share from outside \d/u);
  });

  it('go out for other programs, to participants alone', async () => {
    for (const [ending, begins] of [
      ['journal', '; Conference of River Basins'],
      ['beancount', 'option "title" "Conference of River Basins"'],
      ['csv', 'number,day,words'],
    ] as const) {
      assert.ok((await page(`/means/books.${ending}`)).startsWith(begins), ending);
      await page(`/means/books.${ending}`, null, 404);
    }
    await page('/means/books.exe', 'zelena-sava', 404);
  });
});

describe('whoever keeps the books', () => {
  const typed = {
    as: 'in',
    day: today,
    words: 'Contribution, in two parts',
    amount: '1250,50',
    asset: numberOf('bank'),
    income: numberOf('contributions'),
    fund: numberOf('general'),
    giver: 'moravski-krug',
  };

  it('writes that money came in, and reads it over as it will stand', async () => {
    const html = await send('pro-delta', 'transaction.record', typed);
    const { body } = actIn(html);
    assert.deepEqual(body['postings'], [
      { account: 1, fund: null, currency: 'EUR', amount: 125_050 },
      { account: 5, fund: 3, currency: 'EUR', amount: -125_050 },
    ]);
    assert.deepEqual(body['giver'], { kind: 'organisation', organisation: 'moravski-krug' });
    assert.match(
      wordsIn(html),
      /from Моравски круг Bank account in Niš \+1,250\.50 EUR Contributions of General means 1,250\.50 EUR/u,
    );
  });

  it('that it was spent, and out of what', async () => {
    const spent = {
      ...typed,
      as: 'out',
      giver: '',
      asset: numberOf('box'),
      expense: numberOf('meetings'),
      amount: '12.5',
    };
    assert.deepEqual(actIn(await send('pro-delta', 'transaction.record', spent)).body['postings'], [
      { account: 8, fund: 3, currency: 'BAM', amount: 1250 },
      { account: 2, fund: null, currency: 'BAM', amount: -1250 },
    ]);
  });

  it('that it was changed, at which rate', async () => {
    const moved = {
      ...typed,
      as: 'move',
      giver: '',
      from: numberOf('bank'),
      to: numberOf('box'),
      amount: '100',
      amountIn: '195,58',
      rate: '1,95583',
      rateDay: today,
      source: 'The bank',
    };
    const { body } = actIn(await send('pro-delta', 'transaction.record', moved));
    assert.deepEqual(body['conversions'], [
      {
        fund: 3,
        from: { currency: 'EUR', amount: 10_000 },
        to: { currency: 'BAM', amount: 19_558 },
        rate: '1.95583',
        day: today,
        source: 'The bank',
      },
    ]);
    const wrong = await send('pro-delta', 'transaction.record', { ...moved, rate: '2.5' }, 422);
    assert.match(
      wordsIn(wrong),
      /Refused under article 12\.1 The two amounts do not come to each other at this rate\./u,
    );
  });

  it('and anything else line by line, where what does not come to nothing is refused with what was typed', async () => {
    const lines = {
      as: 'lines',
      day: today,
      words: 'What is left goes to the general means',
      'account-1': numberOf('flood'),
      'amount-1': '248.40',
      'currency-1': 'eur',
      'account-2': numberOf('general'),
      'amount-2': '-248.40',
      'currency-2': 'EUR',
    };
    assert.deepEqual(actIn(await send('pro-delta', 'transaction.record', lines)).body['postings'], [
      { account: 4, fund: null, currency: 'EUR', amount: 24_840 },
      { account: 3, fund: null, currency: 'EUR', amount: -24_840 },
    ]);
    const html = await send('pro-delta', 'transaction.record', { ...lines, 'amount-2': '-248.41' }, 422);
    assert.match(wordsIn(html), /Refused under article 12\.1 The lines do not come to nothing: −0\.01 EUR/u);
    assert.match(html, /name="amount-2"[^>]*|value="-248\.41"/u);
  });

  it('is told where an amount is none, and where the currency is none', async () => {
    for (const amount of ['', '12,345', '1.000.000', 'ten', '1e3', '99999999999999999'])
      await send('pro-delta', 'transaction.record', { ...typed, amount }, 422);
    const html = await send('pro-delta', 'account.open', { kind: 'asset', name: 'Vault', currency: 'XAU' }, 422);
    assert.match(wordsIn(html), /There is no currency of these letters/u);
  });

  it('closes what is over, and takes back what was wrong', async () => {
    assert.match(await page('/means/transactions', 'pro-delta'), /do\/transaction\.reverse\?transaction=26/u);
    const html = await send('pro-delta', 'transaction.reverse', { transaction: 26, day: today, words: 'It was 90.' });
    assert.match(wordsIn(html), /Takes this back by a counter-entry: Contribution No\. 26/u);
    const early = await send('pro-delta', 'period.close', { through: today.slice(0, 7) }, 422);
    assert.match(wordsIn(early), /This month is not over yet/u);
  });

  it('is asked for nothing that is not due, and for what is once it is', async () => {
    assert.doesNotMatch(await page('/today', 'pro-delta'), /do\/period\.close/u);
    scene.clock.set(later(scene.clock.now(), 345 * DAY));
    assert.doesNotMatch(await page('/today', 'zelena-sava'), /do\/period\.close/u);
    assert.match(await page('/today', 'pro-delta'), /do\/period\.close\?through=/u);
  });
});

describe('whoever does not keep the books', () => {
  it('is refused under article 12, and told who does', async () => {
    const html = await send(
      'zelena-sava',
      'account.open',
      { kind: 'fund', name: 'Ours', currency: '', purpose: '' },
      422,
    );
    assert.match(wordsIn(html), /Only whoever keeps the books records in them\. Now that is: Pro Delta\./u);
    assert.equal((await ask('zelena-sava', 'account.close?account=99')).status, 404);
  });
});
