import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { needsOf } from '../src/conference/reading/needs.ts';
import { createReader } from '../src/conference/reading/reader.ts';
import type { OrganisationId } from '../src/base/ids.ts';
import { instant } from '../src/base/time.ts';
import { actIn, createForms, wordsIn } from './kit/forms.ts';
import { createSampleScene } from './kit/sample.ts';

/** Amendments over a revision, as everyone is told of them, on the sample. Amendment 4 wants ten years in clause `remove`, where the revision says six. */

const scene = await createSampleScene();
after(scene.close);
const { ask, send, textPage } = createForms(scene);

const TEXT = 4;
const [MOVER, SPOKE] = ['reka-vardar', 'codrul-batran'];
const page = textPage(TEXT);
const text = () => scene.text(TEXT);
const amendment = async (n: number, organisation: string, language = ''): Promise<string> => {
  const html = await page(organisation, `/amendments${language}`);
  const [, entry = ''] = new RegExp(`<article class="entry" id="a-${n}"([\\s\\S]*?)</article>`, 'u').exec(html) ?? [];
  return wordsIn(`<${entry}`);
};
const needs = (id: string) =>
  needsOf(
    createReader(scene.conference.state(), { kind: 'organisation', id: id as OrganisationId }),
    id as OrganisationId,
    instant(Date.now()),
  ).map(({ kind }) => kind);

before(async () => {
  const { title, clauses } = text().revisions.at(-1) ?? assert.fail();
  await scene.act(['zelena-sava', 1], 'text.revise', {
    text: TEXT,
    revision: 3,
    title,
    clauses: clauses.map((clause) => {
      if (clause.id === 'remove') return { ...clause, words: clause.words.replace('five years', 'six years') };
      // Other words of the clause that amendment 5 is about.
      return clause.id === 'support'
        ? { ...clause, words: clause.words.replace('every scheme', 'all schemes') }
        : clause;
    }),
    charter: null,
    tookIn: [],
    note: null,
  });
});

describe('an amendment over a revision', () => {
  it('that goes on says so, and reads over the new words; as it was proposed stands beside it', async () => {
    const said = await amendment(5, SPOKE);
    assert.match(said, /The text has changed since\. This is what the amendment comes to over revision 4:/u);
    assert.match(said, /all schemes of public support/u);
    assert.match(said, /As it was proposed, to revision \d/u);
    assert.match(await (await ask(SPOKE, `positions.take?text=${TEXT}&on=amendment:5`)).text(), /all schemes/u);
  });

  it('that cannot go on says why, and asks its mover alone to renew it', async () => {
    const said = await amendment(4, MOVER);
    assert.match(said, /to be renewed by its mover : revision 4 changes the same otherwise\./u);
    assert.match(said, /\[deleted:\] six \[added:\] ten/u);
    assert.match(said, /Renew it over the present words/u);
    assert.doesNotMatch(await amendment(4, SPOKE), /Renew it over/u);
    assert.match(await amendment(4, MOVER, '?language=el'), /χρειάζεται ανανέωση|to be renewed/u);
    assert.ok(needs(MOVER).includes('renew'));
    const todo = await scene.ask('/sample/today', { headers: await scene.headers(MOVER) });
    assert.match(await todo.text(), /\/amendments\?at=4#a-4"/u);
    assert.ok(!needs(SPOKE).includes('renew'));
  });

  it('that cannot go on stands in the text’s margin and beside it, with the way to renew it for its mover', async () => {
    const [mine, theirs] = [await page(MOVER, ''), await page(SPOKE, '')];
    const [, clause = ''] = /id="c-remove"([\s\S]*?)<div class="clause/u.exec(mine) ?? [];
    assert.match(
      wordsIn(`<${clause}`),
      /Amendment 4 , .* to be renewed by its mover · Renew it over the present words/u,
    );
    const [, panel = ''] = /id="next"([\s\S]*?)<\/section>/u.exec(mine) ?? [];
    assert.match(wordsIn(`<${panel}`), /To be renewed by their movers \(2\) Amendment 4/u);
    assert.match(wordsIn(theirs), /to be renewed by its mover/u);
    assert.doesNotMatch(theirs, /do\/amendment\.renew/u);
  });

  it('tells those whose word lapsed, on its page and in what is new', async () => {
    assert.match(await amendment(4, SPOKE), /What your organisation said of it lapsed when the text changed/u);
    assert.doesNotMatch(await amendment(4, 'dasos-kai-nero'), /lapsed/u);
  });

  it('is renewed with one form, and lies open over the present words until everyone accepts it', async () => {
    const form = await (await ask(MOVER, `amendment.renew?text=${TEXT}&amendment=4`)).text();
    assert.match(wordsIn(form), /agreed only when everyone accepts it\. Amendment 4: New words/u);
    const html = await send(MOVER, 'amendment.renew', { text: TEXT, amendment: 4, revision: 4 });
    assert.match(wordsIn(html), /Renews amendment 4 to/u);
    const { body } = actIn(html);
    assert.deepEqual(body, { text: TEXT, amendment: 4, revision: 4 });
    await scene.act([MOVER, 1], 'amendment.renew', body);
    assert.match(await amendment(4, SPOKE), /It has been renewed: say anew where you stand/u);
    assert.match(await amendment(4, SPOKE), /silence does not agree to it/u);
    assert.ok(needs(SPOKE).includes('lapsed'));
    assert.equal(needs(MOVER).includes('renew'), false);
  });
});
