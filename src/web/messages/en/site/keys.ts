/** Signing in, links of invitation, keys, and the sample's places. */

export const signIn = {
  first: 'This page is for delegates',
  typedKept:
    'You are signed in no longer. What you typed waits on this page and nowhere else: leave it open, sign in in a window of its own, and then go on here. A file that you had chosen has to be chosen again.',
  inNewWindow: 'Sign in in a new window',
  goOn: 'Go on with what I typed',
  firstBody: 'Sign in with a key that your organisation has put on the record.',
  noKey: 'Your organisation does not take part yet?',
  notSignedIn: 'You are not signed in',
  lede: 'You show that you hold a key of one of the delegates. There is no password.',
  passkey: 'Sign in with a passkey',
  inField: 'Or choose it here',
  inFieldHint: 'Your browser offers the passkeys of this site as soon as you go into the field.',
  device: 'This browser holds keys of:',
  noScript: 'Passkeys and keys kept by a browser need JavaScript. An SSH key does not: see below.',
  ssh: 'Sign in with an SSH key',
  sshSteps:
    'Within five minutes, run this command where your key is, here ~/.ssh/id_ed25519. Then paste what it prints.',
  sshSignature: 'What the command printed',
  otherwise: 'No key here?',
  byLink: 'If somebody sent you a link of invitation, open it: it lets you bring a key of your own.',
  lost: 'If your organisation has lost its last key, the others can let a new one take its place:',
  sample: 'This is a sample, and any delegate’s place may be taken:',
  fault: {
    unknown: 'This key is not one of this conference’s. Perhaps it belongs to another conference here.',
    stale: 'That took longer than five minutes, or was sent twice. Please try again.',
    signature: 'The signature does not fit. If you signed with SSH, run the command that stands on the page now.',
  },
};

export const invitation = {
  publicKey: 'Public key of the invitation',
  publicKeyHint:
    'Without JavaScript: make a key pair for them with ssh-keygen -t ed25519, paste its public half here, and give them the private one.',
  made: 'After you have signed you get a link to send to them.',
  links: {
    title: 'Links to send',
    linkFor: 'Link for {name}',
    copy: 'Copy the link',
    copied: 'Copied.',
    copyByHand: 'It is marked: copy it with Ctrl+C.',
    mail: 'Write a mail with it',
    subject: 'Your link of invitation',
    letter:
      'Here is the link of invitation for {name}. It works once, and whoever has it can take that place: please pass it on to nobody. Open it in the browser in which you will work, and bring a key of your own.\n\n{link}\n',
  },
};

export const enrol = {
  title: 'Your invitation',
  name: 'Your name',
  nameHint:
    'For your own organisation and the participants; never public. It stands beside the record and can be erased.',
  enter: 'Go on with this key',
  noScript: 'The secret of your link stays in your browser, so reading it needs JavaScript.',
  messages: {
    reading: 'Reading your invitation …',
    spent:
      'This invitation has been used, or another has taken its place. If you know of neither, tell the organisation that sent it at once.',
    representing:
      'You are to represent {organisation} in {conference}, as its delegate {delegate}. Bring a key of your own: what it signs, your organisation has said.',
    signing:
      'You are invited to sign a statement for {organisation}. It stands on the record of {conference} and speaks for its signatories alone; your organisation does not take part in the conference. Bring a key of your own, read the statement, and sign it.',
    assisting:
      'You are to assist {organisation} in {conference}, as its delegate {delegate}. Bring a key of your own: with it you sign in, and sign what assisting delegates may.',
    badPublicKey:
      'This is not a public key that can be used here. It begins with ssh-ed25519, or with sk- for a hardware key.',
  },
};

export const key = {
  enrolFor: 'The key will be for',
  own: 'Every delegate needs keys of their own: what a key has signed shows who signed it. Two keys will sign: one that is known already, and the new one.',
  enrolled: 'This key is now one of those of',
  twoSignatures: 'Both keys sign the same bytes: the one you have signed in with, and the new one.',
  commandsForEach: 'For each SSH key, run this with the key’s own file and paste what the second line prints:',
  signatureOfOld: (print: string): string => `Signature by the key you have signed in with (${print})`,
  signatureOfNew: (print: string): string => `Signature by the new key (${print})`,
  messages: {
    entering: 'Signing you in …',
    signElsewhere: 'Now sign with your SSH key.',
    badPaste:
      'This signature does not fit. Sign the file that this page gave you, with that very key, and paste all of it.',
  },
};

export const takePlace = {
  lede: 'Choose one of the sample’s delegates and make a key of your own. It comes onto the record by the ordinary act, signed with the key that the sample publishes. Then look around, and act for them.',
  whose: 'Whose place?',
  others: 'Not participants, or not yet',
  take: 'Take this place',
};

export const live = {
  changed: 'This page has just changed.',
  /** `{time}`: when it was lost, by the reader's clock. */
  lost: 'No connection since {time}. You see what was known then; it goes on by itself when the connection is back.',
};
