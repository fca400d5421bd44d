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
    author: creator === null ? '' : textOf(creator).trim(),
    words: descendants(annotation, 'text:p').map(textOf).join('\n').trim(),
  };
};
