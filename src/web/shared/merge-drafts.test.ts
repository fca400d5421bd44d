import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { ClauseId } from '../../base/ids.ts';
import { clausesArbitrary } from '../../text/arbitrary.test.ts';
import type { Clause } from '../../text/clause.ts';
import { toMarkdown } from '../../text/markdown.ts';
import { mergeClauses, mergeDrafts } from './merge-drafts.ts';

const ids = () => {
  let n = 0;
  return (): ClauseId => `twice-${(n += 1)}` as ClauseId;
};

const merge = (before: readonly Clause[], ours: readonly Clause[], theirs: readonly Clause[]) =>
  mergeClauses(before, ours, theirs, ids());

const clause = (id: string, words: string): Clause => ({ id: id as ClauseId, kind: 'operative', words });

const A = clause('a', 'The river is kept free.');
const B = clause('b', 'The lake is kept clean.');
const C = clause('c', 'The sea is kept calm.');

const shown = (clauses: readonly Clause[]): readonly string[] => clauses.map(({ id, words }) => `${id}: ${words}`);

describe('two versions of a draft', () => {
  it('are one where one side did nothing', () => {
    fc.assert(
      fc.property(clausesArbitrary, clausesArbitrary, (before, after) => {
        assert.deepEqual(merge(before, after, before), { clauses: after, collisions: [] });
        assert.deepEqual(merge(before, before, after), { clauses: after, collisions: [] });
        assert.deepEqual(merge(before, after, after), { clauses: after, collisions: [] });
      }),
    );
  });

  it('hold both changes to different words of a clause', () => {
    const merged = merge([A], [clause('a', 'The river is kept wild.')], [clause('a', 'The whole river is kept free.')]);
    assert.deepEqual(merged, { clauses: [clause('a', 'The whole river is kept wild.')], collisions: [] });
  });

  it('hold both wordings where both changed the same words', () => {
    const merged = merge(
      [A, B],
      [clause('a', 'The river is kept wild.'), B],
      [clause('a', 'The river is kept deep.'), B],
    );
    assert.deepEqual(shown(merged.clauses), [
      'a: The river is kept deep.',
      'twice-1: The river is kept wild.',
      'b: The lake is kept clean.',
    ]);
    assert.deepEqual(merged.collisions, [
      { clause: 'a', kept: 'The river is kept deep.', beside: 'The river is kept wild.' },
    ]);
  });

  it('hold what one added, moved or deleted, and never delete what the other changed', () => {
    const added = clause('n', 'New.');
    assert.deepEqual(shown(merge([A, B, C], [A, added, B, C], [C, A, B]).clauses), shown([C, A, added, B]));
    assert.deepEqual(shown(merge([A, B, C], [A, C], [clause('a', 'Changed.'), B, C]).clauses), [
      'a: Changed.',
      'c: The sea is kept calm.',
    ]);
    assert.deepEqual(shown(merge([A, B], [A], [A, clause('b', 'Changed.')]).clauses)[1], 'b: Changed.');
  });

  it('lose no word that either wrote, whatever they wrote', () => {
    const words = fc.stringMatching(/^[a-z]{3,6}( [a-z]{3,6}){0,5}$/u);
    const version = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), words), {
      selector: ([id]) => id,
      maxLength: 5,
    });
    const clausesOf = (rows: readonly (readonly [string, string])[]) => rows.map(([id, text]) => clause(id, text));
    fc.assert(
      fc.property(version, version, version, (before, ours, theirs) => {
        const { clauses } = merge(clausesOf(before), clausesOf(ours), clausesOf(theirs));
        const old = new Set(before.flatMap(([, text]) => text.split(' ')));
        const kept = new Set(clauses.flatMap(({ words }) => words.split(/\b/u)));
        for (const [, text] of [...ours, ...theirs])
          for (const word of text.split(' ')) assert.ok(old.has(word) || kept.has(word), word);
        assert.equal(new Set(clauses.map(({ id }) => id)).size, clauses.length);
      }),
    );
  });

  it('are merged as sources, title and all, or not at all', () => {
    const source = (...clauses: Clause[]): string => toMarkdown({ title: null, clauses });
    const base = { title: 'T', body: source(A) };
    assert.deepEqual(mergeDrafts(base, { title: 'Mine', body: '' }, { title: 'Theirs', body: source(A, B) }, ids()), {
      title: 'Mine',
      body: source(B).trimEnd(),
      collisions: [{ clause: null, kept: 'Mine', beside: 'Theirs' }],
    });
    assert.equal(mergeDrafts(base, { title: 'T', body: '1.\n' }, base, ids()), null);
  });
});
