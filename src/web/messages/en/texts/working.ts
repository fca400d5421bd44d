import { plural } from '../plural.ts';

/** Working on a text: its amendments, positions, history, the decision on it, and the observations. */

export const amendments = {
  empty:
    'Amendments will stand here, each with what it changes, why, and where everyone stands on it. Any participant may propose one.',
  propose: 'Propose an amendment',
  number: (n: number): string => `Amendment ${n}`,
  toRevision: (n: number): string => `to revision ${n}`,
  fate: {
    open: 'open',
    agreed: {
      accepted: (day: string): string => `agreed on ${day}: everyone accepted it`,
      'no-objection': (day: string): string => `agreed on ${day}: nobody objected in time`,
    },
    waits: 'The next revision takes it in.',
    replaced: (amendment: number, day: string): string =>
      `replaced on ${day}: amendment ${amendment} was agreed in its place`,
    withdrawn: (day: string): string => `withdrawn on ${day}`,
    'taken-in': (revision: number): string => `taken in by revision ${revision}`,
    toRenew: 'to be renewed by its mover',
    tookInOther: (revision: number, numbers: string): string =>
      `revision ${revision} took in amendment ${numbers}, which changes the same otherwise. Until then it is not agreed, and nobody need answer it.`,
    reworded: (revision: number): string =>
      `revision ${revision} changes the same otherwise. Until then it is not agreed, and nobody need answer it.`,
    fallen: {
      done: (day: string): string => `fallen on ${day}: the text says the same already`,
      gone: (day: string): string => `fallen on ${day}: what it would change is in the text no more`,
      reshaped: (day: string): string => `fallen on ${day}: its clauses were split, joined, moved or written otherwise`,
      decision: (day: string): string => `fallen on ${day}: the text was put to decision`,
    },
  },
  movedBy: (name: string): string => `moved by ${name}`,
  jointly: (names: string): string => `jointly with ${names}`,
  proposedBy: (name: string): string => `proposed by ${name}`,
  credit: (name: string): string => `wording by ${name}`,
  rivals: 'Other words in the same place',
  letGo: { hold: 'You accepted it on conditions, and they still hold.', link: 'Let go of them' },
  subTo: (n: number): string => `to amendment ${n}, in its place`,
  against: (n: number): string => `Against amendment ${n}`,
  carriedTo: (revision: number): string =>
    `The text has changed since. This is what the amendment comes to over revision ${revision}:`,
  wouldComeTo: (revision: number): string => `Renewed over revision ${revision}, it would come to this:`,
  asProposed: (revision: number): string => `As it was proposed, to revision ${revision}`,
  lapsed: 'What your organisation said of it lapsed when the text changed. If it is renewed, you will be asked anew.',
  lapsedNow:
    'What your organisation said of it lapsed when the text changed. It has been renewed: say anew where you stand.',
  renew: 'Renew it over the present words',
  join: 'Move it jointly',
  takeOver: 'Take it over',
  amendIt: 'Amend this amendment',
  kind: {
    replace: (name: string): string => `New words for ${name}`,
    add: (where: string): string => `A new clause, ${where}`,
    delete: (name: string): string => `Delete ${name}`,
    move: (name: string, where: string): string => `Move ${name}: ${where}`,
    recast: (name: string, kind: string): string => `What ${name} is: ${kind}`,
    replaceAs: (name: string, kind: string): string => `New words for ${name}, which becomes: ${kind}`,
    split: (name: string, n: number): string => `Split ${name} into ${n} clauses`,
    join: (names: string): string => `Join into one: ${names}`,
  },
  reason: 'Reason',
  withdraw: 'Withdraw this amendment',
  leave: 'No longer move it',
  open: (n: number): string => `Open (${n})`,
  agreed: (n: number): string => `Agreed, waiting for the next revision (${n})`,
  toRenew: (n: number): string => `To be renewed by their movers (${n})`,
  closed: (n: number): string => `Settled (${n})`,
};

