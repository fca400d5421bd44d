import { plural } from '../plural.ts';

/** A statement that several organisations write together before it is opened. */
export const together = {
  title: 'A statement written together',
  begin: 'Write it together with others first',
  beginHint:
    'Others whom you invite, also from outside, work on its words with you. Nothing of it is on the record until you open it.',
  lede: 'Only those who are invited read this. Nothing of it is on the record until it is opened to signature, and its words can change until then.',
  asGuest: (name: string, day: string): string =>
    `You write as ${name}. Your link holds until ${day}; whoever has it can read and write here as you.`,
  save: 'Save',
  saved: 'Saved.',
  together: 'Saved, together with what others have written in the meantime.',
  clash: (name: string): string =>
    `Not saved yet: ${name} has changed the same words in the meantime. What you typed stands in the fields below, and what it says now beside this. Make one of both, and save again.`,
  now: 'It says now:',
  nothing: '(nothing)',
  problem: {
    'too-long': 'Not saved: something here is longer than it may be. Make it shorter.',
    'too-many': 'There is no room for more: give one up, or end an invitation, first.',
    'too-much': 'Not saved: there is no room for so much.',
    'no-name': 'Say whom you invite.',
    'not-anew': 'It works on it already.',
    'too-often': 'That was too often in a short time. What you typed is here; save it again in a few minutes.',
  },
  /** Behind the name that its inviter gave it. */
  outside: 'from outside',
  people: 'Who works on it',
  owner: (name: string): string => `${name} has begun it, and will open it`,
  until: (day: string): string => `until ${day}`,
  ended: (day: string): string => `invitation ended on ${day}`,
  uninvite: 'End the invitation',
  invite: 'Invite to write',
  inviteParticipant: 'An organisation that takes part',
  inviteNobody: 'None of these',
  inviteName: 'Or one from outside, by its name',
  inviteHint: 'It gets a link, with which it reads and writes this draft for thirty days and nothing else.',
  link: (name: string): string => `The link for ${name}. Send it yourself: it is shown this once.`,
  versions: (n: number): string => plural(n, 'One version', `The last ${n} versions`),
  version: (n: number): string => `Version ${n}`,
  by: (name: string, when: string): string => `by ${name}, ${when}`,
  delegate: (name: string, delegate: number): string => `${name} (delegate ${delegate})`,
  open: 'Open it to signature',
  discard: 'Give it up for good',
  list: 'Statements that you write with others',
  untitled: 'Without a title yet',
  gone: 'This draft is not there',
  goneLede:
    'It was opened to signature or given up, or your invitation to it has ended. If it was opened, it stands among the statements; whoever wrote it with you can invite you to sign it.',
};
