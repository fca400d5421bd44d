/** The forms by which meetings are convened and prepared, and what stands on the record of each. */
export const form = {
  convene: {
    lede: 'Everyone is told at once, by mail and in the application. The place and time can be changed later, and everyone is told again.',
    kind: 'What is convened?',
    kinds: {
      assembly: 'An assembly',
      group: 'A meeting of the coordinating group, open to all',
    },
    together: (n: number): string =>
      `You begin the call; the assembly is convened when ${n} participants call for it together. (5.1)`,
    says: { assembly: 'Convenes an assembly.', group: 'Announces a meeting of the coordinating group, open to all.' },
  },
  notice: {
    starts: 'Begins',
    startsHint: (earliest: string): string => `On the clocks of the place. At the earliest ${earliest}.`,
    ends: 'Ends',
    endsHint: 'On the same clocks.',
    zone: 'Time zone of the place',
    zoneHint:
      'A town or a country, as you type it: Athens, Greece, Europe/Athens. For a meeting online, the zone that its times are given in.',
    place: 'Place',
    placeHint: 'Leave it empty for a meeting that is online only.',
    link: 'Where it is joined online',
    linkHint: 'An address that begins with https://. Only participants see it.',
    languages: 'Working languages',
    others: 'Other languages',
    othersHint: 'As tags, parted by commas: sr, mk, sq.',
    words: 'What else everyone should know',
    wordsHint: 'Travel, lodging, access, interpretation.',
    public: 'Who may follow it',
    publicYes: 'Anybody may follow its sittings',
    publicHint: 'They see the agenda and who speaks; not how it is joined, and not what members write.',
  },
  change: {
    lede: 'Change what is different. Everyone is told, calendars change by themselves, and the earlier notice stays readable.',
    together: (n: number): string =>
      `Whoever convened it alone changes it alone; others together. It is moved when ${n} ask for this very notice.`,
    asks: 'Asks, with others, for another notice of',
    says: 'Changes the notice of',
  },
  cancel: {
    lede: 'Everyone is told at once, and it leaves their calendars.',
    reason: 'Why it is called off',
    together: (n: number): string =>
      `Nobody calls off alone what others convened. It is called off when ${n} ask for it.`,
    asks: 'Asks, with others, to call off',
    says: 'Calls off',
  },
  second: {
    lede: (n: number): string =>
      `Your organisation calls for this assembly too. It is convened when ${n} participants do. (5.1)`,
    says: 'Calls for, together with others:',
  },
  reply: {
    lede: 'So that those who prepare it know for how many. You can change it until it begins.',
    legend: 'Do you come?',
    choice: { coming: 'We come', online: 'We take part online', perhaps: 'Perhaps', 'not-coming': 'We do not come' },
  },
  credentials: {
    lede: 'Who takes part for your organisation. In an assembly only those you name here can speak and answer for it.',
    legend: 'Your delegation',
    none: 'Your organisation has no other delegates. Appoint them on its own page.',
    takesBack: 'Takes back its delegation; nobody takes part for it.',
    names: 'Its delegation:',
  },
  guest: {
    lede: 'A guest follows the sittings and can be given the floor, and decides nothing.',
    name: 'Name of the guest',
    nameHint: 'Participants see it, nobody else. It stands beside the record and can be erased.',
    capacity: 'As what?',
    from: 'From which body',
    says: 'Brings to',
    theName: 'the name stands beside the record',
  },
  propose: {
    lede: 'Say what is to be discussed. The assembly decides at its opening what is on its agenda.',
    late: 'The sitting has begun: the assembly decides whether it takes this up.',
    title: 'Title of the item',
    words: 'What it is about',
    wordsHint: 'What you would like the meeting to do.',
    texts: 'Texts it is about',
    proposes: 'Proposes for the agenda of',
  },
  withdraw: {
    lede: 'The item leaves the provisional agenda. That it was proposed stays readable.',
    says: 'Withdraws from the agenda of',
  },
};
