import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setsOf } from './sets.ts';

const range = (from: number, to: number): readonly number[] => Array.from({ length: to - from }, (_, i) => from + i);
const never = (): boolean => false;

test('every set of amendments that go together is found once, alone first', () => {
  const clash = (a: number, b: number): boolean => a + b === 5;
  assert.deepEqual(setsOf([1, 2, 4], [], clash, 10), { sets: [[1], [2], [4], [1, 2], [2, 4]], isWhole: true });
  assert.deepEqual(setsOf([3], [1, 2], clash, 10), { sets: [[3], [1, 3]], isWhole: true });
  assert.equal(setsOf(range(0, 6), [], never, 57).sets.length, 2 ** 6 - 1);
});

test('where there are more than there is room for, each alone and the fullest are among them, and it is said', () => {
  const { sets, isWhole } = setsOf(range(0, 7), [], never, 60);
  assert.ok(!isWhole);
  assert.equal(sets.length, 67);
  assert.deepEqual(sets.at(-1), range(0, 7));
  assert.deepEqual(setsOf([1, 2], [], never, 0), { sets: [[1], [2]], isWhole: false });
});

test('hundreds that all go together take no longer than their number says', () => {
  let asked = 0;
  const counting = (): boolean => {
    asked += 1;
    return false;
  };
  assert.ok(!setsOf(range(0, 100), [], counting, 60).isWhole);
  assert.ok(asked < 1_000_000, `${asked} pairs`);
});
