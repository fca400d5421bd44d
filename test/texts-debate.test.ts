import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { DAY, after as later } from '../src/base/time.ts';
import { present } from '../src/charter/texts/texts.ts';
import { actIn, createForms, wordsIn } from './kit/forms.ts';
import { createSampleScene } from './kit/sample.ts';

/** Working on what is not agreed, without script, on the sample: friction, debate, proposals under silence, objections to a revision. */

const scene = await createSampleScene({ met: false });
after(scene.close);
const { ask, send, textPage } = createForms(scene);

const TEXT = 4;
const page = textPage(TEXT);
const text = () => scene.text(TEXT);

describe('a point of friction', () => {
  it('has the wordings side by side, who objects and why, and what was tried', async () => {
    const list = wordsIn(await page('pro-delta', '/points'));
    assert.match(list, /clause 2 ✕ 2 object 1 consultation recorded Calls upon/u);
    assert.match(list, /clause 5 ✕ 1 objects no consultation recorded .*Amendment 5 .*Amendment 6/u);
    const point = wordsIn(await page('pro-delta', '/points/remove'));
    assert.match(point, /Point of friction: clause 2/u);
    assert.match(point, /The present words Calls upon .*Amendment 4 , Река Вардар .*\[deleted:\] five \[added:\] ten/u);
    assert.match(point, /Река Вардар objects: Not against taking them out/u);
    assert.match(point, /Consultation 1: clause 2 .*Five years for barriers/u);
    assert.doesNotMatch(point, /broad consensus/u);
    const bare = await page('pro-delta', '/points/support');
    assert.match(
      wordsIn(bare),
      /No consultation is recorded\. While that is so, this point stands in the way of broad/u,
    );
    assert.match(bare, /href="\/sample\/do\/amendment\.propose\?text=4(?:&|&amp;)clause=support"/u);
    assert.match(bare, /href="\/sample\/do\/consultation\.record\?text=4(?:&|&amp;)clause=support"/u);
    assert.match(wordsIn(await page('pro-delta', '/points/keep')), /Nobody objects to it now/u);
  });

  it('is there for the whole, and not for a clause that the text does not have', async () => {
    assert.match(wordsIn(await page('pro-delta', '/points/whole')), /The work on the whole/u);
    const headers = await scene.headers('pro-delta');
    assert.equal((await scene.ask(`/sample/texts/${TEXT}/points/nothing`, { headers })).status, 404);
    assert.equal((await scene.ask(`/sample/texts/${TEXT}/points/remove`)).status, 404);
  });
});

describe('debate', () => {
  const typed = { text: TEXT, revision: 3, on: 'clause:support', quote: 'whatever its size', words: 'Δύο χωριά;' };

  it('begins with words of the text, and says in which language', async () => {
    const form = await (await ask('dasos-kai-nero', `debate.open?text=${TEXT}&on=clause:support`)).text();
    assert.match(form, /value="clause:support"\s+selected/u);
    const wrong = await send('dasos-kai-nero', 'debate.open', { ...typed, quote: 'of any size' }, 422);
    assert.match(wrong, /These words do not stand in the text/u);
    const html = await send('dasos-kai-nero', 'debate.open', { ...typed, language: 'el' });
    assert.match(html, /<div lang="el" dir="ltr"><blockquote><p dir="auto">Δύο χωριά;/u);
    await scene.act(['dasos-kai-nero', 1], 'debate.open', actIn(html).body as never);
    assert.match(wordsIn(await page('pro-delta', '/points/support')), /Thread 2, on clause 5 whatever its size/u);
    assert.match(await page('pro-delta', ''), /href="[^"]*\/debate\?at=2#t-2"/u);
  });

  it('goes on by replies until its starter calls it resolved', async () => {
    const reply = await send('lumi-i-lire', 'debate.reply', { text: TEXT, thread: 2, words: 'Only old races?' });
    await scene.act(['lumi-i-lire', 1], 'debate.reply', actIn(reply).body as never);
    assert.match(
      wordsIn(await page('pro-delta', '/debate')),
      /Open \(2\) .*Δύο χωριά; .*Lumi i Lirë .*Only old races\?/u,
    );
    assert.doesNotMatch(await page('pro-delta', '/debate'), /do\/debate\.resolve/u);
    assert.match(await page('dasos-kai-nero', '/debate'), /do\/debate\.resolve/u);
    assert.match(
      await send('lumi-i-lire', 'debate.resolve', { text: TEXT, thread: 2 }, 422),
      /Only Δάσος και Νερό may/u,
    );
    await scene.act(['dasos-kai-nero', 1], 'debate.resolve', { text: TEXT, thread: 2 });
    const resolved = await page('pro-delta', '/debate');
    assert.match(wordsIn(resolved), /Resolved \(1\)/u);
    assert.doesNotMatch(resolved, /debate\.reply\?text=4&(?:amp;)?thread=2/u);
  });
});

