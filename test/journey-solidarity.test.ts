import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { DAY, after as later, dayOf } from '../src/base/time.ts';
import type { ActKind } from '../src/charter/acts.ts';
import { founded } from '../src/charter/spec/acts.ts';
import { action, appeal, endAction, giveHelp, joinAction, report } from '../src/charter/spec/purpose.ts';
import { sceneOf } from './kit/digest-scenes.ts';
import { actIn, createForms, wordsIn } from './kit/forms.ts';
import { createSampleScene } from './kit/sample.ts';

/** A flood; an appeal, for which three do something, one in kind; a joint action in three countries, which one joins for a part; its report; and all that tells of it. */

const scene = await createSampleScene({ met: false });
after(scene.close);
const { ask, send } = createForms(scene);

const page = async (path: string, organisation: string | null = null, status = 200): Promise<string> => {
  const headers = await scene.headers(organisation);
  const response = await scene.ask(`/sample${path}`, { headers });
  assert.equal(response.status, status, path);
  return response.text();
};

/** Fills in the form, reads it over and signs what it shows. */
const does = async (by: string, kind: ActKind, fields: Readonly<Record<string, string>>): Promise<string> => {
  const shown = await send(by, kind, fields);
  await scene.act([by, 1], kind, actIn(shown).body as never);
  return wordsIn(shown);
};

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
      report: '1',
      version: '1',
      title: 'The Sana is over the road',
      country: 'BA',
      language: 'en',
      words: 'Two hundred and twelve houses stood in water.',
      public: 'yes',
    });
    assert.match(wordsIn(await page('/reports/1')), /two hundred and twelve .*Version 2 .*Version 1/iu);
    assert.match(wordsIn(await page('/reports/1?version=1')), /This is an earlier version.* Two hundred houses/u);
    assert.match(
      wordsIn(
        await send(
          'pro-delta',
          'report.correct',
          {
            report: '1',
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
      report: '1',
      language: 'en',
      words: 'People fill sacks in the dark.',
      'need-goods': 'Lamps',
      'need-presence': 'Twenty people a night',
      how: 'At the school.',
      until: dayIn(7),
      public: 'yes',
    });
    assert.match(wordsIn(await page('/today', 'zelena-sava')), /Rijeke Bosne appeals for support Lamps for the dyke/u);
    assert.match(wordsIn(await page('/appeals/1', 'zelena-sava')), /The Sana is over the road .*Goods : Lamps/u);
    assert.doesNotMatch(wordsIn(await page('/today', 'zelena-sava')), /appeals for support/u);
    assert.match(wordsIn(await page('/today', 'pro-delta')), /appeals for support/u);
  });

  it('is answered by three, one of them in kind, and by nobody’s silence', async () => {
    const gave = (by: string, kind: string, words: string, open = 'yes'): Promise<string> =>
      does(by, 'appeal.help', { appeal: '1', kind, words, public: open });
    await gave('zelena-sava', 'goods', 'Six lamps and a generator.');
    await gave('moravski-krug', 'presence', 'Eighteen anglers for three nights.');
    await gave('pro-delta', 'money', 'We passed a hat.', 'no');
    const own = wordsIn(
      await send('rijeke-bosne', 'appeal.help', { appeal: '1', kind: 'goods', words: 'Sacks.' }, 422),
    );
    assert.match(own, /This is your own appeal/u);
    const members = wordsIn(await page('/appeals/1', 'lumi-i-lire'));
    assert.match(members, /Udruga Zelena Sava .*Six lamps.* Моравски круг .*anglers.* Pro Delta .*hat/u);
    const strangers = wordsIn(await page('/appeals/1'));
    assert.match(strangers, /Six lamps.*anglers/u);
    assert.doesNotMatch(strangers, /passed a hat|Lumi i Lirë/u);
  });

  it('is closed with thanks, and what was done can still be told', async () => {
    await does('rijeke-bosne', 'appeal.close', { appeal: '1', words: 'The dyke is closed. Thank you.' });
    assert.match(wordsIn(await page('/appeals/1')), /Thanks The dyke is closed\. Thank you\./u);
    assert.doesNotMatch(wordsIn(await page('/today', 'lumi-i-lire')), /appeals for support/u);
    assert.equal((await ask('zelena-sava', 'appeal.close?appeal=1')).status, 404);
    await does('nehir-dernegi', 'appeal.help', { appeal: '1', kind: 'expertise', words: 'We telephoned.' });
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
    await does('moravski-krug', 'action.join', { action: '1', far: 'whole', words: '' });
    await does('dasos-kai-nero', 'action.join', { action: '1', far: 'some', part: '3', words: 'We are four.' });
    await does('moravski-krug', 'action.task', { action: '1', task: '1', takes: 'yes' });
    const words = wordsIn(await page('/actions/1'));
    assert.match(words, /binds nobody else, and is not the conference’s/u);
    assert.match(words, /Part 3 .*Река Вардар , Моравски круг , and Δάσος και Νερό/u);
    assert.match(words, /Print the sheet Моравски круг Lend boots Nobody has taken it yet/u);
    assert.match(words, /Ελλάδα Δάσος και Νερό part 3 We are four\./u);
    assert.match(
      wordsIn(await send('pro-delta', 'action.task', { action: '1', task: '2', takes: 'yes' }, 422)),
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
    await does('reka-vardar', 'action.end', { action: '1', outcome: 'held', report: '2', words: 'Thank you all.' });
    const over = await page('/actions/1');
    assert.match(over, /href="\/sample\/reports\/2"/u);
    assert.doesNotMatch(over, /do\/action\./u);
  });
});

describe('all of it', () => {
  it('is told by the news page, the feeds, the search and the API', async () => {
    const news = wordsIn(await page('/news', 'lumi-i-lire'));
    for (const told of [
      'appealed for support',
      'said what it did for an appeal',
      'proposed a joint action',
      'reported',
    ])
      assert.ok(news.includes(told), told);
    const feed = await page('/feed.json');
    for (const title of [
      'The Sana is over the road',
      'Lamps for the dyke',
      'A day at the gauges',
      'What seven gauges showed',
    ])
      assert.ok(feed.includes(title), title);
    assert.match(await page('/participants/reka-vardar/feed.atom'), /A day at the gauges/u);
    assert.match(wordsIn(await page('/search?q=anglers')), /Appeal 1/u);
    const read = async (path: string): Promise<unknown> => (await scene.ask(`/api/conferences/sample/${path}`)).json();
    const help = (await read('appeals/1/help')) as readonly { readonly by: string }[];
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
    const kinds = new Set(digest('dora').news.map(({ entry }) => entry.act.kind));
    // The appeal itself has come by mail at once.
    for (const kind of ['report.make', 'appeal.help', 'action.propose', 'action.join', 'action.end'])
      assert.ok(kinds.has(kind as ActKind), kind);
  });
});
