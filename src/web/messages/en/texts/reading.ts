import { plural } from '../plural.ts';

/** Reading a text: the list, its head and tabs, its clauses and their margin, the panel beside it. */

export const list = {
  title: 'Texts',
  lede: 'Everything that participants negotiate, decide and have decided.',
  table: 'Table a text',
  tableCharter: 'Propose a new charter',
  empty:
    'The texts that participants table will stand here: those in negotiation first, then what has come of the others. Any participant may table one.',
  stage: {
    negotiation: 'In negotiation',
    decision: 'Put to decision',
    adopted: 'Adopted',
    'not-adopted': 'Not adopted',
    withdrawn: 'Withdrawn',
  },
};

export const head = {
  draft: (number: number): string => `draft ${number}`,
  revision: (number: number): string => `revision ${number}`,
  final: 'final version',
  of: (day: string): string => `of ${day}`,
  kind: {
    resolution: { draft: 'Draft resolution', final: 'Resolution' },
    charter: { draft: 'Draft charter', final: 'Charter' },
  },
  tabledBy: (name: string): string => `Tabled by ${name}`,
  cosponsors: (names: string): string => `with ${names}`,
  until: (when: string): string => `Put to decision until ${when}`,
  result: {
    unanimous: 'Adopted unanimously',
    'broad-consensus': 'Adopted by broad consensus',
    'not-adopted': 'Not adopted',
  },
  negotiation: 'In negotiation',
  withdrawn: 'Withdrawn',
  agreed: (n: number, of: number): string =>
    n === of ? `All ${of} clauses agreed by everyone` : `${n} of ${of} clauses agreed by everyone`,
  friction: (n: number): string => `${n} ${plural(n, 'point', 'points')} of friction`,
  noFriction: 'No point of friction',
  signed: (n: number, of: number): string => `Signed by ${n} of ${of}`,
  skip: 'Skip the tabs',
  tabs: 'This text',
  tab: { text: 'Text', points: 'Open points', stand: 'Where we stand', history: 'History' },
  /** After the adoption, in the place of where we stand. */
  signatures: 'Signatures',
  page: {
    text: 'with its margin',
    clean: 'the words alone',
    brackets: 'with brackets',
    changes: 'what changed',
    authors: 'who wrote what',
    languages: 'Languages',
    observations: 'Observations',
    points: 'Open points',
    amendments: 'All amendments',
    debate: 'All debate',
    stand: 'Where we stand',
    common: 'What could be signed',
    history: 'Everything that happened',
    proposals: 'Proposals',
  },
  within: {
    text: 'How this text is shown',
    points: 'What is open in this text',
    stand: 'Where we stand on this text',
    history: 'How this text came about',
  },
  show: 'Show',
  /** How far a text is. */
  step: {
    tabled: 'tabled',
    negotiation: 'negotiation',
    principle: 'in principle',
    decision: 'decision',
    adopted: 'adopted',
    signed: 'signed',
    'not-adopted': 'not adopted',
    withdrawn: 'withdrawn',
  },
};

export const clause = {
  short: { preambular: (n: number): string => `P${n}`, paragraph: (n: number): string => `§${n}` },
  long: {
    preambular: (n: number): string => `preambular clause ${n}`,
    paragraph: (n: number): string => `paragraph ${n}`,
  },
  headingShort: (n: number): string => `H${n}`,
  headingOfText: 'heading of the text',
  heading: (words: string): string => `heading “${words}”`,
  kind: {
    heading: 'heading',
    preambular: 'preambular clause',
    operative: 'operative clause (numbered)',
    point: 'point, (a), (b) …',
    paragraph: 'paragraph',
  },
  level: (n: number): string => `level ${n}`,
  beginning: 'to the beginning',
  after: (name: string): string => `after ${name}`,
};

