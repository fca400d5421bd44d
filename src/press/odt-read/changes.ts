import { fitLine } from '../../base/fit.ts';
import type { Tracked } from '../paragraph.ts';
import { type Element, attribute, child, childrenOf, elementsIn, textOf } from '../xml.ts';

/** The tracked changes that an ODT file lists ahead of its text (ODF 1.2 part 1, section 5.5). */
export interface Region {
  /** `null`: a change of formatting. */
  readonly tracked: Tracked | null;
  /** What was deleted: the paragraphs, the first and the last of which may be parts. */
  readonly deleted: Element | null;
}

export const regionsIn = (text: Element): ReadonlyMap<string, Region> =>
  new Map(
    childrenOf(child(text, 'text:tracked-changes'), 'text:changed-region').flatMap((region) => {
      const [change] = elementsIn(region);
      const id = attribute(region, 'text:id') ?? attribute(region, 'id') ?? '';
      return change === undefined ? [] : [[id, regionOf(change)] as const];
    }),
  );

const regionOf = (change: Element): Region => {
  const creator = child(child(change, 'office:change-info'), 'dc:creator');
  const author = creator === null ? '' : fitLine(textOf(creator));
  if (change.name === 'text:insertion') return { tracked: { kind: 'inserted', author }, deleted: null };
  if (change.name === 'text:deletion') return { tracked: { kind: 'deleted', author }, deleted: change };
  return { tracked: null, deleted: null };
};
