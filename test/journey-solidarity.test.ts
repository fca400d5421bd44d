import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { DAY, after as later, dayOf } from '../src/base/time.ts';
import { founded } from '../src/charter/spec/acts.ts';
import { action, appeal, endAction, giveHelp, joinAction, report } from '../src/charter/spec/purpose.ts';
import { sceneOf } from './kit/digest-scenes.ts';
import { balanceOf, createDoing } from './kit/doing.ts';
import { createForms, wordsIn } from './kit/forms.ts';
import { createSampleScene } from './kit/sample.ts';

/** A flood; an appeal, for which three do something, one in kind; a joint action in three countries, which one joins for a part; its report; the money that came in for it and was spent; and all that tells of it. */

const scene = await createSampleScene();
after(scene.close);
const { ask, send } = createForms(scene);

const { page, does } = createDoing(scene);
const { state } = scene.conference;
/** The numbers that come next: the sample has reports, an appeal and an action of its own. */
const [REPORT, APPEAL, ACTION] = [state().reports.length + 1, state().appeals.length + 1, state().actions.length + 1];
const accountOf = (kind: string, name: string): string =>
  `${state().means.accounts.find((one) => one.kind === kind && one.name === name)?.number ?? assert.fail(name)}`;

const dayIn = (days: number): string => dayOf(later(scene.clock.now(), days * DAY));

describe('a flood', () => {
  it('is reported to everybody by whoever is there', async () => {
    const shown = await does('rijeke-bosne', 'report.make', {
      title: 'The Sana is over the road',
      country: 'Bosna i Hercegovina',
      occasion: 'The flood of the Sana',
      from: dayIn(-1),
      language: 'en',
      words: 'Two hundred houses stand in water.',
      public: 'yes',
    });
    assert.match(shown, /The Sana is over the road Bosna i Hercegovina · English · public/u);
    assert.match(wordsIn(await page('/reports')), /The Sana is over the road .*Rijeke Bosne/u);
    assert.match(await page('/feed.atom'), /The Sana is over the road/u);
  });

  it('is corrected as more is known, and what was first said is kept', async () => {
    await does('rijeke-bosne', 'report.correct', {
      report: `${REPORT}`,
      version: '1',
      title: 'The Sana is over the road',
      country: 'BA',
      language: 'en',
      words: 'Two hundred and twelve houses stood in water.',
      public: 'yes',
    });
    assert.match(wordsIn(await page(`/reports/${REPORT}`)), /two hundred and twelve .*Version 2 .*Version 1/iu);
    assert.match(
      wordsIn(await page(`/reports/${REPORT}?version=1`)),
      /This is an earlier version.* Two hundred houses/u,
    );
    assert.match(
      wordsIn(
        await send(
          'pro-delta',
          'report.correct',
          {
            report: `${REPORT}`,
            version: '2',
            title: 'Not so',
            country: 'BA',
            language: 'en',
            words: 'It is dry.',
            public: 'yes',
          },
          422,
        ),
      ),
      /Only Rijeke Bosne may do this/u,
    );
  });
});

describe('an appeal', () => {
  it('is told to all others, and waits on their first screen until it was read', async () => {
    await does('rijeke-bosne', 'appeal.make', {
      title: 'Lamps for the dyke',
      country: 'BA',
      report: `${REPORT}`,
      language: 'en',
      words: 'People fill sacks in the dark.',
      'need-goods': 'Lamps',
      'need-presence': 'Twenty people a night',
      how: 'At the school.',
      until: dayIn(7),
      public: 'yes',
    });
    assert.match(wordsIn(await page('/today', 'zelena-sava')), /Rijeke Bosne appeals for support Lamps for the dyke/u);
    assert.match(
      wordsIn(await page(`/appeals/${APPEAL}`, 'zelena-sava')),
      /The Sana is over the road .*Goods : Lamps/u,
    );
    assert.doesNotMatch(wordsIn(await page('/today', 'zelena-sava')), /appeals for support/u);
    assert.match(wordsIn(await page('/today', 'pro-delta')), /appeals for support/u);
  });

  it('is answered by three, one of them in kind, and by nobody’s silence', async () => {
    const gave = (by: string, kind: string, words: string, open = 'yes'): Promise<string> =>
      does(by, 'appeal.help', { appeal: `${APPEAL}`, kind, words, public: open });
    await gave('zelena-sava', 'goods', 'Six lamps and a generator.');
    await gave('moravski-krug', 'presence', 'Eighteen anglers for three nights.');
    await gave('pro-delta', 'money', 'We passed a hat.', 'no');
    const own = wordsIn(
      await send('rijeke-bosne', 'appeal.help', { appeal: `${APPEAL}`, kind: 'goods', words: 'Sacks.' }, 422),
    );
    assert.match(own, /This is your own appeal/u);
    const members = wordsIn(await page(`/appeals/${APPEAL}`, 'lumi-i-lire'));
    assert.match(members, /Udruga Zelena Sava .*Six lamps.* Моравски круг .*anglers.* Pro Delta .*hat/u);
    const strangers = wordsIn(await page(`/appeals/${APPEAL}`));
    assert.match(strangers, /Six lamps.*anglers/u);
    assert.doesNotMatch(strangers, /passed a hat|Lumi i Lirë/u);
  });

  it('is closed with thanks, and what was done can still be told', async () => {
    await does('rijeke-bosne', 'appeal.close', { appeal: `${APPEAL}`, words: 'The dyke is closed. Thank you.' });
    assert.match(wordsIn(await page(`/appeals/${APPEAL}`)), /Thanks The dyke is closed\. Thank you\./u);
    assert.doesNotMatch(wordsIn(await page('/today', 'lumi-i-lire')), /appeals for support/u);
    assert.equal((await ask('zelena-sava', `appeal.close?appeal=${APPEAL}`)).status, 404);
    await does('nehir-dernegi', 'appeal.help', { appeal: `${APPEAL}`, kind: 'expertise', words: 'We telephoned.' });
  });
});

