import { PRINCIPLES } from './principles.ts';
import type { Clause, SampleText } from './types.ts';

const FOUNDED: readonly Clause[] = PRINCIPLES.clauses;
const OPEN_DATA: Clause = {
  id: 'open-data',
  kind: 'operative',
  words: 'What one of us measures is open to all of us.',
};

/**
 * The charter's second version: the principles with one matter added, and one rule changed. The founders had set the
 * no-disagreement period to 21 days; the proposer's draft already makes it 30.
 */
export const CHARTER = {
  key: 'charter',
  title: 'Principles of the Conference of River Basins',
  proposer: 'diktyo-potamon',
  coSponsors: ['reka-vardar'],
  draft: FOUNDED.flatMap((clause) => (clause.id === 'truth' ? [clause, OPEN_DATA] : [clause])),
  amendments: [
    {
      by: 'reka-vardar',
      version: 0,
      change: {
        kind: 'replace',
        clause: 'open-data',
        words:
          'What we measure is open to everyone, with the method beside it, to use freely and to check. Whoever finds a mistake does us a service.',
      },
      reason:
        'Schools do much of our measuring. They should be able to find their own numbers again, and so should anyone downstream. “All of us” would leave them outside.',
    },
    {
      by: 'codrul-batran',
      version: 0,
      change: {
        kind: 'add',
        after: 'open-data',
        clause: {
          id: 'in-confidence',
          kind: 'operative',
          words:
            'A place that would be harmed by being known, such as the nest of a rare bird or the last pool of a rare fish, is told among us in confidence.',
        },
      },
      reason: 'Twice a nest on our open map was found by people we would rather had not found it.',
    },
    {
      by: 'zelena-sava',
      version: 0,
      change: {
        kind: 'add',
        after: 'means',
        clause: {
          id: 'accounts',
          kind: 'operative',
          words: 'Every participant publishes its accounts once a year.',
        },
      },
      reason: 'If our measurements are open, our money should be too.',
    },
  ],
  revisions: [
    {
      tookIn: [0, 1],
      edits: [],
      note: 'The amendments of Река Вардар and Codrul Bătrân are taken in as they stand. Udruga Zelena Sava’s is not: it is a good habit, but Rijeke Bosne is right that accounts are each participant’s own affair. We hope that Udruga Zelena Sava can live with that.',
    },
  ],
  positions: [
    {
      by: 'rijeke-bosne',
      version: 0,
      on: { kind: 'amendment', index: 2 },
      stand: 'object',
      reason:
        'We publish our accounts and are glad to. But the principles say that each of us stays its own master, and this would be the first order we give one another.',
    },
    {
      by: 'rijeke-bosne',
      version: 0,
      on: { kind: 'amendment', index: 0 },
      stand: 'support',
    },
    {
      by: 'pro-delta',
      version: 0,
      on: { kind: 'amendment', index: 1 },
      stand: 'support',
      reason: 'The same holds for places where sturgeon still spawn.',
    },
    {
      by: 'zelena-sava',
      version: 0,
      on: { kind: 'amendment', index: 1 },
      stand: 'accept',
      reason: 'So long as “in confidence” stays the exception and does not become the habit.',
    },
    {
      by: 'lumi-i-lire',
      version: 0,
      on: { kind: 'amendment', index: 0 },
      stand: 'support',
    },
    {
      by: 'nehir-dernegi',
      version: 0,
      on: { kind: 'whole' },
      stand: 'support',
      reason:
        'The longer period is what we had asked for. Our board meets once a month; with 21 days we twice read an application after its time had run out.',
    },
    {
      by: 'dasos-kai-nero',
      version: 1,
      on: { kind: 'clause', clause: 'open-data' },
      stand: 'support',
    },
    {
      by: 'zelena-sava',
      version: 1,
      on: { kind: 'whole' },
      stand: 'support',
      reason: 'We leave the accounts aside. Ours are on our page.',
    },
  ],
  consultations: [],
  decision: {
    outcome: 'unanimous',
    place: 'Niš and online',
    stands: [
      { by: 'moravski-krug', stand: 'support' },
      { by: 'zelena-sava', stand: 'support' },
      { by: 'rijeke-bosne', stand: 'support' },
      { by: 'reka-vardar', stand: 'support' },
      { by: 'diktyo-potamon', stand: 'support' },
      { by: 'nehir-dernegi', stand: 'support' },
      { by: 'pro-delta', stand: 'accept', reason: 'Open, yes; but give us a year to type in the old notebooks.' },
      { by: 'lumi-i-lire', stand: 'support' },
      { by: 'dasos-kai-nero', stand: 'support' },
      { by: 'codrul-batran', stand: 'support' },
    ],
  },
  signatures: [
    { by: 'moravski-krug', scope: { kind: 'whole' } },
    { by: 'zelena-sava', scope: { kind: 'whole' } },
    { by: 'rijeke-bosne', scope: { kind: 'whole' } },
    { by: 'reka-vardar', scope: { kind: 'whole' } },
    { by: 'diktyo-potamon', scope: { kind: 'whole' } },
    { by: 'nehir-dernegi', scope: { kind: 'whole' } },
    { by: 'pro-delta', scope: { kind: 'whole' } },
    { by: 'lumi-i-lire', scope: { kind: 'whole' } },
    { by: 'dasos-kai-nero', scope: { kind: 'whole' } },
    { by: 'codrul-batran', scope: { kind: 'whole' } },
  ],
  observations: [],
} as const satisfies SampleText;

/** The one rule that the second version changes, in days; 30 is also the default of a new conference. */
export const RULE_CHANGE = { rule: 'participation.noDisagreementDays', from: 21, to: 30 } as const;
