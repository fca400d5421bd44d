import type { ReadMail } from '../inbound/mail.ts';

/** What a mail server reports of a mail of ours, at the address that names the mail (VERP). */
export interface Bounce {
  /** The mail's, as in the outbox. */
  readonly token: string;
  /** `permanent`: it will not arrive. `temporary`: it is late, and the server goes on trying. */
  readonly kind: 'permanent' | 'temporary';
  /** The enhanced status (RFC 3463) and what the last server said, in one line. */
  readonly answer: string;
}

const ADDRESS = /^bounce\+([a-z2-7]{40})(?:@|$)/u;

/** As RFC 3463 writes them, where a server reports in prose alone. */
const STATUS = /\b[45]\.\d{1,3}\.\d{1,3}\b/u;

/**
 * The report in a mail, or `null` where it reports nothing: a vacation notice comes to the same address.
 * @param recipient the address of ours that it was sent to, or the part before its at sign
 */
export const bounceIn = (recipient: string, mail: Pick<ReadMail, 'report' | 'automatic' | 'words'>): Bounce | null => {
  const token = ADDRESS.exec(recipient.toLowerCase())?.[1];
  if (token === undefined) return null;
  const { report } = mail;
  if (report === null) return inProse(token, mail);
  const answer = [report.status, report.diagnostic].filter((part) => part !== '').join(' ');
  switch (report.action) {
    case 'failed':
      // Final, whatever the status: also of what was put off until nobody tried any longer.
      return { token, kind: 'permanent', answer };
    case 'delayed':
      return { token, kind: 'temporary', answer };
    case 'delivered':
    case 'relayed':
    case 'expanded':
      return null;
  }
};

/** Some servers write to nobody's return path a letter that a person can read, and a status in it. */
const inProse = (token: string, { automatic, words }: Pick<ReadMail, 'automatic' | 'words'>): Bounce | null => {
  if (automatic !== 'no-return-path' && automatic !== 'generated' && automatic !== 'report') return null;
  const line = words.split('\n').find((line) => STATUS.test(line));
  const status = line === undefined ? undefined : STATUS.exec(line)?.[0];
  if (line === undefined || status === undefined) return null;
  return { token, kind: status.startsWith('5') ? 'permanent' : 'temporary', answer: line.trim().slice(0, 500) };
};
