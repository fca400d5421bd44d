import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { holdsAll, marked, snippet } from './matching.ts';
import { MOST_TERMS, readQuery } from './query.ts';

const first = (asked: string): readonly (readonly string[])[] =>
  readQuery(asked).terms.map((term) => (term.kind === 'row' ? term.words : term.forms.slice(0, 1)));

describe('a question', () => {
  for (const [asked, terms] of [
    ['Clean WATER', [['clean'], ['water']]],
    ['“clean water” now', [['clean', 'water'], ['now']]],
    ['«καθαρό νερό»', [['καθαρο', 'νερο']]],
    ['"not closed', [['not'], ['closed']]],
    ['NEAR(a b) OR * -c ^d col:e', [['near'], ['a'], ['b'], ['or'], ['c'], ['d'], ['col'], ['e']]],
    ['  ,.;*()" ', []],
  ] as const)
    it(`${asked} looks for ${JSON.stringify(terms)}`, () => assert.deepEqual(first(asked), terms));

  it('of any length is cut, and says so', () => {
    const { terms, shortened } = readQuery('water '.repeat(2000));
    assert.deepEqual([terms.length, shortened], [MOST_TERMS, true]);
    assert.deepEqual(readQuery('x'.repeat(10_000)).terms.length, 1);
    assert.equal(readQuery('clean water').shortened, false);
  });
});

describe('what is found', () => {
  const query = readQuery('wat "clean river"');

  it('holds every word, and those in quotation marks in their order', () => {
    assert.ok(holdsAll(query, 'Water', 'of a clean river'));
    assert.ok(!holdsAll(query, 'Water', 'of a river that is clean'));
    assert.ok(!holdsAll(query, 'The clean river'));
  });

  it('has it marked, and nothing lost', () => {
    const text = 'The WATERS of a Clean river, under water.';
    const pieces = marked(query, text);
    assert.deepEqual(
      pieces.filter(({ hit }) => hit).map((piece) => piece.text),
      ['WATERS', 'Clean river', 'water'],
    );
    assert.equal(pieces.map((piece) => piece.text).join(''), text);
  });

  it('is shown by a stretch of whole words around the first of it', () => {
    const text = `${'before it '.repeat(100)}the water ${'after it '.repeat(100)}`;
    const pieces = snippet(query, text);
    const shown = pieces.map((piece) => piece.text).join('');
    assert.match(shown, /^… (before|it)\b.*\bthe water\b.*\b(after|it) …$/u);
    assert.ok(shown.length < 300);
  });

  it('is a part of the text, whatever is looked for in whatever', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string({ unit: 'grapheme' }), (text, asked) => {
        const any = readQuery(asked);
        assert.equal(
          marked(any, text)
            .map((piece) => piece.text)
            .join(''),
          text,
        );
        const shown = snippet(any, text)
          .map((piece) => piece.text)
          .join('');
        assert.ok(text.includes(shown.replace(/^… /u, '').replace(/ …$/u, '')));
        assert.ok(shown.isWellFormed() || !text.isWellFormed());
      }),
    );
  });
});
