import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { axeCheck } from './kit/axe.ts';
import { NARROWEST, assertFits, faultsOf, launch, screenshot } from './kit/browser.ts';
import { wordsIn } from './kit/forms.ts';
import { createSampleScene } from './kit/sample.ts';

/** Other ways to read a text: two revisions compared, and the consolidated text with brackets. */

const scene = await createSampleScene({ listen: true });
after(scene.close);
const kit = await launch();
const SHOTS = process.env['ISONOMIA_SHOTS'] !== undefined;

const DESK = { width: 1280, scheme: 'light' } as const;
const PHONE = { width: 360, scheme: 'dark' } as const;
const TRIBUTARIES = 4;
const PARTICIPANTS = [...scene.conference.state().organisations.values()].filter(
  ({ standing }) => standing.kind === 'participant',
);

const READER = scene.cookie(await scene.signIn('diktyo-potamon'));
const read = async (path: string, member = true): Promise<Response> =>
  scene.ask(`/sample${path}`, { headers: member ? { cookie: `${READER.name}=${READER.value}` } : {} });
const shown = async (path: string): Promise<string> => wordsIn(await (await read(path)).text());

const text = scene.conference.state().texts[TRIBUTARIES - 1] ?? assert.fail();
const clause = text.revisions.at(-1)?.clauses.find(({ id }) => id === 'keep') ?? assert.fail();
const propose = async (by: string, words: string): Promise<number> => {
  const change = { kind: 'replace', clause: 'keep', words } as const;
  await scene.act([by, 1], 'amendment.propose', { text: TRIBUTARIES, revision: 3, change, reason: 'Clearer.' });
  return scene.conference.state().texts[TRIBUTARIES - 1]?.amendments.length ?? 0;
};
const [AGREED, FIRST, SECOND] = [
  await propose('pro-delta', clause.words.replace('from its springs', 'from all its springs')),
  await propose('reka-vardar', clause.words.replace('every basin', 'each basin')),
  await propose('lumi-i-lire', clause.words.replace('every basin', 'the whole basin')),
] as const;
for (const { id } of PARTICIPANTS) {
  const on = { kind: 'amendment', amendment: AGREED } as const;
  const position = { on, stand: 'accept', reason: null, conditions: [] } as const;
  await scene.act([id, 1], 'positions.take', { text: TRIBUTARIES, revision: 3, positions: [position] });
}

describe('the consolidated text', () => {
  it('has what is agreed worked in, and rivals in brackets and side by side', async () => {
    const page = await shown(`/texts/${TRIBUTARIES}/brackets`);
    assert.match(page, new RegExp(`Amendment ${AGREED} · Pro Delta .*accepted by everyone on`, 'u'));
    assert.match(page, /from all its springs/u);
    assert.match(page, /\[ every \] \[ amendment \d+: each \] \[ amendment \d+: the whole \] basin/u);
    assert.match(
      page,
      new RegExp(`2 wordings that cannot all go in As it stands .* Amendment ${FIRST} .* Amendment ${SECOND} `, 'u'),
    );
  });

  it('is one click from the text, and for members alone', async () => {
    const page = await (await read(`/texts/${TRIBUTARIES}`)).text();
    for (const way of ['clean', 'brackets', 'changes', 'authors']) {
      assert.ok(page.includes(`href="/sample/texts/${TRIBUTARIES}/${way}"`), way);
      assert.equal((await read(`/texts/${TRIBUTARIES}/${way}`, false)).status, 404, way);
    }
  });
});

describe('two revisions', () => {
  it('are compared word by word, in either direction, and the last two where none are named', async () => {
    const forth = await (await read(`/texts/${TRIBUTARIES}/changes?from=1&to=3`)).text();
    const back = await (await read(`/texts/${TRIBUTARIES}/changes?from=3&to=1`)).text();
    const count = (html: string, tag: string): number => html.split(`<${tag}>`).length - 1;
    assert.ok(count(forth, 'ins') > 2);
    assert.deepEqual([count(forth, 'ins'), count(forth, 'del')], [count(back, 'del'), count(back, 'ins')]);
    assert.match(await shown(`/texts/${TRIBUTARIES}/changes`), /What changed from revision 2 to revision 3/u);
    assert.match(
      await shown(`/texts/${TRIBUTARIES}/changes?from=x&to=99`),
      /What changed from revision 2 to revision 3/u,
    );
    const clauses = [{ id: 'only', kind: 'operative', words: 'One clause.' }] as const;
    const tabling = { kind: 'resolution', title: 'New', clauses, charter: null, language: null } as const;
    await scene.act(['pro-delta', 1], 'text.table', tabling);
    const fresh = scene.conference.state().texts.length;
    assert.match(await shown(`/texts/${fresh}/changes`), /one revision so far/u);
  });

  it('are chosen without script', async () => {
    const page = await kit.page({ baseURL: scene.origin, script: false });
    await page.context().addCookies([{ ...READER, url: scene.origin }]);
    await page.goto(`/sample/texts/${TRIBUTARIES}/changes`);
    await page.locator('select[name=from]').selectOption('1');
    await page.locator('main form button').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/from=1&to=3/u);
    assert.match(await page.locator('main').innerText(), /from revision 1 to revision 3/u);
  });
});

describe('who wrote what', () => {
  it('is told by a number at the words and a list beside them, to members alone', async () => {
    const page = await (await read(`/texts/${TRIBUTARIES}/authors`)).text();
    assert.match(wordsIn(page), /The draft by Udruga Zelena Sava tabled on \d+ \w+ \d{4} · \d+ words/u);
    assert.match(wordsIn(page), /Amendment \d+, by .* in the text since revision \d · \d+ words?/u);
    for (const [, place = ''] of page.matchAll(/href="#s-(\d+)"/gu))
      assert.ok(page.includes(`<li id="s-${place}">`), place);
    const link = 'href="/sample/texts/2/authors"';
    assert.ok((await (await read('/decisions/2')).text()).includes(link));
    assert.ok(!(await (await read('/decisions/2', false)).text()).includes(link));
  });
});

describe('in a browser', () => {
  it('they read well at a desk and on a phone, in English and Greek; axe finds nothing', async () => {
    for (const locale of ['en', 'el']) {
      const page = await kit.page({ baseURL: scene.origin, locale });
      await page.context().addCookies([{ ...READER, url: scene.origin }]);
      for (const way of ['clean', 'brackets', 'changes?from=1&to=3', 'authors']) {
        await page.goto(`/sample/texts/${TRIBUTARIES}/${way}`);
        for (const { width, scheme } of [DESK, PHONE]) {
          await page.setViewportSize({ width, height: 800 });
          await page.emulateMedia({ colorScheme: scheme });
          await axeCheck(page);
        }
        await assertFits(page, NARROWEST);
        if (SHOTS) await screenshot(page, `ways-${way.replace(/\?.*/u, '')}-${locale}`, [DESK, PHONE]);
      }
      assert.deepEqual(faultsOf(page), []);
    }
  });
});
