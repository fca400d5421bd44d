import { unreachable } from '../../base/result.ts';
import { type PostMessages } from '../messages/index.ts';
import type { Refusal, WaitingFor } from './place.ts';

/** What is said to whoever wrote a mail, in their language. */

export type Say = (messages: PostMessages['inbound']) => string;

export const sayRefusal =
  (why: Refusal): Say =>
  (m) => {
    switch (why.kind) {
      case 'forged':
      case 'calendar':
      case 'other-meeting':
      case 'old-notice':
      case 'nothing-said':
        return m.refused[why.kind];
      case 'unknown-sender':
        return m.refused['unknown-sender'](why.address);
      case 'calendar-of-another':
        return m.refused['calendar-of-another'](why.attendee);
      case 'act':
        return m.act[why.fault.kind](why.fault.name);
      default:
        return unreachable(why);
    }
  };

export const sayWaiting =
  (why: WaitingFor): Say =>
  (m) =>
    `${m.waiting[why]} ${m.waits}`;

/** The whole of an answer. */
export const answerText = (
  messages: PostMessages['inbound'],
  conference: string,
  mail: { readonly subject: string; readonly date: string },
  says: readonly string[],
): string => [messages.hello(conference), messages.yours(mail.subject, mail.date), ...says].join('\n\n');
