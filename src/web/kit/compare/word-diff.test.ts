import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { compareHere } from './comparing.ts';
import { messagesIn } from '../../messages/index.ts';
import { wordDiff } from './word-diff.ts';

const site = { t: messagesIn('en'), comparing: compareHere('en') } as Parameters<typeof wordDiff>[0];

/** As it is read aloud: the marks for those who see are left out, the words for those who listen stay. */
const shown = (before: string, after: string): string =>
  String(wordDiff(site, before, after))
    .replaceAll(/<\/?span[^>]*>/gu, '')
    .replaceAll(/\s+/gu, ' ');

suite('what changed, on a page', () => {
  test('is told by element and by word', () => {
    assert.equal(
      shown('within five years', 'within ten years'),
      'within <del>[deleted:] five</del><ins>[added:] ten</ins> years',
    );
  });

  test('keeps the emphasis of either wording, across a change', () => {
    assert.equal(
      shown('*Calls for* care', '*Calls for* great care'),
      '<em>Calls for</em> <ins>[added:] great </ins>care',
    );
    assert.equal(
      shown('*Calls* care', '*Asks* care'),
      '<del>[deleted:] <em>Calls</em></del><ins>[added:] <em>Asks</em></ins> care',
    );
  });

  test('shows a change of emphasis alone as it was typed', () => {
    assert.equal(shown('to care', 'to *care*'), '<del>[deleted:] to care</del> <ins>[added:] to *care*</ins>');
  });

  test('leaves markup as words', () => {
    assert.match(shown('a', '<script>alert(1)</script>'), /&lt;script&gt;/u);
  });
});
