import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import { fileForms } from '../src/web/texts/parts/file-forms.ts';
import { schemaNamed } from './kit/valid-xml.ts';
import { SLUG, createSampleScene } from './kit/sample.ts';

/** Every form of every finished text: offered on its page to people and to programs, and had by everyone. */

const scene = await createSampleScene();
after(scene.close);

const { texts, statements } = scene.conference.state();
const adopted = texts.find(({ stage }) => stage === 'adopted')?.number ?? assert.fail();
const open = texts.find(({ stage }) => stage === 'negotiation')?.number ?? assert.fail();
const [statement = assert.fail()] = statements;
const finished = [`decisions/${adopted}`, `statements/${statement.number}`, 'charters/1'];

const FORMS = fileForms({ offersPdf: true });

const page = async (path: string): Promise<string> => (await scene.ask(`/${SLUG}/${path}?lang=en`)).text();

suite('a finished text', () => {
  for (const path of finished)
    test(`is had in every form: ${path}`, async () => {
      const markup = await page(path);
      for (const { ending, type } of FORMS) {
        const address = `/${SLUG}/${path}.${ending}`;
        assert.ok(markup.includes(`<link rel="alternate" type="${type}" href="${address}" />`), address);
        assert.ok(markup.includes(`<a href="${address}">`), address);
        const [one, again] = await Promise.all([scene.ask(address), scene.ask(address)]);
        assert.equal(one.status, 200, address);
        assert.equal(one.headers.get('content-type'), type);
        assert.match(
          one.headers.get('content-disposition') ?? '',
          new RegExp(`^attachment; filename="[A-Za-z0-9-]+\\.${ending}"$`, 'u'),
        );
        assert.deepEqual(await one.arrayBuffer(), await again.arrayBuffer(), `${address}: the same bytes`);
      }
    });

  test('is valid Akoma Ntoso, with all that it is in other languages', async () => {
    const assertValid = schemaNamed('akn/akomantoso30.xsd');
    const { clauses, number: revision } = scene.text(adopted).revisions.at(-1) ?? assert.fail();
    const [first = assert.fail()] = clauses;
    await scene.act(['pro-delta', 1], 'translation.publish', {
      text: adopted,
      revision,
      language: 'sq',
      title: 'Ujë dhe pyje',
      clauses: [{ clause: first.id, words: 'Duke kujtuar' }],
    });
    let renderings = 0;
    for (const path of [
      ...texts.flatMap(({ number, stage }) => (stage === 'adopted' ? `decisions/${number}` : [])),
      ...finished,
    ])
      for (const language of ['en', 'el']) {
        const file = await (await scene.ask(`/${SLUG}/${path}.akn?lang=${language}`)).arrayBuffer();
        assertValid(new Uint8Array(file));
        renderings += new TextDecoder().decode(file).split('<FRBRtranslation ').length - 1;
      }
    assert.ok(renderings > 0);
  });

  test('is had in no form that there is not, and nothing else is', async () => {
    for (const { ending } of FORMS)
      for (const path of [`decisions/${open}`, 'decisions/999', 'statements/999', 'charters/2'])
        assert.equal((await scene.ask(`/${SLUG}/${path}.${ending}`)).status, 404, `${path}.${ending}`);
    for (const path of finished)
      for (const ending of ['doc', 'pdf.md', 'exe', ''])
        assert.equal((await scene.ask(`/${SLUG}/${path}.${ending}`)).status, 404, `${path}.${ending}`);
  });

  test('says of nothing from the archive that somebody adopted or signed it', async () => {
    const archived = new Set(fileForms({ offersPdf: true }, true).map(({ ending }) => ending));
    assert.ok(archived.has('epub') && !archived.has('akn'));
    assert.equal((await scene.ask(`/${SLUG}/archive/2.akn`)).status, 404);
    assert.match(await (await scene.ask(`/${SLUG}/archive/2.md`)).text(), /^From the archive · RM\/2019\/1\n/u);
  });

  test('is offered as PDF only where something can set one', () => {
    assert.deepEqual(
      fileForms({ offersPdf: false }).map(({ ending }) => ending),
      FORMS.map(({ ending }) => ending).filter((ending) => ending !== 'pdf' && ending !== 'certified.tar'),
    );
  });
});
