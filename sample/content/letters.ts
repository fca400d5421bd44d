import type { ParticipantId } from './types.ts';
import type { When } from './story.ts';

/** Letters since the assembly: a circular of the group with two answers, one that came from an office outside and the group's reply, one to all and one to some. */

export interface SentLetter {
  readonly at: When;
  readonly by: ParticipantId;
  readonly kind: 'circular' | 'letter' | 'in' | 'out';
  /** Those who signed the resolution on the forests, or all. */
  readonly to: 'participants' | 'forests';
  readonly subject: string;
  /** The office outside; `null`: none. */
  readonly correspondent: string | null;
  /** Whether it answers the circular. */
  readonly answers: boolean;
  readonly words: readonly string[];
}

export const LETTERS: readonly SentLetter[] = [
  {
    at: [-16, 9, 30],
    by: 'lumi-i-lire',
    kind: 'circular',
    to: 'participants',
    subject: 'Who can bring a gauge to Shkodër?',
    correspondent: null,
    answers: false,
    words: [
      'At the next assembly we want to spend the first evening at the lake, and measure together what each of us measures at home.',
      'Please tell us by the end of the month whether you can bring a gauge, of what kind it is, and whether it may get wet. Whoever has none looks on and holds the lamp.',
    ],
  },
  {
    at: [-14, 17, 5],
    by: 'reka-vardar',
    kind: 'letter',
    to: 'participants',
    subject: 'Re: Who can bring a gauge to Shkodër?',
    correspondent: null,
    answers: true,
    words: [
      'We bring two: a staff of two metres that the school at Veles made, and a float with a cord. Both have been wet for years.',
      'Our pupils ask whether they may write the figures down.',
    ],
  },
  {
    at: [-12, 8, 40],
    by: 'dasos-kai-nero',
    kind: 'letter',
    to: 'participants',
    subject: 'Re: Who can bring a gauge to Shkodër?',
    correspondent: null,
    answers: true,
    words: ['We have none that travels. We bring the lamp.'],
  },
  {
    at: [-9, 10, 20],
    by: 'moravski-krug',
    kind: 'in',
    to: 'participants',
    subject: 'Your resolution on forests',
    correspondent: 'Office for the Waters of the Lower Valley',
    answers: false,
    words: [
      'We have read your resolution and ask for a copy on paper for our library.',
      'Where it speaks of springs we should like to know how often you look at one, since our own people come by twice a year.',
    ],
  },
  {
    at: [-7, 15, 45],
    by: 'moravski-krug',
    kind: 'out',
    to: 'participants',
    subject: 'Your question about springs',
    correspondent: 'Office for the Waters of the Lower Valley',
    answers: false,
    words: [
      'The copy went out today. How often somebody looks at a spring, each participant says for itself: some go every month, some when the cattle complain.',
      'As the coordinating group we speak for nobody beyond that. Those who keep a list of their springs will write to you.',
    ],
  },
  {
    at: [-6, 18, 10],
    by: 'rijeke-bosne',
    kind: 'letter',
    to: 'participants',
    subject: 'The boat that came over',
    correspondent: null,
    answers: false,
    words: [
      'After the flood a boat was left at our landing in Gradiška, green, with one oar. Whoever rowed it over has gone home on foot and told nobody.',
      'It is dry, it has been mended, and it has both oars again. Come and fetch it whenever you like, or leave it, and come and visit it.',
    ],
  },
  {
    at: [-3, 7, 40],
    by: 'codrul-batran',
    kind: 'letter',
    to: 'forests',
    subject: 'A good year for beech nuts',
    correspondent: null,
    answers: false,
    words: [
      'The beeches bear this autumn as they have not for seven years. Whoever wants seed for slopes that were cut bare may come and gather it with us in the first week of next month, or send sacks.',
      'Please write from which height your slope lies, so that the seed fits it.',
    ],
  },
];

/** Who has said of the circular that they have it; the others have read it and not said so. */
export const ACKNOWLEDGED: readonly { readonly at: When; readonly by: ParticipantId }[] = [
  { at: [-16, 12, 15], by: 'rijeke-bosne' },
  { at: [-15, 8, 5], by: 'moravski-krug' },
  { at: [-14, 17, 10], by: 'reka-vardar' },
  { at: [-13, 10, 50], by: 'diktyo-potamon' },
  { at: [-12, 8, 45], by: 'dasos-kai-nero' },
  { at: [-12, 9, 20], by: 'zelena-sava' },
  { at: [-10, 7, 25], by: 'nehir-dernegi' },
];

/** Since when what is circulated goes out by mail as well. */
export const MAIL_SINCE: When = [-400, 0, 0];

/** Whose mail address is there no more, and since when. */
export const GONE = { of: 'dasos-kai-nero', at: [-3, 7, 30] } as const satisfies {
  readonly of: ParticipantId;
  readonly at: When;
};

/** When delegates said last that they had read what is new: who represents an organisation some days ago, who assists it a fortnight ago. */
export const READ = { representing: [-4, 20, 0], assisting: [-14, 20, 0] } as const satisfies Record<string, When>;
