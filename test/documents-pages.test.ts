import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import { present } from '../src/charter/texts/texts.ts';
import type { Imported } from '../src/conference/documents.ts';
import { applyChange } from '../src/text/apply-change.ts';
import { readDocument } from '../src/press/read.ts';
import { actIn, areaIn, createForms, wordsIn } from './kit/forms.ts';
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
      for (const change of current) assert.ok(applyChange(clauses, change).ok);
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
    assert.equal((await scene.ask(`/${SLUG}/decisions/${negotiated.number}.docx`)).status, 404);
    assert.equal((await scene.ask(`/${SLUG}/texts/999.docx`, { headers: member })).status, 404);
    const file = await download(`/decisions/${adopted.number}.docx`);
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

  test('goes out as XLIFF 1.2, too, and the form leads to both', async () => {
    const older = path.replace(/xlf$/u, 'v1.xlf');
    assert.equal((await scene.ask(older)).status, 404);
    const answer = await scene.ask(older, { headers: member });
    assert.match(answer.headers.get('content-disposition') ?? '', /\.sr-Latn\.v1\.xlf"$/u);
    const xliff = await answer.text();
    assert.match(xliff, /<xliff xmlns="[^"]+:1\.2" version="1\.2"><file [^>]*target-language="sr-Latn"/u);
    for (const { id } of present(negotiated).clauses) assert.match(xliff, new RegExp(`<trans-unit id="c-${id}"`, 'u'));
    const form = `/${SLUG}/do/translation.publish?text=${negotiated.number}&language=sr-Latn`;
    const markup = await (await scene.ask(form, { headers: member })).text();
    for (const file of [path, older]) assert.ok(markup.includes(`href="${file}"`), file);
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
      'Nije označeno.',
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
    assert.match(page, /Nije označeno\./u);
    assert.match(page, /the words of 2 clauses/u);
    assert.match(page, /Not translated yet: /u);
    assert.match(page, /value="Naslov"/u);
  });

  test('comes back whole from a long text, in as many acts as it takes, and says what it took', async () => {
    const BY = negotiated.by;
    const { upload, send } = createForms(scene);
    const words = (i: number): string => `Clause ${i} ${'keeps the river clean, '.repeat(20)}for good.`;
    const clauses = Array.from(
      { length: 80 },
      (_, i) => ({ id: `o${i + 1}`, kind: 'operative', words: words(i + 1) }) as never,
    );
    const tabling = { kind: 'resolution', title: 'On length', clauses, charter: null, language: null } as const;
    await scene.act([BY, 1], 'text.table', tabling);
    const text = texts().length;
    const xliff = await (await scene.ask(`/${SLUG}/texts/${text}/languages/sr-Cyrl.xlf`, { headers: member })).text();
    const rendered = (i: number): string => `Члан ${i} ${'чува реку чистом, '.repeat(28)}заувек.`;
    const back = xliff
      .replaceAll(
        /(<unit id="c-o(\d+)"[^>]*><segment[^>]*><source>[^<]*<\/source>)/gu,
        (all, head: string, n: string) => (n === '3' ? all : `${head}<target>${rendered(Number(n))}</target>`),
      )
      .replace('</file>', '<unit id="c-zzz"><segment><source>x</source><target>y</target></segment></unit></file>');
    const about = { text, revision: 1, language: 'sr-Cyrl', part: 1, seen: 0 };
    const file = new File([back], 'back.xlf');
    const page = await upload(
      BY,
      'translation.publish',
      { ...about, title: 'О дужини', step: 'import', 'w-o3': 'Трећи.' },
      file,
    );
    const shown = (html: string): readonly string[] =>
      [...html.matchAll(/name="shown" value="([^"]*)"/gu)].map(([, id = '']) => id);
    const ids = shown(page);
    assert.ok(ids.length > 30 && ids.length < 80, `${ids.length}`);
    assert.equal(areaIn(page, 'w-o3'), 'Трећи.');
    assert.match(
      wordsIn(page),
      new RegExp(`the words of ${ids.length - 1} clauses.*${80 - ids.length} more clauses do not fit`, 'u'),
    );
    assert.match(wordsIn(page), /Not translated yet: 3\. .*One entry of the file belongs to nothing in this text/u);
    const typed = Object.fromEntries(ids.map((id) => [`w-${id}`, areaIn(page, `w-${id}`)]));
    const { body } = actIn(
      await send(BY, 'translation.publish', { ...about, ...typed, title: 'О дужини', shown: ids }),
    );
    assert.equal((body['clauses'] as readonly unknown[]).length, ids.length);
    await scene.act([BY, 1], 'translation.publish', body as never);
    const seen = { ...about, seen: 1_000_000 };
    const again = await upload(BY, 'translation.publish', { ...seen, title: 'О дужини', step: 'import' }, file);
    assert.deepEqual(new Set([...ids, ...shown(again)]), new Set(clauses.map(({ id }) => id)));
    assert.match(wordsIn(again), new RegExp(`${ids.length - 1} more clauses say so already`, 'u'));
    const other = new File(['<xliff version="3.0"/>'], 'back.xlf');
    const unread = await upload(BY, 'translation.publish', { ...seen, title: 'О дужини', step: 'import' }, other);
    assert.match(wordsIn(unread), /This is no XLIFF file\. Save it as XLIFF 1\.2 or 2\.0 to 2\.2/u);
    assert.match(unread, /<details open>\s*<summary>With a translator’s tool/u);
  });
});
