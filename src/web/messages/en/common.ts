import { plural } from './plural.ts';

export const common = {
  product: 'Isonomia',
  skip: 'Skip to the content',
  menu: {
    /** Of the menu as a whole, to who hears the page. */
    places: 'Places',
    today: 'Today',
    texts: 'Texts',
    negotiated: 'In negotiation',
    decisions: 'Decisions',
    statements: 'Statements',
    observations: 'Observations',
    drafts: 'Drafts',
    meetings: 'Meetings',
    letters: 'Letters',
    circulations: 'What was circulated',
    tray: 'Tray',
    help: 'Help',
    conference: 'Conference',
    participants: 'Participants',
    principles: 'Principles and rules',
    charters: 'Charters',
    group: 'Coordinating group',
    record: 'Record',
    about: 'About',
    check: 'Check',
    apply: 'Apply',
    organisation: 'Your organisation',
    signIn: 'Sign in',
    signOut: 'Sign out',
  },
  stand: {
    support: 'supports',
    accept: 'accepts',
    'stand-aside': 'stands aside',
    object: 'objects',
    none: 'has not said',
  },
  keyUse: { passkey: 'passkey', ssh: 'SSH key', device: 'device key', invitation: 'invitation' },
  role: { representing: 'representing', assisting: 'assisting' },
  strength: { binding: 'binding', ordinary: 'ordinary', host: 'by the host' },
  article: (number: string): string => `article ${number}`,
  optional: 'optional',
  whole: 'the whole',
  most: (n: string): string => `At most ${n} characters.`,
  pages: {
    label: 'Pages of this list',
    before: 'Before this',
    after: 'What follows',
    shown: (from: number, to: number, all: number): string => `${from === to ? from : `${from}–${to}`} of ${all}`,
  },
  clause: (number: string): string => `clause ${number}`,
  clauses: (n: number): string => `${n} ${plural(n, 'clause', 'clauses')}`,
  organisations: (n: number): string => `${n} ${plural(n, 'organisation', 'organisations')}`,
  /** After some that are named: `a, b and 12 more`. */
  more: (n: number): string => `${n} more`,
  days: (n: number): string => `${n} ${plural(n, 'day', 'days')}`,
  inDays: (n: number): string => (n === 0 ? 'today' : n === 1 ? 'tomorrow' : `in ${n} days`),
  time: {
    zone: 'Time zone of the place',
    which: 'The clocks are put back, so this time comes twice. Which do you mean?',
    first: (zone: string): string => `The first time (${zone})`,
    second: (zone: string): string => `The second time, later (${zone})`,
  },
  fingerprint: 'Fingerprint',
  delegate: (number: number): string => `delegate ${number}`,
  problem: 'This was not accepted',
  notFound: {
    title: 'There is nothing here',
    body: 'The address is wrong, or what stands here is for participants: sign in to see it.',
  },
  busy: {
    title: 'That was very fast',
    body: 'So much has come from your address that we wait a little. Nothing was lost: try again in a minute.',
  },
  full: {
    title: 'Too much is coming in at once',
    body: 'Nothing was taken. Go back: what you typed is still there. Send it again in half a minute.',
  },
  working: {
    title: 'Others are first',
    body: (seconds: number): string =>
      `This has to be worked out, and as much is being worked out already as can be. Nothing was lost: try again in ${seconds} seconds.`,
  },
  tooMuch: {
    title: 'This takes too long',
    body: 'To work this out took more time than one page may take. Nothing is wrong with the record. Try again in a minute, or ask for a part of it.',
  },
  signingStopped: {
    title: 'Nothing is signed here just now',
    body: 'This host has signed another record of this conference than the one it holds. Until whoever runs it has put the right record back it gives out no proofs and no checkpoints, and takes no acts. The other pages show the record as it is here.',
  },
  readOnly: {
    label: 'The record',
    says: 'This conference can only be read here just now: the record that this host holds is not the one that it has signed and acknowledged. Acts may be missing, or changed. Whoever runs the host has to put the record back.',
  },
  clockInDoubt: {
    label: 'The time',
    says: (shown: string, known: string): string =>
      `The clock of this host shows ${shown}, and by what it knew it is ${known}. Deadlines between the two wait until organisations’ acts, or whoever runs the host, say which is right.`,
  },
  halted: {
    title: 'This conference cannot be read here just now',
    body: 'Something is wrong with the record of this conference on this host, and whoever runs it has to put it right. Until then nothing of it is shown and nothing is taken. What was signed is not lost: every checkpoint, every export and every copy of the record stays as good as it was.',
  },
  badForm: {
    title: 'That is more than this form may hold',
    body: 'What was sent is larger than it may be, or is none of our forms. Nothing was taken. Go back, and what you typed is still there.',
  },
  fault: { title: 'Something broke', body: 'It is our fault. Nothing was half done; please try again.' },
  notKept: {
    title: 'Nothing can be kept just now',
    body: 'The disk of this node is full or fails. What you sent was not taken, and nothing was half done. Go back: what you wrote is still on the page. Send it again later, or tell whoever runs the node.',
  },
  sampleNote: 'A sample, with invented organisations.',
};
