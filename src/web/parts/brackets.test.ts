import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import { bracketed } from './brackets.ts';

/** `[five/ten 4/seven 5]` for what is open. */
const shown = (words: string, ...variants: readonly string[]): string | null =>
  bracketed(
    words,
    variants.map((variant, i) => ({ number: i + 1, words: variant })),
  )
    ?.map((stretch) =>
      stretch.kind === 'agreed'
        ? stretch.text
        : `[${[stretch.base, ...stretch.variants.map(({ text, numbers }) => `${text} ${numbers.join('+')}`)].join('/')}]`,
    )
    .join('') ?? null;

suite('competing wordings of a clause', () => {
  test('share what they have in common', () => {
    assert.equal(
      shown('to take them out within five years, all of them', 'to take them out within ten years, all of them'),
      'to take them out within [five/ten 1] years, all of them',
    );
    assert.equal(
      shown('out within five years', 'out within ten years', 'out within seven years', 'out within ten years'),
      'out within [five/ten 1+3/seven 2] years',
    );
  });

  test('show an addition with nothing standing there, and a deletion as nothing', () => {
    assert.equal(
      shown('support, and the money', 'support, save mills, and the money'),
      'support, [/save mills,  1]and the money',
    );
    assert.equal(shown('all the great rivers of it', 'all the rivers of it'), 'all the [great / 1]rivers of it');
  });

  test('stand apart where they share little', () => {
    assert.equal(shown('one two three four', 'five six seven eight'), null);
  });

  test('every variant can be read out of the brackets', () => {
    const word = fc.constantFrom('river', 'bank', 'weir', 'of', 'the', 'stream', 'now');
    const wording = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(wording, fc.array(wording, { minLength: 1, maxLength: 3 }), (base, variants) => {
        const stretches = bracketed(
          base,
          variants.map((words, i) => ({ number: i, words })),
        );
        if (stretches === null) return;
        const read = (number: number) =>
          stretches
            .map((stretch) =>
              stretch.kind === 'agreed'
                ? stretch.text
                : (stretch.variants.find(({ numbers }) => numbers.includes(number))?.text ?? stretch.base),
            )
            .join('');
        assert.equal(read(-1), base);
        variants.forEach((words, i) => assert.equal(read(i), words));
      }),
    );
  });
});
