import { plural } from '../plural.ts';

/** What everyone may read: adopted documents, and statements on an occasion. */

export const documents = {
  title: 'Decisions',
  lede: 'The texts that this conference has adopted, each with the names of those who signed it.',
  empty: 'The texts that the conference adopts will stand here, each with the names of those who signed it.',
  decided: (how: string, day: string): string => `${how}, ${day}`,
  haveSigned: (signed: number, all: number, parts: number): string =>
    signed === 0
      ? 'nobody has signed yet'
      : `${signed === all ? `all ${all}` : `${signed} of ${all}`} have signed${parts === 0 ? '' : `, ${parts} in part`}`,
  signedAs: { whole: 'has signed', part: 'has signed in part', not: 'has not signed' },
  check: 'How to check this without us',
  bundle: 'Download the proof bundle',
  verify: 'Check it in your browser',
  negotiated: 'How this text came about',
};

export const statements = {
  title: 'Statements',
  lede: 'What some organisations say together on an occasion. A statement speaks for its signatories alone; it is not the conference’s.',
  empty:
    'Statements on an occasion will stand here. Some organisations, also from outside, may state a common view at any time; it speaks for those who sign.',
  open: 'Open a statement to signature',
  openedBy: (name: string, day: string): string => `Opened to signature by ${name} on ${day}`,
  invited: 'Invited to sign',
  sign: 'Read and sign',
  invite: 'Invite an organisation from outside',
  youSigned: 'Your organisation has signed.',
  youWithdrew: 'Your organisation has withdrawn its signature.',
  withdraw: 'Withdraw your signature',
  signatures: (n: number): string => `${n} ${plural(n, 'signatory', 'signatories')}`,
};

/** Who answers for an organisation from outside being what it is called. */
export const vouching = {
  invitedBy: (name: string): string => `Invited by ${name}, which vouches for it:`,
  weVouch: 'We vouch for it:',
  says: {
    'mail-domain': 'it wrote from its own mail domain,',
    'web-page': 'its own web site says that it signs, at',
    'published-key': 'it has published this key as its own:',
    'in-person': 'we know its people.',
  },
};

/** How a document is handed on. */
export const handOn = {
  code: 'Leads to the page that checks this document',
  caption: 'Check this document: point a camera here',
  share: 'Share',
  copy: 'Copy the link',
  print: 'Print',
  copied: 'The link is copied.',
  notCopied: 'It could not be copied. The address stands above.',
};
