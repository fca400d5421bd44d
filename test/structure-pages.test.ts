import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import { actIn, areaIn, createForms, unescaped, wordsIn } from './kit/forms.ts';
import { createSampleScene } from './kit/sample.ts';

/** Files without styles, from the form to the act, as a browser without script sends them. */

const scene = await createSampleScene();
after(scene.close);
const { send, upload } = createForms(scene);
const participant = [...scene.conference.state().organisations.values()].find(
  ({ standing: { kind } }) => kind === 'founder' || kind === 'participant',
);
assert.ok(participant !== undefined);
const by = participant.id;

const file = (words: string): File => new File([words], 'a.txt', { type: 'text/plain' });
const hiddenIn = (html: string, name: string): string =>
  unescaped(new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`, 'u').exec(html)?.[1] ?? '');
const lineIn = (html: string, name: string): string =>
  unescaped(
    new RegExp(`<input\\s+type="text"\\s+value="([^"]*)"[^>]*name="${name}"`, 'u').exec(html)?.[1] ?? `no ${name}`,
  );
const titleIn = (html: string): string => lineIn(html, 'title');

const FLAT = `Charter of the Rivers

Purpose

Every river is kept clean by those who live beside it[*], and by those who draw water from it.

The union consists of:

the assembly;

the auditors.

[*] Or above it.

Signed by:
River Watch`;

