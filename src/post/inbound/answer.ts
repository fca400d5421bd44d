import { unreachable } from '../../base/result.ts';
import { type PostMessages } from '../messages/index.ts';
import type { MailRefusal, WaitingFor } from './place.ts';

/** What is said to a delegate who wrote a mail, in their language. Whoever is not known, or not vouched for, is not answered, and so nothing is said of that. */

export type Say = (messages: PostMessages['inbound']) => string;

export const sayRefusal = (why: MailRefusal): readonly Say[] => {
  switch (why.kind) {
    case 'forged':
    case 'unknown-sender':
      return [];
    case 'calendar':
    case 'other-meeting':
    case 'old-notice':
    case 'nothing-said':
      return [(m) => m.refused[why.kind]];
    case 'calendar-of-another':
      return [(m) => m.refused['calendar-of-another'](why.attendee)];
    case 'act':
      return [(m) => m.act[why.fault.kind](why.fault.name)];
    default:
      return unreachable(why);
  }
};

export const sayWaiting = (why: WaitingFor): readonly Say[] => {
  switch (why) {
    case 'no-author':
    case 'unproven':
    case 'stranger':
      return [];
    case 'unreadable':
    case 'no-delegate':
    case 'too-much':
      return [(m) => `${m.waiting[why]} ${m.waits}`];
    default:
      return unreachable(why);
  }
};

/** The whole of an answer. */
export const answerText = (
  messages: PostMessages['inbound'],
  conference: string,
  mail: { readonly subject: string; readonly date: string },
  says: readonly string[],
): string => [messages.hello(conference), messages.yours(mail.subject, mail.date), ...says].join('\n\n');
