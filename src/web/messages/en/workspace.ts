import { ruleSentences } from './workspace/rule-sentences.ts';
import { plural } from './plural.ts';
import { renewals } from './renewals.ts';
import { record } from './workspace/record.ts';
import { firstSteps } from './workspace/first-steps.ts';
import { participants } from './workspace/participants.ts';

/** What needs an organisation, observations, who takes part, the charter in force, the record. */

const numbers = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

export const workspace = {
  news: {
    title: 'What is new',
    heading: (count: string): string =>
      count === '…'
        ? 'Older things may be new'
        : count === '0'
          ? 'Nothing is new'
          : count === '1'
            ? 'One thing is new'
            : `${count} things are new`,
    bell: (count: string): string =>
      count === '…'
        ? 'What is new: perhaps older things'
        : count === '0'
          ? 'What is new: nothing'
          : `What is new: ${count}`,
    since: (day: string): string =>
      `What others have done since you last said, on ${day}, that you had read. It is yours alone: nobody is told what you have read.`,
    sinceCame:
      'What others have done since you became a delegate. Say that you have read it, and only what is newer stands here. Nobody is told what you have read.',
    read: 'I have read all of this',
    none: 'What others do, and you may see, will stand here until you have read it.',
    noneHere: 'In this part of the record nothing is new to you.',
    earlier: 'What came before this',
    all: 'All that is new',
    mark: 'new',
    named: 'names you',
    changed: 'What changed since you last read',
  },
  needs: {
    title: (n: number, name: string): string =>
      n === 0 ? `Nothing needs ${name} now` : `${numbers[n] ?? n} ${plural(n, 'thing needs', 'things need')} ${name}`,
    none: 'Deadlines, positions to take and texts to sign will stand here. Meanwhile you can read what others are working on, or table a text of your own.',
    noneForGuests:
      'What waits for your organisation will stand here. Meanwhile you can read what the conference has published.',
    noDeadline: 'no deadline',
    'sign-charter': {
      what: 'Sign the charter',
      why: 'The conference exists when all its founders have. (13.1)',
      act: 'Read and sign',
    },
    application: {
      what: (name: string): string => `${name} wants to join`,
      why: (day: string, disagreeing: number): string =>
        disagreeing === 0
          ? `It becomes a participant on ${day} unless somebody disagrees. Nobody has so far. (2.3)`
          : `${disagreeing} ${plural(disagreeing, 'participant disagrees', 'participants disagree')}. Unless they withdraw it by ${day}, it is not admitted. (2.3)`,
      act: 'Read its application',
    },
    recovery: {
      what: (name: string): string => `${name} has lost its key`,
      why: (day: string): string =>
        `Others vouch for a new key. It takes the old one’s place on ${day} unless somebody disagrees. Ask them by another way whether it is theirs. (4.1)`,
      act: 'Look at the request',
    },
    'own-keys': {
      what: (n: number): string =>
        n === 1 ? 'A new key is asked for in your name' : `${n} new keys are asked for in your name`,
      why: (day: string | null): string =>
        day === null
          ? 'If one of you asked, telephone a participant and ask it to vouch. If none of you did, disagree: while you disagree, your keys stay. (4.1)'
          : `It has been vouched for, and takes the old one’s place on ${day}. If none of you asked for it, disagree: while you disagree, your keys stay. (4.1)`,
      act: 'See who asks',
    },
    'be-presented': {
      what: 'Ask to be presented',
      why: (more: number, day: string): string =>
        `Ask ${more === 1 ? 'a participant whom you know' : `${more} more participants whom you know`} to present your organisation to the others by ${day}. Otherwise your application lapses, and you may apply again. (2.3)`,
      act: 'See your application',
    },
    'sign-statement': {
      what: (title: string): string => `You are invited to sign “${title}”`,
      why: 'A statement speaks for those who sign it, and for nobody else. (14.1)',
      act: 'Read and sign',
    },
    unpresented: {
      what: (n: number): string =>
        n === 1 ? 'An application waits to be presented' : `${n} applications wait to be presented`,
      why: 'Anybody can apply. If you know one of them, present it to the others. Otherwise leave it: it lapses by itself. (2.3)',
      act: 'Look at them',
    },
    unvouched: {
      what: (n: number): string => (n === 1 ? 'A new key is asked for' : `${n} new keys are asked for`),
      why: (names: string): string =>
        `In the name of ${names}. Anybody can ask. Vouch only if you have spoken with them. Otherwise leave it: it lapses by itself. (4.1)`,
      act: 'See who asks',
    },
    decide: {
      what: (title: string): string => `Answer on “${title}”`,
      why: (day: string): string => `Its final version is put to decision until ${day}. (6.1)`,
      act: 'Give your answer',
    },
    position: {
      what: (title: string): string => `Say where you stand on “${title}”`,
      why: (clauses: number, friction: number): string =>
        `You have not said on ${clauses} ${plural(clauses, 'clause', 'clauses')}.${friction === 0 ? '' : ` There ${plural(friction, 'is one point', `are ${friction} points`)} of friction.`} (6.2)`,
      act: 'Take a position',
    },
    amendments: {
      what: (n: number, title: string): string =>
        `Look at ${n === 1 ? 'an amendment' : `${n} amendments`} to “${title}”`,
      why: (day: string, numbers: string): string =>
        `Agreed from ${day} on unless somebody objects: amendment ${numbers}. (13.2)`,
      act: 'Read',
    },
    revise: {
      what: (title: string): string => `Publish a revision of “${title}”`,
      why: (n: number, numbers: string): string =>
        `${plural(n, 'An amendment is', `${n} amendments are`)} agreed and not in the text yet: ${numbers}. (13.2)`,
      act: 'Revise it',
    },
    proposal: {
      what: (title: string): string => `Look at a proposal about “${title}”`,
      why: (kind: string, day: string): string => `${kind}: it stands on ${day} unless somebody disagrees. (13.3)`,
      act: 'Read',
    },
    mentioned: {
      what: (title: string): string => `You are asked by name in the debate on “${title}”`,
      why: (n: number): string =>
        `In ${n} ${plural(n, 'thread', 'threads')}; it stands here until you reply or it is resolved. (6.2)`,
      act: 'Read',
    },
    threads: {
      what: (title: string): string => `Others have replied in the debate on “${title}”`,
      why: (n: number): string => `In ${n} ${plural(n, 'thread', 'threads')} in which you have written. (6.2)`,
      act: 'Read',
    },
    sign: {
      what: (title: string): string => `Sign “${title}”`,
      why: (how: string, signed: number, of: number): string => `${how}. ${signed} of ${of} have signed. (7.1)`,
      act: 'Read and sign',
    },
    confirm: {
      what: (title: string): string => `Confirm your signature of “${title}”`,
      why: 'You signed it ad referendum; it becomes definitive when you confirm. (7.1)',
      act: 'Confirm',
    },
    observations: {
      what: (n: number): string => `Read ${n} new ${plural(n, 'observation', 'observations')}`,
      why: 'Communicated to you and to every other participant. (8.4)',
      act: 'Read',
    },
    letters: {
      what: (n: number): string => (n === 1 ? 'Read a new letter' : `Read ${n} new letters`),
      why: (subjects: string): string => `${subjects}. (9.2)`,
      act: 'Read',
    },
    acknowledge: {
      what: (n: number): string => `Acknowledge ${n === 1 ? 'a circular' : `${n} circulars`}`,
      why: (references: string): string =>
        `You have opened ${references} and not said that your organisation has it. (8.4)`,
      act: 'Acknowledge',
    },
    unreached: {
      what: (n: number): string => (n === 1 ? 'An organisation is not reached' : `${n} organisations are not reached`),
      why: (names: string): string => `${names}: no mail arrives. Send it another way. (9.2)`,
      act: 'See how',
    },
    ...renewals,
    recent: 'New on the record',
    recentNone: 'Nothing yet.',
    record: (n: number): string => `The record has ${n} ${plural(n, 'entry', 'entries')}.`,
    work: 'Begin something',
  },
  result: {
    unanimous: 'Adopted unanimously',
    'broad-consensus': 'Adopted by broad consensus',
    'not-adopted': 'Not adopted',
  },
  observations: {
    title: 'Observations',
    lede: 'Written clarifications, particular views and disagreements. Each is communicated to every other participant, and the record shows to whom and when.',
    none: 'Observations on the conference’s texts will stand here. You make one from the text’s own page.',
    kind: { clarification: 'Clarification', view: 'Particular view', disagreement: 'Disagreement' },
    kindHint: {
      clarification: 'How you understand the text. (8.1)',
      view: 'Where your view of single points is your own. (8.2)',
      disagreement: 'Why you disagree, with the whole or with points. (8.3)',
    },
    on: 'on',
    isPublic: 'public',
    forMembers: 'for participants',
    circulation: 'To whom, and when',
    communicated: 'Communicated',
    shown: 'Shown to a delegate',
    notYet: 'not opened yet',
    shownBy: 'The host says on the record when it first showed it to one of their signed-in delegates.',
    make: 'Make an observation',
    form: {
      kind: 'What kind is it?',
      about: 'On what?',
      aboutHint: 'Choose the clauses it is about; none means the whole text.',
      words: 'Your words',
      wordsHint: 'Everyone will be sent this (8.4).',
      public: 'Show it to the public too, once the text is adopted in exactly these words',
    },
    willBe: (kind: string, title: string): string => `${kind} on “${title}”`,
    toAll: (n: number): string =>
      `It will be communicated to ${n} other ${plural(n, 'participant', 'participants')} at once.`,
    wholeText: 'On the whole text.',
    onClauses: (list: string): string => `On ${list}.`,
  },
  participants,
  firstSteps,
  about: {
    lede: (seat: string): string =>
      `A conference of independent organisations that meet as equals. Its seat is ${seat}.`,
    region: 'Region',
    anyCountry: 'Any country',
    languages: 'Working languages',
    founded: 'Founded',
    principles: 'Principles',
    rules: 'Rules',
    rulesLede: 'The numbers by which the conference works. An assembly may redefine them (5.4).',
    charter: (number: number): string => `Charter, version ${number}`,
    since: (day: string): string => `in force since ${day}`,
    becameFinal: 'It became final by this decision',
    seatMoved: 'An assembly moved the seat',
    earlier: 'Earlier versions',
    latest: 'Latest documents',
    latestNone: 'Adopted resolutions will stand here.',
    signatories: 'Signed by its founders',
    charters: {
      title: 'All charters',
      lede: 'Every charter that was ever in force here, and when.',
      number: (n: number): string => `Charter ${n}`,
      until: (from: string, to: string): string => `in force from ${from} to ${to}`,
      source: {
        founding: 'signed by the founders',
        text: 'adopted by all',
        seat: 'its seat moved by an assembly',
      },
      before: 'The charter before it',
      next: 'The charter after it',
    },
    rule: ruleSentences,
  },
  apply: {
    title: 'Apply to take part',
    lede: 'An organisation from the conference’s region may take part once it has accepted the principles and the rules, a participant has presented it, and none has disagreed (2.1, 2.3).',
    steps: [
      'Read the principles and the rules. By your signature you accept this version of them.',
      'Say who you are, and write a letter to the participants.',
      'Choose the key that will sign for you: a passkey, an SSH key or, where the rules allow it, a key of your browser.',
    ],
    afterwards: (presenters: number, days: number): string =>
      `Then ask ${presenters === 1 ? 'a participant whom you know to present you' : `${presenters} participants whom you know to present you`}, within ${days} ${plural(days, 'day', 'days')}. From then on your application lies open for another ${days} ${plural(days, 'day', 'days')}. If nobody disagrees by the end, you are a participant.`,
    begin: 'Begin the application',
    read: 'Read the principles and the rules',
  },
  record,
};