describe('a proposal about a text', () => {
  it('is made in two steps, and says until when it can be disagreed with', async () => {
    const choice = await (await ask('pro-delta', `proposal.make?text=${TEXT}`)).text();
    assert.match(choice, /what=principle"[\s\S]*what=rapporteur"[\s\S]*what=languages"[\s\S]*what=weights"/u);
    assert.doesNotMatch(choice, /what=rectification/u);
    const typed = {
      text: TEXT,
      what: 'principle',
      to: 'named',
      mandated: ['pro-delta', 'lumi-i-lire'],
      latest: 'group-2',
      reason: 'To finish.',
    };
    assert.match(await send('pro-delta', 'proposal.make', { ...typed, until: '2020-01-01' }, 422), /lies in the past/u);
    const html = await send('pro-delta', 'proposal.make', { ...typed, until: '2999-05-03' });
    assert.match(
      wordsIn(html),
      /belongs to all\. Completed by Pro Delta and Lumi i Lirë until 3 May 2999, and adopted at the 2nd meeting of the coordinating group at the latest\./u,
    );
    await scene.act(['pro-delta', 1], 'proposal.make', actIn(html).body as never);
    const weights = { text: TEXT, what: 'weights', 'weight-keep': 3, 'weight-remove': 1, reason: 'The heart of it.' };
    const weighed = await send('reka-vardar', 'proposal.make', weights);
    assert.deepEqual(actIn(weighed).body['what'], { kind: 'weights', weights: [{ clause: 'keep', weight: 3 }] });
    await scene.act(['reka-vardar', 1], 'proposal.make', actIn(weighed).body as never);
    const rapporteur = { text: TEXT, what: 'rapporteur', organisation: 'lumi-i-lire', reason: 'They have time.' };
    const named = await send('zelena-sava', 'proposal.make', rapporteur);
    assert.match(wordsIn(named), /Lumi i Lirë proposes its revisions/u);
    await scene.act(['zelena-sava', 1], 'proposal.make', actIn(named).body as never);
    const shown = wordsIn(await page('pro-delta', '/proposals'));
    assert.match(
      shown,
      /Open \(3\) Proposal 1: To take it in principle, .* open \. Stands on \d+ \w+ \d{4} unless somebody disagrees/u,
    );
    assert.match(wordsIn(await page('pro-delta', '')), /3 open proposals about it/u);
  });

  it('is disagreed with, with reasons', async () => {
    const html = await send('nehir-dernegi', 'proposal.disagree', { text: TEXT, proposal: 2, reasons: 'All alike.' });
    assert.match(wordsIn(html), /Disagrees with proposal 2 about .*All alike\./u);
    await scene.act(['nehir-dernegi', 1], 'proposal.disagree', actIn(html).body as never);
    assert.match(
      wordsIn(await page('pro-delta', '/proposals')),
      /Stands on .* only if Nehir Derneği takes its disagreement back\. .*All alike\./u,
    );
    assert.match(
      await page('nehir-dernegi', '/proposals'),
      /proposal\.withdraw-disagreement\?text=4(?:&|&amp;)proposal=2/u,
    );
    assert.match(await page('reka-vardar', '/proposals'), /proposal\.withdraw\?text=4(?:&|&amp;)proposal=2/u);
  });
});

