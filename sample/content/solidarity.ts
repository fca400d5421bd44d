import type { When } from './story.ts';
import type { ParticipantId } from './types.ts';

/** The appeal after the flood, what others did, and a joint action that came of it: what participants do for each other and together. */

/** By the number of the report on it, among all that are told. */
const FLOOD_REPORT = 6;

export const APPEAL = {
  at: [-43, 8, 20] as When,
  by: 'rijeke-bosne' as ParticipantId,
  title: 'Lamps and hands for the dyke at the three bridges',
  country: 'BA',
  report: FLOOD_REPORT,
  words: [
    'The dyke at the second bridge is open over forty metres. People fill sacks there day and night, and at night they do not see what they do.',
    'If it is not closed by Sunday the lower village has to go.',
  ],
  needs: [
    { kind: 'goods', words: 'Lamps that stand in the rain, a generator, sacks' },
    { kind: 'presence', words: 'Twenty people a night, with boots' },
    { kind: 'expertise', words: 'Somebody who has closed a dyke before' },
  ],
  how: 'The school at the second bridge takes in whoever comes and whatever is brought. Ask there for the caretaker.',
  /** The last day on which it helps, counted back from today. */
  until: -36,
  help: [
    {
      at: [-43, 9, 15] as When,
      by: 'zelena-sava' as ParticipantId,
      kind: 'goods',
      words: 'Six lamps and a generator leave Sisak at noon, with somebody who knows how to start it.',
      public: true,
    },
    {
      at: [-42, 17, 40] as When,
      by: 'moravski-krug' as ParticipantId,
      kind: 'presence',
      words: 'Eighteen anglers come for three nights. They bring their own boots, and soup.',
      public: true,
    },
    {
      at: [-41, 11, 5] as When,
      by: 'pro-delta' as ParticipantId,
      kind: 'expertise',
      words:
        'Ștefan Munteanu has closed two dykes in the Delta. He was on the telephone with the school for two nights.',
      public: false,
    },
  ],
  closed: {
    at: [-38, 18, 30] as When,
    words:
      'The dyke is closed. Thank you for the lamps, the boots, the soup and the patience on the telephone. The lower village sleeps at home.',
  },
} as const;

export const ACTION = {
  at: [-33, 10, 0] as When,
  by: 'reka-vardar' as ParticipantId,
  title: 'A day at the gauges',
  words: [
    'After the flood we all asked how high it had been, and nobody could say the same. On one weekend each of us reads a gauge in public, with whoever comes, and writes down what it shows.',
    'Children hold the pencil. We put the figures side by side afterwards.',
  ],
  parts: [
    { title: 'At the stone bridge, with the schools', country: 'MK', place: 'Veles', days: [-20, -20] },
    { title: 'A walk along the Nišava from gauge to gauge', country: 'RS', place: 'Niš', days: [-20, -19] },
    { title: 'Springs of the Pindus', country: 'GR', place: 'Metsovo', days: [-19, -19] },
  ],
  tasks: ['Print the sheet for the figures', 'Put the figures side by side', 'Lend rubber boots to visitors'],
  joined: [
    { at: [-31, 9, 30] as When, by: 'moravski-krug' as ParticipantId, parts: null, words: null },
    {
      at: [-30, 16, 10] as When,
      by: 'dasos-kai-nero' as ParticipantId,
      parts: [3],
      words: 'Only up here: we are four, and the springs are nine.',
    },
  ],
  tasked: [
    { at: [-31, 9, 40] as When, by: 'moravski-krug' as ParticipantId, task: 1 },
    { at: [-29, 8, 0] as When, by: 'reka-vardar' as ParticipantId, task: 2 },
  ],
  ended: {
    at: [-17, 12, 0] as When,
    words: 'A hundred and eighty people read seven gauges, and no two wrote the same hand. Thank you all.',
  },
} as const;

/** What came of the action, as its proposer reports it. */
export const ACTION_REPORT = {
  at: [-17, 11, 30] as When,
  by: 'reka-vardar' as ParticipantId,
  title: 'What seven gauges showed on one weekend',
  country: 'MK',
  days: [-20, -19] as const,
  occasion: 'A day at the gauges',
  words: [
    'In Veles ninety pupils stood on the stone bridge and read 1.42 metres, all but one, who read 1.24 and was right when we looked again the other way round.',
    'In Niš the walk had forty people and two dogs. In the Pindus nine springs ran, of which one had been dry since the fire.',
  ],
} as const;
