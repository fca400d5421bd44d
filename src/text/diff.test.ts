import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import { proseArbitrary } from './arbitrary.test.ts';
import { type Segment, diffWords } from './diff.ts';
import { MOST_STEPS, shortestEdit } from './shortest-edit.ts';

/** A diff in brackets: `[-old-]` and `{+new+}`. */
const shown = (before: string, after: string): string =>
  diffWords(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('');

const side = (segments: readonly Segment[], kind: Segment['kind']): string =>
  segments
    .filter((segment) => segment.kind === 'same' || segment.kind === kind)
    .map(({ text }) => text)
    .join('');

const GRAPHEMES = new Intl.Segmenter('und', { granularity: 'grapheme' });

suite('the words that changed', () => {
  test('are shown each once, the removed before the added', () => {
    assert.equal(
      shown('All rivers shall be clean.', 'All streams shall be clean.'),
      'All [-rivers-]{+streams+} shall be clean.',
    );
    assert.equal(shown('All rivers', 'All the rivers'), 'All {+the +}rivers');
    assert.equal(shown('one two three', 'one three'), 'one [-two -]three');
    assert.equal(shown('same', 'same'), 'same');
    assert.equal(shown('', 'new'), '{+new+}');
    assert.equal(shown('', ''), '');
  });

  test('stand together where only space or a comma lies between them', () => {
    assert.equal(
      shown('It calls on every member state to report.', 'It urges all member state to report.'),
      'It [-calls on every-]{+urges all+} member state to report.',
    );
  });

  test('are whole wordings where hardly a word is kept', () => {
    assert.equal(
      shown('Alpha beta gamma delta of the end.', 'Quite other words here of no close.'),
      '[-Alpha beta gamma delta of the end.-]{+Quite other words here of no close.+}',
    );
  });

  test('are whole words in any script', () => {
    assert.equal(
      shown('Οι ποταμοί είναι κοινοί.', 'Οι λίμνες είναι κοινές.'),
      'Οι [-ποταμοί-]{+λίμνες+} είναι [-κοινοί-]{+κοινές+}.',
    );
    assert.equal(shown('Реке су заједничке.', 'Шуме су заједничке.'), '[-Реке-]{+Шуме+} су заједничке.');
    assert.equal(shown('नदियाँ साझा हैं', 'नदियाँ हमारी हैं'), 'नदियाँ [-साझा-]{+हमारी+} हैं');
    assert.equal(shown('The farmer 👩‍🌾 left', 'The farmer 👨‍🌾 left'), 'The farmer [-👩‍🌾-]{+👨‍🌾+} left');
  });

  test('give both wordings back, cut between characters', () => {
    fc.assert(
      fc.property(
        fc.oneof(proseArbitrary, fc.string({ unit: 'grapheme' })),
        proseArbitrary,
        proseArbitrary,
        (a, b, c) => {
          const [before, after] = [a + b, c + b];
          const segments = diffWords(before, after);
          assert.equal(side(segments, 'removed'), before);
          assert.equal(side(segments, 'added'), after);
          for (const [i, { kind, text }] of segments.entries()) {
            assert.notEqual(text, '');
            assert.notEqual(kind, segments[i + 1]?.kind);
          }
          for (const kind of ['removed', 'added'] as const) {
            const whole = side(segments, kind);
            const bounds = new Set([...GRAPHEMES.segment(whole)].map(({ index }) => index).concat(whole.length));
            let at = 0;
            for (const segment of segments) {
              assert.ok(bounds.has(at), `${JSON.stringify(whole)} cut at ${at}`);
              if (segment.kind === 'same' || segment.kind === kind) at += segment.text.length;
            }
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('are found in bounded time in the longest clauses', () => {
    const words = (seed: number) => Array.from({ length: 1600 }, (_, i) => `w${(i * seed) % 997}`).join(' ');
    const [before, after] = [words(7), words(13)];
    const segments = diffWords(before, after);
    assert.equal(side(segments, 'removed'), before);
    assert.equal(side(segments, 'added'), after);
  });
});

suite('the shortest edit', () => {
  const letters = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });

  test('leads from one list to the other by the fewest steps', () => {
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        const steps = shortestEdit(before, after) ?? assert.fail();
        const old = [...before];
        const now = [...after];
        for (const step of steps) {
          if (step === 'keep') assert.equal(old.shift(), now.shift());
          else if (step === 'drop') old.shift();
          else now.shift();
        }
        assert.deepEqual([old, now], [[], []]);
        assert.equal(
          steps.filter((step) => step !== 'keep').length,
          before.length + after.length - 2 * common(before, after),
        );
      }),
    );
  });

  test('is given up where the lists have little in common', () => {
    assert.equal(shortestEdit(Array<string>(MOST_STEPS).fill('a'), ['b']), null);
    assert.equal(shortestEdit(Array<string>(MOST_STEPS - 1).fill('a'), ['b'])?.length, MOST_STEPS);
  });
});

/** The length of the longest common subsequence, the slow way. */
const common = (a: readonly string[], b: readonly string[]): number => {
  const rows = [Array<number>(b.length + 1).fill(0)];
  for (const [i, item] of a.entries()) {
    const row = [0];
    for (const [j, other] of b.entries()) {
      const above = rows[i] ?? [];
      row.push(item === other ? (above[j] ?? 0) + 1 : Math.max(above[j + 1] ?? 0, row[j] ?? 0));
    }
    rows.push(row);
  }
  return rows.at(-1)?.at(-1) ?? 0;
};
