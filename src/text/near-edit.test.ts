import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import { nearEdit } from './near-edit.ts';
import { shortestEdit } from './shortest-edit.ts';

const signs = (alphabet: number, maxLength = 400) =>
  fc.array(fc.integer({ min: 0, max: alphabet - 1 }).map(String), { maxLength, size: 'max' });

const made = (before: readonly string[], after: readonly string[]): readonly string[] => {
  const out: string[] = [];
  let [x, y] = [0, 0];
  for (const step of nearEdit(before, after)) {
    if (step === 'keep') assert.equal(before[x], after[y]);
    if (step !== 'drop') out.push(after[y++] ?? '');
    if (step !== 'add') x += 1;
  }
  assert.equal(x, before.length);
  return out;
};

suite('a near edit', () => {
  test('leads from one list to the other, however much differs', () => {
    const lists = fc.oneof(signs(2), signs(30), signs(10_000));
    fc.assert(fc.property(lists, lists, (before, after) => assert.deepEqual(made(before, after), after)));
  });

  test('is the shortest where little differs', () => {
    const before = Array.from({ length: 5000 }, (_, i) => `${i}`);
    const after = before.flatMap((item, i) => (i % 60 === 0 ? ['new', 'words'] : [item]));
    assert.deepEqual(nearEdit(before, after), shortestEdit(before, after));
  });

  test('keeps what stands once in both, where too much differs to look through', () => {
    const before = Array.from({ length: 6000 }, (_, i) => (i % 100 === 0 ? `same ${i}` : `old ${i}`));
    const after = Array.from({ length: 6000 }, (_, i) => (i % 100 === 0 ? `same ${i}` : `new ${i}`));
    assert.equal(nearEdit(before, after).filter((step) => step === 'keep').length, 60);
  });

  test('takes steps in proportion to the lists', () => {
    const stepsOf = (length: number): number => {
      let looked = 0;
      const list = (seed: number): readonly string[] =>
        new Proxy(
          Array.from({ length }, (_, i) => `${(i * seed) % 7}`),
          {
            get: (of, name, self): unknown => {
              looked += 1;
              return Reflect.get(of, name, self);
            },
          },
        );
      nearEdit(list(5), list(3));
      return looked;
    };
    const [few, many] = [stepsOf(1000), stepsOf(8000)];
    assert.ok(many < few * 12, `${few} for a thousand, ${many} for eight`);
  });
});