describe('the money', () => {
  const BANK = 'Bank account in Niš';

  it('has a fund of its own, and comes in from whoever gives it', async () => {
    await does('pro-delta', 'account.open', {
      kind: 'fund',
      name: 'The dyke at the Sana',
      purpose: 'Lamps and sacks.',
    });
    const give = (giver: string, amount: string, words: string) =>
      does('pro-delta', 'transaction.record', {
        as: 'in',
        day: dayIn(0),
        words,
        amount,
        asset: accountOf('asset', BANK),
        income: accountOf('income', 'Gifts for those whom the flood met'),
        fund: accountOf('fund', 'The dyke at the Sana'),
        giver,
      });
    await give('zelena-sava', '300.00', 'For lamps');
    await give('moravski-krug', '45,50', 'The anglers’ hat');
    assert.match(wordsIn(await page('/means', 'lumi-i-lire')), /The dyke at the Sana .*345\.50 EUR/u);
  });

  it('is spent, and what was wrong is put right in the open', async () => {
    const spend = (amount: string) =>
      does('pro-delta', 'transaction.record', {
        as: 'out',
        day: dayIn(0),
        words: 'Twelve lamps',
        amount,
        asset: accountOf('asset', BANK),
        expense: accountOf('expense', 'Help in a flood'),
        fund: accountOf('fund', 'The dyke at the Sana'),
      });
    await spend('205.00');
    const wrong = state().means.transactions.length;
    await does('pro-delta', 'transaction.reverse', { transaction: `${wrong}`, day: dayIn(0), words: 'It was 250.' });
    await spend('250.00');
    const fund = wordsIn(await page(`/means/accounts/${accountOf('fund', 'The dyke at the Sana')}`, 'lumi-i-lire'));
    assert.match(fund, /Twelve lamps .*95\.50 EUR .*It was 250\. .*The anglers’ hat .*For lamps/u);
    const statement = wordsIn(await page('/means/statement', 'lumi-i-lire'));
    assert.match(statement, /The dyke at the Sana/u);
    assert.ok(Object.keys(balanceOf(state())).includes('EUR'));
  });

  it('that does not come to nothing is refused, and changes nothing', async () => {
    const before = balanceOf(state());
    const line = (n: number, kind: string, name: string, amount: string) => ({
      [`account-${n}`]: accountOf(kind, name),
      [`amount-${n}`]: amount,
      [`currency-${n}`]: 'EUR',
    });
    const shown = await send(
      'pro-delta',
      'transaction.record',
      {
        as: 'lines',
        day: dayIn(0),
        words: 'Not so',
        ...line(1, 'asset', BANK, '10.00'),
        ...line(2, 'income', 'Gifts for those whom the flood met', '-9.99'),
        'fund-2': accountOf('fund', 'The dyke at the Sana'),
      },
      422,
    );
    assert.match(wordsIn(shown), /0\.01 EUR/u);
    assert.deepEqual(balanceOf(state()), before);
  });

  it('is nobody’s business outside, and ranks nobody', async () => {
    for (const path of ['/means', '/means/books.csv']) {
      const { status } = await scene.ask(`/sample${path}`);
      assert.ok(status === 401 || status === 404, path);
    }
    assert.doesNotMatch(await page('/feed.json'), /Twelve lamps|345\.50/u);
    assert.match(wordsIn(await page('/news', 'lumi-i-lire')), /recorded/u);
  });
});

