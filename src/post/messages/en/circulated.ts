import type { Circulated } from '../../../charter/group/state.ts';

/** What is communicated to everyone, by mail. */
export const circulated = {
  /** Begins a subject: `[CRB]`. */
  subject: (abbreviation: string, words: string): string => `[${abbreviation}] ${words}`,
  heading: {
    letter: (reference: string, subject: string): string => `${reference}: ${subject}`,
    assembly: (when: string): string => `Assembly, ${when}`,
    group: (when: string): string => `Meeting of the coordinating group, ${when}`,
    changed: (what: string): string => `Changed: ${what}`,
    cancellation: (what: string): string => `Called off: ${what}`,
    summary: (version: number): string => `Summary record${version === 1 ? '' : `, version ${version}`}`,
    doubt: (reference: string): string => `From the archive: ${reference} is said to be wrong`,
    observation: (text: string): string => `Observation on ${text}`,
    text: (symbol: string, title: string): string => `Adopted: ${symbol} ${title}`,
    proposal: {
      agreed: (text: string): string => `Agreed by silence: ${text}`,
      refused: (text: string): string => `Not agreed by silence: ${text}`,
    },
    admission: {
      agreed: (organisation: string): string => `${organisation} takes part`,
      refused: (organisation: string): string => `${organisation} was not admitted`,
    },
    recovery: {
      agreed: (organisation: string): string => `A new key speaks for ${organisation}`,
      refused: (organisation: string): string => `No new key for ${organisation}`,
    },
    record: {
      agreed: (meeting: string): string => `Its summary record is approved: ${meeting}`,
      refused: (meeting: string): string => `Corrections stand against its summary record: ${meeting}`,
    },
    publication: {
      agreed: (title: string): string => `Published: ${title}`,
      refused: (title: string): string => `Not published: ${title}`,
    },
    appeal: (title: string): string => `Appeal for support: ${title}`,
    finding: {
      'in-order': (span: string): string => `The books of ${span} are in order`,
      'in-order-but': (span: string): string => `The books of ${span} are in order, with remarks`,
      'not-in-order': (span: string): string => `The books of ${span} are not in order`,
    },
    help: {
      secretarial: 'The coordinating group asks for secretarial help',
      technical: 'The coordinating group asks for technical help',
    },
  },
  from: (organisation: string): string => `From ${organisation}`,
  observationBy: {
    clarification: (organisation: string): string => `${organisation} makes a clarification:`,
    view: (organisation: string): string => `${organisation} states a particular view:`,
    disagreement: (organisation: string): string => `${organisation} says why it disagrees:`,
  },
  when: 'When',
  place: 'Where',
  online: 'Online',
  joining: 'Join',
  languages: 'Languages',
  called: 'Other participants must call for it too before it is convened.',
  reason: 'Why',
  correctUntil: (when: string): string =>
    `It lies open to correction until ${when}, and is approved then unless a correction stands against it.`,
  adopted: {
    unanimous: 'All participants agreed.',
    'broad-consensus': 'It was adopted with broad consensus.',
  },
  proposed: (organisation: string, what: string): string => `${organisation} had proposed ${what}:`,
  proposal: {
    rapporteur: 'who writes the revisions of the text',
    principle: 'that the text be taken in principle, and who completes it',
    languages: 'in which languages the text is authentic',
    weights: 'how much the clauses of the text count for',
    rectification: 'that a slip in the final text be put right',
    page: 'whether the text is a page of the conference’s own',
  },
  nobodyDisagreed: 'The time to disagree has passed and nobody disagreed: it is so from now on.',
  notSo: 'The time to disagree has passed: it did not come about.',
  nobodyCorrects: 'The time to correct it has passed, and no correction stands against it.',
  corrected: 'The time to correct it has passed, and corrections stand against it: it is not approved.',
  issue: (title: string, n: number): string => `${title}, No. ${n}`,
  underMandate: 'The coordinating group published it under its mandate.',
  appealUntil: 'Until',
  appealHow: 'How it is given:',
  doubted: (name: string): string => `${name} writes that this piece from the archive is wrong:`,
  doubtUntil: (when: string): string =>
    `It says how the piece should read. It will read so unless somebody disagrees, with reasons, before ${when}.`,
  helpUntil: (when: string): string => `Needed by ${when}.`,
  tooLong: 'The rest stands on its page.',
  erased: 'Its words were erased.',
  files: (names: string): string => `With it: ${names}`,
  filesErased: (names: string): string => `Erased: ${names}`,
  filesOnPage: (names: string): string => `On its page, too large for a mail: ${names}`,
  read: {
    letter: 'Read it, and who was given it',
    notice: 'All about the meeting',
    cancellation: 'All about the meeting',
    summary: 'Read it and ask for corrections',
    observation: 'Read it beside the text',
    text: 'Read it, sign it, check it',
    appeal: 'Read it, and say what you did',
    help: 'Offer help',
    doubt: 'Read the piece',
    finding: 'Read the books',
    outcome: 'See what it was about',
  } satisfies Record<Circulated['kind'], string>,
  reply: (organisation: string): string =>
    `You may answer this mail: your words go on the register as a reply from ${organisation}. They bind nobody.`,
  why: (organisation: string): string =>
    `You get this because ${organisation} is entitled to it. Notices like this one go to every participant.`,
  settings: 'How you are reached',
};
