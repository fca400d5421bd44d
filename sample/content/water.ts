import type { SampleText } from './types.ts';
import { WATER_DRAFT } from './water-draft.ts';

/** The resolution adopted unanimously. Eight of ten have signed so far: one in part, one ad referendum. */
export const WATER = {
  key: 'drinking-water',
  title: 'Drinking water is held in common',
  proposer: 'reka-vardar',
  coSponsors: ['rijeke-bosne', 'lumi-i-lire'],
  draft: WATER_DRAFT,
  amendments: [
    {
      by: 'zelena-sava',
      version: 0,
      change: {
        kind: 'replace',
        clause: 'zone',
        words:
          '*Asks* that every spring and well from which people drink be given a zone of protection, in which nothing is spread, stored or dug that could reach the water, and that those whose land lies in it be fairly compensated for what they give up;',
      },
      reason:
        'The farmer above our well has kept his slurry away from it for years, at his own cost and out of decency. A rule should not rely on that.',
    },
    {
      by: 'dasos-kai-nero',
      version: 0,
      change: {
        kind: 'move',
        clause: 'stand-by',
        after: 'leaks',
      },
      reason: 'Help among ourselves ought to come before what we ask of others about bottles.',
    },
  ],
  revisions: [
    {
      tookIn: [0],
      edits: [],
      note: 'Udruga Zelena Sava’s amendment is taken in; our own farmers say that they should have thought of it. Δάσος και Νερό has withdrawn its own, since nothing depends on the order.',
    },
  ],
  positions: [
    {
      by: 'codrul-batran',
      version: 0,
      on: { kind: 'amendment', index: 0 },
      stand: 'support',
      reason: 'The same goes for a forester who leaves the wood above a spring uncut.',
    },
    { by: 'moravski-krug', version: 0, on: { kind: 'amendment', index: 0 }, stand: 'support' },
    {
      by: 'rijeke-bosne',
      version: 0,
      on: { kind: 'amendment', index: 0 },
      stand: 'accept',
      reason: 'So long as nobody is paid for stopping what was forbidden anyway.',
    },
    {
      by: 'diktyo-potamon',
      version: 0,
      on: { kind: 'clause', clause: 'order' },
      stand: 'support',
      reason: 'In a dry year it is too late to be fair.',
    },
    {
      by: 'nehir-dernegi',
      version: 0,
      on: { kind: 'clause', clause: 'bottling' },
      stand: 'accept',
      reason:
        'Two of our member villages bottle their own spring. We accept that the text says this, but shall probably sign without it.',
    },
    { by: 'pro-delta', version: 1, on: { kind: 'whole' }, stand: 'support' },
  ],
  consultations: [],
  decision: {
    outcome: 'unanimous',
    place: 'online',
    stands: [
      { by: 'moravski-krug', stand: 'support' },
      { by: 'zelena-sava', stand: 'support' },
      { by: 'rijeke-bosne', stand: 'support' },
      { by: 'reka-vardar', stand: 'support' },
      { by: 'diktyo-potamon', stand: 'support' },
      {
        by: 'nehir-dernegi',
        stand: 'accept',
        reason: 'We agree with its aim and do not wish to hold it up over bottles.',
      },
      { by: 'pro-delta', stand: 'support' },
      { by: 'lumi-i-lire', stand: 'support' },
      { by: 'dasos-kai-nero', stand: 'support' },
      { by: 'codrul-batran', stand: 'accept' },
    ],
  },
  signatures: [
    { by: 'reka-vardar', scope: { kind: 'whole' } },
    {
      by: 'rijeke-bosne',
      scope: { kind: 'whole' },
      interpretations: [
        {
          clause: 'zone',
          words:
            'Where the law already sets zones of protection, we read this clause as asking that they be marked on the ground and kept, not that others be drawn beside them.',
        },
      ],
    },
    { by: 'moravski-krug', scope: { kind: 'whole' } },
    { by: 'zelena-sava', scope: { kind: 'whole' } },
    { by: 'pro-delta', scope: { kind: 'whole' } },
    {
      by: 'nehir-dernegi',
      scope: { kind: 'all-but', clauses: ['bottling', 'ask-first', 'dry-year', 'end'] },
    },
    { by: 'dasos-kai-nero', scope: { kind: 'whole' } },
    { by: 'lumi-i-lire', scope: { kind: 'whole' }, adReferendum: true },
  ],
  observations: [
    {
      by: 'nehir-dernegi',
      kind: 'clarification',
      version: 1,
      clauses: ['bottling', 'dry-year'],
      lang: 'en',
      words:
        'We have signed all but the clause on bottling, and would like to say why. Two villages among our members bottle the spring that they drink from, and pay their school bus with it. Nobody has yet measured that spring in a dry year, so nobody could say what the clause allows them. They have now begun to measure. When they know, we shall look at our signature again.',
      public: true,
    },
  ],
} as const satisfies SampleText;