export const positions = {
  caption: 'Where each organisation stands on the present words of each clause',
  organisation: 'Organisation',
  whole: 'whole',
  wholeLong: 'the whole',
  sort: 'Order of the clauses',
  byOrder: 'as in the text',
  byFriction: 'most friction first',
  sortRows: 'Order of the organisations',
  byEntry: 'as they entered',
  byName: 'by name',
  byObjections: 'most objections first',
  objections: 'Objections',
  reasons: 'Every reason',
  reasonsNone: 'Nobody has given a reason yet.',
  empty: 'The organisations’ positions will stand here, clause by clause. Nobody has taken one yet.',
  take: 'Take a position on the whole',
};

export const history = {
  compare: 'Compare two revisions',
  from: 'From',
  to: 'to',
  show: 'Show what changed',
  revisionOf: (n: number, day: string): string => `revision ${n}, ${day}`,
  compared: (from: number, to: number): string => `What changed from revision ${from} to revision ${to}`,
  same: 'Nothing changed between these two.',
  titleChanged: 'The title',
  unchanged: (n: number): string => `${n} ${plural(n, 'clause', 'clauses')} unchanged`,
  kind: { kept: 'unchanged', moved: 'moved', added: 'new', removed: 'deleted', changed: 'changed' },
  all: 'Everything that happened',
  entry: (index: number): string => `entry ${index}`,
  tabled: 'tables the text',
  revision: (n: number): string => `publishes revision ${n}`,
  tookIn: (numbers: string): string => `It takes in amendment ${numbers}.`,
  see: 'see what changed',
  proposes: (n: number): string => `proposes amendment ${n}`,
  withdrawsAmendment: (n: number): string => `withdraws amendment ${n}`,
  takes: (n: number): string => (n === 1 ? 'says where it stands' : `says where it stands: ${n} positions`),
  each: 'Each of them',
  takesBack: 'takes its position back',
  opensThread: (n: number): string => `begins thread ${n}`,
  consultation: 'records a consultation',
  putToDecision: (deadline: string): string => `puts it to decision until ${deadline}`,
  signs: 'signs',
  confirms: 'confirms its signature',
  withdrawsSignature: 'withdraws its signature',
  observes: 'makes an observation',
};

export const consultation = {
  number: (n: number): string => `Consultation ${n}`,
  met: 'Who met',
  held: 'When',
  tried: 'What was tried',
  result: 'With what result',
};

