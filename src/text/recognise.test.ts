import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import type { ClauseId } from '../base/ids.ts';
import { clausesArbitrary } from './arbitrary.test.ts';
import { editedArbitrary } from './arbitrary-changes.test.ts';
import type { Change } from './change.ts';
import type { Clause } from './clause.ts';
import { changesBetween } from './derive.ts';
import { recognised } from './keep-ids.ts';
import { merge } from './merge.ts';

/** What an edit comes to does not hang on how it was made: by what keys, by what clipboard, under what names. */

const clause = (id: string, words: string, kind: 'operative' | 'heading' | 'paragraph' = 'operative'): Clause => ({
  id: id as ClauseId,
  kind,
  words,
});

const derived = (before: readonly Clause[], after: readonly Clause[]): readonly Change[] =>
  changesBetween(before, recognised(before, after));
const kinds = (before: readonly Clause[], after: readonly Clause[]): string =>
  derived(before, after)
    .map(({ kind }) => kind)
    .join(' ');

const river = clause('river', 'Decides that the river is clean in five years, and that the lake is clean in ten.');
const shore = clause('shore', 'Calls on everyone who lives on the shore to measure the water every month.');
const host = clause('host', 'Thanks the host for the room, the bread and the patience.');
const text = [clause('aims', 'Aims', 'heading'), river, shore, host];
const [aims] = text as [Clause];

/** As a program gives it back that knows nothing of clauses: new names for all, in its own order. */
const renamed = (clauses: readonly Clause[]): readonly Clause[] =>
  clauses.map((one, i) => ({ ...one, id: `o-${i}` as ClauseId }));

const unnamed = (one: Clause) => ({ ...one, id: null });

suite('clauses are recognised by what they say', () => {
  test('when two are joined and parted again', () => {
    assert.equal(kinds(text, [aims, river, clause('o-1', shore.words), host]), '');
  });

  test('when all of them come back from another program', () => {
    assert.equal(kinds(text, renamed(text)), '');
  });

  test('when one is cut out and put elsewhere, whatever the clause is called that it is put into', () => {
    assert.deepEqual(derived(text, [aims, shore, host, clause('o-1', river.words)]), [
      { kind: 'move', clause: 'river', after: 'host' },
    ]);
    assert.deepEqual(derived(text, [aims, clause('river', shore.words), clause('shore', river.words), host]), [
      { kind: 'move', clause: 'shore', after: 'aims' },
    ]);
  });

  test('when one is deleted and typed again, and when another is typed in its place', () => {
    assert.equal(kinds(text, [aims, river, clause('o-1', 'Something else.'), clause('o-2', shore.words), host]), 'add');
    assert.equal(
      kinds(text, [aims, river, clause('shore', 'Something else.'), clause('o-2', shore.words), host]),
      'add',
    );
  });

  test('when they come back in other words', () => {
    const after = renamed([aims, { ...river, words: river.words.replace('five', 'six') }, shore, host]);
    assert.deepEqual(derived(text, after), [{ kind: 'replace', clause: 'river', words: after[1]?.words }]);
  });

  test('when they come back parted or joined', () => {
    const parted = [
      clause('p', 'Decides that the river is clean in five years.'),
      clause('q', 'The lake is clean in ten.'),
    ];
    assert.equal(kinds(text, renamed([aims, ...parted, shore, host])), 'split');
    assert.equal(
      kinds(text, [aims, parted[0] ?? river, { ...(parted[1] ?? river), id: river.id }, shore, host]),
      'split',
    );
    assert.equal(kinds(text, renamed([aims, clause('p', `${river.words} ${shore.words}`), host])), 'join');
    assert.equal(kinds(text, renamed([aims, clause('p', `${shore.words} ${host.words}`)])).split(' ')[0], 'join');
  });

  test('of the same words by their order', () => {
    const same = (id: string): Clause => clause(id, 'Same.');
    const before = [same('x'), river, same('y'), shore];
    assert.deepEqual(derived(before, renamed([river, same('y'), shore])), [{ kind: 'delete', clause: 'x' }]);
    assert.deepEqual(derived(before, [river, same('y'), shore]), [{ kind: 'delete', clause: 'x' }]);
    assert.deepEqual(
      derived(before, [same('y'), river, same('x'), shore]),
      changesBetween(before, [same('y'), river, same('x'), shore]),
    );
  });

  test('and by nothing that merely calls itself one', () => {
    const forged = clause('shore', 'Gives the shore away.');
    const after = [aims, river, forged, clause('o-1', shore.words), host];
    assert.deepEqual(
      recognised(text, after).map(({ id }) => id),
      ['aims', 'river', 'o1', 'shore', 'host'],
    );
    assert.equal(recognised(text, after, ['o1' as ClauseId])[2]?.id, 'o2');
  });

  test('but for those that others have named', () => {
    const added = clause('added', `${shore.words.slice(0, -1)}, and the mud.`);
    assert.equal(recognised(text, [aims, river, added, host])[2]?.id, 'shore');
    assert.equal(
      recognised(text, [aims, river, added, host], ['added' as ClauseId, 'shore' as ClauseId])[2]?.id,
      'added',
    );
    assert.equal(recognised(text, renamed(text), ['shore' as ClauseId])[2]?.id, 'shore');
  });

  test('the same each time, each once, and with no more changes than under the names that were given', () => {
    const both = fc.oneof(editedArbitrary, fc.tuple(clausesArbitrary, clausesArbitrary));
    fc.assert(
      fc.property(both, fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }), ([before, edited], losing) => {
        const after = edited.map((one, i) => (losing[i] === true ? { ...one, id: `x-${i}` as ClauseId } : one));
        const known = recognised(before, after);
        assert.deepEqual(known.map(unnamed), after.map(unnamed));
        assert.equal(new Set(known.map(({ id }) => id)).size, known.length);
        assert.deepEqual(recognised(before, after), known);
        assert.deepEqual(recognised(before, before), before);
        const changes = changesBetween(before, known);
        assert.ok(changes.length <= changesBetween(before, after).length);
        const amendments = changes.map((change, number) => ({ number, change }));
        assert.deepEqual(merge(before, amendments), { clauses: known, collisions: [], unfit: [] });
      }),
      { numRuns: 1000 },
    );
  });

  test('soon, in a long text of which nothing is left as it was', () => {
    const words = (from: number): string => Array.from({ length: 80 }, (_, j) => `w${(from * 7 + j) % 300}`).join(' ');
    const before = Array.from({ length: 400 }, (_, i) => clause(`c${i}`, words(i)));
    const after = Array.from({ length: 400 }, (_, i) => clause(`n${i}`, `${words(i + 3)} anew`));
    const begun = process.cpuUsage();
    recognised(before, after);
    const { user, system } = process.cpuUsage(begun);
    assert.ok(user + system < 4_000_000, `${user + system} µs`);
  });

  test('so that everyday edits come to no more amendments than were made, whatever became of the names', () => {
    fc.assert(
      fc.property(fc.array(editArbitrary, { minLength: 1, maxLength: 8 }), fc.nat(2), (edits, names) => {
        const { clauses, cost } = edited(edits);
        const after = clauses.map((one, i) =>
          names > 0 && i % names === 0 ? { ...one, id: `x-${i}` as ClauseId } : one,
        );
        const known = recognised(LONG, after);
        assert.ok(changesBetween(LONG, known).length <= cost, JSON.stringify(changesBetween(LONG, known)));
        assert.deepEqual(recognised(LONG, known), known);
      }),
      { numRuns: 500 },
    );
  });
});

