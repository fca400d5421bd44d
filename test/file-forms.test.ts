import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import { fileForms } from '../src/web/texts/parts/file-forms.ts';
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

  test('is had in no form that there is not, and nothing else is', async () => {
    for (const { ending } of FORMS)
      for (const path of [`decisions/${open}`, 'decisions/999', 'statements/999', 'charters/2'])
        assert.equal((await scene.ask(`/${SLUG}/${path}.${ending}`)).status, 404, `${path}.${ending}`);
    for (const path of finished)
      for (const ending of ['doc', 'pdf.md', 'exe', ''])
        assert.equal((await scene.ask(`/${SLUG}/${path}.${ending}`)).status, 404, `${path}.${ending}`);
  });

  test('is offered as PDF only where something can set one', () => {
    assert.deepEqual(
      fileForms({ offersPdf: false }).map(({ ending }) => ending),
      FORMS.map(({ ending }) => ending).filter((ending) => ending !== 'pdf'),
    );
  });
});
