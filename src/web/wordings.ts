import { compareHere } from './kit/compare/comparing.ts';
import type { Told, Wordings } from '../conference/post/digest.ts';
import { textNamed } from '../conference/reading/news.ts';
import type { Context } from './kit/context.ts';
import { chooseLanguage, messagesIn } from './messages/index.ts';
import { lapsedText, rowOf } from './site/pages/today.ts';
import { NO_SHARED_DRAFTS } from './kit/shared-drafts.ts';
import { nameOf } from './kit/words.ts';
import { rejectionInWords } from './act/rejection-words.ts';

/** What pages call what happened and what is needed, for mails. */
export const createWordings = (origin: string): Wordings => {
  const contextOf = ({ conference, reader, language, now }: Told): Context => {
    const speaks = chooseLanguage(language.split('-')[0], undefined);
    const base = `/${conference.slug}`;
    return {
      t: messagesIn(speaks),
      language: speaks,
      now,
      url: new URL(base, origin),
      sent: false,
      comparing: compareHere(speaks),
      copy: false,
      origin,
      conference,
      reader,
      me: null,
      base,
      sample: false,
      offersPdf: false,
      offersMail: false,
      isInvented: () => false,
      attached: new Map(),
      drafts: null,
      shared: NO_SHARED_DRAFTS,
      news: null,
      prepared: null,
    };
  };

  return {
    news: (told, { entry, entries }) => {
      const context = contextOf(told);
      const { act, index } = entry;
      const number = textNamed(act);
      const text = number === null ? null : told.reader.text(number);
      const done = `${nameOf(context, act.by.organisation)} ${context.t.acts.done[act.kind]}`;
      const title = text?.revisions.at(-1)?.title ?? null;
      return {
        title: `${done}${entries.length > 1 ? ` ×${entries.length}` : ''}${title === null ? '' : `, ${title}`}`,
        why: lapsedText(context, entry),
        path: `${context.base}/record/${index}`,
      };
    },
    need: (told, need) => {
      const { what, why, href } = rowOf(contextOf(told), need);
      return { title: what, why, path: href };
    },
    rejection: ({ conference, language }, rejection) => rejectionInWords(conference, rejection, language),
  };
};
