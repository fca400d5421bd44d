import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { present } from '../src/charter/texts/texts.ts';
import { axeCheck } from './kit/axe.ts';
import { NARROWEST, assertFits, faultsOf, launch, screenshot } from './kit/browser.ts';
import { actIn, areaIn, createForms, wordsIn } from './kit/forms.ts';
import { createSampleScene } from './kit/sample.ts';

/** Texts in other languages: who reads what, what the forms put on the record, and the pages in a browser. */

const scene = await createSampleScene({ listen: true });
after(scene.close);
const { ask, send } = createForms(scene);
const kit = await launch();
const SHOTS = process.env['ISONOMIA_SHOTS'] !== undefined;

const DESK = { width: 1280, scheme: 'light' } as const;
const PHONE = { width: 360, scheme: 'dark' } as const;

const DRAFT = 4;
const ADOPTED = 3;
const clausesOf = (number: number) => present(scene.conference.state().texts[number - 1] ?? assert.fail()).clauses;
const revisionOf = (number: number): number => scene.conference.state().texts[number - 1]?.revisions.length ?? 0;

const publish = (by: string, text: number, language: string, title: string, words: Readonly<Record<string, string>>) =>
  scene.act([by, 1], 'translation.publish', {
    text,
    revision: revisionOf(text),
    language,
    title,
    clauses: Object.entries(words).map(([clause, rendered]) => ({ clause, words: rendered })),
  });
const check = (by: string, text: number, language: string, clauses: readonly string[]) =>
  scene.act([by, 1], 'translation.check', { text, revision: revisionOf(text), language, clauses });

const read = async (path: string, organisation: string | null = null): Promise<Response> =>
  scene.ask(`/sample${path}`, { headers: await scene.headers(organisation) });
const shown = async (path: string, organisation: string | null = null): Promise<string> => {
  const response = await read(path, organisation);
  assert.equal(response.status, 200, path);
  return wordsIn(await response.text());
};

const [first = assert.fail(), second = assert.fail(), third = assert.fail()] = clausesOf(DRAFT);
await publish('diktyo-potamon', DRAFT, 'el', 'Για τους παραποτάμους', {
  [first.id]: '*Γνωρίζοντας* τους παραποτάμους,',
  [second.id]: '<b>Δεύτερη</b> διάταξη,',
});
await check('zelena-sava', DRAFT, 'el', [first.id]);
await publish('nehir-dernegi', DRAFT, 'ar', 'عن الروافد', { [first.id]: 'إذ تعرف الروافد،' });
const adopted = clausesOf(ADOPTED);
await publish(
  'diktyo-potamon',
  ADOPTED,
  'el',
  'Για το νερό',
  Object.fromEntries(adopted.slice(0, -1).map(({ id }, i) => [id, `Απόδοση ${i + 1}.`])),
);

describe('language versions', () => {
  it('of a draft are for members alone; of an adopted text everyone reads them, and which words hold', async () => {
    for (const path of [`/texts/${DRAFT}/languages`, `/texts/${DRAFT}/languages/el`, `/decisions/${DRAFT}/el`])
      for (const reader of [null, 'balkanska-suma']) assert.equal((await read(path, reader)).status, 404, path);
    const page = await shown(`/decisions/${ADOPTED}/el`);
    assert.match(page, /Για το νερό/u);
    assert.match(page, /This is a translation; where it differs, the authentic words hold\./u);
    assert.match(page, /Απόδοση 1\. ○ draft by Δίκτυο Ποταμών/u);
    assert.match(page, /– missing/u);
    assert.match(
      await (await read(`/decisions/${ADOPTED}`)).text(),
      /href="\/sample\/decisions\/3\/el" hreflang="el"/u,
    );
    assert.equal((await read(`/decisions/${ADOPTED}/fr`)).status, 404);
    assert.equal((await read(`/texts/${DRAFT}/languages/fr`, 'zelena-sava')).status, 404);
  });

  it('are listed with how far they are and by whom', async () => {
    const page = await shown(`/texts/${DRAFT}/languages`, 'zelena-sava');
    const n = clausesOf(DRAFT).length;
    assert.match(
      page,
      new RegExp(`Greek Για τους παραποτάμους of ${n} clauses: ✓ 1 checked · ○ 1 draft · – ${n - 2} missing`, 'u'),
    );
    assert.match(page, /Rendered by Δίκτυο Ποταμών ; compared by Udruga Zelena Sava/u);
  });

  it('stand beside the original in their own direction, escaped', async () => {
    const greek = await (await read(`/texts/${DRAFT}/languages/el`, 'zelena-sava')).text();
    assert.match(greek, /<p class="words" lang="el" dir="ltr"><em>Γνωρίζοντας<\/em>/u);
    assert.doesNotMatch(greek, /<b>Δεύτερη/u);
    assert.match(wordsIn(greek), /✓ checked by Δίκτυο Ποταμών , compared by Udruga Zelena Sava/u);
    const arabic = await (await read(`/texts/${DRAFT}/languages/ar`, 'zelena-sava')).text();
    assert.match(arabic, /<p class="words" lang="ar" dir="rtl">/u);
  });
});