/** Forty clauses of twelve words each, that hardly share any. */
const LONG: readonly Clause[] = Array.from({ length: 40 }, (_, i) =>
  clause(`c${i}`, `${Array.from({ length: 12 }, (_, j) => `w${i}${'abcdefghijkl'[j] ?? ''}`).join(' ')}.`),
);

const EDITS = ['reword', 'move', 'delete', 'add', 'split', 'join', 'kind', 'retype', 'part-again'] as const;
interface Edit {
  readonly what: (typeof EDITS)[number];
  readonly at: number;
  readonly to: number;
}
const editArbitrary: fc.Arbitrary<Edit> = fc.record({ what: fc.constantFrom(...EDITS), at: fc.nat(), to: fc.nat() });

/** The text after the edits, none of a clause that another was made to; and how many changes they are. */
const edited = (edits: readonly Edit[]): { readonly clauses: readonly Clause[]; readonly cost: number } => {
  const clauses = [...LONG];
  const touched = new Set<Clause | undefined>();
  let cost = 0;
  for (const [n, { what, at, to }] of edits.entries()) {
    const i = at % (clauses.length - 1);
    const [one, next] = [clauses[i], clauses[i + 1]];
    if (one === undefined || next === undefined || touched.has(one) || touched.has(next)) continue;
    if (what === 'join' && LONG.indexOf(next) !== LONG.indexOf(one) + 1) continue;
    const words = one.words.split(' ');
    const fresh = (text: string): Clause => clause(`n${n}`, text);
    const put = (count: number, ...now: readonly Clause[]): void => {
      clauses.splice(i, count, ...now);
      for (const clause of now) touched.add(clause);
    };
    if (what === 'reword') put(1, { ...one, words: words.with(to % 12, 'otherwise').join(' ') });
    if (what === 'kind') put(1, { ...one, kind: 'paragraph' });
    if (what === 'delete') put(2, next);
    if (what === 'add') put(1, one, fresh(`Entirely new ${n} and never said before.`));
    if (what === 'split')
      put(1, { ...one, words: words.slice(0, 1 + (to % 11)).join(' ') }, fresh(words.slice(1 + (to % 11)).join(' ')));
    if (what === 'join') put(2, { ...one, words: `${one.words} ${next.words}` });
    if (what === 'retype') put(1, fresh(one.words));
    if (what === 'part-again') put(2, one, fresh(next.words));
    const place = to % (clauses.length - 1);
    // Not between the parts of one that was split.
    if (what === 'move' && clauses.slice(Math.max(0, place - 1), place + 2).every((near) => !touched.has(near))) {
      clauses.splice(i, 1);
      clauses.splice(place, 0, one);
      touched.add(one);
    }
    if (what !== 'retype' && what !== 'part-again') cost += 1;
  }
  return { clauses, cost };
};
