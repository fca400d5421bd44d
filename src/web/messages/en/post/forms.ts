import { plural } from '../plural.ts';

/** Sending a letter, acknowledging it, saying that it went another way. */
export const forms = {
  send: {
    lede: 'It gets a reference and goes to everyone on the list, in the workspace and by mail. Its words stand beside the record, which holds their hash.',
    what: 'What is it?',
    kind: {
      circular: 'A circular of the coordinating group',
      letter: 'A letter of your organisation',
      in: 'A letter that came in',
      out: 'A letter that went out',
    },
    kindHint: {
      circular: 'For those who serve all: distributed in the name of the group. (9.2)',
      letter: 'In your organisation’s own name.',
      in: 'Somebody outside wrote to the conference.',
      out: 'The conference wrote to somebody outside.',
    },
    correspondent: 'Who wrote, or to whom it went',
    correspondentHint:
      'Only for letters that came in or went out: the office or body, say “Ministry of the Environment, Skopje”. It stands on the record for good, so write no person’s name here.',
    list: 'Whom does it go to?',
    listHint: 'The list follows from the rules; nobody is added or left out by hand.',
    who: 'Show who that is',
    goesTo: (n: number): string =>
      n === 0 ? 'Nobody is on this list but you.' : `It goes to ${n} ${plural(n, 'organisation', 'organisations')}:`,
    nobodyLeft: 'Nobody is on the list that was chosen any more. Choose another.',
    subject: 'Subject',
    subjectHint: 'It stands on the record for good.',
    words: 'Words',
    wordsHint: 'An empty line begins a new paragraph. You may leave it empty where a file says it all.',
    answering: 'In answer to',
    willBe: { circular: 'A circular', letter: 'A letter', in: 'A letter that came in', out: 'A letter that went out' },
    from: 'It came from',
    to: 'It went to',
    files: (n: number): string => `${n} ${plural(n, 'file', 'files')} go with it.`,
  },
  acknowledge: {
    lede: 'You say on the record, under your organisation’s name, that you have this.',
    has: 'Has what was communicated:',
  },
  otherwise: {
    lede: 'Say by which other way you sent it to an organisation that no mail reaches. It stands on the record as your word.',
    to: 'To which organisation?',
    how: 'How did you send it?',
    howHint:
      'Say “registered letter, 14 December” or “by telephone to their office”. Write no person’s name and no number.',
    sent: 'Was sent another way:',
  },
};
