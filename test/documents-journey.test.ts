import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, suite, test } from 'node:test';
import type { Bytes } from '../src/base/bytes.ts';
import type { Imported } from '../src/conference/documents.ts';
import type { Change } from '../src/text/change.ts';
import { present } from '../src/charter/texts/texts.ts';
import { readDocument } from '../src/press/read.ts';
import { SLUG, createSampleScene } from './kit/sample.ts';
import { converted, withoutOffice } from './kit/soffice.ts';

/**
 * A file of LibreOffice with the tracked changes of two people comes in, is negotiated, and goes out to LibreOffice again: each step as a
 * delegate takes it, on the pages.
 */

const scene = await createSampleScene();
after(scene.close);

const state = () => scene.conference.state();
const [tabler, other] = [...state().organisations.values()].filter(({ standing }) => standing.kind === 'participant');
assert.ok(tabler !== undefined && other !== undefined);

const rivers = (ending: 'docx' | 'odt'): Bytes =>
  new Uint8Array(readFileSync(new URL(`../vectors/documents/rivers.${ending}`, import.meta.url)));

const send = async (kind: string, headers: Record<string, string>, fields: Record<string, string>, file: Bytes) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append('file', new Blob([file]), 'rivers.docx');
  const answer = await scene.ask(`/${SLUG}/do/${kind}`, {
    method: 'POST',
    headers: { ...headers, origin: scene.origin },
    body,
  });
  assert.equal(answer.status, 200);
  return answer.text();
};

const unescaped = (html: string): string =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const valuesOf = (html: string, name: string): readonly string[] =>
  [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/gu)].flatMap(([, key, value]) =>
    key === name ? [unescaped(value ?? '')] : [],
  );

/** The words that an author's version has anew, and those that are gone from it. */
const changedBy = ({ clauses, byAuthor }: Imported, author: string): Record<'now' | 'gone', readonly string[]> => {
  const theirs = byAuthor.find((one) => one.author === author)?.clauses ?? [];
  const before = new Map(clauses.map(({ id, words }) => [id, words]));
  const after = new Map(theirs.map(({ id, words }) => [id, words]));
  return {
    now: theirs.filter(({ id, words }) => before.get(id) !== words).map(({ words }) => words),
    gone: clauses.filter(({ id }) => !after.has(id)).map(({ words }) => words),
  };
};

interface Offer {
  readonly change: Change;
  readonly credit: string;
}

suite('a document with tracked changes', () => {
  let number = 0;

  for (const ending of ['docx', 'odt'] as const)
    test(`is read into the form that tables a text: ${ending}`, async () => {
      const page = await send(
        'text.table',
        await scene.headers(tabler.id),
        { kind: 'resolution', step: 'import' },
        rivers(ending),
      );
      assert.match(page, /On the waters of the Lašva/u);
      assert.match(page, /to measure the water monthly;/u);
      assert.match(page, /Mira of the Fishers/u);
      assert.match(page, /Osman, Millers’ Guild/u);
      assert.match(page, /Three, where it forks\./u);
      assert.doesNotMatch(page, /weekly/u);
    });

  test('comes in as a text, and its changes as amendments with the names of those who made them', async () => {
    const read = await readDocument(rivers('docx'), { before: [], taken: [] });
    assert.ok(read.ok);
    const { title, clauses } = read.value;
    const tabling = { kind: 'resolution', title: title ?? '', clauses, charter: null, language: null } as const;
    await scene.act([tabler.id, 1], 'text.table', tabling);
    number = state().texts.length;
    const page = await send(
      'amendments.propose',
      await scene.headers(other.id),
      { text: `${number}`, step: 'import' },
      rivers('docx'),
    );
    const offers = valuesOf(page, 'offer').map((json) => JSON.parse(json) as Offer);
    assert.deepEqual(
      offers.map(({ change, credit }) => `${credit}: ${change.kind}`).toSorted((a, b) => (a < b ? -1 : 1)),
      [
        'Mira of the Fishers: replace',
        'Mira of the Fishers: replace',
        'Osman, Millers’ Guild: add',
        'Osman, Millers’ Guild: delete',
        'Osman, Millers’ Guild: replace',
      ],
    );
    const amendments = offers.map(({ change, credit }) => ({ change, credit, to: null, reason: 'As it was marked.' }));
    await scene.act([other.id, 1], 'amendments.propose', { text: number, revision: 1, amendments });
    assert.deepEqual(
      state().texts[number - 1]?.amendments.map(({ credit }) => credit),
      offers.map(({ credit }) => credit),
    );
  });

  test(
    'goes out with them, and LibreOffice finds each change, its author and every clause',
    { skip: withoutOffice },
    async () => {
      const answer = await scene.ask(`/${SLUG}/texts/${number}.docx`, { headers: await scene.headers(other.id) });
      const file = new Uint8Array(await answer.arrayBuffer());
      const text = state().texts[number - 1];
      assert.ok(text);
      for (const ending of ['docx', 'odt']) {
        const read = await readDocument(await converted(file, 'docx', ending), { before: [], taken: [] });
        assert.ok(read.ok);
        assert.deepEqual(read.value.clauses, present(text).clauses);
        assert.deepEqual(changedBy(read.value, `Mira of the Fishers (${other.name})`), {
          now: ['to measure the water weekly;', 'to publish what they measure, with the method.'],
          gone: [],
        });
        assert.deepEqual(changedBy(read.value, `Osman, Millers’ Guild (${other.name})`), {
          now: ['*Calls on* its participants:', 'Decides to meet again in Travnik.'],
          gone: ['Recalling the flood of 2014,'],
        });
        assert.equal(read.value.comments.filter(({ words }) => words.includes('As it was marked.')).length, 5);
      }
    },
  );

  test('that is hostile or broken is refused on the page, and what was typed stays', async () => {
    const member = await scene.headers(tabler.id);
    const typed = { kind: 'resolution', title: 'A title of hours', body: 'Words of hours.', step: 'import' };
    for (const [file, sentence] of [
      [rivers('docx').subarray(0, 3000), /damaged or incomplete/u],
      [new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), /under a password/u],
      [new Uint8Array([1, 0, 2]), /no DOCX, ODT, Markdown or plain text/u],
    ] as const) {
      const page = await send('text.table', member, typed, file);
      assert.match(page, sentence);
      assert.match(page, /A title of hours/u);
      assert.match(page, /Words of hours\./u);
    }
  });

  test('that was changed without tracking is compared with the present text', async () => {
    const member = await scene.headers(other.id);
    const source = new TextEncoder().encode('The Conference,\n\n1. Decides to meet again in Travnik.');
    const page = await send('amendments.propose', member, { text: `${number}`, step: 'import' }, source);
    const kinds = new Set(valuesOf(page, 'offer').map((json) => (JSON.parse(json) as Offer).change.kind));
    assert.ok(kinds.has('delete'));
  });
});
