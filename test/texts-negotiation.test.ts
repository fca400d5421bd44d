import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { DAY, after as later } from '../src/base/time.ts';
import { participants } from '../src/charter/members/organisations.ts';
import { actIn, areaIn, createForms, wordsIn } from './kit/forms.ts';
import { createSampleScene } from './kit/sample.ts';

/** Negotiating without script, on the sample: amendments to their end, and consent that depends on other clauses. */

const scene = await createSampleScene();
after(scene.close);
const { ask, send, textPage } = createForms(scene);

const TEXT = 4;
const page = textPage(TEXT);
const text = () => scene.text(TEXT);
/** An amendment on its page, as it is read. */
const amendment = async (n: number, organisation = 'pro-delta'): Promise<string> => {
  const html = await page(organisation, '/amendments');
  const [, entry = ''] = new RegExp(`<article class="entry" id="a-${n}"([\\s\\S]*?)</article>`, 'u').exec(html) ?? [];
  return wordsIn(`<${entry}`);
};

describe('an amendment', () => {
  it('says what would make it agreed, what stands in its way, and which others want its place', async () => {
    assert.match(
      await amendment(4),
      /open \. Agreed at once when all accept it; still to accept: .* By silence it is agreed on \d+ \w+ \d{4} unless somebody objects\./u,
    );
    assert.match(
      await amendment(5),
      /By silence it is agreed only if amendment 6, which wants other words there, gives way\./u,
    );
    assert.match(await amendment(5), /Other words in the same place: Amendment 6 \( Nehir Derneği \)/u);
    assert.match(await amendment(6), /By silence it is agreed only if Lumi i Lirë no longer objects and amendment 5/u);
  });

  it('has sub-amendments, which stand below it and are shown against its words', async () => {
    const form = await (await ask('diktyo-potamon', `amendments.propose?text=${TEXT}&to=4`)).text();
    assert.match(wordsIn(form), /Other words in the place of amendment 4/u);
    assert.match(form, /within ten years[\s\S]*<\/textarea>/u);
    const { change } = text().amendments[3] ?? assert.fail();
    assert.ok(change.kind === 'replace');
    const words = change.words.replace('ten', 'eight');
    const typed = { text: TEXT, revision: 3, to: 4, clause: 'remove', what: 'replace', words, reason: 'In between.' };
    const html = await send('diktyo-potamon', 'amendments.propose', typed);
    assert.match(wordsIn(html), /Proposes to amend .* In the place of amendment 4\./u);
    const { body } = actIn(html);
    assert.deepEqual(body['amendments'], [
      { change: { kind: 'replace', clause: 'remove', words }, reason: 'In between.', to: 4, credit: null },
    ]);
    await scene.act(['diktyo-potamon', 1], 'amendments.propose', body as never);
    assert.match(await page('pro-delta', '/amendments'), /<div class="subs">\s*<article class="entry" id="a-7"/u);
    assert.match(await amendment(7), /to amendment 4, in its place/u);
    assert.match(await amendment(7), /Against amendment 4 .*\[deleted:\] ten \[added:\] eight/u);
    assert.equal((await ask('diktyo-potamon', `amendments.propose?text=${TEXT}&to=2`)).status, 404);
  });

  it('is moved jointly, left, withdrawn and taken over', async () => {
    const joining = await send('pro-delta', 'amendment.join', { text: TEXT, amendment: 7 });
    assert.match(wordsIn(joining), /Moves amendment 7 jointly, to/u);
    await scene.act(['pro-delta', 1], 'amendment.join', { text: TEXT, amendment: 7 });
    assert.match(await amendment(7), /Δίκτυο Ποταμών jointly with Pro Delta/u);
    assert.match(await amendment(7), /No longer move it/u);
    assert.match(await amendment(7, 'reka-vardar'), /Move it jointly/u);
    await scene.act(['diktyo-potamon', 1], 'amendment.withdraw', { text: TEXT, amendment: 7 });
    assert.match(await amendment(7), /moved by Pro Delta proposed by Δίκτυο Ποταμών/u);
    await scene.act(['pro-delta', 1], 'amendment.withdraw', { text: TEXT, amendment: 7 });
    assert.match(await amendment(7), /withdrawn on \d+ \w+ \d{4}/u);
    assert.match(await amendment(7, 'reka-vardar'), /Take it over/u);
    const taking = await send('reka-vardar', 'amendment.take-over', { text: TEXT, amendment: 7 });
    assert.match(wordsIn(taking), /Takes over amendment 7 to/u);
  });
});

