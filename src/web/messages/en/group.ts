import { plural } from './plural.ts';

/** The coordinating group, its desk, and the help that it asks for (9). */

export const group = {
  title: 'The coordinating group',
  lede: 'It works between assemblies, for all participants: it distributes, keeps everyone up to date and prepares the assemblies. It decides only what an assembly gave it to decide.',
  elected: (day: string): string => `Elected on ${day}`,
  by: 'by the assembly',
  untilNext: 'until another group is elected',
  until: (day: string): string => `for a term that ends on ${day}`,
  passed: (day: string): string => `its term ended on ${day}; it goes on until another group is elected`,
  meetingNumber: (n: number): string => `meeting ${n}`,
  seats: 'Seats',
  member: 'Member',
  substitute: (n: number): string => `Substitute ${n}`,
  vacant: 'vacant',
  vacantWhy: 'No substitute was left to step in.',
  you: 'you',
  steppedIn: 'stepped in',
  order:
    'Where a member resigns, leaves or does not come to a meeting, the next substitute takes the seat, in this order. (9.1)',
  none: {
    title: 'No group has been elected yet',
    meanwhile:
      'Until one is, any participant may do what the group does: send circulars, prepare and convene the assembly, ask for help.',
    how: 'How it is elected',
    steps: (members: number, substitutes: number, perCountry: number | null): readonly string[] => [
      'An assembly meets and adopts its agenda.',
      `Whoever has the chair puts a slate to the room: ${members} ${plural(members, 'member', 'members')}${substitutes === 0 ? '' : ` and up to ${substitutes} ${plural(substitutes, 'substitute', 'substitutes')}, in their order`}. An organisation has one seat at most${perCountry === null ? '' : `, and a country ${perCountry}`}.`,
      'It is elected when nobody in the room objects.',
    ],
    meetings: 'Meetings',
  },
  changes: {
    title: 'What has changed since',
    resigned: (name: string): string => `${name} gave up its seat.`,
    left: (name: string): string => `${name} left the conference, and with it the group.`,
    next: (name: string): string => `${name} stepped in.`,
    noneLeft: 'No substitute was left.',
    stoodIn: (substitute: string, member: string): string =>
      `${substitute} sat in the place of ${member}, who did not come.`,
  },
  mandates: {
    title: 'Mandates',
    lede: 'What an assembly gave the group to do, and until when. In its meetings the group decides under these, and within its tasks.',
    none: 'No mandate is in force.',
    number: (n: number): string => `Mandate ${n}`,
    until: (day: string): string => `until ${day}`,
    ended: (day: string): string => `ended on ${day}`,
    given: 'given by',
    earlier: (n: number): string => `${n} ${plural(n, 'mandate has', 'mandates have')} ended`,
  },
  tasks: {
    title: 'Without a mandate',
    lede: 'The charter itself gives the group these tasks, and no others:',
    '9.2': 'distribute documents and all other correspondence',
    '9.3': 'keep every participant up to date on all subjects',
    '9.4': 'prepare the assemblies',
    '9.6': 'ask participants for secretarial and technical help',
    equal: 'For everything else its members have the voice that all participants have. (3.1)',
  },
  meetings: {
    title: 'Its meetings',
    lede: 'They are announced to everybody, and any participant may attend and speak. (9.5)',
    none: 'None so far.',
    stage: {
      called: 'called for',
      convened: 'ahead',
      open: 'sitting now',
      adjourned: 'adjourned',
      closed: 'ended',
      cancelled: 'called off',
    },
  },
  ways: {
    title: 'For participants',
    desk: 'What is due: the group’s desk',
    help: 'Help that was asked for',
    convene: 'Convene a meeting of the group',
  },
  earlier: (n: number): string => `${n} earlier ${plural(n, 'group', 'groups')}`,
  needs: {
    help: {
      what: (what: string): string => `The group asks for help: ${what}`,
      act: 'Read and offer',
    },
    summary: {
      what: (title: string): string => `Read the summary record: ${title}`,
      why: 'It is approved then, unless somebody asks for a correction. (5.2)',
      act: 'Read',
    },
    minutes: {
      what: (title: string): string => `Circulate the summary record: ${title}`,
      why: 'The meeting has drafted it; you edit it and send it to everyone. (5.2)',
      act: 'Edit it',
    },
  },
  desk: {
    title: 'The group’s desk',
    lede: 'What is due between assemblies. It follows from the record by itself and gives nobody a power: every participant sees the same.',
    nothing: 'Nothing is due now. Deadlines, mandates that end and organisations that nothing reached will stand here.',
    overdue: 'overdue',
    part: {
      assembly: 'The assembly and the group',
      post: 'Not reached',
      mandates: 'Mandates that end soon',
      records: 'Summary records',
      procedures: 'Open procedures',
      help: 'Help',
    },
    assembly: {
      what: 'The next assembly is due',
      why: 'None is on its way. (5.1, 9.4)',
      act: 'Convene it',
    },
    agenda: {
      what: (title: string): string => `${title}: the agenda is closed to proposals`,
      why: (n: number): string => `${n} ${plural(n, 'item is', 'items are')} proposed so far. (5.3, 9.4)`,
      act: 'Look at the agenda',
    },
    term: {
      what: { soon: 'The group’s term ends', over: 'The group’s term has ended' },
      why: 'It goes on until an assembly elects another. (9.1)',
      act: 'Look at the group',
    },
    mandate: {
      what: (n: number, task: string): string => `Mandate ${n}: ${task}`,
      why: 'What is decided under it must be decided before. (9.1)',
      act: 'Read',
    },
    unreached: {
      what: (names: string): string => `Not reached: ${names}`,
      why: (n: number): string =>
        `Circulation ${n} came back or had nowhere to go. Find another way and say which. (8.4, 9.2)`,
      act: 'Ways on',
    },
    application: {
      what: (name: string): string => `${name} wants to join`,
      why: 'It is admitted then, unless a participant disagrees. (2.3)',
      act: 'Read',
    },
    recovery: {
      what: (name: string): string => `${name} has lost its key`,
      why: 'A new one takes its place then, unless a participant disagrees. (4.1)',
      act: 'Look',
    },
    proposal: {
      what: (title: string): string => `A proposal about “${title}”`,
      why: 'It stands then, unless a participant disagrees. (13.3)',
      act: 'Read',
    },
    decision: {
      what: (title: string): string => `The decision on “${title}”`,
      why: 'It is closed then. (6.1)',
      act: 'Look',
    },
    minutes: {
      what: (title: string): string => `No summary record yet: ${title}`,
      why: 'The meeting has drafted it. Whoever convened it, had its chair or is in the group circulates it. (5.2)',
      act: 'Read the draft',
    },
    summary: {
      what: {
        open: (title: string): string => `Open to correction: ${title}`,
        contested: (title: string): string => `Contested: ${title}`,
      },
      why: (n: number): string =>
        `${n} ${plural(n, 'correction stands', 'corrections stand')} against the summary record. (5.2)`,
      act: 'Read',
    },
    help: {
      what: (what: string): string => `Asked for: ${what}`,
      why: (n: number): string =>
        n === 0 ? 'Nobody has offered yet. (9.6)' : `${n} ${plural(n, 'offer', 'offers')}. (9.6)`,
      act: 'Look',
    },
  },
  resign: {
    lede: 'The next substitute takes your seat at once. Your organisation stays what it is in everything else.',
    reason: 'Why you go',
    resigns: 'Gives up its seat in the coordinating group.',
    next: (name: string): string => `${name} steps in.`,
  },
  help: {
    title: 'Help',
    lede: 'The coordinating group may ask participants for secretarial and technical help. Each offers what it can. (9.6)',
    none: 'Requests for help will stand here, with what was offered and the thanks for it.',
    noneOpen: 'Nothing is asked for now.',
    open: 'Asked for now',
    closed: 'Done',
    number: (n: number): string => `Request ${n}`,
    what: { secretarial: 'Secretarial help', technical: 'Technical help' },
    whatHint: {
      secretarial: 'minutes, translation, printing, letters',
      technical: 'rooms, sound, machines, the node',
    },
    askedBy: 'asked by',
    until: (day: string): string => `needed by ${day}`,
    offers: 'Offers',
    offersNone: 'Nobody has offered yet.',
    thanks: 'Thanks',
    closedOn: (day: string): string => `closed on ${day}`,
    form: {
      ask: 'All other participants are told, by mail and in their workspaces.',
      what: 'What kind of help?',
      words: 'What is needed',
      until: 'Needed by',
      untilHint: 'The last day on which it is of use.',
      offer: 'Say what you can do, and when. Everyone sees it.',
      offered: 'The offer',
      close: 'Nobody can offer any more. Everyone sees the thanks.',
      thanks: 'Thanks to those who helped',
    },
    asks: 'The coordinating group asks all participants for help.',
    offersTo: 'Offers help with this request:',
    closes: 'Closes this request for help:',
  },
};
