import { plural } from '../plural.ts';

/** The forms by which texts are tabled, changed, decided upon and signed, and what they put on the record. */

export const form = {
  title: 'Title',
  body: 'The text',
  bodyHint:
    'One clause a paragraph, an empty line between them. Begin operative clauses with 1. 2. 3., their points with (a), (b), headings with ##. Unnumbered clauses before the first number that end in a comma are preambular. *So* is emphasis, [so](https://example.org) a link, ^[so] a footnote.',
  keepIds:
    'The names in braces, {#so}, keep each clause’s positions with it. Leave them where they are; new clauses need none.',
  file: 'Or import it from a file',
  fileHint: 'DOCX, ODT, Markdown or plain text, at most 10 MB. It replaces what stands above.',
  import: 'Import the file',
  preview: 'Show how it will be read',
  previewTitle: 'How it will be read',
  markdown: {
    'no-clauses': () => 'There is no clause here yet.',
    'empty-clause': (clause: number) => `Clause ${clause} from the top has no words.`,
    'source-too-long': (_clause: number, most: string) => `The text is too long: at most ${most} characters.`,
    'too-many-clauses': (_clause: number, most: string) => `There are more than ${most} clauses.`,
    'clause-too-long': (clause: number, most: string) =>
      `Clause ${clause} from the top is longer than ${most} characters.`,
    'title-too-long': (_clause: number, most: string) => `The title is longer than ${most} characters.`,
    'repeated-id': (clause: number, _most: string, id: string) =>
      `Clause ${clause} from the top has the name of another: {#${id}} stands twice.`,
    'act-too-long': () => 'The text is too long to go on the record in one act (64 KiB).',
  },
  reason: 'Reason',
  note: 'What is new, and why',

  table: {
    lede: 'It is negotiated from then on: everyone may propose amendments and say where they stand.',
    charterLede:
      'The principles and rules of the conference, drafted anew. They come into force when everyone has agreed.',
    rules: 'The rules',
    rulesHint: 'The rules in force stand here; change what should change.',
  },
  cosponsor: { lede: 'Your organisation’s name will stand beside the proposer’s.' },
  withdrawText: { lede: 'The text leaves negotiation for good. What was said about it stays on the record.' },
  revise: {
    lede: 'A new revision takes the place of the present one. Positions stay on clauses whose words stay; on others they lapse, and so do those on the whole. Every amendment that is agreed goes into it, and none that is not (13.2).',
    agreed: 'Agreed amendments that this revision takes in',
    noneAgreed: 'No amendment waits for a revision: none is agreed that the present one does not hold.',
    takeIn: 'Take the chosen amendments into the text',
    takenIn: (n: string): string => `Taken into the text below: amendment ${n}.`,
    notFitting: (n: string): string => `Does not fit the text below any more: amendment ${n}.`,
    own: 'Besides, you may change other words as you see fit; those of an amendment that you take in stay as they are. What no amendment asks for is shown, and anyone may object to it.',
    diff: 'What changes',
  },
  amendment: {
    lede: 'Everyone sees it beside the clause and may say where they stand on it.',
    what: 'What should happen to this clause?',
    replace: 'Give it new words',
    words: 'The new words',
    add: 'Add a new clause after it',
    addFirst: 'Add a new clause before all others',
    newWords: 'The words of the new clause',
    kind: 'What it is',
    delete: 'Delete it',
    move: 'Move it',
    where: 'To where',
    split: 'Split it into several clauses',
    parts: 'Its words, with an empty line wherever a new clause begins',
    join: 'Join it with the clause after it',
    joined: 'The words of the joined clause',
    choose: 'Choose the clause that you want to change.',
    subLede: (n: number): string =>
      `Other words in the place of amendment ${n}. Should yours be agreed, it takes the place of that one.`,
  },
  joinAmendment: { lede: 'Your organisation’s name will stand beside its mover’s, and it counts as accepting it.' },
  takeOverAmendment: { lede: 'It lies open anew, as moved by your organisation. Whose words they were stays visible.' },
  renewAmendment: {
    lede: 'Your organisation upholds it against what the text says by now. It lies open anew, as it reads below; it is agreed only when everyone accepts it.',
  },
  leaveAmendment: { lede: 'Your organisation no longer moves it. It goes on as that of the others who do.' },
  edit: {
    lede: 'Change the text as you would have it. What you change becomes amendments, as few as it takes; each stands on its own, and everyone says where they stand on each.',
    derive: 'Show the amendments that this comes to',
    unchanged: 'Nothing has been changed yet.',
    renewed: 'The text above has changed since. These are the amendments that it comes to now.',
    link: 'Amend by editing the text',
  },
  withdrawAmendment: { lede: 'The amendment is closed, and the positions on it lapse.' },
  position: {
    lede: 'Your position may change at any time; every change is kept.',
    where: 'Where do you stand?',
    stand: {
      support: { label: 'We support it', hint: 'It says what we want said.' },
      accept: { label: 'We accept it', hint: 'We can live with it.' },
      'stand-aside': { label: 'We stand aside', hint: 'We do not agree, and do not stand in the way.' },
      object: { label: 'We object', hint: 'It should not be adopted like this. An objection needs a reason.' },
      none: { label: 'We take our position back', hint: 'As if we had not said anything.' },
    },
    reasonHint: 'What would have to change. Needed for an objection.',
    answerLede: 'This is your organisation’s answer to the decision.',
    on: (name: string): string => `On ${name}`,
    amendment: (n: number): string => `amendment ${n}`,
  },
  consult: {
    lede: 'A recorded attempt to resolve a point of friction (6.2). Without one on every point there is no broad consensus.',
    on: 'The point of friction',
    objectedBy: (names: string): string => `objected to by ${names}`,
    with: 'Who met',
    held: 'When',
    tried: 'What was tried',
    result: 'With what result',
  },
  decide: {
    lede: 'The present revision becomes the final version: its words do not change any more. Open amendments fall, and positions on the whole are given anew.',
    deadline: 'Deadline',
    deadlineHint: (day: string): string => `The end of this day, UTC. The rules give everyone until ${day} at least.`,
    open: (n: number): string =>
      `${n} ${plural(n, 'point', 'points')} of friction without a recorded consultation: as things stand, only unanimity can adopt it.`,
    openAmendments: (n: number): string =>
      `${n} open ${plural(n, 'amendment falls', 'amendments fall')} when you do this.`,
  },
  sign: {
    lede: 'What you sign stands on the record for good; you may later add an observation or withdraw, and both will show.',
    scope: 'How much of it?',
    whole: 'The whole',
    some: 'Some clauses',
    someHint: 'choose them in the text below',
    referendum: 'Subject to confirmation by our own organ (ad referendum)',
    referendumHint: 'Your signature becomes definitive when you confirm it.',
    riders: 'Anything to add?',
    riderHint:
      'How you read a clause (interpretative statement), or what you except from it (reservation). It is published beside your signature.',
    noReservations: 'The rules of this conference do not allow reservations.',
    riderKind: 'What it is',
    riderOn: 'On',
    riderWords: 'Words',
    rider: (n: number): string => `Addition ${n}`,
    more: 'Add another',
    text: 'The final version',
    pick: (name: string): string => `We sign ${name}`,
  },
  confirm: { lede: 'The signature that your organisation gave ad referendum becomes definitive.' },
  withdrawSignature: {
    lede: 'Both stay on the record: that you signed, and that and why you withdrew. Nobody else’s signature is touched.',
  },
  statement: {
    lede: 'It speaks for those who sign it and never for the conference. Its words cannot change once it is open.',
    body: 'The situation, and what the signatories hold',
    bodyHint: 'One paragraph after another, an empty line between them; headings begin with ##.',
    calls: 'What you call for',
    callsHint: 'One call a line; or, if they are long, an empty line between them.',
    invitedLater:
      'Organisations from outside may sign, too. Once the statement is open, you invite them from its page, one by one.',
    inviteLede:
      'It may then sign this statement, and nothing else. Until it has signed, only participants and itself see that it is invited.',
    whom: 'Whom do you invite?',
    newcomer: 'An organisation that this record does not know yet',
    newcomerHint: 'Leave this empty if you have chosen one above.',
    signLede: 'Your organisation’s name will stand under it for good.',
  },
  vouching: {
    how: 'How do you know that they are who they say?',
    howHint:
      'You vouch for them: this stands beside their signature for everyone to read, under your organisation’s name.',
    choose: 'Choose',
    kinds: {
      'mail-domain': 'They wrote from their own mail domain',
      'web-page': 'Their own web site says that they sign',
      'published-key': 'They have published their SSH key',
      'in-person': 'We know their people',
    },
    proof: 'The domain, the address of the page, or how you know them',
    proofHint:
      'A mail domain as example.org; a page, or the place of the published key, as https://example.org/page; otherwise your own words.',
    key: 'Fingerprint of the published key',
    keyHint: 'Only with a published key: SHA256:…',
  },
};

