import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import type { ClauseId } from '../base/ids.ts';
import { clausesArbitrary, proseArbitrary } from './arbitrary.test.ts';
import type { Clause } from './clause.ts';
import { hunksBetween } from './hunks.ts';
import { isWord, tokensOf } from './tokens.ts';
import { weave } from './weave.ts';
import { editsBetween, meetings } from './word-edits.ts';

const head = { id: 'a' as ClauseId, kind: 'paragraph' } as const;
const into: readonly Clause[] = [{ id: 'n' as ClauseId, kind: 'operative', words: 'two.' }];

/** Each edit as `place:old→new`, with a bar where a clause begins. */
const shown = (before: string, words: string, parts: readonly Clause[] = []): readonly string[] =>
  editsBetween(before, words, parts).map(({ start, end, items }) => {
    const put = items.map((item) => (typeof item === 'string' ? item : '|')).join('');
    return `${start}:${before.slice(start, end)}→${put}`;
  });

suite('edits of words', () => {
  test('are of whole tokens, as few as possible', () => {
    assert.deepEqual(shown('one two three four', 'one too three fore'), ['4:two→too', '14:four→fore']);
    assert.deepEqual(shown('one two', 'one and two'), ['4:→and ']);
    assert.deepEqual(shown('one and two', 'one two'), ['4:and →']);
    assert.deepEqual(shown('in 3.5 years', 'in 3.6 years'), ['3:3.5→3.6']);
    assert.deepEqual(shown('平和を守る', '平和を作る'), ['3:守→作']);
    assert.deepEqual(shown('same', 'same'), []);
    assert.deepEqual(shown('one two', 'one \u0301two'), ['3: → \u0301']);
    assert.deepEqual(shown('all x two', 'all xtwo'), ['4:x two→xtwo']);
  });

  test('go along with the signs between them', () => {
    assert.deepEqual(shown('all good old rivers of ours', 'all bad new rivers of ours'), ['4:good old→bad new']);
  });

  test('take all words where little stays', () => {
    assert.deepEqual(shown('one two three four five six', 'none of the four'), [
      '0:one two three four five six→none of the four',
    ]);
  });

  test('begin clauses', () => {
    assert.deepEqual(shown('one. two.', 'one.', into), ['4: →|']);
    assert.deepEqual(shown('one and so two.', 'one and so', into), ['10: →|']);
  });

  test('give the words, begin and end between tokens, and never meet', () => {
    const near = fc
      .tuple(proseArbitrary, proseArbitrary, proseArbitrary, proseArbitrary)
      .map(([a, b, c, d]) => [`${a} ${b} ${c}`, `${a} ${d} ${c}`] as const);
    const any = fc.tuple(proseArbitrary, proseArbitrary);
    const parts = fc.oneof(fc.constant([]), clausesArbitrary);
    fc.assert(
      fc.property(fc.oneof(near, any), parts, ([before, after], clauses) => {
        const edits = editsBetween(before, after, clauses);
        assert.deepEqual(weave(head, [{ clause: head.id, words: before, edits }]).clauses, [
          { ...head, words: after },
          ...clauses,
        ]);
        const ends = new Set([0]);
        let at = 0;
        for (const token of tokensOf(before)) ends.add((at += token.length));
        for (const { start, end } of edits) assert.ok(ends.has(start) && ends.has(end));
        assert.equal(meetings(edits, (edit) => edit).length, edits.length);
      }),
      { numRuns: 2000 },
    );
  });

  test('are those that all tokens of both wordings give', () => {
    const piece = fc.constantFrom(
      ..."a b 1 . , ' * \u0301 \u200d \u0600 क ् น ำ 中 👩 🏽 🇬 \ud83d".split(' '),
      ' ',
      ' ',
      ' ',
      ' a',
    );
    const wording = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(wording, wording, wording, wording, (a, b, c, d) => {
        const [before, after] = [a + b + c, a + d + c];
        const tokens = tokensOf(before);
        const offset = (count: number): number => tokens.slice(0, count).join('').length;
        const hunks = hunksBetween(tokens, tokensOf(after), isWord).map(({ start, end }) => [
          offset(start),
          offset(end),
        ]);
        const edits = editsBetween(before, after).map(({ start, end }) => [start, end]);
        const all = edits.length === 1 && edits[0]?.[0] === 0 && edits[0][1] === before.length;
        if (!all) assert.deepEqual(edits, hunks);
      }),
      { numRuns: 5000 },
    );
  });

  test('are the same wherever the words stand', () => {
    fc.assert(
      fc.property(proseArbitrary, proseArbitrary, proseArbitrary, proseArbitrary, (a, b, c, d) => {
        // A space before the words lets the edits be looked for in a shorter stretch.
        const long = 'word '.repeat(60);
        const bare = editsBetween(`w ${a} ${b} w`, `w ${c} ${d} w`);
        const within = editsBetween(`${long}w ${a} ${b} w ${long}end`, `${long}w ${c} ${d} w ${long}end`);
        const rewritten = bare.length === 1 && bare[0]?.start === 0;
        if (!rewritten)
          assert.deepEqual(
            within.map((edit) => ({ ...edit, start: edit.start - long.length, end: edit.end - long.length })),
            bare,
          );
      }),
    );
  });
});