describe('a joint action', () => {
  it('is proposed in three countries, in as many parts', async () => {
    const part = (n: number, title: string, country: string, place: string) => ({
      [`title-${n}`]: title,
      [`country-${n}`]: country,
      [`place-${n}`]: place,
      [`from-${n}`]: dayIn(10 + n),
    });
    const shown = await does('reka-vardar', 'action.propose', {
      title: 'A day at the gauges',
      language: 'en',
      words: 'We read a gauge in public.',
      rows: '3',
      ...part(1, 'At the stone bridge', 'MK', 'Veles'),
      ...part(2, 'Along the Nišava', 'Serbia', 'Niš'),
      ...part(3, 'Springs of the Pindus', 'Ελλάδα', 'Metsovo'),
      tasks: 'Print the sheet\nLend boots',
      public: 'yes',
    });
    assert.match(shown, /At the stone bridge · Veles , North Macedonia.*Springs of the Pindus · Metsovo , Greece/u);
  });

  it('is joined by one for all of it, by one for a part, and binds nobody else', async () => {
    await does('moravski-krug', 'action.join', { action: `${ACTION}`, far: 'whole', words: '' });
    await does('dasos-kai-nero', 'action.join', { action: `${ACTION}`, far: 'some', part: '3', words: 'We are four.' });
    await does('moravski-krug', 'action.task', { action: `${ACTION}`, task: '1', takes: 'yes' });
    const words = wordsIn(await page(`/actions/${ACTION}`));
    assert.match(words, /binds nobody else, and is not the conference’s/u);
    assert.match(words, /Part 3 .*Река Вардар , Моравски круг , and Δάσος και Νερό/u);
    assert.match(words, /Print the sheet Моравски круг Lend boots Nobody has taken it yet/u);
    assert.match(words, /Ελλάδα Δάσος και Νερό part 3 We are four\./u);
    assert.match(
      wordsIn(await send('pro-delta', 'action.task', { action: `${ACTION}`, task: '2', takes: 'yes' }, 422)),
      /There is no open joint action that you take part in/u,
    );
  });

  it('ends with a report that it leads to', async () => {
    await does('reka-vardar', 'report.make', {
      title: 'What seven gauges showed',
      country: 'MK',
      language: 'en',
      words: 'No two wrote the same hand.',
      public: 'yes',
    });
    await does('reka-vardar', 'action.end', {
      action: `${ACTION}`,
      outcome: 'held',
      report: `${REPORT + 1}`,
      words: 'Thank you all.',
    });
    const over = await page(`/actions/${ACTION}`);
    assert.ok(over.includes(`href="/sample/reports/${REPORT + 1}"`));
    assert.doesNotMatch(over, /do\/action\./u);
  });
});

describe('all of it', () => {
  it('is told by the news page, the feeds, the search and the API', async () => {
    const news = wordsIn(await page('/news', 'lumi-i-lire'));
    const told = ['appealed for support', 'said what it did for an appeal', 'proposed a joint action', 'reported'];
    for (const words of told) assert.ok(news.includes(words), words);
    const feed = await page('/feed.json');
    const open = ['The Sana is over the road', 'Lamps for the dyke', 'A day at the gauges', 'What seven gauges showed'];
    for (const title of open) assert.ok(feed.includes(title), title);
    assert.match(await page('/participants/reka-vardar/feed.atom'), /A day at the gauges/u);
    assert.match(wordsIn(await page('/search?q=anglers')), new RegExp(`Appeal ${APPEAL}`, 'u'));
    const read = async (path: string): Promise<unknown> => (await scene.ask(`/api/conferences/sample/${path}`)).json();
    const help = (await read(`appeals/${APPEAL}/help`)) as readonly { readonly by: string }[];
    assert.deepEqual(
      help.map(({ by }) => by),
      ['zelena-sava', 'moravski-krug'],
    );
  });

  it('is told by the digest of whoever did nothing', () => {
    const { digest } = sceneOf(
      founded(4),
      report('ada'),
      appeal('ada', { report: 1 }),
      giveHelp('bor'),
      giveHelp('cvet', { kind: 'presence' }),
      action('bor'),
      joinAction('cvet', [2]),
      endAction('bor', { report: 1 }),
    );
    const kinds = new Set<string>(digest('dora').news.map(({ entry }) => entry.act.kind));
    // The appeal itself has come by mail at once.
    for (const kind of ['report.make', 'appeal.help', 'action.propose', 'action.join', 'action.end'])
      assert.ok(kinds.has(kind), kind);
  });
});
