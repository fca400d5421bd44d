import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import { present } from '../src/charter/texts.ts';
import type { Imported } from '../src/conference/documents.ts';
import { applyChange } from '../src/text/apply-change.ts';
import { readDocument } from '../src/press/read.ts';
import { SLUG, createSampleScene } from './kit/sample.ts';

/** Texts as files, from the pages. */

const scene = await createSampleScene();
after(scene.close);

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const texts = () => scene.conference.state().texts;
const negotiated = texts().find(
  ({ stage, amendments }) => stage === 'negotiation' && amendments.some(({ fate }) => fate.kind === 'open'),
);
const adopted = texts().find(({ stage }) => stage === 'adopted');
assert.ok(negotiated !== undefined && adopted !== undefined);
const member = await scene.headers(negotiated.by);

const download = async (path: string, headers: Record<string, string> = {}): Promise<Imported> => {
  const answer = await scene.ask(`/${SLUG}${path}`, { headers });
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('content-type'), DOCX);
  assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
  assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; filename="[A-Za-z0-9-]+\.docx"$/u);
  const read = await readDocument(new Uint8Array(await answer.arrayBuffer()), { before: [], taken: [] });
  assert.ok(read.ok);
  return read.value;
};

suite('a text as a Word file', () => {
  test('has its open amendments as tracked changes by those who move them', async () => {
    const file = await download(`/texts/${negotiated.number}.docx`, member);
    const { title, clauses } = present(negotiated);
    assert.equal(file.title, title);
    assert.deepEqual(
      file.clauses.map(({ id, kind, level }) => [id, kind, level]),
      clauses.map(({ id, kind, level }) => [id, kind, level]),
    );
    const open = negotiated.amendments.filter(({ fate }) => fate.kind === 'open');
    const movers = new Intl.ListFormat('en', { type: 'conjunction' });
    for (const { by, joint, current, reason } of open) {
      const { organisations } = scene.conference.state();
      const name = movers.format([by, ...joint].map((id) => organisations.get(id)?.name ?? id));
      const now = applyChange(clauses, current);
      assert.ok(now.ok);
      const theirs = file.byAuthor.find(({ author }) => author === name);
      const said = file.comments.some(
        ({ author, words }) => author === name && words.includes(reason.split('\n')[0] ?? ''),
      );
      assert.ok(theirs !== undefined || said, `amendment by ${name}`);
      assert.ok(said);
    }
    assert.ok(file.byAuthor.length > 0);
  });

  test('is for members while it is negotiated, and for everyone once it is adopted', async () => {
    assert.equal((await scene.ask(`/${SLUG}/texts/${negotiated.number}.docx`)).status, 404);
    assert.equal((await scene.ask(`/${SLUG}/documents/${negotiated.number}.docx`)).status, 404);
    assert.equal((await scene.ask(`/${SLUG}/texts/999.docx`, { headers: member })).status, 404);
    const file = await download(`/documents/${adopted.number}.docx`);
    assert.deepEqual(
      file.clauses.map(({ id }) => id),
      present(adopted).clauses.map(({ id }) => id),
    );
    assert.deepEqual(file.byAuthor, []);
  });
});

suite('a translation by a translator’s tool', () => {
  const path = `/${SLUG}/texts/${negotiated.number}/languages/sr-Latn.xlf`;

  test('goes out as XLIFF, for members', async () => {
    assert.equal((await scene.ask(path)).status, 404);
    const answer = await scene.ask(path, { headers: member });
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), 'application/xliff+xml');
    const xliff = await answer.text();
    assert.match(xliff, /srcLang="[a-z-]+" trgLang="sr-Latn"/u);
    for (const { id } of present(negotiated).clauses) assert.match(xliff, new RegExp(`<unit id="c-${id}"`, 'u'));
  });

  test('comes back into the fields of the form, where it can still be changed', async () => {
    const xliff = await (await scene.ask(path, { headers: member })).text();
    const [first, second] = present(negotiated).clauses;
    assert.ok(first !== undefined && second !== undefined);
    const rendered = (id: string, words: string, state: string) => (file: string) =>
      file.replace(
        new RegExp(`(<unit id="c-${id}".*?<segment state=")initial(".*?</source>)`, 'u'),
        `$1${state}$2<target>${words}</target>`,
      );
    const back = rendered(
      second.id,
      'Nedovršeno.',
      'initial',
    )(rendered(first.id, 'Prvi <pc id="90" type="fmt">član</pc>.', 'translated')(xliff));
    const body = new FormData();
    for (const [name, value] of Object.entries({
      text: `${negotiated.number}`,
      revision: `${negotiated.revisions.length}`,
      language: 'sr-Latn',
      part: '1',
      seen: '0',
      title: 'Naslov',
      step: 'import',
    }))
      body.append(name, value);
    body.append('file', new Blob([back]), 'back.xlf');
    const answer = await scene.ask(`/${SLUG}/do/translation.publish`, {
      method: 'POST',
      headers: { ...member, origin: scene.origin },
      body,
    });
    assert.equal(answer.status, 200);
    const page = await answer.text();
    assert.match(page, /Prvi \*član\*\./u);
    assert.match(page, /the words of one clause/u);
    assert.match(page, /One more is not finished/u);
    assert.doesNotMatch(page, /Nedovršeno/u);
    assert.match(page, /value="Naslov"/u);
  });
});
