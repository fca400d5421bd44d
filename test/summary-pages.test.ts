import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { DAY } from '../src/base/time.ts';
import { createAssemblies } from './kit/assembly.ts';
import { actIn, areaIn, createForms, wordsIn } from './kit/forms.ts';
import { createSampleScene } from './kit/sample.ts';

/** The summary record of an assembly, without script: from the draft that the sitting writes to the approved version. */

const scene = await createSampleScene({ met: false });
after(scene.close);
const { ask, send } = createForms(scene);
const assemblies = createAssemblies(scene);
const THERE = ['reka-vardar', 'pro-delta', 'zelena-sava', 'nehir-dernegi', 'lumi-i-lire', 'rijeke-bosne'] as const;

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

const number = await assemblies.convene(THERE);
const PATH = `/meetings/${number}/summary`;
const form = `summary.circulate?meeting=${number}`;
const summary = () => assemblies.meeting(number).summary ?? assert.fail('no summary record');
const clauseWith = (words: RegExp): string =>
  summary()
    .versions.at(-1)
    ?.clauses.find((clause) => words.test(clause.words))?.id ?? assert.fail('no such clause');

/** Sends a form, and what it makes to the record. */
const make = async (by: string, kind: Parameters<typeof scene.act>[1], typed: Record<string, string | number>) => {
  const shown = await send(by, kind, typed);
  await scene.act([by, 1], kind, actIn(shown).body as never);
  return shown;
};

describe('while the meeting goes on', () => {
  it('the draft stands as it would now, for members alone', async () => {
    assert.match(wordsIn(await page(PATH)), /When the meeting has sat/u);
    await assemblies.open(number, THERE);
    await assemblies.ask(number, 'reka-vardar', { kind: 'agenda', items: [1] });
    const words = wordsIn(await page(PATH));
    assert.match(words, /As it would stand now .*The agenda was adopted: \(a\) The rivers/u);
    assert.match(words, /6 of 11 participants were present: \(a\) Река Вардар, from/u);
    assert.doesNotMatch(words, /Edit and circulate/u);
    await page(PATH, null, 401);
    await page(PATH, 'drustvo-ob-savi', 404);
    assert.equal((await ask('reka-vardar', form)).status, 404);
  });
});

