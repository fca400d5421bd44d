import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import { placesOf } from './apply-change.ts';
import { amendedArbitrary } from './arbitrary-changes.test.ts';
import { clash, footprintOf } from './footprint.ts';
import { merge } from './merge.ts';

suite('footprints of changes', () => {
  test('clash where the two cannot be merged, and nowhere else', () => {
    fc.assert(
      fc.property(amendedArbitrary, ([clauses, amendments]) => {
        const places = placesOf(clauses);
        for (const one of amendments) {
          for (const other of amendments) {
            if (one.number === other.number) continue;
            const a = footprintOf(clauses, places, one.change);
            const b = footprintOf(clauses, places, other.change);
            const apart = a !== null && b !== null && clash(a, b);
            assert.equal(apart, merge(clauses, [one, other]).collisions.length > 0);
          }
        }
      }),
    );
  });
});
