/** What is answered to mail that came in. */
export const inbound = {
  hello: (conference: string): string => `This is an automatic answer of the mail room of ${conference}.`,
  re: (subject: string): string => (subject === '' ? 'Your mail' : `Re: ${subject}`),
  /** How the mail is told that is spoken of. */
  yours: (subject: string, date: string): string => `Your mail “${subject}” of ${date}:`,
  kept: 'Your mail is kept, and nothing of it is lost.',
  waits: 'Your mail is kept, and somebody of the coordinating group will look at it.',
  refused: {
    'calendar-of-another': (attendee: string): string =>
      `The answer to the invitation was not taken, for it speaks for ${attendee}, who was not the one invited. Everyone answers the invitation that they were sent themselves.`,
    calendar:
      'The answer to the invitation could not be read. Accept or decline it in your calendar, or say in the application whether you come.',
    'other-meeting': 'The answer to the invitation was not taken, for it answers no meeting of this conference.',
    'old-notice':
      'The answer to the invitation was not taken, for time or place of the meeting have changed since. Answer the newest invitation.',
    'nothing-said': 'It says nothing besides what it quotes. Write your words above the quotation and send it again.',
  },
  act: {
    accepted: (name: string, entry: number): string => `${name} is on the record, as entry ${entry}.`,
    rejected: (name: string, why: string): string => `${name} was not accepted. ${why}`,
    'no-signature': (name: string): string =>
      `${name} came without its signature. Send ${name}.sig with it, as ssh-keygen -Y sign writes it.`,
    'not-a-signature': (name: string): string =>
      `The signature beside ${name} is none that ssh-keygen -Y sign writes. Sign the file again and send both.`,
    'not-canonical': (name: string): string =>
      `${name} is not an act in its one form: one line, no spaces, the fields in alphabetical order. Have it completed by the conference, sign that file, and send both.`,
  },
  notTaken: (why: string): string => `It was not taken. ${why}`,
  waiting: {
    unreadable: 'It could not be read: it is too large, or put together in a way that no mail program does.',
    'no-delegate':
      'It came from your organisation’s general address. On the record a delegate answers: let one of them write from their own address.',
    'too-much': 'More came with it than goes on the record with a reply: 15 files, and 8 MB together.',
  },
};
