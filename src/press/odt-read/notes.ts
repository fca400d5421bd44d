import { fitLine, fitProse } from '../../base/fit.ts';
import type { Comment } from '../paragraph.ts';
import { type Element, child, descendants, textOf } from '../xml.ts';

/** A footnote's or endnote's words. */
export const noteOf = (note: Element): string | null => {
  const body = child(note, 'text:note-body');
  return body === null ? null : descendants(body, 'text:p').map(textOf).join(' ').trim();
};

export const commentOf = (annotation: Element): Comment => {
  const creator = child(annotation, 'dc:creator');
  return {
    author: creator === null ? '' : fitLine(textOf(creator)),
    words: fitProse(descendants(annotation, 'text:p').map(textOf).join('\n')).trim(),
  };
};
