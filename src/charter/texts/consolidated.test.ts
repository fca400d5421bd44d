import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClauseId } from '../../base/ids.ts';
import { consolidated } from './consolidated.ts';
import { given } from '../spec/spec.ts';
import { amend, founded, onAmendment, table, take } from '../spec/acts.ts';
import type { State } from '../state.ts';

const id = (text: string) => text as ClauseId;
const words = (clause: string, to: string) => ({ kind: 'replace' as const, clause: id(clause), words: to });

const of = (state: State) => consolidated(state.texts[0] ?? assert.fail());

test('what is agreed is worked in, and what is open reads over the agreed words', () => {
  const { state } = given(
    founded(3),
    table('ada', ['The river shall be clean in five years.', 'Two.']),
    amend('bor', words('c1', 'The river shall be clean in ten years.')),
    amend('cvet', words('c1', 'Every river shall be clean in five years.')),
    take('ada', 'accept', onAmendment(1)),
    take('cvet', 'accept', onAmendment(1)),
  );
  const { clauses, workedIn, rows, rivals, outside } = of(state);
  assert.equal(clauses[0]?.words, 'The river shall be clean in ten years.');
  assert.deepEqual(
    workedIn.map(({ number }) => number),
    [1],
  );
  const [row] = rows;
  assert.ok(row?.kind === 'clause');
  assert.deepEqual(
    row.amendments.map(({ change }) => 'words' in change && change.words),
    ['Every river shall be clean in ten years.'],
  );
  assert.deepEqual([rivals, outside], [[], []]);
});

test('rivals are named together, and what has no place in the agreed text stands outside', () => {
  const { state } = given(
    founded(3),
    table('ada', ['One in five years.', 'Two.']),
    amend('bor', words('c1', 'One in six years.')),
    amend('cvet', words('c1', 'One in seven years.')),
    amend('bor', words('c2', 'Other.')),
    amend('ada', { kind: 'delete', clause: id('c2') }),
    take('bor', 'accept', onAmendment(4)),
    take('cvet', 'accept', onAmendment(4)),
  );
  const { rivals, outside, clauses } = of(state);
  assert.deepEqual(rivals, [{ clauses: ['c1'], amendments: [1, 2] }]);
  assert.deepEqual(
    outside.map(({ number }) => number),
    [3],
  );
  assert.equal(clauses.length, 1);
});
