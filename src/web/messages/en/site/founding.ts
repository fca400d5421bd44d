/** The installation's first page, and founding a conference. */

export const home = {
  symbol: 'Equality of all before the rules',
  lede: 'Isonomia is where independent organisations meet as equals: they negotiate texts, decide, and sign what they agree with, each with its own keys. Everything they do is an entry in a record that nobody owns, the host of this site included. Whatever they publish can be checked by anyone, without us.',
  conferences: 'Conferences here',
  none: 'The conferences of this site will stand here by name. There is none yet.',
  sample: 'A sample to look around in. Its organisations are invented.',
  found: 'Found a conference',
  foundBody:
    'Whoever runs this site gets a one-time link for it, and hands it to one of the founding organisations. It opens a page on which the charter is written and the other founders are invited.',
  verify: 'Check a decision',
  verifyBody: 'Somebody gave you a proof of a decision or a statement? You can check it in your browser.',
};

export const found = {
  title: 'Found a conference',
  noLink: 'This link is not good',
  noLinkBody:
    'A link for founding a conference works once. It has been used, or a newer one has taken its place. If you founded a conference with it, sign in at the address that you gave it: the links for the other founders are there. Otherwise ask whoever runs this site for another.',
  steps: 'Steps',
  step: {
    conference: 'The conference',
    organisations: 'The organisations',
    principles: 'The principles',
    rules: 'The rules',
    sign: 'Read and sign',
  },
  stepLede: {
    conference:
      'A conference exists when every organisation that founds it has signed its charter. You write the charter and name the founders; your organisation gains nothing by going first.',
    organisations:
      'At least two. What stands here is what everyone will see. For each of the others you get a link to send to it.',
    principles:
      'What everyone who takes part stands for. This is the text that is signed: change it here, or take in a file.',
    rules: 'Each has a usual value, and a sentence that says what it does. Change what you want otherwise.',
  },
  goOn: 'Go on',
  choose: 'Which charter is nearest?',
  chooseBody: 'Every word and every number can be changed in the next steps, and later by all of you together.',
  name: 'Name of the conference',
  abbreviation: 'Abbreviation',
  abbreviationHint: 'Two to ten Latin capitals or digits. Documents are cited by it: CRB/2026/3.',
  slug: 'Short name for its address',
  slugHint: (origin: string): string =>
    `Lower-case Latin letters, digits and hyphens; left empty, it is made from the name. The conference will be at ${origin}/…`,
  region: 'Countries',
  regionHint:
    'Organisations from these countries may take part; left empty: from any country. By their names, with commas between: Greece, Bulgaria, Hrvatska.',
  regionNot: 'This is none:',
  seat: 'Seat',
  seatHint: 'A town. Any meeting may be held somewhere else.',
  languages: 'Working languages',
  languagesHint: 'By their codes, parted by spaces: en el sr.',
  meeting: {
    title: 'The founding meeting',
    lede: 'It is the first assembly: once every founder has signed, it adopts its agenda, takes up texts and elects the group. It needs no notice. Its place and agenda are part of the founding act, which everyone can read.',
    place: 'Place',
    placeHint: 'Leave it empty where the founders do not meet and sign in writing.',
    starts: 'It begins',
    ends: 'It ends',
    zone: 'Time zone of the place',
    agenda: 'What is on its agenda',
    agendaHint: 'One item on each line. More can be proposed there.',
    inWriting: 'The founders sign in writing.',
  },
  founders: 'The founding organisations',
  ownOrganisation: 'Your organisation',
  founder: (n: number): string => `Founder ${n}`,
  addFounder: 'Add another founder',
  delegate: 'Your name, as its first delegate',
  delegateHint:
    'For the other founders, later for the participants; never public. It stands beside the record and can be erased.',
  charterTitle: 'Title of the charter',
  charterTitleInitial: 'Charter',
  charterTitleHint: 'As it is to stand over the document: Charter of …',
  fileHint: 'DOCX, ODT, Markdown or plain text, at most 400 kB. It replaces what stands above.',
  principlesLabel: 'The text of the principles',
  confirmLede: (address: string): string => `The conference will be at ${address}.`,
};

export const founding = {
  region: 'Countries',
  anyCountry: 'any country',
  seat: 'Seat',
  languages: 'Working languages',
  founders: 'Founders',
  charter: 'The charter',
  principles: 'The principles',
  rules: 'The rules',
  signLede:
    'Read the charter. By signing it your organisation accepts its principles and its rules; the conference exists when every founder has signed.',
  signs: 'Signs the charter of',
  progress: {
    title: 'This conference is being founded',
    body: 'It exists when every organisation named has signed its charter (13.1).',
    signed: (day: string): string => `signed on ${day}`,
    waiting: 'has entered, and has not signed yet',
    notEntered: 'has not followed its link yet',
    sendLinks:
      'Each organisation that has not come in yet needs its link. Whoever has it can take that place, so send it by a way on which you can be sure who reads it. Whether somebody has opened it nobody can know; when they have come in, it stands here.',
    linkElsewhere:
      'Its link is kept only in the tab in which it was made, and this is another. If you have sent it, there is nothing to do. If it is lost, make another: the earlier one then leads nowhere.',
    forFounders: 'Founders who have come in find here how far it is, and the links that are still to be sent.',
  },
};
