import type { Consultation, ParticipantId, Position, Stand, Thread } from './types.ts';

const S = 'support' satisfies Stand;
const A = 'accept' satisfies Stand;
const D = 'stand-aside' satisfies Stand;
const X = 'object' satisfies Stand;

/** The operative and preambular clauses of the second revision, in its order: the columns of the grid below. */
const COLUMNS = ['worth', 'small', 'plans', 'keep', 'remove', 'inventory', 'weigh', 'support', 'stand-by'] as const;

/** Who stands where on the second revision, clause by clause; null where an organisation has not said. */
const GRID: readonly (readonly [ParticipantId, readonly (Stand | null)[]])[] = [
  ['zelena-sava', [S, S, S, S, S, S, S, S, S]],
  ['lumi-i-lire', [S, S, S, S, S, S, S, S, S]],
  ['reka-vardar', [S, S, S, S, X, S, S, S, S]],
  ['moravski-krug', [S, S, S, S, S, S, S, A, S]],
  ['nehir-dernegi', [S, S, S, S, D, S, S, D, S]],
  ['rijeke-bosne', [S, S, A, A, A, S, S, S, S]],
  ['pro-delta', [S, S, S, S, S, S, A, A, S]],
  ['dasos-kai-nero', [S, S, S, A, A, S, S, X, S]],
  ['codrul-batran', [S, S, S, S, X, S, S, S, A]],
  ['diktyo-potamon', [S, S, S, S, null, S, S, S, S]],
];

const REASONS: Readonly<Record<string, string>> = {
  'reka-vardar remove':
    'Not against taking them out; against the five years. Our survey of the smaller tributaries ends in six.',
  'codrul-batran remove':
    'Some old mountain weirs hold back gravel that would bury the spawning beds below. Each has to be looked at first, and in five years we would look at half of them.',
  'nehir-dernegi remove':
    'We could live with five years or with ten. What matters to us is that the clause on standing by the valleys remains.',
  'rijeke-bosne remove': 'Now that those who live there are asked, the date matters less to us.',
  'dasos-kai-nero remove': 'We have few such barriers and can speak only for those.',
  'dasos-kai-nero support':
    '“Whatever its size” hits the mill wheels by which two of our villages light their square. Our amendment would settle it.',
  'nehir-dernegi support': 'We would rather leave energy subsidies out of a text on rivers.',
  'moravski-krug support': 'With the exception for mill races we would support it.',
  'pro-delta support': 'There is nothing to dam in the Delta, so we follow those who live in the mountains.',
  'pro-delta weigh':
    'The basin of the Danube is a good part of Europe. We read “the same basin” as that of the tributary.',
  'rijeke-bosne plans': '“A good number” is vague, but truer than any figure we have.',
  'rijeke-bosne keep': 'As we understand “tributary”; see our clarification.',
  'dasos-kai-nero keep': 'Fords and footbridges are not barriers, we take it.',
  'codrul-batran stand-by': 'Gladly, so far as our few people can reach.',
};

const onAmendments: readonly Position[] = [
  {
    by: 'nehir-dernegi',
    version: 2,
    on: { kind: 'amendment', index: 3 },
    stand: 'accept',
    reason: 'We ask people to do without something, and the text should keep saying what they may ask of us.',
    conditions: [{ kind: 'stays', clause: 'stand-by' }],
  },
  {
    by: 'lumi-i-lire',
    version: 2,
    on: { kind: 'amendment', index: 3 },
    stand: 'stand-aside',
    reason: 'In ten years those who signed will have retired. But we shall not be the ones who stop it.',
  },
  { by: 'codrul-batran', version: 2, on: { kind: 'amendment', index: 3 }, stand: 'support' },
  {
    by: 'zelena-sava',
    version: 2,
    on: { kind: 'amendment', index: 4 },
    stand: 'accept',
    reason: 'If it is clear that “old” means that the race is there already.',
  },
  { by: 'moravski-krug', version: 2, on: { kind: 'amendment', index: 4 }, stand: 'support' },
  {
    by: 'reka-vardar',
    version: 2,
    on: { kind: 'amendment', index: 4 },
    stand: 'accept',
  },
  {
    by: 'lumi-i-lire',
    version: 2,
    on: { kind: 'amendment', index: 5 },
    stand: 'object',
    reason:
      'Without public support many of these plans would never have been drawn. To leave that out is to leave out the cause.',
  },
];

/** The grid as positions, then the positions on amendments that are still open. */
export const TRIBUTARIES_POSITIONS: readonly Position[] = [
  ...GRID.flatMap(([by, stands]) =>
    COLUMNS.flatMap((clause, column): readonly Position[] => {
      const stand = stands[column];
      if (stand === null || stand === undefined) return [];
      const reason = REASONS[`${by} ${clause}`];
      const position = { by, version: 2, on: { kind: 'clause', clause }, stand } as const;
      return [reason === undefined ? position : { ...position, reason }];
    }),
  ),
  ...onAmendments,
];

/** Does the time run from the day of the adoption, or from the day on which the common inventory says whose the barrier is? */
const WHEN_IT_BEGINS =
  'Од кога тече времето: од денот на усвојувањето, или од денот кога заедничкиот попис ќе каже чија е преградата?';

export const TRIBUTARIES_THREADS: readonly Thread[] = [
  {
    version: 2,
    on: { kind: 'clause', clause: 'remove' },
    quote: 'within five years',
    posts: [
      { by: 'reka-vardar', lang: 'mk', words: WHEN_IT_BEGINS },
      {
        by: 'codrul-batran',
        lang: 'en',
        words:
          'From the inventory, we would say. Then five years may be enough for the barriers that nobody claims, and the others are known by name.',
      },
    ],
  },
];

export const TRIBUTARIES_CONSULTATIONS = [
  {
    by: 'zelena-sava',
    version: 2,
    on: [{ kind: 'clause', clause: 'remove' }],
    hoursEarlier: 2,
    met: ['zelena-sava', 'lumi-i-lire', 'reka-vardar', 'codrul-batran', 'nehir-dernegi'],
    where: 'online',
    tried:
      'Five years for barriers that are known to be of no use today, and ten for those still to be surveyed. Also: no date at all, but a report at every assembly.',
    result:
      'Nobody wanted to do without a date. Five and ten seemed possible to all five; Река Вардар and Codrul Bătrân will ask their members before they say so. We meet again before the consultation ends. The clause on public support was not discussed.',
  },
] as const satisfies readonly Consultation[];
