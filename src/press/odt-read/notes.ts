import { fitLine, fitProse } from '../../base/fit.ts';
import type { Comment } from '../paragraph.ts';
import { type Element, child, descendants, textOf } from '../xml.ts';

export const commentOf = (annotation: Element): Comment => {
  const creator = child(annotation, 'dc:creator');
  return {
    author: creator === null ? '' : fitLine(textOf(creator)),
    words: fitProse(descendants(annotation, 'text:p').map(textOf).join('\n')).trim(),
  };
};
