import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import { utf8 } from '../src/base/bytes.ts';
import { DAY, HOUR, after as later } from '../src/base/time.ts';
import {
  amend,
  charterWith,
  consult,
  enrol,
  found,
  onAmendment,
  onClause,
  revise,
  sign,
  signCharter,
  table,
  take,
} from '../src/charter/spec/acts.ts';
import {
  ROOM_RULES,
  agreed,
  arrive,
  closeCall,
  convene,
  inMeeting,
  item,
  slate,
} from '../src/charter/spec/meetings.ts';
import { askPrinciple, decideIn } from '../src/charter/spec/principle.ts';
import { type Step, all, given, wait } from '../src/charter/spec/spec.ts';
import { asClauseId, fakeKey } from '../src/charter/spec/world.ts';
import { present } from '../src/charter/texts/texts.ts';
import { readDocument } from '../src/press/read.ts';
import { openArchive } from '../src/press/unzip.ts';
import { launch } from './kit/browser.ts';
import { unescaped } from './kit/forms.ts';
import { startWorld } from './kit/world-node.ts';

/**
 * A text that belongs to all, from the meeting at which ten organisations of seven countries found their conference to the paper that they signed: taken in principle there, completed by the group that
 * they elected, adopted at its second meeting by others than the one that tabled it.
 */

const TEN = [
  ['kolo', 'RS', 'Моравски круг', 'Србија'],
  ['sava', 'HR', 'Udruga Zelena Sava', 'Hrvatska'],
  ['rijeke', 'BA', 'Rijeke Bosne', 'Bosna i Hercegovina'],
  ['vardar', 'MK', 'Река Вардар', 'Македонија'],
  ['potami', 'GR', 'Δίκτυο Ποταμών', 'Ελλάδα'],
  ['dasos', 'GR', 'Δάσος και Νερό', 'Ελλάδα'],
  ['lumi', 'AL', 'Lumi i Lirë', 'Shqipëria'],
  ['drin', 'AL', 'Drini i Zi', 'Shqipëria'],
  ['delta', 'RO', 'Pro Delta', 'România'],
  ['codru', 'RO', 'Codrul Bătrân', 'România'],
] as const;
const NAMES = TEN.map(([id]) => id);
const TABLER = 'kolo';
const OTHERS = NAMES.filter((name) => name !== TABLER);
const MOVERS = ['dasos', 'drin', 'delta', 'codru'];

/** As somebody keeps it: without styles. */
const CHARTER_FILE = `CHARTER OF THE CONFERENCE OF RIVERS

Article 1
The conference joins those who live on the rivers.

Article 2
It decides by consensus, in which each organisation has one voice.
`;

const PLACE = 'Niš, the old school';

const charterOf = async () => {
  const read = await readDocument(utf8(CHARTER_FILE), { before: [], taken: [] });
  assert.ok(read.ok);
  assert.ok(read.value.clauses.some(({ words }) => words.includes('one voice')));
  return charterWith(ROOM_RULES, {
    title: 'Charter of the Conference of Rivers',
    name: 'Conference of Rivers',
    abbreviation: 'CR',
    region: [...new Set(TEN.map(([, country]) => country))],
    seat: 'Niš',
    principles: read.value.clauses,
  });
};

const foundingMeeting =
  (charter: Awaited<ReturnType<typeof charterOf>>): Step =>
  (world) =>
    all(
      found(NAMES, charter, {
        founders: TEN.map(([id, country, name, land], i) => ({
          id,
          country,
          printed: [{ name, country: land }],
          about: null,
          website: null,
          invitation: i === 0 ? null : fakeKey(`invitation ${id}`),
        })),
        meeting: {
          starts: world.now,
          ends: later(world.now, 2 * DAY),
          zone: 'Europe/Belgrade',
          place: PLACE,
          agenda: ['The coordinating group'],
        },
      }),
      ...OTHERS.map((name) => enrol(name)),
      ...NAMES.map((name) => signCharter(name)),
    )(world);

const WORDS = ['Rivers are one.', 'Dams are counted.', 'Springs are kept.', 'Fish pass.', 'All meet each year.'];
const BETTER = [
  'Dams are counted and named.',
  'Springs are kept clean.',
  'Fish pass freely.',
  'All meet twice a year.',
];

/** The first day: the agenda, the group, the text; the second: it is taken in principle. */
const twoDays = all(
  inMeeting('sitting.open', 'sava'),
  ...NAMES.filter((name) => name !== 'sava').map((name) => arrive(name)),
  table(TABLER, WORDS, { title: 'On the rivers that we share' }),
  item(TABLER, 'On the rivers', [1]),
  agreed('sava', { kind: 'agenda', items: [1, 2] }),
  inMeeting('sitting.item', 'sava', { item: 1 }),
  agreed('sava', slate(['sava', 'rijeke', 'vardar'], ['potami', 'lumi'])),
  (world) => inMeeting('sitting.close', 'sava', { resumes: later(world.now, 26 * HOUR) })(world),
  wait(26 * HOUR),
  inMeeting('sitting.open', 'sava'),
  ...NAMES.filter((name) => name !== 'sava').map((name) => arrive(name)),
  inMeeting('sitting.item', 'sava', { item: 2 }),
  askPrinciple('sava'),
  wait(HOUR / 6),
  closeCall('sava'),
  inMeeting('sitting.close', 'sava', { resumes: null }),
);