describe('translating', () => {
  const typed = (more: Readonly<Record<string, string>>) => ({
    text: DRAFT,
    revision: revisionOf(DRAFT),
    seen: scene.conference.state().size,
    language: 'el',
    part: 1,
    title: 'Για τους παραποτάμους',
    [`w-${first.id}`]: '*Γνωρίζοντας* τους παραποτάμους,',
    [`w-${second.id}`]: '<b>Δεύτερη</b> διάταξη,',
    ...more,
  });

  it('begins with a language: one of the conference, or any by its tag', async () => {
    assert.match(await (await ask('zelena-sava', `translation.publish?text=${DRAFT}`)).text(), /name="language"/u);
    assert.match(
      wordsIn(await send('zelena-sava', 'translation.publish', { text: DRAFT, language: 'klingonese!' })),
      /This is no language tag/u,
    );
    assert.match(
      await send('zelena-sava', 'translation.publish', { text: DRAFT, language: 'SR-latn' }),
      /name="language" value="sr-Latn"/u,
    );
  });

  it('sends what changed and nothing else', async () => {
    const form = await (await ask('zelena-sava', `translation.publish?text=${DRAFT}&language=el`)).text();
    assert.equal(areaIn(form, `w-${first.id}`), '*Γνωρίζοντας* τους παραποτάμους,');
    const { body } = actIn(
      await send('zelena-sava', 'translation.publish', typed({ [`w-${third.id}`]: 'Τρίτη διάταξη,' })),
    );
    assert.deepEqual(body['clauses'], [{ clause: third.id, words: 'Τρίτη διάταξη,' }]);
    const refused = await send('zelena-sava', 'translation.publish', typed({}), 422);
    assert.match(wordsIn(refused), /it changes nothing/u);
    assert.match(
      await send('zelena-sava', 'translation.publish', typed({ [`w-${first.id}`]: '' }), 422),
      new RegExp(`id="w-${first.id}-error"`, 'u'),
    );
  });

  it('does not overwrite what another published meanwhile', async () => {
    const before = typed({ [`w-${second.id}`]: 'Η δική μας απόδοση,' });
    await publish('diktyo-potamon', DRAFT, 'el', 'Για τους παραποτάμους', { [second.id]: 'Η απόδοση άλλης,' });
    const html = await send('zelena-sava', 'translation.publish', before, 422);
    assert.match(wordsIn(html), /Somebody changed this in the meantime/u);
    assert.match(wordsIn(html), /Η απόδοση άλλης,/u);
    assert.equal(areaIn(html, `w-${second.id}`), 'Η δική μας απόδοση,');
    const fresh = { ...before, seen: scene.conference.state().size };
    assert.deepEqual(actIn(await send('zelena-sava', 'translation.publish', fresh)).body['clauses'], [
      { clause: second.id, words: 'Η δική μας απόδοση,' },
    ]);
  });

  it('is confirmed by another organisation, for words it has seen', async () => {
    const own = wordsIn(await (await ask('diktyo-potamon', `translation.check?text=${DRAFT}&language=el`)).text());
    assert.match(own, /1 clause was rendered by your own organisation/u);
    assert.match(own, /Nothing waits for your organisation/u);
    const html = await (await ask('zelena-sava', `translation.check?text=${DRAFT}&language=el`)).text();
    assert.ok(html.includes(`value="${second.id}"`) && !html.includes(`value="${first.id}"`));
    const sent = { text: DRAFT, revision: revisionOf(DRAFT), language: 'el', clauses: [second.id] };
    assert.match(
      wordsIn(await send('zelena-sava', 'translation.check', { ...sent, seen: 0 }, 422)),
      /in the meantime/u,
    );
    const seen = scene.conference.state().size;
    assert.deepEqual(actIn(await send('zelena-sava', 'translation.check', { ...sent, seen })).body['clauses'], [
      second.id,
    ]);
  });

  it('parts a long text so that each act fits', async () => {
    const words = 'Every gauge is read each day at the same hour. '.repeat(20).trim();
    await scene.act(['pro-delta', 1], 'text.table', {
      kind: 'resolution',
      title: 'Long',
      clauses: Array.from({ length: 60 }, (_, i) => ({ id: `k${i + 1}`, kind: 'operative' as const, words })),
      charter: null,
      language: null,
    });
    const number = scene.conference.state().texts.length;
    const html = await (await ask('pro-delta', `translation.publish?text=${number}&language=el&part=2`)).text();
    assert.match(wordsIn(html), /Part 1 of 6 Part 2 of 6 /u);
    assert.deepEqual([...html.matchAll(/name="w-(k\d+)"/gu)].map(([, id]) => id).slice(0, 2), ['k11', 'k12']);
    const filled = Object.fromEntries(
      [...html.matchAll(/name="w-(k\d+)"/gu)].map(([, id]) => [`w-${id}`, 'ж'.repeat(7000)]),
    );
    const head = {
      text: number,
      revision: 1,
      seen: scene.conference.state().size,
      language: 'bg',
      part: 2,
      title: 'Т',
    };
    assert.match(
      wordsIn(await send('pro-delta', 'translation.publish', { ...head, ...filled }, 422)),
      /too long to go on the record/u,
    );
  });
});

