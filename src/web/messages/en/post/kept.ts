/** What the node keeps of whoever is signed in. */
export const kept = {
  title: 'What is kept of you',
  lede: 'By this site, beside the record. You alone see this page, and whoever runs the site.',
  beside: 'Beside the record',
  address: 'How you are reached',
  sent: 'Mails to you',
  received: 'Mails from you',
  sessions: 'Where you are signed in',
  drafts: 'Drafts that you changed last',
  prepared: 'Acts that you prepared for signature',
  none: 'no address',
  openUntil: 'Open until',
  mails: (n: number): string => (n === 1 ? '1 mail.' : `${n} mails.`),
  count: (n: number): string => (n === 1 ? '1 draft.' : `${n} drafts.`),
  acts: (n: number): string => (n === 1 ? '1 act.' : `${n} acts.`),
  until: {
    address: 'Erased on the day after you are recalled.',
    sent: 'Where they went is forgotten after 90 days.',
    received: 'Erased after a year.',
    sessions: 'Each ends after 12 hours.',
    drafts: 'They are your organisation’s, until it removes them.',
    prepared: 'They end when they are signed or taken back, or after 30 days.',
  },
  download: 'Take all of it along (JSON)',
  eraseLede:
    'You can have your address and your choices erased now, and your mails in both directions. No more mail will come to you before you give an address again. What nobody has read yet stays until it is read; backups end when they are thrown away.',
  erase: 'Erase it now',
  done: 'It is erased.',
  record: 'On the record',
  recordLede:
    'Acts that you signed are your organisation’s, and stand with their signatures and keys for as long as the record does. Names, letters and files that acts brought stand beside it, and your organisation can erase them.',
  eraseName: 'Erase your name',
};
