/** Texts taken in principle, the mandates to complete them (13.3), and where decisions are taken. */

const ORDINAL = { one: 'st', two: 'nd', few: 'rd', other: 'th', many: 'th', zero: 'th' } as const;
const rules = new Intl.PluralRules('en', { type: 'ordinal' });
const ordinal = (n: number): string => `${n}${ORDINAL[rules.select(n)]}`;

export const principle = {
  stage: 'Taken in principle',
  panel:
    'All took this text in principle, and it belongs to all since. Everyone may propose amendments; what all approve goes in, and then the final version is put to decision.',
  nth: {
    assembly: (n: number): string => `${ordinal(n)} assembly`,
    group: (n: number): string => `${ordinal(n)} meeting of the coordinating group`,
  },
  where: {
    writing: 'in writing',
    meeting: (meeting: string, place: string): string => `at the ${meeting}, ${place}`,
  },
  taken: (day: string, how: string): string => `Taken in principle on ${day}, ${how}.`,
  by: {
    call: (meeting: string): string => `by the consensus of the ${meeting}`,
    silence: 'in writing, as nobody disagreed',
  },
  group: 'the coordinating group',
  completes: (who: string, until: string, latest: string): string =>
    `To be completed by ${who} until ${until}, and adopted at the ${latest} at the latest.`,
  asked: (who: string, until: string, latest: string): string =>
    `It is taken in principle and belongs to all. Completed by ${who} until ${until}, and adopted at the ${latest} at the latest.`,
  ended: {
    adopted: (day: string): string => `The mandate was carried out on ${day}.`,
    time: (day: string): string =>
      `The mandate ended with its time on ${day}. The matter is with all: an assembly completes it.`,
    meeting: (day: string): string =>
      `The mandate ended on ${day} with its latest meeting, which did not adopt the text. The matter is with all: an assembly completes it.`,
    replaced: (day: string): string => `Another mandate took its place on ${day}.`,
  },
  mandate: (n: number): string => `Mandate ${n}`,
  completeText: 'Complete the text',
  failed: 'Decisions before',
  failedLede: 'Each came to nothing, and took nothing away: the text and everything open on it went on as it was.',
  form: {
    /** Short, so that a narrow screen holds it. */
    nth: {
      assembly: (n: number): string => `${ordinal(n)} assembly`,
      group: (n: number): string => `${ordinal(n)} meeting of the group`,
    },
    text: 'The text',
    to: 'Who completes it',
    toGroup: 'The coordinating group',
    toNamed: 'These organisations:',
    named: 'Organisations',
    until: 'Until the end of which day',
    untilHint: 'Then the mandate ends, and the matter is with all again.',
    latest: 'The meeting at which it is adopted at the latest',
  },
  reviseLede:
    'All took this text in principle: a revision takes in what is agreed, and changes nothing else. For other words, propose an amendment.',
};
