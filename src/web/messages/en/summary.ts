import type { SummaryWords } from '../../../conference/reading/summary-words.ts';
import { plural } from './plural.ts';
import { principle } from './texts/principle.ts';

const because = (reason: string | null): string => (reason === null ? '.' : `: “${reason}”`);

/** The sentences of a drafted summary record. */
const draft: SummaryWords = {
  head: {
    present: 'Presence',
    sitting: (n) => `Sitting ${n}`,
    item: (place, title) => `Item ${place}: ${title}`,
    none: 'Outside the items of the agenda',
  },
  met: {
    assembly: (day, place) => `The assembly met on ${day}, ${place ?? 'online'}.`,
    group: (day, place) => `The coordinating group met on ${day}, ${place ?? 'online'}. Its meeting was open to all.`,
  },
  nth: principle.nth,
  convened: (name) => `${name} had convened it.`,
  present: (here, of) => `${here} of ${of} participants were present:`,
  from: (name, from, until) => (until === null ? `${name}, from ${from}` : `${name}, ${from}–${until}`),
  absent: (names) => `Not present: ${names}.`,
  guests: 'Also present:',
  guest: {
    guest: (body, by) => (body === null ? `a guest of ${by}` : `a guest from ${body}, named by ${by}`),
    observer: (body, by) => (body === null ? `an observer named by ${by}` : `an observer from ${body}, named by ${by}`),
  },
  stoodIn: (substitute, member) => `${substitute} sat in the place of ${member}, who did not come.`,
  opened: (moment, name) => `${name} opened the sitting and took the chair: ${moment}.`,
  chair: (name, time) => `At ${time} ${name} took the chair.`,
  adopted: 'The agenda was adopted:',
  proposed: (title, name) => `${title} (proposed by ${name})`,
  taken: (time, name) => `The item, proposed by ${name}, was taken up at ${time}.`,
  spoke: (names) => `Spoke, in this order: ${names}.`,
  order: (name) => `${name} (point of order)`,
  call: {
    agenda: (by) => `${by} asked whether the agenda could be adopted.`,
    chair: (by, name) => `${by} asked that ${name} take the chair.`,
    election: (by, members, substitutes) =>
      `${by} put this coordinating group to the room: members ${members}${substitutes === null ? '' : `; substitutes, in this order, ${substitutes}`}.`,
    admission: (by, name) => `${by} asked whether ${name} could be admitted at once.`,
    seat: (by, seat) => `${by} called for consensus that the conference has its seat in ${seat} from then on.`,
    treasurer: (by, name, until) =>
      `${by} asked whether ${name ?? 'the coordinating group'} could keep the books of the conference until ${until}.`,
    mandate: (by, task, until) =>
      `${by} asked whether the coordinating group could be given this mandate until ${until}: “${task}”`,
    principle: (by, title, to, until, latest) =>
      `${by} asked whether “${title}” could be taken in principle, to be completed by ${to ?? 'the coordinating group'} until ${until}, at the ${latest} at the latest.`,
    words: (by, words, under) =>
      `${by} called for consensus${under === null ? '' : typeof under === 'number' ? ` under mandate ${under}` : ` under article ${under}`}: “${words}”`,
    open: 'The call was open.',
    consensus: (n) =>
      `This was agreed; ${n} ${plural(n, 'organisation', 'organisations')} had a say, and none objected.`,
    notAgreed: 'This was not agreed.',
    tooFew: 'Too few answered, so the chair stayed where it was.',
    overtaken: 'The text had other words by then, so nothing was decided.',
    noQuorum: (here, needed) => `There was no quorum: ${here} were present, and ${needed} are needed.`,
  },
  stand: {
    object: (name, reason) => `${name} objected${because(reason)}`,
    'stand-aside': (name, reason) => `${name} stood aside${because(reason)}`,
  },
  text: {
    opened: (by, title) => `${by} put the final version of “${title}” to decision.`,
    open: 'The decision was open.',
    result: {
      unanimous: (citation) => `It was adopted unanimously as ${citation}.`,
      'broad-consensus': (citation) => `It was adopted by broad consensus as ${citation}.`,
      'not-adopted': () => 'It was not adopted.',
    },
  },
  adjourned: (time, resumes) => `The sitting was adjourned at ${time}, to go on: ${resumes}.`,
  ended: (time) => `The meeting ended at ${time}.`,
};