suite('a text from a file that says nothing of its structure', () => {
  test('is shown with what each paragraph was taken for, and why', async () => {
    const html = await upload(
      by,
      'text.table',
      { kind: 'resolution', title: '', body: '', step: 'import' },
      file(FLAT),
    );
    assert.equal(titleIn(html), 'Charter of the Rivers');
    const body = areaIn(html, 'body');
    assert.match(body, /^## Purpose\n\nEvery river is kept clean by those who live beside it\^\[Or above it\.\], and/u);
    assert.match(body, /\(a\) the assembly;\n\n +\(b\) the auditors\.$/u);
    assert.doesNotMatch(body, /River Watch/u);
    const said = wordsIn(html);
    assert.match(said, /It has a title, one heading, 2 list items, 2 paragraphs, one note, 2 lines of signatories\./u);
    assert.match(said, /It stands alone at the top\./u);
    assert.match(said, /Names under the text\..*Signed by: River Watch/u);
    assert.match(html, /<option value="heading" selected>/u);
  });

  test('is made anew of what its reader says, which nobody has to say twice', async () => {
    const first = await upload(
      by,
      'text.table',
      { kind: 'resolution', title: '', body: '', step: 'import' },
      file(FLAT),
    );
    const typed = {
      kind: 'resolution',
      title: titleIn(first),
      body: areaIn(first, 'body'),
      paragraphs: hiddenIn(first, 'paragraphs'),
    };
    const second = await send(by, 'text.table', {
      ...typed,
      'as-2': 'paragraph',
      'as-9': 'paragraph',
      step: 'structure',
    });
    assert.match(areaIn(second, 'body'), /^Purpose\n\nEvery/u);
    assert.match(areaIn(second, 'body'), /River Watch$/u);
    // Whoever goes on without the button has chosen all the same, and sees what came of it first.
    const third = await send(by, 'text.table', { ...typed, 'as-2': 'left-out' });
    assert.doesNotMatch(areaIn(third, 'body'), /Purpose/u);
    assert.match(wordsIn(third), /Left out of the text Purpose/u);
    const review = await send(by, 'text.table', {
      ...typed,
      title: titleIn(third),
      body: areaIn(third, 'body'),
      paragraphs: hiddenIn(third, 'paragraphs'),
    });
    const { clauses } = actIn(review).body as { readonly clauses: readonly { readonly kind: string }[] };
    assert.deepEqual(
      clauses.map(({ kind }) => kind),
      ['paragraph', 'paragraph', 'point', 'point'],
    );
  });

  test('stays as it was written on', async () => {
    const first = await upload(
      by,
      'text.table',
      { kind: 'resolution', title: '', body: '', step: 'import' },
      file(FLAT),
    );
    const body = `${areaIn(first, 'body')}\n\nAnd more.`;
    const paragraphs = hiddenIn(first, 'paragraphs');
    const html = await send(by, 'text.table', {
      kind: 'resolution',
      title: 'Mine',
      body,
      paragraphs,
      'as-2': 'left-out',
    });
    assert.equal(areaIn(html, 'body'), body);
    assert.match(wordsIn(html), /You have written on in the text, so it was left as it is\./u);
    assert.doesNotMatch(html, /name="paragraphs"/u);
  });

  test('may be pasted into the field, too', async () => {
    const html = await send(by, 'text.table', { kind: 'resolution', title: '', body: FLAT, step: 'structure-of' });
    assert.match(areaIn(html, 'body'), /^## Purpose/u);
    assert.equal(titleIn(html), 'Charter of the Rivers');
  });

  test('may have come through the editor, which names its clauses, and under another title', async () => {
    const body = `Charter of the Rivers {#p1}\n\nPurpose {#p2}\n\nEvery river is kept clean by those who live beside it. {#p3}`;
    const html = await send(by, 'text.table', { kind: 'resolution', title: 'Ours', body, step: 'structure-of' });
    assert.equal(titleIn(html), 'Ours');
    assert.match(areaIn(html, 'body'), /^## Charter of the Rivers\n\n## Purpose\n\nEvery/u);
  });

  test('says in which letters it was read, and asks for no page of the web', async () => {
    const greek = Uint8Array.from(Array.from('Καλεί όλους να φυλάξουν τα ποτάμια.'), (letter) => {
      const code = letter.charCodeAt(0);
      return code < 128 ? code : code - 0x2d0;
    });
    const html = await upload(
      by,
      'text.table',
      { kind: 'resolution', title: '', body: '', step: 'import' },
      new File([greek], 'a.txt'),
    );
    assert.match(wordsIn(html), /Its letters were read as Windows-1253\./u);
    assert.equal(areaIn(html, 'body'), 'Καλεί όλους να φυλάξουν τα ποτάμια.');
    const page = await upload(
      by,
      'text.table',
      { kind: 'resolution', title: '', body: '', step: 'import' },
      file('<!doctype html><p>One.'),
    );
    assert.match(wordsIn(page), /This is no DOCX, ODT, Markdown or plain text file\./u);
  });

  test('takes nothing from a hostile sender', async () => {
    for (const paragraphs of ['{', '[]', '[{"role":"x"}]', `[${'['.repeat(5000)}`]) {
      const html = await send(by, 'text.table', {
        kind: 'resolution',
        title: 'T',
        body: 'One.',
        paragraphs,
        'as-1': 'title',
      });
      assert.equal(actIn(html).body['title'], 'T');
    }
  });
});

test('a statement from a flat file has its title, body, lead-in, calls and signatories apart', async () => {
  const words = `On the floods\n\nThe river has risen twice since the spring, and nobody was told.\n\nWe call on all who live beside it:\n1. to measure it daily;\n2. to publish what they measure.\n\nSigned by:\nRiver Watch`;
  const html = await upload(
    by,
    'statement.open',
    { title: '', body: '', lead: '', calls: '', step: 'import' },
    file(words),
  );
  assert.equal(titleIn(html), 'On the floods');
  assert.match(areaIn(html, 'body'), /nobody was told\.$/u);
  assert.equal(lineIn(html, 'lead'), 'We call on all who live beside it:');
  assert.equal(areaIn(html, 'calls'), 'to measure it daily;\n\nto publish what they measure.');
  assert.match(wordsIn(html), /2 calls/u);
  assert.match(wordsIn(html), /Names under the text\..*River Watch/u);
});
