import { z } from 'zod';
import type { Instant } from '../../base/time.ts';
import type { Mail } from '../../conference/post/mail.ts';
import type { Mailing, OutboxItem } from '../../conference/post/outbox.ts';
import type { Mailings } from '../mail/mailings.ts';
import type { Answer } from './desk.ts';

/** Answers to mail that came in, on their way through the outbox. */

export const ANSWER = 'answer';

const dataSchema = z.strictObject({ subject: z.string(), text: z.string(), follows: z.array(z.string()) }).readonly();

/** The mail to be queued; the same answer is queued once. */
export const answerMailing = (
  mailings: Pick<Mailings, 'of'>,
  { slug, id, to, language, subject, text, follows }: Answer,
  now: Instant,
): Mailing =>
  mailings.of({
    slug,
    key: `${ANSWER}/${id}`,
    kind: ANSWER,
    entry: null,
    organisation: null,
    delegate: null,
    data: JSON.stringify({ subject, text, follows }),
    address: to,
    language,
    urgent: true,
    queued: now,
  });

/** What a queued answer says; `null` where there is nothing left of it. */
export const renderAnswer = ({ data }: Pick<OutboxItem, 'data'>, conference: string): Mail | null => {
  if (data === null) return null;
  const { subject, text, follows } = dataSchema.parse(JSON.parse(data));
  return {
    from: conference,
    to: null,
    subject,
    content: { text, html: null, calendar: null, attachments: [] },
    follows,
    sort: { kind: 'personal' },
  };
};
