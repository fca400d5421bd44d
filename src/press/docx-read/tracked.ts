import { fitLine } from '../../base/fit.ts';
import type { Tracked } from '../paragraph.ts';
import { type Element, attribute } from '../xml.ts';

/** The tracked change that an element is. A move is a deletion here and an insertion there. */
export const changeOf = (element: Element): readonly Tracked[] => {
  const author = fitLine(attribute(element, 'w:author') ?? '');
  if (element.name === 'w:ins' || element.name === 'w:moveTo') return [{ kind: 'inserted', author }];
  if (element.name === 'w:del' || element.name === 'w:moveFrom') return [{ kind: 'deleted', author }];
  return [];
};
