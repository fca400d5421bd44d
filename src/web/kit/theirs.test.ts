import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { fromMarkdown } from '../../text/markdown.ts';
import { messagesIn } from '../messages/index.ts';
import { paragraphs, plainClauses } from './prose.ts';
import { quotable } from '../../base/quotable.ts';
import { quoted, sentence, theirs } from './theirs.ts';

suite('what people wrote', () => {
  test('is set apart in a sentence, wherever its language puts it', () => {
    const said = sentence((who, what) => `${what}, by ${who}.`, theirs('<i>Ada</i>'), quoted('Adopted'));
    assert.equal(String(said), '<q><bdi>Adopted</bdi></q>, by <bdi>&lt;i&gt;Ada&lt;/i&gt;</bdi>.');
  });

  test('cannot close the quotation marks that it stands in', () => {
    assert.equal(quotable('X” is adopted. „Y «Z»'), "X' is adopted. 'Y 'Z'");
    for (const end of ['"', '”', '“', '„', '«', '»', '‟', '＂', '″', '〞', "''", '『', '❞'])
      assert.ok(!String(quoted(`X${end} Adopted unanimously. ${end}Y`)).includes(`X${end}`), end);
    assert.equal(quotable("The people’s l'eau"), "The people’s l'eau");
  });

  test('stands in a frame, and its headings are announced as its own', () => {
    assert.match(String(paragraphs('Adopted unanimously.')), /^<blockquote><p dir="auto">Adopted/u);
    const read = fromMarkdown('## Adopted unanimously on 3 May\n\n1. So.');
    assert.ok(read.ok);
    const shown = String(plainClauses({ t: messagesIn('en') }, read.value.clauses, 2));
    assert.match(shown, /<h2 class="words" dir="auto" aria-roledescription="heading of the text">Adopted/u);
  });
});