describe('when it has ended', () => {
  it('those who may circulate the record are led to it, others are not', async () => {
    await scene.act(['reka-vardar', 1], 'sitting.item', { meeting: number, item: 1 });
    await assemblies.speak(number, 'reka-vardar', 'nehir-dernegi');
    await assemblies.ask(number, 'reka-vardar', { kind: 'words', words: 'No new dams.', under: null }, [
      ['lumi-i-lire', 'object', 'Our one is half built.'],
    ]);
    await assemblies.ask(number, 'reka-vardar', {
      kind: 'election',
      members: THERE.slice(0, 3),
      substitutes: ['nehir-dernegi'],
    });
    await assemblies.close(number, 'reka-vardar');
    assert.match(await page(PATH, 'pro-delta'), /do\/summary\.circulate\?meeting=/u);
    assert.doesNotMatch(await page(PATH, 'lumi-i-lire'), /do\/summary\.circulate/u);
  });

  it('the form holds the draft, in either language, and reads it back', async () => {
    const shown = await (await ask('pro-delta', form)).text();
    const body = areaIn(shown, 'body');
    assert.match(body, /Lumi i Lirë objected: “Our one is half built\.” This was not agreed\. \{#call-2\}/u);
    assert.match(body, /Spoke, in this order: Nehir Derneği\./u);
    const greek = await (await ask('pro-delta', `${form}&language=el`)).text();
    assert.match(areaIn(greek, 'body'), /Lumi i Lirë: αντιτάχθηκε: «Our one is half built\.»/u);
    assert.match(greek, /value="el"\s+selected/u);
    const preview = await send('pro-delta', 'summary.circulate', {
      meeting: number,
      language: 'en',
      body,
      step: 'preview',
    });
    assert.match(wordsIn(preview), /How it reads .*Presence/u);
    const wrong = await send('pro-delta', 'summary.circulate', { meeting: number, language: 'en', body: '' }, 422);
    assert.match(wrong, /role="alert"/u);
  });

  it('a version goes to all, with its period and the clauses to ask about', async () => {
    const body = areaIn(await (await ask('pro-delta', form)).text(), 'body');
    const shown = await make('pro-delta', 'summary.circulate', {
      meeting: number,
      language: 'en',
      body: `${body}\n## Thanks\n\nWe thank the school.\n`,
    });
    assert.match(wordsIn(shown), /Circulates a summary record: Assembly, .* Thanks .*We thank the school\./u);
    const words = wordsIn(await page(PATH, 'lumi-i-lire'));
    assert.match(words, /Circulated .* by Pro Delta Open to correction until .*\(in 30 days\)/u);
    assert.match(words, /Correct it : clause 1/u);
    assert.equal(
      scene.conference
        .state()
        .circulations.at(-1)
        ?.recipients.get('lumi-i-lire' as never)?.opened === null,
      false,
    );
  });
});

describe('corrections', () => {
  const typed = () => ({ meeting: number, version: 1, clause: clauseWith(/half built/u) });

  it('are asked for from a clause, and stand beside it word by word', async () => {
    const asked = await (
      await ask('lumi-i-lire', `summary.correct?meeting=${number}&version=1&clause=${typed().clause}`)
    ).text();
    const now = areaIn(asked, 'words');
    assert.match(now, /half built/u);
    const same = await send('lumi-i-lire', 'summary.correct', { ...typed(), words: now, reason: 'It was so.' }, 422);
    assert.match(same, /It was so\./u);
    await make('lumi-i-lire', 'summary.correct', {
      ...typed(),
      words: now.replace('half built', 'nearly finished'),
      reason: 'So we said.',
    });
    await make('nehir-dernegi', 'summary.correct', {
      meeting: number,
      version: 1,
      clause: clauseWith(/thank the school/u),
      words: 'We thank the school and its cooks.',
      reason: 'They fed us.',
    });
    const words = wordsIn(await page(PATH, 'pro-delta'));
    assert.match(
      words,
      /Lumi i Lirë .* would have: .*\[deleted:\] half built \[added:\] nearly finished .*So we said\./u,
    );
    assert.match(words, /2 corrections asked for/u);
    assert.doesNotMatch(await page(PATH, 'pro-delta'), /do\/summary\.withdraw-correction/u);
  });

  it('contest the record when its time passes, and one can be taken back', async () => {
    assemblies.pass(31 * DAY);
    await scene.act(['pro-delta', 1], 'help.ask', { what: 'secretarial', words: 'Minutes.', until: null });
    assert.match(wordsIn(await page(PATH)), /Contested Its time has passed, and 2 corrections stand against it/u);
    await make('nehir-dernegi', 'summary.withdraw-correction', { meeting: number, correction: 2 });
    assert.match(wordsIn(await page(PATH)), /and 1 correction stands against it/u);
    assert.match(wordsIn(await page(PATH)), /Nehir Derneği .*✕ taken back/u);
  });

  it('are taken into the next version one by one; the versions are compared, and silence approves the last', async () => {
    const first = await (await ask('reka-vardar', form)).text();
    assert.match(first, /value="take-1"/u);
    const body = areaIn(first, 'body');
    const taken = await send('reka-vardar', 'summary.circulate', {
      meeting: number,
      language: 'en',
      body,
      step: 'take-1',
    });
    assert.match(areaIn(taken, 'body'), /nearly finished/u);
    assert.match(wordsIn(taken), /✓ stands in the text below/u);
    await make('reka-vardar', 'summary.circulate', { meeting: number, language: 'en', body: areaIn(taken, 'body') });
    const words = wordsIn(await page(PATH));
    assert.match(words, /Version 2 .*✓ taken in by version 2/u);
    assert.match(words, /From version 1 to version 2 .*\[deleted:\] half built \[added:\] nearly finished/u);
    assert.equal(
      summary()
        .versions[1]?.clauses.find(({ id }) => id === 'call-2')
        ?.words.includes('nearly'),
      true,
    );
    assemblies.pass(31 * DAY);
    await scene.act(['pro-delta', 1], 'help.ask', { what: 'technical', words: 'A car.', until: null });
    const approved = await page(PATH);
    assert.match(wordsIn(approved), /✓ Approved on/u);
    assert.doesNotMatch(approved, /do\/summary\./u);
    assert.equal((await ask('reka-vardar', form)).status, 404);
  });
});
