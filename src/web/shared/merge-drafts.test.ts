import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { ClauseId } from '../../base/ids.ts';
import { clausesArbitrary } from '../../text/arbitrary.test.ts';
import type { Clause } from '../../text/clause.ts';
import { toMarkdown } from '../../text/markdown.ts';
import { mergeClauses } from './merge-clauses.ts';
import { mergeDrafts } from './merge-drafts.ts';

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
        for (const merged of [merge(before, after, before), merge(before, before, after), merge(before, after, after)])
          assert.deepEqual(merged, { clauses: after, collisions: [], renamed: new Map() });
      }),
    );
  });

  it('hold both changes to different words of a clause', () => {
    const merged = merge([A], [clause('a', 'The river is kept wild.')], [clause('a', 'The whole river is kept free.')]);
    assert.deepEqual(shown(merged.clauses), ['a: The whole river is kept wild.']);
    assert.deepEqual(merged.collisions, []);
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
    assert.deepEqual([...merged.renamed], [['a', 'twice-1']], 'whoever wrote the second writes on there');
  });

  it('hold both halves of a clause of which each took one away, and neither where one took all', () => {
    const both = (ours: string, theirs: string) =>
      shown(merge([A, B], [clause('a', ours), B], [clause('a', theirs), B]).clauses);
    assert.deepEqual(both('The river', 'is kept free.'), ['a: is kept free.', 'twice-1: The river', `b: ${B.words}`]);
    assert.deepEqual(both('The river.', 'is kept free'), ['a: is kept free', 'twice-1: The river.', `b: ${B.words}`]);
    assert.deepEqual(both('The river', 'The river flows.'), ['a: The river flows', `b: ${B.words}`]);
  });

  it('hold two insertions at one place, one behind the other, in one clause', () => {
    const both = (ours: string, theirs: string, base = A.words): readonly string[] => {
      const merged = merge([clause('a', base)], [clause('a', ours)], [clause('a', theirs)]);
      assert.deepEqual(merged.collisions, []);
      return shown(merged.clauses);
    };
    assert.deepEqual(both('The river is kept free for ever.', 'The river is kept free and wild.'), [
      'a: The river is kept free for ever and wild.',
    ]);
    assert.deepEqual(both('Surely The river is kept free.', 'Now The river is kept free.'), [
      'a: Surely Now The river is kept free.',
    ]);
    assert.deepEqual(both('free a', 'free red', 'free '), ['a: free a red']);
    // A word that is written on is whole before what else comes behind it.
    assert.deepEqual(both('free and', 'freedom', 'free'), ['a: freedom and']);
    assert.deepEqual(both('freedom', 'free and', 'free'), ['a: freedom and']);
    assert.deepEqual(both('freely', 'freedom', 'free'), ['a: freelydom']);
  });

  it('hold two wordings nowhere but where both replaced the same words', () => {
    const words = (ours: readonly Clause[], theirs: readonly Clause[], base = [A, B]): readonly string[] => {
      const merged = merge(base, ours, theirs);
      assert.deepEqual(merged.collisions, []);
      return shown(merged.clauses);
    };
    const reworded = clause('b', 'The lake is kept pure.');
    // Split, joined, deleted in part, moved, while the other rewords.
    const split = [A, clause('b', 'The lake'), clause('n', 'is kept clean.')];
    assert.deepEqual(words([A, reworded], split), ['a: The river is kept free.', 'b: The lake', 'n: is kept pure.']);
    const joined = [clause('a', 'The river is kept free. The lake is kept clean.')];
    assert.deepEqual(words([A, reworded], joined), ['a: The river is kept free. The lake is kept pure.']);
    assert.deepEqual(words(joined, [A, reworded]), ['a: The river is kept free. The lake is kept pure.']);
    assert.deepEqual(words([A, clause('b', 'The lake.')], [A, clause('b', 'The lake is kept.')]), [
      'a: The river is kept free.',
      'b: The lake.',
    ]);
    assert.deepEqual(words([B, A], [A, reworded]), ['b: The lake is kept pure.', 'a: The river is kept free.']);
  });

  it('keep together what one writes on, clause after clause, whatever comes in at the same place', () => {
    const [m, n, o] = [clause('m', 'One.'), clause('n', 'Two.'), clause('o', 'Three.')];
    const first = merge([A], [A, n], [A, m]).clauses;
    assert.deepEqual(shown(first), shown([A, n, m]));
    assert.deepEqual(shown(merge([A, m], [A, m, o], first).clauses), shown([A, n, m, o]));
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
    // A word that is there already, or that one of those has been written on to, by both perhaps.
    const isGrown = (word: string, old: ReadonlySet<string>): boolean =>
      [...old].some((one) => word.startsWith(one) || word.endsWith(one));
    const clausesOf = (rows: readonly (readonly [string, string])[]) => rows.map(([id, text]) => clause(id, text));
    fc.assert(
      fc.property(version, version, version, (before, ours, theirs) => {
        const { clauses } = merge(clausesOf(before), clausesOf(ours), clausesOf(theirs));
        const old = new Set(before.flatMap(([, text]) => text.split(' ')));
        const kept = new Set(clauses.flatMap(({ words }) => words.split(/\b/u)));
        for (const [, text] of [...ours, ...theirs])
          for (const word of text.split(' ')) assert.ok(isGrown(word, old) || kept.has(word), word);
        assert.equal(new Set(clauses.map(({ id }) => id)).size, clauses.length);
      }),
    );
  });

  it('are merged as sources, title and all, or not at all', () => {
    const source = (...clauses: Clause[]): string => toMarkdown({ title: null, clauses });
    const base = { title: 'T', body: source(A) };
    assert.deepEqual(mergeDrafts(base, { title: 'Mine', body: '' }, { title: 'Theirs', body: source(A, B) }, ids()), {
      title: 'Theirs / Mine',
      body: source(B).trimEnd(),
      collisions: [{ clause: null, kept: 'Theirs', beside: 'Mine' }],
      renamed: [],
    });
    const titles = (mine: string, theirs: string) =>
      mergeDrafts({ title: 'On wide rivers', body: '' }, { title: mine, body: '' }, { title: theirs, body: '' }, ids());
    assert.equal(titles('On wide clean rivers', 'On all wide rivers')?.title, 'On all wide clean rivers');
    // Each has taken away one half, and is about to write another: neither is to lose what the other takes for granted.
    assert.equal(titles('On wide', 'rivers')?.title, 'rivers / On wide');
    assert.equal(titles('rivers', 'On wide')?.title, 'On wide / rivers');
    assert.equal(titles('rivers', 'rivers')?.title, 'rivers');
    assert.equal(titles('', 'rivers')?.title, '');
    const long = titles(`On ${'a'.repeat(200)} rivers`, `On ${'b'.repeat(200)} rivers`);
    assert.equal(long?.title, `On ${'b'.repeat(200)} rivers`);
    assert.match(long.body, /^## On a{200} rivers/u);
    assert.equal(mergeDrafts(base, { title: 'T', body: '1.\n' }, base, ids()), null);
  });
});
