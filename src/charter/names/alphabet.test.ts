import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import { compareNames } from './alphabet.ts';

const sorted = (names: readonly string[]): readonly string[] => names.toSorted(compareNames);

suite('the order of names', () => {
  test('is that of the alphabets, one script behind the other, whatever case and marks', () => {
    for (const names of [
      ['Águila', 'alba', 'Ångström', 'Øresund', 'Štit', 'Zora'],
      ['Άλφα', 'Βήτα', 'έψιλον', 'Ωμέγα'],
      [
        'Адриа',
        'Дрина',
        'Ђердап',
        'Езеро',
        'Звезда',
        'Јадар',
        'Ковач',
        'Љубав',
        'Марица',
        'Његош',
        'Тара',
        'Ћуприја',
        'Чайка',
        'Џеп',
        'Шума',
      ],
      ['7 Rivers', 'Rivers', 'Ποτάμια', 'Реке'],
      ['Pro Delta', 'Pro-Delta Two', 'Prodelta'],
    ]) {
      assert.deepEqual(sorted(names), names);
      assert.deepEqual(sorted(names.toReversed()), names);
    }
  });

  test('hangs on no order in which they come: it is total, and the same for any listing', () => {
    const name = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 8 }), fc.constantFrom('Ada', 'ada', 'Áda', 'Ада'));
    fc.assert(
      fc.property(fc.array(name, { maxLength: 8 }), fc.nat(), (names, turn) => {
        const other = [...names.slice(turn % (names.length + 1)), ...names.slice(0, turn % (names.length + 1))];
        assert.deepEqual(sorted(other), sorted(names));
      }),
      { numRuns: 200 },
    );
  });
});
