/** Issues of a periodical by mail. */
export const subscription = {
  begin: {
    subject: (title: string): string => `${title} by mail: is it you who asked?`,
    words: (conference: string, title: string): readonly [string, string, string] => [
      `Somebody gave this address so that each issue of ${title} comes here when ${conference} publishes it.`,
      'If it was you, open this page and press the button. It is good for two days.',
      'If it was not you, do nothing: nothing is sent here then, and your address is not kept.',
    ],
    button: 'Send it to me',
  },
  issue: {
    subject: (title: string, nth: number): string => `${title}, No. ${nth}`,
    by: (conference: string): string => `Published by ${conference}.`,
    contents: 'Contents',
    text: (symbol: string): string => `Adopted by the conference as ${symbol}`,
    statement: 'A statement. It speaks for its signatories alone.',
    read: 'Read it',
    why: (title: string): string => `You asked for ${title} by mail.`,
    end: 'Send it no more',
  },
};
