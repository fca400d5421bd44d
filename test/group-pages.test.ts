import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { DAY } from '../src/base/time.ts';
import { createAssemblies } from './kit/assembly.ts';
import { actIn, createForms, wordsIn } from './kit/forms.ts';
import { createSampleScene } from './kit/sample.ts';

/** The coordinating group and the help that it asks for, without script: elected by an assembly of the sample. */

const scene = await createSampleScene({ met: false });
after(scene.close);
const { ask, send } = createForms(scene);
const assemblies = createAssemblies(scene);

const page = async (path: string, organisation: string | null = 'pro-delta', status = 200): Promise<string> => {
  const headers: Record<string, string> = {};
  if (organisation !== null) {
    const { name, value } = scene.cookie(await scene.signIn(organisation));
    headers['cookie'] = `${name}=${value}`;
  }
  const response = await scene.ask(`/sample${path}`, { headers });
  assert.equal(response.status, status, path);
  return response.text();
};

describe('while no group is elected', () => {
  it('the page says so, who does its work meanwhile, and how it is elected', async () => {
    const words = wordsIn(await page('/group', null));
    assert.match(words, /No group has been elected yet .*any participant may do what the group does/u);
    assert.match(words, /How it is elected .*3 members and up to 2 substitutes/u);
    assert.doesNotMatch(words, /For participants/u);
    const greek = wordsIn(await page('/group?lang=el', null));
    assert.match(greek, /Δεν έχει εκλεγεί ακόμη ομάδα/u);
  });

  it('any participant may ask for help', async () => {
    assert.match(await page('/help'), /href="\/sample\/do\/help\.ask"/u);
  });
});

describe('a group that an assembly elected', () => {
  it('has its members and its substitutes in order, its term, and its mandate with its deadline', async () => {
    await assemblies.elect(
      ['reka-vardar', 'pro-delta', 'zelena-sava', 'nehir-dernegi', 'lumi-i-lire', 'rijeke-bosne', 'diktyo-potamon'],
      {
        members: ['reka-vardar', 'pro-delta', 'zelena-sava'],
        substitutes: ['diktyo-potamon', 'nehir-dernegi'],
      },
      { task: 'Complete the text on the tributaries.', days: 60 },
    );
    const words = wordsIn(await page('/group', null));
    assert.match(
      words,
      /Member Река Вардар Македонија Member Pro Delta România Member Udruga Zelena Sava Hrvatska Substitute 1 Δίκτυο Ποταμών Ελλάδα Substitute 2 Nehir Derneği/u,
    );
    assert.match(words, /Mandate 1 Complete the text on the tributaries\. until .* \(in 60 days\)/u);
  });

  it('offers its members what is theirs, and others what is everybody’s', async () => {
    const own = await page('/group', 'zelena-sava');
    assert.match(own, /do\/group\.resign/u);
    assert.match(own, /do\/meeting\.convene\?kind=group/u);
    const other = await page('/group', 'lumi-i-lire');
    assert.doesNotMatch(other, /do\/group\.resign|do\/meeting\.convene/u);
    assert.match(other, /\/sample\/group\/desk/u);
  });

  it('tells who gave up its seat, why, and who stepped in', async () => {
    const shown = await send('pro-delta', 'group.resign', { reason: 'Our secretary is ill.' });
    assert.match(wordsIn(shown), /Gives up its seat in the coordinating group\. Δίκτυο Ποταμών steps in\./u);
    await scene.act(['pro-delta', 1], 'group.resign', actIn(shown).body as never);
    const words = wordsIn(await page('/group', null));
    assert.match(words, /Member Δίκτυο Ποταμών Ελλάδα stepped in/u);
    assert.match(words, /Pro Delta gave up its seat\. Δίκτυο Ποταμών stepped in\. Entry \d+ Our secretary is ill/u);
    assert.match(
      wordsIn(await send('pro-delta', 'group.resign', {}, 422)),
      /article 9\.1 .*for the members of the coordinating group/iu,
    );
  });

  it('tells who sat for whom in a meeting, and which of its mandates have ended', async () => {
    const there = ['reka-vardar', 'diktyo-potamon', 'nehir-dernegi'] as const;
    const number = await assemblies.convene(there, 'group');
    assert.match(wordsIn(await page('/group', 'lumi-i-lire')), /Its meetings .* ahead · Охрид/u);
    await assemblies.open(number, there);
    await assemblies.close(number, 'reka-vardar');
    const words = wordsIn(await page('/group', 'lumi-i-lire'));
    assert.match(words, /Nehir Derneği sat in the place of Udruga Zelena Sava, who did not come/u);
    assert.doesNotMatch(wordsIn(await page('/group', null)), /sat in the place of|Its meetings/u);
    assemblies.pass(30 * DAY);
    assert.match(wordsIn(await page('/group', null)), /No mandate is in force\. 1 mandate has ended/u);
  });
});

describe('help', () => {
  it('is asked for by the group, with a last day', async () => {
    const shown = await send('reka-vardar', 'help.ask', {
      what: 'technical',
      words: 'Headphones for forty.',
      until: new Date(scene.clock.now() + 20 * DAY).toISOString().slice(0, 10),
    });
    assert.match(wordsIn(shown), /Technical help Headphones for forty\. needed by/u);
    await scene.act(['reka-vardar', 1], 'help.ask', actIn(shown).body as never);
    const refused = await send('lumi-i-lire', 'help.ask', { what: 'technical', words: 'A car.', until: '' }, 422);
    assert.match(wordsIn(refused), /article 9\.6/iu);
    assert.match(refused, /A car\./u);
  });

  it('is offered by anyone, and seeing the request is told on the record', async () => {
    assert.match(wordsIn(await page('/help', 'lumi-i-lire')), /Technical help Request 1 .*Nobody has offered yet/u);
    const { circulations } = scene.conference.state();
    const opened = circulations.findLast(({ what }) => what.kind === 'help')?.recipients;
    const shownTo = [...(opened ?? [])].filter(([, delivery]) => delivery.opened !== null).map(([id]) => id);
    assert.deepEqual(shownTo, ['lumi-i-lire']);
    const shown = await send('lumi-i-lire', 'help.offer', { help: 1, words: 'We bring thirty.' });
    await scene.act(['lumi-i-lire', 1], 'help.offer', actIn(shown).body as never);
    assert.match(wordsIn(await page('/help', 'pro-delta')), /Offers Lumi i Lirë .* We bring thirty\./u);
  });

  it('is closed with thanks by whoever asked or another of the group, and by nobody else', async () => {
    assert.doesNotMatch(await page('/help', 'pro-delta'), /do\/help\.close/u);
    assert.match(
      wordsIn(await send('pro-delta', 'help.close', { help: 1, words: '' }, 422)),
      /Only Река Вардар may do this/u,
    );
    const shown = await send('zelena-sava', 'help.close', { help: 1, words: 'Thank you, Lumi i Lirë.' });
    await scene.act(['zelena-sava', 1], 'help.close', actIn(shown).body as never);
    const words = wordsIn(await page('/help'));
    assert.match(words, /Nothing is asked for now\. Done Technical help .*Thanks Thank you, Lumi i Lirë\./u);
    assert.equal((await ask('pro-delta', 'help.offer?help=1')).status, 404);
  });

  it('is for participants', async () => {
    await page('/help', null, 401);
    await page('/help', 'drustvo-ob-savi', 404);
  });
});