/** The summary record of a meeting: drafted, circulated, corrected, approved (5.2). */
export const summary = {
  draft,
  lede: 'What was said and decided, as one organisation has set it down. Every participant can ask for other words until it is approved.',
  soFar: {
    title: 'As it would stand now',
    lede: 'The meeting writes this while it goes on. When it has ended, it is edited, circulated and open to correction.',
  },
  drafted: {
    title: 'Drafted from what happened',
    lede: 'No summary record has been circulated yet. This is what the meeting itself has written; whoever convened it, had its chair or is in the coordinating group edits and circulates it.',
    act: 'Edit and circulate it',
  },
  ahead: 'When the meeting has sat, what happened will stand here, written down by itself.',
  cancelled: 'The meeting was called off, so there is nothing to record.',
  version: (n: number, of: number): string => (of === 1 ? 'Circulated' : `Version ${n}`),
  by: (day: string, name: string): string => `${day}, by ${name}`,
  openUntil: (day: string): string => `Open to correction until ${day}`,
  approvedBy: 'It is approved then, unless a correction stands against it.',
  approved: (day: string): string => `Approved on ${day}`,
  contested: 'Contested',
  contestedWhy: (n: number): string =>
    `Its time has passed, and ${n} ${plural(n, 'correction stands', 'corrections stand')} against it. It is approved when the last one is taken back, or by a new version.`,
  corrections: (n: number): string => `${n} ${plural(n, 'correction', 'corrections')} asked for`,
  correct: 'Correct it',
  asksFor: 'would have:',
  askedOf: (version: number): string => `asked of version ${version}`,
  fate: { open: 'open', withdrawn: 'taken back', 'taken-in': 'taken in' },
  takenIn: (version: number): string => `taken in by version ${version}`,
  gone: 'Asked of words that are no longer there',
  newVersion: 'Circulate a new version',
  earlier: 'Earlier versions',
  compared: (from: number, to: number): string => `From version ${from} to version ${to}`,
  from: 'From version',
  to: 'to version',
  show: 'Compare',
  editor: {
    lede: 'It goes to all participants, who can ask for corrections. If none stands when its time passes, it is approved.',
    days: (n: number): string => `It lies open for ${n} ${plural(n, 'day', 'days')}.`,
    language: 'Language',
    draftIn: 'Draft it anew in:',
    body: 'The summary record',
    bodyHint:
      'Drafted from what happened in the meeting. Change whatever should be said otherwise. The names in braces, {#so}, keep corrections beside their clauses: leave them where they are.',
    corrections: 'Corrections asked for',
    correctionsLede:
      'Take in what you agree with, one by one. What you do not take in stands against the record until it is taken back.',
    takeIn: 'Take it in',
    stands: 'stands in the text below',
    unfit: 'Its clause is no longer in the text below.',
    preview: 'Show how it reads',
    previewTitle: 'How it reads',
  },
  form: {
    now: 'The words now',
    words: 'Your words for this clause',
    reason: 'Why',
    lede: 'While your correction stands, the summary record is not approved by silence.',
    withdrawLede: 'The summary record is then as if you had not asked for it.',
  },
  circulates: (what: string): string => `Circulates a summary record: ${what}.`,
  asks: (n: number, what: string): string => `Asks for other words in version ${n} of the summary record: ${what}.`,
  withdraws: (n: number, what: string): string => `Takes back its correction ${n} to the summary record: ${what}.`,
};
