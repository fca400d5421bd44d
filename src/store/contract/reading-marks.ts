import assert from 'node:assert/strict';
import type { OrganisationId, Slug } from '../../base/ids.ts';
import { instant } from '../../base/time.ts';
import type { ReadingMark, ReadingMarks } from '../../conference/reading-marks.ts';

/** What whatever keeps {@link ReadingMarks} does. */

interface Opened {
  readonly marks: ReadingMarks;
  /** The same again, where it outlives the process. */
  readonly reopen: (() => ReadingMarks) | null;
}

const [RIVERS, LAKES] = ['rivers' as Slug, 'lakes' as Slug];
const [ANNA, BORA] = ['anna' as OrganisationId, 'bora' as OrganisationId];

const mark = (slug: Slug, organisation: OrganisationId, delegate: number, upTo: number): ReadingMark => ({
  slug,
  organisation,
  delegate,
  upTo,
  at: instant(1000 + upTo),
});

export const READING_MARKS_CONTRACT: Readonly<Record<string, (opened: Opened) => void>> = {
  'keeps one for each delegate, the last that was put, and finds no other': ({ marks, reopen }) => {
    marks.put(mark(RIVERS, ANNA, 1, 5));
    marks.put(mark(RIVERS, ANNA, 2, 6));
    marks.put(mark(LAKES, ANNA, 1, 7));
    marks.put(mark(RIVERS, ANNA, 1, 8));
    const kept = reopen?.() ?? marks;
    assert.deepEqual(kept.get(RIVERS, ANNA, 1), mark(RIVERS, ANNA, 1, 8));
    assert.deepEqual(kept.get(RIVERS, ANNA, 2), mark(RIVERS, ANNA, 2, 6));
    assert.deepEqual(kept.get(LAKES, ANNA, 1), mark(LAKES, ANNA, 1, 7));
    assert.equal(kept.get(RIVERS, BORA, 1), null);
  },
  'lists those of one conference, and removes one': ({ marks }) => {
    marks.put(mark(RIVERS, BORA, 1, 5));
    marks.put(mark(RIVERS, ANNA, 1, 6));
    marks.put(mark(LAKES, ANNA, 1, 7));
    assert.deepEqual(marks.all(RIVERS), [mark(RIVERS, ANNA, 1, 6), mark(RIVERS, BORA, 1, 5)]);
    marks.remove(RIVERS, ANNA, 1);
    assert.deepEqual(marks.all(RIVERS), [mark(RIVERS, BORA, 1, 5)]);
    assert.equal(marks.get(LAKES, ANNA, 1)?.upTo, 7);
  },
};