describe('in a browser', () => {
  it('reads well at a desk and on a phone, in English and Greek, without script; axe finds nothing', async () => {
    const token = scene.cookie(await scene.signIn('zelena-sava'));
    for (const locale of ['en', 'el']) {
      const page = await kit.page({ baseURL: scene.origin, script: false, locale });
      const visit = async (path: string, name: string): Promise<void> => {
        await page.goto(`/sample${path}`);
        for (const look of [DESK, PHONE]) {
          await page.setViewportSize({ width: look.width, height: 800 });
          await page.emulateMedia({ colorScheme: look.scheme });
          await axeCheck(page);
        }
        await assertFits(page, NARROWEST);
        if (SHOTS) await screenshot(page, `languages-${name}-${locale}`);
      };
      await visit(`/decisions/${ADOPTED}/el`, 'document');
      await page.context().addCookies([{ ...token, url: scene.origin }]);
      await visit(`/texts/${DRAFT}/languages`, 'list');
      await visit(`/texts/${DRAFT}/languages/ar`, 'aligned');
      await visit(`/do/translation.publish?text=${DRAFT}&language=el`, 'publish');
      await visit(`/do/translation.publish?text=${DRAFT}`, 'choose');
      await visit(`/do/translation.check?text=${DRAFT}&language=el`, 'check');
      assert.deepEqual(faultsOf(page), []);
    }
  });

  it('is written and confirmed with the keyboard, up to the page before signing', async () => {
    const page = await kit.page({ baseURL: scene.origin });
    await page.context().addCookies([{ ...scene.cookie(await scene.signIn('zelena-sava')), url: scene.origin }]);
    await page.goto(`/sample/do/translation.publish?text=${DRAFT}&language=el`);
    await page.locator(`#w-${third.id}`).focus();
    await page.keyboard.type('Τρίτη διάταξη,');
    await page.locator('form .actions button').last().focus();
    await page.keyboard.press('Enter');
    await page.locator('.receipt').waitFor();
    assert.match(await page.locator('.summary').innerText(), /Publishes words in Greek of[\s\S]*Τρίτη διάταξη,/u);
  });
});