/** Four amendments, and a point of friction that was talked about. */
const amended = all(
  ...BETTER.map((words, i) => amend(MOVERS[i] ?? '', { kind: 'replace', clause: asClauseId(`c${i + 2}`), words })),
  take('lumi', 'object', onClause('c2')),
  consult('dasos', ['lumi'], onClause('c2')),
  take('lumi', 'accept', onClause('c2')),
  ...MOVERS.flatMap((mover, i) =>
    NAMES.filter((name) => name !== mover).map((name) => take(name, 'accept', onAmendment(i + 1))),
  ),
  revise('rijeke', [WORDS[0] ?? '', ...BETTER], { tookIn: [1, 2, 3, 4], title: 'On the rivers that we share' }),
);

const groupMeets = (meeting: number): Step =>
  all(
    convene('vardar', { kind: 'group', in: 10 * DAY, place: 'Ohrid, the library' }),
    item('rijeke', 'The text', [1], meeting),
    wait(10 * DAY),
    inMeeting('sitting.open', 'vardar', {}, meeting),
    ...['sava', 'rijeke', 'lumi'].map((name) => arrive(name, meeting)),
  );

const adopted = all(
  groupMeets(2),
  inMeeting('sitting.close', 'vardar', { resumes: null }, 2),
  groupMeets(3),
  decideIn('rijeke', 3),
  ...[...OTHERS, TABLER].map((name) => take(name, 'accept')),
  ...NAMES.map((name) => sign(name)),
);

const { world } = given(foundingMeeting(await charterOf()), twoDays, amended, adopted);
const node = await startWorld(world);
after(node.close);
const kit = await launch();

/** Letters and digits alone, in one line: forms differ in their marks and in nothing else. */
const bare = (words: string): string => words.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();

const read = async (path: string): Promise<Response> => {
  const answer = await node.ask(path, null);
  assert.equal(answer.status, 200, path);
  return answer;
};

const docx = async (): Promise<string> => {
  const archive = await openArchive(new Uint8Array(await (await read('/rivers/decisions/1.docx')).arrayBuffer()));
  const xml = new TextDecoder().decode((await archive.part('word/document.xml')) ?? assert.fail());
  return unescaped(xml.replaceAll(/<(?!\/?w:(?:r|t|rPr)\b)[^>]+>/gu, ' ').replaceAll(/<[^>]+>/gu, ''));
};

/** What stands on the paper that Chromium would print. */
const printed = async (): Promise<string> => {
  const page = await kit.page();
  await page.route(/./u, async (route) => {
    const url = new URL(route.request().url());
    const answer = await node.ask(url.pathname + url.search, null);
    await route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    });
  });
  await page.emulateMedia({ media: 'print' });
  await page.goto('https://conference.example/rivers/decisions/1');
  return page.locator('body').innerText();
};

suite('a text taken in principle by ten organisations of seven countries', () => {
  test('is adopted unanimously by the group’s second meeting, without the one that tabled it', () => {
    const [text] = world.state.texts;
    assert.ok(text?.decision !== null && text?.decision !== undefined);
    const { by, outcome, where, mandate } = text.decision;
    assert.deepEqual([by, outcome?.result, mandate], ['rijeke', 'unanimous', 1]);
    assert.deepEqual(where, { kind: 'meeting', of: 'group', nth: 2, place: 'Ohrid, the library' });
    assert.deepEqual(
      text.revisions.map(({ by: who }) => who),
      [TABLER, 'rijeke'],
    );
    assert.equal(text.signatures.size, 10);
    assert.equal(world.state.mandates[0]?.ended?.why, 'adopted');
  });

  test('reads alike on paper, in Word, as Markdown and in the API: title, body, signatories as they write themselves, the note', async () => {
    const forms = {
      paper: await printed(),
      docx: await docx(),
      markdown: await (await read('/rivers/decisions/1.md')).text(),
      api: JSON.stringify(((await (await read('/api/conferences/rivers/texts/1')).json()) as { final: unknown }).final),
    };
    const signatories = TEN.map(([, , name, land]) => [name, land] as const);
    for (const [form, said] of Object.entries(forms)) {
      const words = bare(said);
      const has = (expected: string): void =>
        assert.ok(words.includes(bare(expected)), `${form} lacks: ${expected}\n${form === 'api' ? '' : words}`);
      has('On the rivers that we share');
      for (const { words: own } of present(world.state.texts[0] ?? assert.fail()).clauses) has(own);
      for (const [name, land] of signatories) {
        has(name);
        has(land);
      }
      if (form === 'api') continue;
      has('made of the text that was tabled and of the additions and amendments that all participants approved');
      has(`It was taken in principle on 2 January 2026, at the 1st assembly, in ${PLACE}`);
      has(
        'This gave the coordinating group the mandate to complete it until 2 April 2026, at its 2nd meeting at the latest',
      );
      has(
        'It was adopted unanimously on 22 January 2026, at the 2nd meeting of the coordinating group, in Ohrid, the library, under articles 6.1 and 13.3 of charter 1',
      );
      assert.ok(!said.includes('Serbia') && !said.includes('rijeke'), `${form} prints what no organisation wrote`);
    }
  });
});
