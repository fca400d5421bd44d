import { type Field } from './head.ts';
import { type Automatic, MAIL_BOUNDS } from './mail.ts';

/** What a message's head and envelope say of who wrote it. */
export interface Signs {
  readonly fields: readonly Field[];
  /** The message's content type. */
  readonly type: string;
  /** MAIL FROM; empty where the message may not be answered. */
  readonly sender: string;
  /** Whether a Message-ID is one of ours. */
  readonly own: (messageId: string) => boolean;
}

/** Why the message is no person's writing, or `null`. Who answers such a message begins a loop (RFC 3834 section 2). */
export const automaticIn = ({ fields, type, sender, own }: Signs): Automatic | null => {
  const has = (name: string, value: RegExp): boolean =>
    fields.some((field) => field.name === name && value.test(field.value));
  if (fields.filter(({ name }) => name === 'received').length > MAIL_BOUNDS.received) return 'loop';
  if (fields.some(({ name, value }) => name === 'message-id' && own(value.trim()))) return 'loop';
  if (type === 'multipart/report') return 'report';
  if (has('auto-submitted', /^\s*auto-replied/iu) || REPLIES.some((name) => has(name, ANY))) return 'answered';
  if (has('precedence', /^\s*auto_?reply/iu) || has('subject', VACATION)) return 'answered';
  if (has('auto-submitted', /^\s*(?!no\b)\S/iu)) return 'generated';
  if (has('precedence', /^\s*(?:bulk|junk|list)\b/iu) || has('list-id', ANY) || has('list-unsubscribe', ANY))
    return 'bulk';
  return sender === '' ? 'no-return-path' : null;
};

const ANY = /\S/u;
/** Written by vacation programs older than RFC 3834, or besides it. */
const REPLIES = ['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-auto-reply', 'x-mail-autoreply', 'x-vacation'];

/** How Exchange and Outlook begin the subject of a vacation notice. Whoever replies to one has `Re:` before it. */
const VACATION =
  /^\s*(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response)|out of (?:the )?office|αυτόματη απάντηση|εκτός γραφείου|автоматичен отговор|извън офиса|otomatik yanıt|ofis dışında|răspuns automat|аутоматски одговор|automatski odgovor|automatische antwort|abwesenheitsnotiz|réponse automatique|absence du bureau)\s*(?::|$)/iu;
