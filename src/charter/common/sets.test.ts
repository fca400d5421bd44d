import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setsOf } from './sets.ts';

const range = (from: number, to: number): readonly number[] => Array.from({ length: to - from }, (_, i) => from + i);
const none = new Map<number, ReadonlySet<number>>();

test('every set of amendments that go together is found once, alone first', () => {
  const rivals = new Map([1, 2, 3, 4].map((number) => [number, new Set([5 - number])]));
  assert.deepEqual(setsOf([1, 2, 4], [], rivals, 10), { sets: [[1], [2], [4], [1, 2], [2, 4]], isWhole: true });
  assert.deepEqual(setsOf([3], [1, 2], rivals, 10), { sets: [[3], [1, 3]], isWhole: true });
  assert.equal(setsOf(range(0, 6), [], none, 57).sets.length, 2 ** 6 - 1);
});

test('where there are more than there is room for, each alone and the fullest are among them, and it is said', () => {
  const { sets, isWhole } = setsOf(range(0, 7), [], none, 60);
  assert.ok(!isWhole);
  assert.equal(sets.length, 67);
  assert.deepEqual(sets.at(-1), range(0, 7));
  assert.deepEqual(setsOf([1, 2], [], none, 0), { sets: [[1], [2]], isWhole: false });
});