describe('consent on a condition', () => {
  const typed = { text: TEXT, revision: 3, on: 'clause:weigh', 'stand-clause:weigh': 'accept' };
  const conditionsIn = (html: string): unknown =>
    (actIn(html).body['positions'] as readonly { readonly conditions: unknown }[])[0]?.conditions;
  const only = { 'if-on-clause:weigh-1': 'clause:stand-by', 'if-clause:weigh-1': 'stays' };

  it('is given in rows of a form, and read over before it is signed', async () => {
    const html = await send('dasos-kai-nero', 'positions.take', {
      ...typed,
      ...only,
      'if-on-clause:weigh-2': 'amendment:5',
      'if-clause:weigh-2': 'with',
      'if-on-clause:weigh-3': 'clause:keep',
      'if-clause:weigh-3': 'words',
      'if-words-clause:weigh-3': 'from its springs',
    });
    assert.deepEqual(conditionsIn(html), [
      { kind: 'stays', clause: 'stand-by' },
      { kind: 'with', amendment: 5 },
      { kind: 'words', clause: 'keep', words: 'from its springs' },
    ]);
    assert.match(
      wordsIn(html),
      /only if clause 6 stays as it is only if amendment 5 goes in only if clause 1 has the words “from its springs”/u,
    );
  });

  it('comes back where a row makes no sense, with what was chosen', async () => {
    const html = await send(
      'dasos-kai-nero',
      'positions.take',
      { ...typed, ...only, 'if-clause:weigh-1': 'with' },
      422,
    );
    assert.match(html, /amendments go in or do not/u);
    assert.match(html, /value="clause:stand-by"\s+selected/u);
    const itself = { ...typed, 'if-on-clause:weigh-1': 'clause:weigh', 'if-clause:weigh-1': 'stays' };
    assert.match(await send('dasos-kai-nero', 'positions.take', itself, 422), /must be about something else/u);
    const objecting = { ...typed, ...only, 'stand-clause:weigh': 'object', 'reason-clause:weigh': 'No.' };
    assert.deepEqual(conditionsIn(await send('dasos-kai-nero', 'positions.take', objecting)), []);
  });

  it('counts as an objection while the condition does not hold, and says so wherever positions stand', async () => {
    const weigh = { kind: 'clause', clause: 'weigh' } as const;
    const take = (conditions: readonly object[]) =>
      scene.act(['dasos-kai-nero', 1], 'positions.take', {
        text: TEXT,
        revision: 3,
        positions: [{ on: weigh, stand: 'accept', reason: null, conditions: conditions as never }],
      });
    await take([{ kind: 'stays', clause: 'stand-by' }]);
    const margin = wordsIn(await page('pro-delta', ''));
    assert.match(margin, /Δάσος και Νερό accepts, on conditions only if clause 6 stays as it is ✓ holds now/u);
    assert.equal(margin.match(/Point of friction/gu)?.length, 2);
    await take([{ kind: 'with', amendment: 5 }]);
    const failing = wordsIn(await page('pro-delta', ''));
    assert.match(
      failing,
      /accepts on a condition that does not hold: it counts as an objection only if amendment 5 goes in ✕ does not hold now/u,
    );
    assert.equal(failing.match(/Point of friction/gu)?.length, 3);
    const grid = await page('pro-delta', '/stand');
    assert.match(grid, /<sup class="if" aria-hidden="true">if<\/sup>/u);
    assert.match(wordsIn(grid), /amendment 5 goes in ✕ does not hold now/u);
    assert.match(wordsIn(await page('pro-delta', '/history')), /accepts .*only if amendment 5 goes in/u);
  });

  it('is kept by the small form beside the words, which leads to the conditions', async () => {
    const html = await page('dasos-kai-nero', '');
    assert.match(html, /name="if-on-clause:weigh-1" value="amendment:5"/u);
    assert.match(html, /Your condition stays: change it/u);
  });
});

