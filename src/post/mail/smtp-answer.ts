import type { CarrierAnswer } from '../../conference/post/carrier.ts';

/** What a failure to hand a mail over means for the mail. */

/** As nodemailer's SMTP connection reports it. */
interface Fault extends Error {
  readonly code?: string;
  /** The server's words, and the number that they begin with; absent where it said nothing. */
  readonly response?: string;
  readonly responseCode?: number;
  /** What was being said when it happened. */
  readonly command?: string;
}

/** The longest answer that is kept, in characters. */
const MOST = 500;

/** A server's words in one line. */
export const answerOf = (response: string): string =>
  response
    .replaceAll(/\r?\n\d{3}[- ](?:\d\.\d{1,3}\.\d{1,3} )?/gu, ' ')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, MOST);

/** Replies that say that this client is not let in, whatever mail it brings (RFC 4954). */
const NOT_LET_IN = new Set([530, 534, 535, 538]);

export const answerTo = (fault: unknown): CarrierAnswer => {
  const { message, response, responseCode, command, code } = fault as Fault;
  const answer = answerOf(response ?? message);
  if (code === 'EMESSAGE' && responseCode === undefined) return { kind: 'refused', answer };
  if (responseCode === undefined || NOT_LET_IN.has(responseCode)) return { kind: 'unreachable', answer };
  switch (command) {
    case 'RCPT TO':
    case 'DATA':
      return { kind: isForGood(responseCode) ? 'refused' : 'put-off', answer };
    case 'MAIL FROM':
      // It does not take this sender: that says nothing of the recipient. Unless the mail is too large (RFC 1870).
      if (responseCode === 552) return { kind: 'refused', answer };
      return { kind: isForGood(responseCode) ? 'unreachable' : 'put-off', answer };
    case undefined:
    default:
      return { kind: responseCode === 421 ? 'put-off' : 'unreachable', answer };
  }
};

/** 503 is about the order of commands, and another session may do better. */
const isForGood = (responseCode: number): boolean => responseCode >= 500 && responseCode !== 503;

/** Whether the session is over with this failure, and not just its mail. */
export const endsSession = (fault: unknown): boolean => {
  const { responseCode, command } = fault as Fault;
  return responseCode === undefined || responseCode === 421 || responseCode === 503 || command === 'CONN';
};
