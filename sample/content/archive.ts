/** What the conference has kept of the time before its record: three resolutions of its predecessor and two of its meetings, and a group that took part then. */
export interface Archived {
  readonly what: {
    readonly kind: 'decision' | 'meeting' | 'participant';
    readonly reference: string;
    readonly title: string;
    readonly on: string;
    readonly until: string | null;
    readonly place: string | null;
    readonly language: string | null;
    readonly names: readonly { readonly name: string; readonly country: string | null }[];
    readonly source: string;
  };
  /** Its paragraphs. `null`: the paper is lost, or there never were any. */
  readonly words: readonly string[] | null;
}

const FOUR = [
  { name: 'Anglers of the Južna Morava', country: 'Serbia' },
  { name: 'Group for the Vlasina', country: 'Serbia' },
  { name: 'Friends of the Nestos', country: 'Greece' },
  { name: 'Struma Watch', country: 'Bulgaria' },
] as const;

const BINDER = 'The binder “River meetings 2019–2023”, kept by Morava Circle in Niš; typed from the signed paper.';

export const ARCHIVE = [
  {
    what: {
      kind: 'meeting',
      reference: 'RM/2019',
      title: 'First river meeting',
      on: '2019-09-14',
      until: '2019-09-15',
      place: 'Vlasina Lake',
      language: 'en',
      names: FOUR,
      source: BINDER,
    },
    words: [
      'Four groups from three countries met at the lake for two days. They walked the feeder canals on the first day and talked on the second.',
      'They agreed to meet every second year, each time on another river.',
    ],
  },
  {
    what: {
      kind: 'decision',
      reference: 'RM/2019/1',
      title: 'On water that is led out of its valley',
      on: '2019-09-15',
      until: null,
      place: 'Vlasina Lake',
      language: 'en',
      names: FOUR,
      source: BINDER,
    },
    words: [
      '*Having walked* the canals that lead the streams out of their valley,',
      '*Knowing* that whoever lives below is seldom asked,',
      '1. No stream is led out of its valley without those who live along it.',
      '2. Where that was done, enough water stays in the bed for fish to pass, in August too.',
      '3. Each of us publishes what it measures below such a canal, once a year.',
    ],
  },
  {
    what: {
      kind: 'decision',
      reference: 'RM/2021/1',
      title: 'On gravel',
      on: '2021-10',
      until: null,
      place: 'Xanthi',
      language: 'en',
      names: [...FOUR.slice(0, 3), { name: 'Dojran Shore', country: null }],
      source: 'A printed sheet in the same binder, of which the day is not known; the second page is missing.',
    },
    words: [
      '1. Gravel belongs to the bed from which it comes.',
      '2. We ask those who give permits to count what is taken, and to publish it.',
      '3. We ask the towns that buy gravel where it is from before they buy it.',
    ],
  },
  {
    what: {
      kind: 'meeting',
      reference: 'RM/2023',
      title: 'Third river meeting',
      on: '2023-05-20',
      until: null,
      place: 'Blagoevgrad',
      language: 'en',
      names: [...FOUR, { name: 'Dojran Shore', country: null }],
      source: BINDER,
    },
    words: null,
  },
  {
    what: {
      kind: 'decision',
      reference: 'RM/2023/1',
      title: 'To found a conference of equals',
      on: '2023-05-20',
      until: null,
      place: 'Blagoevgrad',
      language: 'en',
      names: FOUR,
      source: BINDER,
    },
    words: [
      '*Tired* of resolutions that nobody can find again,',
      '1. A conference is to be founded in which every organisation has one voice, whatever its size.',
      '2. What it decides is to be signed, published and kept where everybody can check it.',
      '3. This paper and those before it go into its archive.',
    ],
  },
  {
    what: {
      kind: 'participant',
      reference: 'RM/groups/4',
      title: 'Struma Watch',
      on: '2019-09',
      until: '2024',
      place: 'Bulgaria',
      language: null,
      names: [],
      source: 'The address list of 2023, in the same binder. The group gave up its work in 2024.',
    },
    words: null,
  },
] as const satisfies readonly Archived[];