describe('answers on everything at once', () => {
  const [REMOVE, WEIGH] = ['clause:remove', 'clause:weigh'] as const;
  const typed = {
    text: TEXT,
    revision: 3,
    on: [REMOVE, WEIGH, 'clause:worth', 'whole'],
    [`stand-${REMOVE}`]: 'object',
    [`reason-${REMOVE}`]: 'Six years.',
    [`stand-${WEIGH}`]: 'accept',
    'stand-clause:worth': 'support',
  };

  it('are all in one act, but for what is held already', async () => {
    const html = await send('pro-delta', 'positions.take', typed);
    const said = (actIn(html).body['positions'] as readonly { readonly on: { readonly clause: string } }[]).map(
      ({ on }) => on.clause,
    );
    assert.deepEqual(said, ['remove', 'weigh']);
    assert.match(wordsIn(html), /objects to clause 2 \. .*five years.* Six years\./iu);
  });

  it('stay as they were typed while conditions are named for one of them', async () => {
    const html = await send('pro-delta', 'positions.take', { ...typed, step: `conditions:${WEIGH}` });
    assert.match(html, /name="stand-clause:remove"\s+value="object"\s+checked/u);
    assert.equal(areaIn(html, `reason-${REMOVE}`), 'Six years.');
    assert.match(html, /name="if-on-clause:weigh-1"/u);
    assert.doesNotMatch(html, /name="if-on-clause:remove-1"/u);
  });

  it('come back whole where one is refused, which is named by its clause', async () => {
    const html = await send('pro-delta', 'positions.take', { ...typed, [`reason-${REMOVE}`]: '' }, 422);
    assert.match(wordsIn(html), /Refused under article 6\.2 On clause 2: An objection needs a reason/u);
    assert.equal(wordsIn(html).match(/An objection needs a reason/gu)?.length, 2);
    assert.match(html, /name="stand-clause:weigh"\s+value="accept"\s+checked/u);
    const nothing = await send('pro-delta', 'positions.take', { text: TEXT, revision: 3, on: [REMOVE, 'whole'] }, 422);
    assert.match(wordsIn(nothing), /You say nothing new here/u);
  });
});

describe('the grid of positions', () => {
  it('is put in order by clause and by organisation', async () => {
    const rows = async (query: string): Promise<readonly string[]> => {
      const html = await page('pro-delta', `/stand${query}`);
      return [...html.matchAll(/<th scope="row"><bdi class="by">([^<]*)/gu)].map(([, name = '']) => name);
    };
    const names = participants(scene.conference.state()).map(({ name }) => name);
    assert.deepEqual(await rows(''), names);
    assert.deepEqual(await rows('?rows=name'), names.toSorted(new Intl.Collator('en').compare));
    assert.equal(
      (await rows('?sort=friction&rows=friction'))[0],
      names.find((name) => name.startsWith('Δάσος')),
    );
    const html = await page('pro-delta', '/stand?sort=friction&rows=name');
    assert.match(html, /href="[^"]*\/stand\?rows=name"/u);
    assert.match(html, /href="[^"]*\/stand\?sort=friction"/u);
  });
});

describe('a no-objection period', () => {
  it('agrees the amendment when it has passed, and the page says so', async () => {
    await scene.act(['dasos-kai-nero', 1], 'positions.take', {
      text: TEXT,
      revision: 3,
      positions: [
        {
          on: { kind: 'amendment', amendment: 4 },
          stand: 'accept',
          reason: null,
          conditions: [{ kind: 'stays', clause: 'support' }],
        },
      ],
    } as never);
    scene.clock.set(later(scene.clock.now(), 40 * DAY));
    await scene.act(['pro-delta', 1], 'text.cosponsor', { text: TEXT });
    assert.equal(text().amendments[3]?.fate.kind, 'agreed');
    assert.match(
      await amendment(4),
      /agreed on \d+ \w+ \d{4}: nobody objected in time \. The next revision takes it in/u,
    );
    assert.match(wordsIn(await page('pro-delta', '/amendments')), /Agreed, waiting for the next revision \(1\)/u);
  });

  it('leaves conditions to hold: one that fails later is a point of friction, and may be met over', async () => {
    const { title, clauses } = text().revisions.at(-1) ?? assert.fail();
    await scene.act(['zelena-sava', 1], 'text.revise', {
      text: TEXT,
      revision: 3,
      title,
      clauses: clauses.map((clause) =>
        clause.id === 'support' ? { ...clause, words: `${clause.words} Always.` } : clause,
      ),
      charter: null,
      tookIn: [],
      note: null,
    });
    assert.match(
      wordsIn(await page('pro-delta', '/points')),
      /amendment 4: 1 objects .*Δάσος και Νερό accepts on a condition that does not hold/iu,
    );
    assert.match(await amendment(4), /⚑ [^·]* · No consultation/iu);
    assert.match(await amendment(4, 'dasos-kai-nero'), /they still hold\. Let go of them/u);
    const form = wordsIn(await (await ask('pro-delta', `consultation.record?text=${TEXT}&on=amendment:4`)).text());
    assert.match(form, /amendment 4 \([^)]*Δάσος και Νερό\)/iu);
  });
});
