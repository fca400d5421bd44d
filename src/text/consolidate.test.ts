import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { ClauseId } from '../base/ids.ts';
import type { Change } from './change.ts';
import type { Clause } from './clause.ts';
import { type Row, withAmendments } from './consolidate.ts';

const clause = (id: string): Clause => ({ id: id as ClauseId, kind: 'operative', words: `Words of ${id}.` });
const id = (text: string) => text as ClauseId;

const outline = (rows: readonly Row[]): readonly string[] =>
  rows.map((row) =>
    row.kind === 'clause'
      ? `${row.clause.id} [${row.amendments.map(({ number }) => number).join(' ')}]`
      : `${row.kind} ${row.clause.id} by ${row.amendment.number}`,
  );

const proposed = (...changes: readonly Change[]) => changes.map((change, i) => ({ number: i + 1, change }));

suite('a text with its open amendments', () => {
  const text = [clause('a'), clause('b')];

  test('shows what is proposed to a clause beside it', () => {
    const rows = withAmendments(
      text,
      proposed(
        { kind: 'replace', clause: id('a'), words: 'Others.' },
        { kind: 'delete', clause: id('b') },
        { kind: 'delete', clause: id('a') },
      ),
    );
    assert.deepEqual(outline(rows), ['a [1 3]', 'b [2]']);
  });

  test('shows additions behind their neighbour, and a move at both places', () => {
    const rows = withAmendments(
      text,
      proposed(
        { kind: 'add', after: id('a'), clause: clause('x') },
        { kind: 'add', after: null, clause: clause('y') },
        { kind: 'move', clause: id('b'), after: null },
        { kind: 'add', after: id('b'), clause: clause('z') },
        { kind: 'add', after: id('a'), clause: clause('w') },
      ),
    );
    assert.deepEqual(outline(rows), [
      'addition y by 2',
      'arrival b by 3',
      'a []',
      'addition x by 1',
      'addition w by 5',
      'b [3]',
      'addition z by 4',
    ]);
  });

  test('shows a split at its clause and a join at each of its clauses', () => {
    const rows = withAmendments(
      text,
      proposed(
        { kind: 'split', clause: id('a'), words: 'Words.', into: [clause('x')] },
        { kind: 'join', clauses: [id('a'), id('b')], words: 'Words of both.' },
      ),
    );
    assert.deepEqual(outline(rows), ['a [1 2]', 'b [2]']);
  });

  test('leaves out what has no place', () => {
    const rows = withAmendments(
      text,
      proposed(
        { kind: 'delete', clause: id('gone') },
        { kind: 'add', after: id('gone'), clause: clause('x') },
        { kind: 'move', clause: id('gone'), after: null },
      ),
    );
    assert.deepEqual(outline(rows), ['a []', 'b []']);
  });
});
