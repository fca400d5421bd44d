import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { namedIn, saidIn } from './mentions.ts';

const named = (words: string): readonly string[] => [...namedIn(words)];

describe('organisations named in running text', () => {
  it('are named by their short names, wherever a word may stand', () => {
    for (const words of [
      '@reka-vardar',
      'We ask @reka-vardar.',
      '(@reka-vardar)',
      '“@reka-vardar”, and',
      'a\n@reka-vardar: yes',
      '@reka-vardar’s view',
    ])
      assert.deepEqual(named(words), ['reka-vardar'], words);
    assert.deepEqual(named('@ada and @bor-2, @ada'), ['ada', 'bor-2']);
  });

  it('are not named by what only looks like it, is longer, or is an address', () => {
    for (const words of [
      'reka-vardar',
      'anna@reka-vardar.org',
      'x@ada',
      '@@ada',
      '@Ada',
      '@аda',
      '@adа',
      '@ada\u0301',
      '@a\u200Bda',
      '\u200B@ada',
      '@ada\u2060',
      '@ada_b',
      '@ada--b',
      '@ada-',
      '@-ada',
      '@2ada',
      '@ada@bor',
      '@ada/b',
      'https://example.org/@ada',
      '@ada.org',
      '@ａda',
    ])
      assert.deepEqual(named(words), [], words);
  });

  it('lose none of the words, in time that grows with them', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('@', 'a', '-', ' ', 'д', '2', '.') }), (words) => {
        const again = saidIn(words).map((one) => (one.kind === 'words' ? one.text : `@${one.name}`));
        assert.equal(again.join(''), words);
      }),
    );
    for (const piece of ['@', '@a', '@a-', 'a@']) assert.ok(saidIn(piece.repeat(20_000)).length >= 1);
  });
});
