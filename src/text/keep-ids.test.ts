import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import type { ClauseId } from '../base/ids.ts';
import { clausesArbitrary } from './arbitrary.test.ts';
import type { Clause } from './clause.ts';
import { keepIds } from './keep-ids.ts';

const clause = (id: string, words: string, kind: 'operative' | 'heading' = 'operative'): Clause => ({
  id: id as ClauseId,
  kind,
  words,
});
const nameless = (clause: Clause) => ({ ...clause, id: null });

const ids = (before: readonly Clause[], ...words: readonly string[]): readonly string[] =>
  keepIds(
    before,
    words.map((words) => ({ id: null, kind: 'operative', words })),
  ).map(({ id }) => id);

suite('clause ids', () => {
  const before = [
    clause('aim', 'Decides to protect all rivers of the region.'),
    clause('how', 'Calls on the participants to measure their water every month.'),
    clause('end', 'Thanks the host.'),
  ];

  test('go with the words, wherever they stand', () => {
    assert.deepEqual(ids(before, 'Thanks the host.', 'Decides to protect all rivers of the region.'), ['end', 'aim']);
  });

  test('stay with a clause in new words', () => {
    const after = ids(
      before,
      'Decides to protect all rivers and lakes of the region.',
      'Asks for help.',
      'Calls on the participants to measure and publish their water every month.',
      'Thanks the host.',
    );
    assert.deepEqual(after, ['aim', 'o1', 'how', 'end']);
  });

  test('stay with a clause in new words though those before it are gone', () => {
    assert.deepEqual(ids(before, 'Calls on all participants to measure their water every month.'), ['how']);
  });

  test('stay apart for two clauses of the same words', () => {
    const twins = [clause('one', 'Same.'), clause('two', 'Same.')];
    assert.deepEqual(ids(twins, 'Same.', 'Same.', 'Same.'), ['one', 'two', 'o1']);
  });

  test('that are given stay, and nobody else gets them', () => {
    const after = keepIds(before, [
      { id: 'aim' as ClauseId, kind: 'operative', words: 'Something else.' },
      { id: null, kind: 'operative', words: 'Decides to protect all rivers of the region.' },
    ]);
    assert.deepEqual(
      after.map(({ id }) => id),
      ['aim', 'o1'],
    );
  });

  test('are new ones where they must not be used again', () => {
    const after = keepIds(
      [clause('h1', 'Old.')],
      [{ id: null, kind: 'heading', words: 'New words.' }],
      ['h2' as ClauseId],
    );
    assert.equal(after[0]?.id, 'h3');
  });

  test('go with kind and words before words alone', () => {
    const twins = [clause('one', 'Aims'), clause('two', 'Aims', 'heading')];
    assert.deepEqual(
      keepIds(twins, [nameless(clause('', 'Aims', 'heading')), nameless(clause('', 'Aims'))]).map(({ id }) => id),
      ['two', 'one'],
    );
  });

  test('are each given once, the same each time, and all kept where nothing changed', () => {
    fc.assert(
      fc.property(clausesArbitrary, clausesArbitrary, (before, after) => {
        const result = keepIds(before, after.map(nameless));
        assert.equal(new Set(result.map(({ id }) => id)).size, after.length);
        assert.deepEqual(result.map(nameless), after.map(nameless));
        assert.deepEqual(keepIds(before, after.map(nameless)), result);
        assert.deepEqual(keepIds(before, before.map(nameless)), before);
      }),
    );
  });
});