export const decision = {
  notYet: 'The final version has not been put to decision yet. When it is, everyone’s answers will stand here.',
  rulesTitle: 'The rules that apply',
  rules: {
    unanimous: 'Where everyone supports or accepts the whole, it is adopted unanimously (6.1).',
    broad: (objecting: number, notAgreeing: number, of: number): string =>
      `Otherwise it is adopted by broad consensus (7.2) if of ${of} at most ${objecting} ${plural(objecting, 'objects', 'object')}, at most ${notAgreeing} ${plural(notAgreeing, 'objects or stands', 'object or stand')} aside, and a consultation is recorded on every point of friction.`,
    none: 'Otherwise it is not adopted: the rules know no broad consensus by shares.',
    present: (days: number): string =>
      days === 0
        ? 'In an assembly those present decide: the absent count only where they have spoken (6.1).'
        : `In an assembly those present decide; the absent may then object for ${days} ${plural(days, 'day', 'days')} (6.1).`,
    found:
      'In an assembly consensus is broad, too, where some agree, nobody objects to the adoption as such, and a consultation is recorded on every point of friction (7.2).',
    silenceInRoom: {
      accept: 'In a room, whoever is silent counts as accepting, unless it objects to a clause.',
      'stand-aside': 'In a room, whoever is silent counts as standing aside, unless it objects to a clause.',
      object: 'In a room, whoever is silent counts as objecting.',
    },
    charter: 'A charter is adopted unanimously or not at all.',
    silence: {
      accept: 'Whoever has not answered by the deadline counts as accepting, unless it objects to a clause.',
      'stand-aside':
        'Whoever has not answered by the deadline counts as standing aside, unless it objects to a clause.',
      object: 'Whoever has not answered by the deadline counts as objecting.',
    },
    minimum: (n: number): string =>
      n === 0
        ? 'The rules set no shortest time for a decision.'
        : `Everyone has at least ${n} ${plural(n, 'day', 'days')} to answer.`,
  },
  agreedThere: (n: number): string =>
    `Those in the room, ${n} ${plural(n, 'organisation', 'organisations')}, have agreed; whoever was absent may still object.`,
  ends: (when: string, inDays: string): string =>
    `It ends on ${when} (${inDays}), or as soon as everyone has answered and agrees.`,
  place: 'Where and how',
  openedBy: (name: string): string => `Put to decision by ${name}`,
  nowTitle: 'What it still needs',
  now: {
    unanimous: 'it would be adopted unanimously.',
    'broad-consensus': 'it would be adopted by broad consensus.',
    'not-adopted': 'it would not be adopted.',
  },
  outcome: {
    unanimous: 'Adopted unanimously: nobody objected and nobody stood aside.',
    'broad-consensus': 'Adopted by broad consensus: not everyone agreed, and the conditions of the rules were met.',
    'not-adopted': 'Not adopted.',
  },
  becameFinal: 'How it became final',
  endedOn: (day: string, place: string): string => `The decision ended on ${day}; ${place}.`,
  obstacles: 'What stood in the way',
  obstacle: {
    objections: (count: number, most: number): string =>
      `${count} ${plural(count, 'organisation objects', 'organisations object')}; the rules allow ${most}.`,
    'not-agreeing': (count: number, most: number): string =>
      `${count} ${plural(count, 'organisation objects or stands', 'organisations object or stand')} aside; the rules allow ${most}.`,
    'no-consultation': (name: string): string => `No consultation was recorded on ${name}.`,
    'unanimity-only': 'Not everyone agreed, and nothing but unanimity will do here.',
  },
  answers: 'The answers',
  answer: 'Answer',
  reason: 'Reason',
  silentAs: (stand: string): string => `did not answer; counts as: ${stand}`,
  silentNow: (stand: string): string => `has not answered; would count as: ${stand}`,
  friction: 'Points of friction, and who objects',
  frictionNone: 'There was no point of friction.',
  bundle: 'Download the proof bundle',
  bundleHint:
    'One file with the text, the acts, the signatures and their proofs. It can be checked without us, with tools that every computer has or on the page below.',
  verify: 'Check a bundle in your browser',
  giveAnswer: 'Give your answer',
};

export const signatures = {
  organisation: 'Organisation',
  country: 'Country',
  reservation: 'reservation',
  interpretation: 'interpretative statement',
  on: 'On',
  caption: 'Who has signed, and what',
};

export const observations = {
  empty:
    'Clarifications, particular views and disagreements on this text will stand here. Each is communicated to every other participant (8.4).',
  make: 'Make an observation',
  public: 'public once the text is adopted in these words',
  communicated: (n: number): string => `communicated to ${n} ${plural(n, 'participant', 'participants')}`,
  shown: (n: number): string => `shown to ${n}`,
  number: (n: number): string => `Observation ${n}`,
  earlier: (about: string): string => `${about}, in an earlier wording`,
};

/** Texts as files for other programs. */
export const download = {
  title: 'In a word processor',
  back: 'Propose the tracked changes of such a file',
  docx: 'Word file',
  markdown: 'Markdown file',
  certified: 'Certified true copy, signed by the host',
  pdf: 'PDF file',
  odt: 'OpenDocument file',
  singlePage: 'Web page in one file',
  epub: 'EPUB, for reading devices',
  akn: 'Akoma Ntoso, for collections of law',
  tracked: 'Word file with the amendments as tracked changes',
  objects: 'Objects',
};
