import type { Consultation, Decision, Position } from './types.ts';

/** Where the organisations stood on the draft (version 0) and on the revision (version 1). */
export const FORESTS_POSITIONS = [
  {
    by: 'codrul-batran',
    version: 0,
    on: { kind: 'amendment', index: 0 },
    stand: 'object',
    reason:
      'A line that moves with the water cannot be checked by a ranger with a tape, and whoever fells will say that it never floods there.',
  },
  {
    by: 'codrul-batran',
    version: 0,
    on: { kind: 'amendment', index: 1 },
    stand: 'object',
    reason:
      'We mean no harm to anybody’s stove. But “the people of a place” can be a company that has its letterbox there.',
  },
  {
    by: 'lumi-i-lire',
    version: 0,
    on: { kind: 'clause', clause: 'strip' },
    stand: 'object',
    reason:
      'Fifty metres everywhere is too much in the gorge and too little on the plain. We propose the flood’s own line.',
  },
  {
    by: 'pro-delta',
    version: 0,
    on: { kind: 'clause', clause: 'strip' },
    stand: 'object',
    reason: 'As it stands this clause covers all of the Delta and everyone who lives in it.',
  },
  {
    by: 'moravski-krug',
    version: 0,
    on: { kind: 'clause', clause: 'strip' },
    stand: 'support',
    reason: 'A number is easy to remember and easy to check.',
  },
  { by: 'moravski-krug', version: 0, on: { kind: 'amendment', index: 3 }, stand: 'support' },
  {
    by: 'reka-vardar',
    version: 0,
    on: { kind: 'clause', clause: 'money' },
    stand: 'stand-aside',
    reason: 'Some of our members planted poplars with such money and have yet to harvest them.',
  },
  { by: 'rijeke-bosne', version: 0, on: { kind: 'amendment', index: 1 }, stand: 'support' },
  { by: 'zelena-sava', version: 0, on: { kind: 'amendment', index: 0 }, stand: 'accept' },
  { by: 'zelena-sava', version: 0, on: { kind: 'amendment', index: 2 }, stand: 'support' },
  {
    by: 'lumi-i-lire',
    version: 1,
    on: { kind: 'clause', clause: 'strip' },
    stand: 'accept',
    reason: '“An ordinary year” will be argued about, but it lets the plain count. We can live with it.',
  },
  {
    by: 'pro-delta',
    version: 1,
    on: { kind: 'clause', clause: 'strip' },
    stand: 'object',
    reason: 'Thirty metres or fifty makes no difference where the land is made of banks.',
  },
  {
    by: 'pro-delta',
    version: 1,
    on: { kind: 'clause', clause: 'custom' },
    stand: 'object',
    reason:
      'Our villages cut reed in common and sell part of it; that is how the winter is paid for. “A household for its own use” leaves most of them out.',
  },
  { by: 'rijeke-bosne', version: 1, on: { kind: 'clause', clause: 'custom' }, stand: 'accept' },
  {
    by: 'dasos-kai-nero',
    version: 1,
    on: { kind: 'clause', clause: 'strip' },
    stand: 'accept',
    reason: 'We shall except the firebreaks when we sign. A firebreak has to reach the water.',
  },
  {
    by: 'nehir-dernegi',
    version: 1,
    on: { kind: 'clause', clause: 'strip' },
    stand: 'stand-aside',
    reason:
      'Our members are of two minds: some plant poplars down to the water’s edge, others were flooded behind them.',
  },
  { by: 'diktyo-potamon', version: 1, on: { kind: 'clause', clause: 'map-open' }, stand: 'support' },
  { by: 'moravski-krug', version: 1, on: { kind: 'whole' }, stand: 'support' },
] as const satisfies readonly Position[];

export const FORESTS_CONSULTATIONS = [
  {
    by: 'moravski-krug',
    version: 0,
    on: [{ kind: 'clause', clause: 'strip' }],
    hoursEarlier: 20,
    met: ['codrul-batran', 'lumi-i-lire', 'pro-delta', 'moravski-krug'],
    where: 'Niš, with a walk along the Nišava',
    tried:
      'First: fifty metres, with a list of rivers for which another width holds. Nobody wished to keep such a list. Second: the flood’s line, as drawn by the public services. It has not been drawn everywhere. Third: a smaller width that can be measured, and the flood’s line where the river floods wider.',
    result:
      'Codrul Bătrân and Lumi i Lirë agree on the third. The number fell to thirty on the walk, when we paced out fifty and stood in a vegetable garden. Pro Delta thanks the others but sees no help in it for the Delta; a wording on customary cutting is to be tried next.',
  },
  {
    by: 'codrul-batran',
    version: 1,
    on: [{ kind: 'clause', clause: 'strip' }, { kind: 'clause', clause: 'custom' }, { kind: 'whole' }],
    hoursEarlier: 1,
    met: ['codrul-batran', 'pro-delta', 'rijeke-bosne', 'zelena-sava'],
    where: 'online, on two evenings',
    tried:
      '“By the people of a village in common”, with a limit on machines. “By a household or an association of households”. Leaving the Danube Delta out of the clause by name.',
    result:
      'No wording was found. Codrul Bătrân fears that a sale, however small at first, lets contractors in. Pro Delta will not have the Delta named as an exception, since others live in the same way. Both say that they understood each other, and that the rest of the text should not wait.',
  },
] as const satisfies readonly Consultation[];

/** Eight agree, one stands aside, one objects. */
export const FORESTS_DECISION = {
  outcome: 'broad-consensus',
  place: 'online',
  stands: [
    { by: 'moravski-krug', stand: 'support' },
    { by: 'zelena-sava', stand: 'support' },
    {
      by: 'rijeke-bosne',
      stand: 'accept',
      reason: 'We would have preferred Pro Delta’s wording, and hope that it comes back in two years.',
    },
    { by: 'reka-vardar', stand: 'accept', reason: 'We shall sign without the clause on public money.' },
    { by: 'diktyo-potamon', stand: 'support' },
    {
      by: 'nehir-dernegi',
      stand: 'stand-aside',
      reason: 'Our members are divided on felling. We do not want our doubt to hold up those who are sure.',
    },
    {
      by: 'pro-delta',
      stand: 'object',
      reason:
        'The clauses on felling and on customary cutting were not written with a delta in mind. We cannot ask our villages to give up work that has kept the reed beds as they are.',
    },
    { by: 'lumi-i-lire', stand: 'accept' },
    { by: 'dasos-kai-nero', stand: 'accept', reason: 'With a reservation for firebreaks.' },
    { by: 'codrul-batran', stand: 'support' },
  ],
} as const satisfies Decision;
