import { standing } from '../../charter/history/archive.ts';
import { momentIn } from '../../conference/reading/zone-words.ts';
import { postMessages } from '../messages/index.ts';
import { type Said, type WordsAsked, found, nameOf, prose } from './asked.ts';

/** That a piece from the archive is said to be wrong, and until when anybody may disagree with how it should read. */
export const doubtWords = (asked: WordsAsked, number: number, place: number): Said => {
  const t = postMessages(asked.language).circulated;
  const piece = found(asked.state.archive[number - 1]);
  const { by, words, deadline } = found(piece.doubts[place - 1]);
  return {
    heading: t.heading.doubt(standing(piece).what.reference),
    from: nameOf(asked, by),
    facts: [],
    paragraphs: [
      t.doubted(nameOf(asked, by)),
      ...prose(asked, words),
      ...(deadline === null ? [] : [t.doubtUntil(momentIn(deadline, asked.zone, asked.language))]),
    ],
    files: [],
  };
};
