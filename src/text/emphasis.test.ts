import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import { proseArbitrary } from './arbitrary.test.ts';
import { plain, runsOf } from './emphasis.ts';

/** Runs with the emphasised ones in angle brackets. */
const shown = (words: string): string =>
  runsOf(words)
    .map(({ text, emphasis }) => (emphasis ? `<${text}>` : text))
    .join('');

suite('emphasis', () => {
  test('stands between asterisks', () => {
    assert.equal(
      shown('*Recalling* the charter, and *noting with care* its aims'),
      '<Recalling> the charter, and <noting with care> its aims',
    );
    assert.equal(shown('**Calls** on *all*'), '<Calls> on <all>');
    assert.equal(shown('un*believ*able'), 'un<believ>able');
    assert.equal(shown('**a*'), '*<a>');
    assert.equal(plain('*Recalling* the charter'), 'Recalling the charter');
  });

  test('leaves asterisks that have no partner', () => {
    for (const words of ['5 * 3 * 2', '*', '**', '***', 'a*', '* a *', '* a*', '*a\nb*', 'note *) and note **)'])
      assert.equal(shown(words), words);
  });

  test('loses nothing but pairs of asterisks', () => {
    fc.assert(
      fc.property(proseArbitrary, (words) => {
        const runs = runsOf(words);
        assert.equal(plain(words).replaceAll('*', ''), words.replaceAll('*', ''));
        assert.ok(runs.every(({ text }) => text !== ''));
        assert.equal((words.length - plain(words).length) % 2, 0);
      }),
    );
  });

  test('is found in time proportional to the words', () => {
    const started = performance.now();
    for (const piece of ['*', '*a', '**a', '* ', 'a* ']) runsOf(piece.repeat(4000));
    assert.ok(performance.now() - started < 1000);
  });
});
