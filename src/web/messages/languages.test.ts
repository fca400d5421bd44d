import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LANGUAGES, messagesIn } from './index.ts';
import { pluralOf } from './plural.ts';

describe('The languages of the pages', () => {
  it('are each their own: none speaks for another', () => {
    assert.equal(new Set(LANGUAGES.map(messagesIn)).size, LANGUAGES.length);
  });

  it('count in as many forms as their grammar has', () => {
    const files = pluralOf('pl', ['one', 'few', 'many', 'other']);
    const counted = [1, 2, 5, 22, 1.5].map((n) => files(n, 'plik', 'pliki', 'plików', 'pliku'));
    assert.deepEqual(counted, ['plik', 'pliki', 'plików', 'pliki', 'pliku']);
  });

  it('cannot be given fewer forms than that', () => {
    assert.throws(() => pluralOf('pl', ['one', 'other']), RangeError);
    assert.throws(() => pluralOf('en', ['one', 'few', 'other']), RangeError);
  });
});
