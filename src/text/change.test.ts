import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import type { ClauseId } from '../base/ids.ts';
import { clauseArbitrary, clausesArbitrary, proseArbitrary } from './arbitrary.test.ts';
import { applyChange } from './apply-change.ts';
import { broughtBy, clauseOf, clausesOf } from './change-parts.ts';
import { type Change, changeSchema } from './change.ts';
import { type Clause, clausesSchema, formSchema } from './clause.ts';

const id = (text: string) => text as ClauseId;
const clause = (name: string): Clause => ({ id: id(name), kind: 'paragraph', words: `Words of ${name}.` });
const text = [clause('a'), clause('b'), clause('c')];

const after = (change: Change): string => {
  const result = applyChange(text, change);
  return result.ok ? result.value.map((clause) => clause.id).join('') : result.error.kind;
};

suite('a change', () => {
  test('replaces the words of a clause and nothing else of it', () => {
    const result = applyChange(text, { kind: 'replace', clause: id('b'), words: 'Others.' });
    assert.deepEqual(result, { ok: true, value: [text[0], { ...clause('b'), words: 'Others.' }, text[2]] });
  });

  test('adds, deletes and moves clauses', () => {
    assert.equal(after({ kind: 'add', after: null, clause: clause('x') }), 'xabc');
    assert.equal(after({ kind: 'add', after: id('c'), clause: clause('x') }), 'abcx');
    assert.equal(after({ kind: 'delete', clause: id('b') }), 'ac');
    assert.equal(after({ kind: 'move', clause: id('c'), after: null }), 'cab');
    assert.equal(after({ kind: 'move', clause: id('a'), after: id('b') }), 'bac');
    assert.equal(after({ kind: 'move', clause: id('a'), after: id('c') }), 'bca');
  });

  test('makes a clause one of another kind or level', () => {
    const as = { kind: 'point', level: 2 } as const;
    const result = applyChange(text, { kind: 'replace', clause: id('b'), words: 'Words of b.', as });
    assert.deepEqual(result, { ok: true, value: [text[0], { ...clause('b'), ...as }, text[2]] });
    assert.ok(result.ok);
    const back = { kind: 'replace', clause: id('b'), words: 'Words of b.', as: { kind: 'paragraph' } } as const;
    assert.deepEqual(applyChange(result.value, back), { ok: true, value: text });
    assert.equal(changeSchema.safeParse({ ...back, as: { kind: 'point' } }).success, false);
  });

  test('splits a clause, which keeps its id, and puts the rest directly behind it', () => {
    const into = [clause('x'), clause('y')];
    const result = applyChange(text, { kind: 'split', clause: id('b'), words: 'Words', into });
    assert.deepEqual(result, { ok: true, value: [text[0], { ...clause('b'), words: 'Words' }, ...into, text[2]] });
  });

  test('joins clauses that follow each other into the first', () => {
    const result = applyChange(text, { kind: 'join', clauses: [id('b'), id('c')], words: 'Both.' });
    assert.deepEqual(result, { ok: true, value: [text[0], { ...clause('b'), words: 'Both.' }] });
    for (const clauses of [
      [id('a'), id('c')],
      [id('b'), id('a')],
      [id('a'), id('a')],
    ])
      assert.deepEqual(applyChange(text, { kind: 'join', clauses, words: 'x' }), {
        ok: false,
        error: { kind: 'not-adjacent', clause: clauses[1] },
      });
  });

  test('is refused where it fits nothing', () => {
    const none = id('none');
    for (const change of [
      { kind: 'replace', clause: none, words: 'x' },
      { kind: 'add', after: none, clause: clause('x') },
      { kind: 'delete', clause: none },
      { kind: 'move', clause: none, after: null },
      { kind: 'move', clause: id('a'), after: none },
      { kind: 'split', clause: none, words: 'x', into: [clause('x')] },
      { kind: 'join', clauses: [id('c'), none], words: 'x' },
    ] as const)
      assert.deepEqual(applyChange(text, change), { ok: false, error: { kind: 'no-such-clause', clause: none } });
    assert.equal(after({ kind: 'add', after: null, clause: clause('b') }), 'clause-exists');
    const twice = [clause('x'), clause('x')];
    assert.equal(after({ kind: 'split', clause: id('a'), words: 'x', into: [clause('b')] }), 'clause-exists');
    assert.equal(after({ kind: 'split', clause: id('a'), words: 'x', into: twice }), 'clause-exists');
  });

  test('is refused where it changes nothing', () => {
    for (const change of [
      { kind: 'replace', clause: id('a'), words: 'Words of a.' },
      { kind: 'replace', clause: id('a'), words: 'Words of a.', as: { kind: 'paragraph' } },
      { kind: 'move', clause: id('a'), after: null },
      { kind: 'move', clause: id('b'), after: id('a') },
      { kind: 'move', clause: id('b'), after: id('b') },
    ] as const)
      assert.equal(after(change), 'changes-nothing');
  });

  test('stands beside the clause it is about', () => {
    assert.equal(clauseOf({ kind: 'delete', clause: id('a') }), 'a');
    assert.equal(clauseOf({ kind: 'add', after: null, clause: clause('x') }), null);
    assert.equal(clauseOf({ kind: 'join', clauses: [id('b'), id('c')], words: 'x' }), 'b');
  });

  test('leaves the input alone, every other clause as it was, and each id once', () => {
    const arbitrary = fc
      .tuple(clausesArbitrary, fc.nat(), fc.option(fc.nat()), proseArbitrary, clauseArbitrary)
      .chain(([clauses, at, to, words, fresh]) => {
        const clause = clauses[at % clauses.length]?.id ?? id('none');
        const after = to === null ? null : (clauses[to % clauses.length]?.id ?? null);
        return fc.constantFrom<readonly [readonly Clause[], Change]>(
          [clauses, { kind: 'replace', clause, words }],
          [clauses, { kind: 'add', after, clause: fresh }],
          [clauses, { kind: 'delete', clause }],
          [clauses, { kind: 'move', clause, after }],
          [clauses, { kind: 'replace', clause, words, as: formSchema.parse({ kind: fresh.kind, level: fresh.level }) }],
          [clauses, { kind: 'split', clause, words, into: [fresh] }],
          [clauses, { kind: 'join', clauses: [clause, clauses[(at % clauses.length) + 1]?.id ?? fresh.id], words }],
        );
      });
    fc.assert(
      fc.property(arbitrary, ([clauses, change]) => {
        const before = structuredClone(clauses);
        assert.deepEqual(changeSchema.parse(change), change);
        const result = applyChange(clauses, change);
        assert.deepEqual(clauses, before);
        if (!result.ok) return;
        assert.notDeepEqual(result.value, clauses);
        if (result.value.length > 0) assert.deepEqual(clausesSchema.parse(result.value), result.value);
        const touched = new Set([...clausesOf(change), ...broughtBy(change).map(({ id }) => id)]);
        const rest = (list: readonly Clause[]) => list.filter((clause) => !touched.has(clause.id));
        assert.deepEqual(rest(result.value), rest(clauses));
      }),
    );
  });
});