/** How many stand where; the words of a tally. */
export const tally = {
  support: (n: number): string => `${n} ${plural(n, 'supports', 'support')}`,
  accept: (n: number): string => `${n} ${plural(n, 'accepts', 'accept')}`,
  'stand-aside': (n: number): string => `${n} ${plural(n, 'stands', 'stand')} aside`,
  object: (n: number): string => `${n} ${plural(n, 'objects', 'object')}`,
  none: (n: number): string => `${n} ${plural(n, 'has', 'have')} not said`,
  all: {
    support: (n: number): string => `All ${n} support`,
    accept: (n: number): string => `All ${n} accept`,
    'stand-aside': (n: number): string => `All ${n} stand aside`,
    object: (n: number): string => `All ${n} object`,
    none: () => 'Nobody has said yet',
  },
  you: {
    support: 'you support',
    accept: 'you accept',
    'stand-aside': 'you stand aside',
    object: 'you object',
    none: 'you have not said',
  },
  key: 'The marks',
};

export const margin = {
  friction: 'Point of friction',
  consultations: (n: number): string =>
    n === 0 ? 'no consultation recorded' : `${n} ${plural(n, 'consultation', 'consultations')} recorded`,
  record: 'Record a consultation',
  take: 'Take a position',
  change: 'Change your position',
  onClause: (name: string): string => `on ${name}`,
  propose: 'Amend it',
  moreReasons: (n: number): string => `${n} more ${plural(n, 'reason', 'reasons')}`,
  wouldDelete: 'would delete this clause',
  wouldRecast: (kind: string): string => `would make it: ${kind}`,
  wouldSplit: (n: number): string => `would split this clause into ${n}`,
  wouldJoin: (names: string): string => `would join into one: ${names}`,
  wouldMove: (where: string): string => `would move this clause ${where}`,
  wouldAdd: 'would add this here',
  wouldMoveHere: (name: string): string => `would move ${name} here`,
  variantOf: (numbers: string): string => `amendment ${numbers}:`,
  observation: { clarification: 'clarification', view: 'particular view', disagreement: 'disagreement' },
  added: 'added',
  deleted: 'deleted',
};

export const panel = {
  next: 'What next',
  yours: 'You tabled this text.',
  stage: {
    negotiation:
      'Everyone may propose amendments and say where they stand on each clause. What everyone accepts, or nobody objects to in time, goes into the text; then the final version is put to decision.',
    decision:
      'The words are final. Each participant answers on the whole until the deadline; positions may still change.',
    adopted: 'This is the final version. Each participant signs what it agrees with: the whole, or some clauses.',
    'not-adopted': 'This text was not adopted. What everyone said about it stays on the record.',
    withdrawn: 'Its proposer withdrew this text. What everyone said about it stays on the record.',
  },
  revise: 'Publish a revision',
  decide: 'Put it to decision',
  withdraw: 'Withdraw it',
  propose: 'Propose an amendment',
  cosponsor: 'Co-sponsor it',
  seconding: {
    needed: (n: number): string =>
      `Before it is decided or taken in principle, ${plural(n, '1 other must stand behind it', `${n} others must stand behind it`)}.`,
    nobody: 'Nobody does yet.',
    by: (names: string): string => `Behind it so far: ${names}.`,
    second: 'Stand behind it: co-sponsor it',
  },
  answer: 'Give your answer',
  changeAnswer: 'Change your answer',
  sign: 'Read and sign',
  confirm: 'Confirm your signature',
  withdrawSignature: 'Withdraw your signature',
  observe: 'Make an observation',
  document: 'The published document',
  frictionTitle: 'Points of friction',
  frictionNone: 'Nobody objects to any clause.',
  yourOrganisation: 'Your organisation',
  youOn: {
    support: 'You support',
    accept: 'You accept',
    'stand-aside': 'You stand aside on',
    object: 'You object to',
    none: 'You have not said where you stand on',
  },
  wholeTitle: 'The text as a whole',
  wholeTake: 'Say where you stand on the whole',
  signedWhole: 'You have signed the whole.',
  signedPart: 'You have signed in part.',
  notSigned: 'You have not signed.',
  awaiting: 'Your signature is ad referendum: it waits for confirmation.',
};
