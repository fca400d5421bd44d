import { plural } from '../plural.ts';

/** One's own organisation: its delegates and their keys. */

export const organisation = {
  delegates: 'Delegates',
  delegatesLede:
    'Who speaks for your organisation is its own matter. A representing delegate may sign for it; an assisting one may read, propose and prepare.',
  appoint: 'Appoint a delegate',
  recalled: (n: number): string => `${n} recalled ${plural(n, 'delegate', 'delegates')}`,
  you: '(you)',
  since: 'since',
  until: 'until',
  recalledOn: 'recalled on',
  addKey: 'Add a key',
  recall: 'Recall',
  invited: 'link of invitation, not used yet',
  signedInWith: 'signed in with it now',
  withdrawInvitation: 'Withdraw this link',
  revoke: 'Revoke this key',
  profile: 'On the record',
  noAbout: 'It has not said anything about itself.',
  seenByOthers: 'What others see',
  lostKey: 'If a key is lost or stolen',
  lostKeySteps: [
    'Revoke it at once, with another key of yours or of a delegate who represents your organisation. What it signed before stays signed.',
    'So let everyone have two keys, say a passkey on the phone and one on the computer, and let two delegates represent you.',
    'If the last key is lost, you can ask from the page “Sign in” that a new one takes its place. It does when another participant vouches for you and none disagrees.',
  ],
  leaving: 'Leaving',
  leavingBody:
    'A participant may leave at any time and owes no reason. What it signed stays on the record as signed then.',
  withdrawingBody: 'You may withdraw your application as long as nothing has come of it, and apply again later.',
};

export const delegate = {
  appointLede: 'The new delegate gets a link, by which they bring a key of their own.',
  name: 'Name',
  nameHint:
    'For your organisation and the participants; never public. It stands beside the record and can be erased. They may give it themselves.',
  role: 'What may they do?',
  representing: 'Act and sign for your organisation in everything.',
  assisting: 'Read, propose amendments, take part in consultations. They sign nothing that binds your organisation.',
  appointed: (role: string): string => `Appointed as a delegate: ${role}.`,
  newDelegate: 'The new delegate',
  renewLede:
    'For somebody who has lost the link, or never got it. The earlier link stops working. Once they have a key of their own, no other link can be made.',
  renewed: 'Another link replaces the earlier one. It is for',
  recallLede: 'The appointment ends, and with it every key of this delegate. What they signed stays signed.',
  recalled: 'Recalled:',
  revokeLede: 'The key is good no more from now on. What it signed before stays signed.',
  revokeOwn: 'This is the key you have signed in with: you will be signed out.',
  revoked: 'Revoked:',
};

export const recovery = {
  lede: 'For an organisation that has lost its last key. A new one takes its place when others know that it is you:',
  steps: (vouchers: number, days: number): readonly string[] => [
    'Here you choose a new key. Note its fingerprint: you will be asked for it.',
    vouchers === 1
      ? `Telephone a participant whom you know, and ask it to vouch for you within ${days} ${plural(days, 'day', 'days')}. Read the fingerprint out.`
      : `Telephone participants whom you know, and ask ${vouchers} of them to vouch for you within ${days} ${plural(days, 'day', 'days')}. Read the fingerprint out.`,
    `From then on all participants have ${days} ${plural(days, 'day', 'days')} to disagree. If none does, the new key takes the place of this delegate’s old ones.`,
    'If nobody vouches for you in time, nothing happens. You may ask again.',
  ],
  sent: 'Your request is on the record',
  sentFingerprint: 'This is the fingerprint of your new key. Note it, and read it out to whoever vouches for you:',
  firstTry:
    'If any delegate of yours still has a key, use that one instead: it can add a key at once, and recall whoever has lost theirs.',
  whose: 'Whose key is lost?',
  choose: 'Choose the organisation',
  delegate: 'Number of the delegate',
  delegateHint: 'It stands beside whatever they signed. An organisation’s first delegate has the number 1.',
  explanation: 'What happened',
  explanationHint:
    'Say how the others can reach you to ask whether this is really you: they should, by another way than this site. All participants will read it, nobody else. It stands beside the record and can be erased.',
  asks: 'A new key is to take the place of a lost one.',
  vouchLede: 'You say in your organisation’s name that this key is theirs.',
  vouchSteps: [
    'Telephone somebody whom you know there, at a number that you had before. A stranger can have written what stands in the request.',
    'Let them read out the fingerprint of the new key, and compare every character.',
    'Then vouch. The others still have time to disagree, and you can take it back until then.',
  ],
  vouchCheck: 'Have you asked them?',
  vouchChecked: 'We have spoken with them, and the fingerprint is the same.',
  vouches: 'Vouches for a new key in place of a lost one:',
  withdrawVoucherLede:
    'If too few are left who vouch for it, its period stops. When enough vouch again, it runs anew from the beginning.',
  withdrawsVoucher: 'Vouches no longer for a new key, asked for by:',
  disagreeLede: 'As long as a disagreement stands, the old keys stay and the new one does not count.',
  reasons: 'Your reasons',
  disagrees: 'Disagrees with a replacement of keys, asked for by:',
  withdrawLede: 'Withdrawn before the deadline, a disagreement counts as none.',
  withdraws: 'Withdraws its disagreement with a replacement of keys, asked for by:',
};
