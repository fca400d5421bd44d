import { plural } from '../plural.ts';

/** The work on what is not agreed (6.2): points of friction, debate, objections to a revision. */

export const friction = {
  title: (name: string): string => `Point of friction: ${name}`,
  about: (name: string): string => `The work on ${name}`,
  settled: 'Nobody objects to it now.',
  wordings: 'The wordings',
  present: 'The present words',
  sameWords: 'No other words have been proposed yet.',
  positions: 'Who objects, and why',
  nobody: 'Nobody has given a reason or a condition.',
  consultations: 'Consultations',
  noConsultation:
    'No consultation is recorded. While that is so, this point stands in the way of broad consensus (7.2).',
  noneNeeded: 'No consultation is recorded.',
  bridge: 'Propose the bridging wording',
  record: 'Record a consultation',
  take: 'Take a position',
  all: 'All open points',
};

export const debate = {
  lede: 'Threads on the whole, on clauses and on amendments. A thread is resolved when its starter says so, and stays when its clause changes.',
  none: 'Threads of debate will stand here: a question, a quotation, a try at other words. Any participant may begin one.',
  begin: 'Begin a debate',
  it: 'Debate it',
  thread: (n: number, on: string): string => `Thread ${n}, on ${on}`,
  threads: (n: number): string => `${n} ${plural(n, 'thread', 'threads')}`,
  openThreads: (n: number): string => `Open (${n})`,
  resolvedThreads: (n: number): string => `Resolved (${n})`,
  quoted: (revision: number): string => `quoted from revision ${revision}`,
  gone: 'these words do not stand there any more',
  resolvedOn: (day: string): string => `resolved on ${day}`,
  posts: (n: number): string => `${n} ${plural(n, 'post', 'posts')}`,
  reply: 'Reply',
  resolve: 'Mark it as resolved',
  all: 'All threads on this text',
  on: 'On what',
  quote: 'Words of the text that you quote',
  quoteHint: 'Copied from the text as they stand there. They stay with the thread when the text changes.',
  words: 'What you want to say',
  wordsHint:
    'Name an organisation by @ and its short name, as it stands in the address of its page, such as @reka-vardar: it finds that on its first screen.',
  language: 'Language you write in',
  unsaid: 'not said',
  openLede: 'Everyone who takes part can read it and reply.',
  replyLede: 'Your reply stands in the thread, under your organisation’s name.',
  resolveLede: 'Nobody replies to a resolved thread any more. It stays where it is.',
  opens: (on: string): string => `Begins a debate on ${on} of`,
  replies: (n: number): string => `Replies in thread ${n} on`,
  resolves: (n: number): string => `Marks thread ${n} as resolved, on`,
};

export const objection = {
  contested: (names: string): string => `The present revision is objected to: ${names}`,
  meaning:
    'Somebody finds that it does not reflect what was agreed. While an objection stands, the text is not put to decision (13.2).',
  object: 'Object to this revision',
  withdraw: 'Withdraw your objection to this revision',
  lede: (n: number): string =>
    `You find that revision ${n} does not reflect what was agreed. While an objection stands, the text is not put to decision (13.2).`,
  withdrawLede: (n: number): string => `Your objection to revision ${n} ends. It stays on the record.`,
  reasons: 'Reasons',
  reasonsHint: 'What was agreed, and what the revision says in its place.',
  objects: (n: number): string => `Objects to revision ${n} of`,
  withdraws: (n: number): string => `Withdraws its objection to revision ${n} of`,
  happened: (n: number): string => `objects to revision ${n}`,
  withdrawnOn: (day: string): string => `withdrawn on ${day}`,
  earlier: 'Objections to this revision',
};
