import type { ReadingMark, ReadingMarks } from '../../conference/reading-marks.ts';

/** {@link ReadingMarks} that are forgotten with the process. */
export const createMemoryReadingMarks = (): ReadingMarks => {
  const kept = new Map<string, ReadingMark>();
  const key = (slug: string, organisation: string, delegate: number): string => `${slug}/${organisation}/${delegate}`;
  return {
    get: (slug, organisation, delegate) => kept.get(key(slug, organisation, delegate)) ?? null,
    put: (mark) => void kept.set(key(mark.slug, mark.organisation, mark.delegate), mark),
    all: (slug) =>
      [...kept.values()]
        .filter((mark) => mark.slug === slug)
        .toSorted((a, b) =>
          key(a.slug, a.organisation, a.delegate) < key(b.slug, b.organisation, b.delegate) ? -1 : 1,
        ),
    remove: (slug, organisation, delegate) => void kept.delete(key(slug, organisation, delegate)),
  };
};
