import type { Rejection, Conference } from '../../conference/types.ts';
import { PUBLIC } from '../../charter/visibility.ts';
import { createReader } from '../../conference/reading/reader.ts';
import { chooseLanguage, messagesIn } from '../messages/index.ts';
import { rejectionText } from '../kit/problem.ts';

/** Why something was not let in, in one of our languages, for whoever reads it elsewhere than on a page. Names are shown that anyone may see. */
export const rejectionInWords = (conference: Conference, rejection: Rejection, language: string): string => {
  const own = chooseLanguage(language.split('-')[0], undefined);
  const reader = createReader(conference.state(), PUBLIC);
  const { title, text } = rejectionText({ t: messagesIn(own), language: own, conference, reader }, rejection);
  return rejection.kind === 'refused' ? `${title}: ${text}` : text;
};