/** What an act says, before it is signed and ever after. Whoever makes it stands before these words. */
export const summary = {
  text: 'Text',
  table: 'Tables this text:',
  cosponsor: 'Co-sponsors',
  withdrawText: 'Withdraws',
  revise: (n: number): string => `Publishes revision ${n} of`,
  tookIn: (n: string, words: 'as-proposed' | 'and-more' | 'not-there' | 'on-record'): string =>
    ({
      'as-proposed': `Amendment ${n} is taken in as proposed.`,
      'and-more': `Amendment ${n} is taken in, and more is changed in the same place.`,
      'not-there': `Amendment ${n} is chosen, but the text does not say what it says: it cannot be published so.`,
      'on-record': `Amendment ${n} is taken in.`,
    })[words],
  leftOut: (n: number): string => `Amendment ${n} is agreed and left out.`,
  beyond: 'Beyond the amendments it changes',
  nothingBeyond: (n: number): string => `Beyond ${plural(n, 'the amendment', 'the amendments')} it changes nothing.`,
  lapse: (n: number): string =>
    n === 0
      ? 'No position lapses.'
      : `${n} ${plural(n, 'position lapses', 'positions lapse')}: on words that change, and on the whole.`,
  note: 'What is new, and why',
  amendment: 'Proposes to amend',
  withdrawAmendment: (n: number): string => `Withdraws its amendment ${n} to`,
  joinAmendment: (n: number): string => `Moves amendment ${n} jointly, to`,
  takeOverAmendment: (n: number): string => `Takes over amendment ${n} to`,
  renewAmendment: (n: number): string => `Renews amendment ${n} to`,
  amendments: (n: number): string => (n === 1 ? 'Proposes to amend' : `Proposes ${n} amendments to`),
  inPlaceOf: (n: number): string => `In the place of amendment ${n}.`,
  position: {
    support: 'Supports',
    accept: 'Accepts',
    'stand-aside': 'Stands aside on',
    object: 'Objects to',
    none: 'Takes back its position on',
  },
  thisWording: 'It speaks of these words:',
  noReason: 'No reason is given.',
  consultation: (name: string): string => `Records a consultation on ${name} of`,
  decide: 'Puts to decision, as the final version,',
  deadline: 'Deadline',
  version: 'Fingerprint of the version (SHA-256)',
  sign: 'Signs',
  signWhole: 'The whole of it.',
  signSome: 'These clauses:',
  signNot: 'Not these:',
  referendum: 'Ad referendum: definitive once the organisation confirms it.',
  confirm: 'Confirms its signature under',
  withdrawSignature: 'Withdraws its signature under',
  openStatement: 'Opens this statement to signature. It speaks for its signatories alone:',
  signStatement: 'Signs',
  invite: 'Invites to sign',
};