describe('what needs an organisation', () => {
  it('is what it would let pass by silence, and what others wait for', async () => {
    const needs = async (organisation: string): Promise<string> => {
      const headers = await scene.headers(organisation);
      return wordsIn(await (await scene.ask('/sample/today', { headers })).text());
    };
    const pro = await needs('pro-delta');
    assert.doesNotMatch(pro, /To take it in principle/u);
    assert.match(
      pro,
      /Look at a proposal about .*\(rapporteur\): it stands on \d+ \w+ \d{4} unless somebody disagrees/u,
    );
    assert.match(pro, /Look at an amendment to .*unless somebody objects: amendment 4\. \(13\.2\)/u);
    // Its mover knows of it, and so does who has spoken on it.
    for (const organisation of ['reka-vardar', 'lumi-i-lire'])
      assert.doesNotMatch(await needs(organisation), /unless somebody objects/u);
    await scene.act(['pro-delta', 1], 'debate.open', {
      text: TEXT,
      revision: 3,
      on: { kind: 'whole' },
      quote: null,
      words: 'Shall we meet?',
      language: null,
    });
    assert.doesNotMatch(await needs('pro-delta'), /Others have replied/u);
    await scene.act(['nehir-dernegi', 1], 'debate.reply', {
      text: TEXT,
      thread: 3,
      words: 'On Friday.',
      language: null,
    });
    assert.match(await needs('pro-delta'), /Others have replied in the debate on/u);
    assert.doesNotMatch(await needs('nehir-dernegi'), /Others have replied/u);
  });
});

describe('proposals at their deadline', () => {
  it('stand where nobody disagreed, and show on the text', async () => {
    await scene.act(['pro-delta', 1], 'proposal.withdraw', { text: TEXT, proposal: 1 });
    scene.clock.set(later(scene.clock.now(), 40 * DAY));
    await scene.act(['pro-delta', 1], 'text.cosponsor', { text: TEXT });
    assert.deepEqual(
      text().proposals.map(({ outcome }) => outcome),
      ['withdrawn', 'refused', 'agreed'],
    );
    const panel = wordsIn(await page('lumi-i-lire', ''));
    assert.match(panel, /Rapporteur: Lumi i Lirë/u);
    assert.match(panel, /Publish a revision/u);
    const headers = await scene.headers('lumi-i-lire');
    const needs = await (await scene.ask('/sample/today', { headers })).text();
    assert.match(wordsIn(needs), /An amendment is agreed and not in the text yet: 4\./u);
    assert.doesNotMatch(wordsIn(await page('zelena-sava', '')), /Publish a revision/u);
  });
});

describe('a revision that is objected to', () => {
  it('says so above the text until the objection is withdrawn', async () => {
    const html = await send('reka-vardar', 'revision.object', { text: TEXT, revision: 3, reasons: 'Not as we met.' });
    assert.match(wordsIn(html), /Objects to revision 3 of .*Not as we met\./u);
    await scene.act(['reka-vardar', 1], 'revision.object', actIn(html).body as never);
    for (const tab of ['', '/history'])
      assert.match(
        wordsIn(await page('pro-delta', tab)),
        /The present revision is objected to: Река Вардар .*Not as we met\./u,
      );
    assert.match(await page('reka-vardar', ''), /do\/revision\.withdraw-objection/u);
    await scene.act(['reka-vardar', 1], 'revision.withdraw-objection', { text: TEXT, revision: 3 });
    assert.doesNotMatch(wordsIn(await page('pro-delta', '')), /The present revision is objected to/u);
    assert.match(wordsIn(await page('pro-delta', '/history')), /objects to revision 3 .*Not as we met\./u);
  });
});

describe('a slip in a final version', () => {
  it('is put right by silence, and the document says so', async () => {
    const choose = await (await ask('pro-delta', 'proposal.make?text=2&what=rectification')).text();
    assert.match(choose, /In which clause is the slip/u);
    const { id, words } = present(scene.conference.state().texts[1] ?? assert.fail()).clauses[1] ?? assert.fail();
    const typed = {
      text: 2,
      what: 'rectification',
      clause: id,
      words: `${words} Rightly.`,
      reason: 'A word was lost.',
    };
    const html = await send('pro-delta', 'proposal.make', typed);
    assert.match(wordsIn(html), /\[added:\] Rightly\./u);
    await scene.act(['pro-delta', 1], 'proposal.make', actIn(html).body as never);
    scene.clock.set(later(scene.clock.now(), 40 * DAY));
    await scene.act(['pro-delta', 1], 'observation.make', {
      text: 2,
      version: present(scene.text(2)).hash,
      kind: 'view',
      clauses: [],
      words: 'Well done.',
      public: false,
    });
    const document = wordsIn(await (await scene.ask('/sample/decisions/2')).text());
    assert.match(document, /Slips put right .*, put right on \d+ \w+ \d{4} .*\[added:\] Rightly\./u);
  });
});
