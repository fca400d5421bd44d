import { after, test } from 'node:test';
import { fromMarkdown } from '../src/text/markdown.ts';
import { axeCheck } from './kit/axe.ts';
import { createAssemblies } from './kit/assembly.ts';
import { assertFits, launch, screenshot } from './kit/browser.ts';
import { areaIn, createForms } from './kit/forms.ts';
import { createSampleScene } from './kit/sample.ts';

/** The pages of the coordinating group as people see them: nothing for axe to find, nothing that sticks out at 320 px. With `ISONOMIA_SHOTS=1` pictures of them. */

const scene = await createSampleScene({ met: false, listen: true });
after(scene.close);
const kit = await launch();
const assemblies = createAssemblies(scene);
const { ask } = createForms(scene);
const SHOTS = process.env['ISONOMIA_SHOTS'] !== undefined;

const look = async (organisation: string | null, path: string, name: string, locale = 'en'): Promise<void> => {
  const page = await kit.page({ baseURL: scene.origin, script: false, locale });
  if (organisation !== null)
    await page.context().addCookies([{ ...scene.cookie(await scene.signIn(organisation)), url: scene.origin }]);
  await page.goto(`/sample${path}`);
  if (SHOTS) await screenshot(page, name);
  await axeCheck(page);
  await assertFits(page);
  await page.context().close();
};

test('before a group is elected', async () => {
  await look(null, '/group', 'group-none');
  await look('pro-delta', '/help', 'help-none');
});

test('a group with a change, a mandate, a meeting and a request for help', async () => {
  const names = ['reka-vardar', 'pro-delta', 'zelena-sava', 'nehir-dernegi', 'lumi-i-lire', 'rijeke-bosne'] as const;
  const slate = { members: names.slice(0, 3), substitutes: ['diktyo-potamon', 'lumi-i-lire'] };
  const task = 'Complete the text on the free-flowing tributaries in the wording that all can sign, and publish it.';
  await assemblies.elect(names, slate, { task, days: 25 });
  await scene.act(['pro-delta', 1], 'group.resign', { reason: 'Our only secretary is ill until the summer.' });
  await assemblies.convene(['reka-vardar', 'zelena-sava'], 'group');
  await scene.act(['reka-vardar', 1], 'help.ask', {
    what: 'secretarial',
    words: 'Somebody who keeps the minutes of the next assembly in Greek and in Macedonian.',
    until: null,
  });
  await scene.act(['diktyo-potamon', 1], 'help.offer', { help: 1, words: 'Η Ελένη μπορεί να κρατήσει τα ελληνικά.' });
  await look('zelena-sava', '/group', 'group');
  await look('diktyo-potamon', '/group', 'group-el', 'el');
  await look('zelena-sava', '/help', 'help');
  await look('lumi-i-lire', '/group/desk', 'desk');
  await look('lumi-i-lire', '/today', 'desk-needs', 'el');
  await look('zelena-sava', '/do/group.resign', 'resign');
  await look('zelena-sava', '/do/help.ask', 'help-ask', 'el');
  await look('lumi-i-lire', '/do/help.offer?help=1', 'help-offer');
});

test('a summary record, drafted, in the editor, and with a correction beside its clause', async () => {
  const names = ['reka-vardar', 'pro-delta', 'zelena-sava', 'nehir-dernegi', 'lumi-i-lire', 'rijeke-bosne'] as const;
  const number = await assemblies.convene(names, 'assembly', ['The free-flowing tributaries', 'The next assembly']);
  await assemblies.open(number, names);
  await assemblies.ask(number, names[0], { kind: 'agenda', items: [1, 2] });
  await scene.act([names[0], 1], 'sitting.item', { meeting: number, item: 1 });
  await assemblies.speak(number, names[0], 'nehir-dernegi');
  await assemblies.speak(number, names[0], 'pro-delta');
  await assemblies.ask(number, names[0], { kind: 'words', words: 'No new dams above Skopje.', under: null }, [
    ['lumi-i-lire', 'object', 'Our one is half built.'],
    ['pro-delta', 'stand-aside', 'It does not concern the Delta.'],
  ]);
  await assemblies.close(number, names[0]);
  const path = `/meetings/${number}/summary`;
  await look('pro-delta', path, 'summary-draft', 'el');
  await look('reka-vardar', `/do/summary.circulate?meeting=${number}`, 'summary-form');
  const form = await (await ask('reka-vardar', `summary.circulate?meeting=${number}`)).text();
  const read = fromMarkdown(areaIn(form, 'body'));
  const clauses = read.ok ? read.value.clauses : [];
  await scene.act([names[0], 1], 'summary.circulate', {
    meeting: number,
    language: 'en',
    clauses: clauses.map((one) => ({ ...one })),
  });
  const clause = clauses.find(({ words }) => words.includes('half built'));
  await scene.act(['lumi-i-lire', 1], 'summary.correct', {
    meeting: number,
    version: 1,
    clause: clause?.id ?? '',
    words: (clause?.words ?? '').replace('half built', 'nearly finished, and its people are paid'),
    reason: 'So our delegate said.',
  });
  await look('lumi-i-lire', path, 'summary');
  await look('reka-vardar', `/do/summary.circulate?meeting=${number}`, 'summary-take-in');
  await look('zelena-sava', `/do/summary.correct?meeting=${number}&version=1&clause=met`, 'summary-correct', 'el');
});
