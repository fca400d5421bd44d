import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { DAY } from '../src/base/time.ts';
import { createAssemblies } from './kit/assembly.ts';
import { wordsIn } from './kit/forms.ts';
import { createSampleScene } from './kit/sample.ts';

/** The desk of the coordinating group, and what it brings to others' first screens, without script. */

const scene = await createSampleScene({ met: false });
after(scene.close);
const assemblies = createAssemblies(scene);
const NAMES = ['reka-vardar', 'pro-delta', 'zelena-sava', 'nehir-dernegi', 'lumi-i-lire', 'rijeke-bosne'] as const;

const page = async (path: string, organisation: string | null, status = 200): Promise<string> => {
  const headers: Record<string, string> = {};
  if (organisation !== null) {
    const { name, value } = scene.cookie(await scene.signIn(organisation));
    headers['cookie'] = `${name}=${value}`;
  }
  const response = await scene.ask(`/sample${path}`, { headers });
  assert.equal(response.status, status, path);
  return response.text();
};
const desk = async (organisation = 'dasos-kai-nero'): Promise<string> =>
  wordsIn(await page('/group/desk', organisation));

describe('the desk', () => {
  it('is for participants, whether they are in the group or not', async () => {
    await page('/group/desk', null, 401);
    await page('/group/desk', 'drustvo-ob-savi', 404);
    assert.match(await desk(), /gives nobody a power: every participant sees the same/u);
  });

  it('has open procedures with their deadlines', async () => {
    assert.match(await desk(), /Open procedures .*in 3 days .*Balkanska Šuma wants to join .*\(2\.3\) Read/u);
  });

  it('has the assembly that is due, with the way to convene it for whoever may', async () => {
    const path = '/group/desk';
    assert.match(wordsIn(await page(path, 'pro-delta')), /The assembly and the group .*The next assembly is due/u);
    assert.match(await page(path, 'pro-delta'), /href="\/sample\/do\/meeting\.convene"/u);
  });

  it('has mandates and a term within 30 days of their end, and records to circulate', async () => {
    const slate = { members: NAMES.slice(0, 3), substitutes: ['diktyo-potamon'] };
    await assemblies.elect(NAMES, slate, { task: 'Complete the text on the tributaries.', days: 60 });
    const now = await desk();
    assert.doesNotMatch(now, /Mandates that end soon|term ends/u);
    assert.match(now, /Summary records .*no deadline No summary record yet: Assembly, /u);
    assemblies.pass(35 * DAY);
    assert.match(
      await desk(),
      /Mandates that end soon .*in 25 days .*Mandate 1: Complete the text on the tributaries\./u,
    );
    assert.doesNotMatch(await page('/group/desk', 'dasos-kai-nero'), /href="\/sample\/do\/meeting\.convene"/u);
  });

  it('has the agenda that closes, once an assembly is convened', async () => {
    await assemblies.convene(['reka-vardar'], 'assembly', ['Rivers', 'Forests']);
    assert.match(await desk(), /the agenda is closed to proposals 2 items are proposed so far/u);
  });

  it('leads whoever serves to another way to reach an organisation that mail did not', async () => {
    await scene.act(['reka-vardar', 1], 'help.ask', { what: 'secretarial', words: 'Minutes in Greek.', until: null });
    const { number } = scene.conference.state().circulations.at(-1) ?? assert.fail();
    const outcomes = [{ organisation: 'nehir-dernegi' as never, result: 'bounced' as const, code: 550 }];
    assert.ok((await scene.conference.attest('host.delivered', { circulation: number, outcomes })).ok);
    assert.match(
      await desk(),
      new RegExp(`Not reached .*Not reached: Nehir Derneği Circulation ${number} came back`, 'u'),
    );
    assert.match(
      await page('/group/desk', 'reka-vardar'),
      new RegExp(`do/post\\.otherwise\\?circulation=${number}&(?:amp;)?organisation=nehir-dernegi`, 'u'),
    );
    assert.doesNotMatch(await page('/group/desk', 'lumi-i-lire'), /do\/post\.otherwise/u);
    await scene.act(['reka-vardar', 1], 'post.otherwise', {
      circulation: number,
      organisation: 'nehir-dernegi',
      how: 'a printed letter',
    });
    assert.doesNotMatch(await desk(), /Not reached:/u);
  });
});

describe('the first screen of a participant', () => {
  it('says that the group asks for help, until it has offered', async () => {
    const before = wordsIn(await page('/today', 'lumi-i-lire'));
    assert.match(before, /The group asks for help: Secretarial help Minutes in Greek\. \(9\.6\) Read and offer/u);
    assert.doesNotMatch(wordsIn(await page('/today', 'reka-vardar')), /The group asks for help/u);
    await scene.act(['lumi-i-lire', 1], 'help.offer', { help: 1, words: 'We can.' });
    assert.doesNotMatch(wordsIn(await page('/today', 'lumi-i-lire')), /The group asks for help/u);
    assert.match(await desk(), /Asked for: Secretarial help: Minutes in Greek\. 1 offer/u);
  });

  it('has the record to circulate for whoever had the chair, and to read for the others', async () => {
    assert.match(wordsIn(await page('/today', 'reka-vardar')), /Circulate the summary record: Assembly, /u);
    assert.doesNotMatch(wordsIn(await page('/today', 'pro-delta')), /the summary record/u);
    await scene.act(['reka-vardar', 1], 'summary.circulate', {
      meeting: 1,
      language: 'en',
      clauses: [{ id: 'met', kind: 'operative', words: 'We met.' }],
    });
    assert.doesNotMatch(wordsIn(await page('/today', 'reka-vardar')), /the summary record/u);
    assert.match(
      wordsIn(await page('/today', 'pro-delta')),
      /Read the summary record: Assembly, .*in 30 days|in 30 days .*Read the summary record/u,
    );
    await page('/meetings/1/summary', 'pro-delta');
    assert.doesNotMatch(wordsIn(await page('/today', 'pro-delta')), /Read the summary record/u);
  });

  it('says it in Greek too', async () => {
    const greek = wordsIn(await page('/group/desk?lang=el', 'pro-delta'));
    assert.match(greek, /Το γραφείο της ομάδας .*Ανοιχτά σε διορθώσεις: Συνέλευση/u);
  });
});
