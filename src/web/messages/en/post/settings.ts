/** How a delegate is reached. */
export const settings = {
  title: 'How you are reached',
  lede: 'Kept beside the record, never on it. Your own organisation’s delegates see it, nobody else.',
  whose: 'Whose address',
  own: 'Yours',
  general: 'Your organisation’s',
  generalLede:
    'An address that stays when delegates change, such as the one of your office. What is circulated goes there too.',
  noPost:
    'This site sends no e-mail now, whatever it sent before. What is communicated to you stands in the workspace.',
  address: 'E-mail address',
  addressHint:
    'Whatever is communicated to your organisation is mailed here: letters, notices, final texts, observations.',
  language: 'Language of the mails',
  zone: 'Your time zone',
  digest: 'News of the conference',
  digestHint: 'Formal notices and letters come in any case: the charter owes them to you. (8.4)',
  digests: {
    'at-once': 'As soon as something happens',
    daily: 'Once a day',
    weekly: 'Once a week',
    never: 'Never',
  },
  bulletins: 'Bulletins',
  bulletinsLabel: 'Send them by e-mail',
  bulletinsHint:
    'News and bulletins come by e-mail only with this. Every one has a link that ends them with one click.',
  save: 'Save',
  saveSend: 'Save, and send a code to confirm it',
  state: {
    none: 'No address yet.',
    unconfirmed: 'Not confirmed: nothing is sent here yet.',
    asked: (address: string, until: string): string =>
      `A code has been sent to ${address}. Nothing else is sent there before it is typed in here, by ${until}.`,
    confirmed: (day: string): string => `Confirmed on ${day}.`,
  },
  notes: {
    title: 'Notes in this browser',
    lede: 'When there is news, as often as you chose. A note says how much, never what, for others may see your screen.',
    begin: 'Tell me in this browser',
    end: 'No more notes',
    trouble: {
      cancelled: 'The browser was not allowed to show notes.',
      unsupported: 'This browser cannot show notes.',
      offline: 'The browser’s maker could not be reached. Try again later.',
    },
  },
  code: 'The code from the mail',
  codeHint: 'Six digits.',
  confirm: 'Confirm the address',
  remove: 'Remove this address',
  removeHint: 'It is erased here at once.',
  done: {
    saved: 'Saved.',
    sent: 'Saved. A mail with a code is on its way.',
    confirmed: 'The address is confirmed.',
    removed: 'The address is erased.',
    pushed: 'This browser is told from now on.',
    'not-pushed': 'This browser is told no more.',
  },
  colleagues: 'Your organisation’s addresses',
  generalName: 'General address',
  none: 'none',
  waiting: 'not confirmed',
  fault: {
    'not-a-browser': 'This browser gave no address at which it can be reached.',
    'not-a-zone': 'There is no time zone of this name here.',
    'not-an-address': 'This is no e-mail address that mail servers take.',
    'too-often':
      'Enough codes were sent, or asked for, of late. Wait some minutes before the next one; where that does not help, until tomorrow.',
    'not-asked': 'No code is waited for. Save the address to get one.',
    expired: 'The code is no longer good. Save the address to get a new one.',
    'wrong-code': 'That is not the code. Look at the last mail.',
    'too-many': 'Too many wrong codes. Save the address to get a new one.',
  },
  link: 'How you are reached by mail',
  unsubscribe: {
    title: 'End the bulletins',
    body: (name: string): string =>
      `News of the ${name} comes to this address by e-mail. Formal notices and letters go on coming: the charter owes them to you.`,
    button: 'Send me no more bulletins',
    done: 'The bulletins have ended',
    doneBody: 'You get no more of them at this address. You can order them again where you say how you are reached.',
  },
};
