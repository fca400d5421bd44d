import type { When } from './story.ts';
import type { ParticipantId } from './types.ts';

/** A year of reports: what participants make known of the rivers and forests where they are, in their languages or in one that others read. */

export interface SampleReport {
  readonly at: When;
  readonly by: ParticipantId;
  readonly title: string;
  /** The country that it tells of. */
  readonly country: string;
  /** From which day to which, counted back from today. */
  readonly days: readonly [from: number, to: number] | null;
  readonly occasion: string | null;
  readonly language: string;
  readonly words: readonly string[];
  readonly public: boolean;
  /** As its author told it anew. */
  readonly corrected?: { readonly at: When; readonly words: readonly string[] };
  readonly renderings?: readonly {
    readonly at: When;
    readonly by: ParticipantId;
    readonly language: string;
    readonly title: string;
    readonly words: readonly string[];
  }[];
  readonly comments?: readonly {
    readonly at: When;
    readonly by: ParticipantId;
    readonly words: string;
  }[];
}

export const REPORTS: readonly SampleReport[] = [
  {
    at: [-322, 9, 10],
    by: 'reka-vardar',
    title: 'The wells of Tikveš in their third dry spring',
    country: 'MK',
    days: [-360, -324],
    occasion: null,
    language: 'en',
    words: [
      'Of the forty-one wells that our pupils look into every week, nineteen have no water above the pump. In the villages on the left bank people fetch it from the school.',
      'Nobody has gone thirsty. The vines have, and the old people remember one such spring, not three of them. We publish the figures every Monday.',
    ],
    public: true,
    comments: [
      {
        at: [-321, 16, 40],
        by: 'dasos-kai-nero',
        words: 'Ours run, as the wood above them stands. We can lend you the pump that we keep for fires until June.',
      },
      { at: [-320, 8, 15], by: 'reka-vardar', words: 'We come and fetch it on Friday. Thank you, @dasos-kai-nero.' },
    ],
  },
  {
    at: [-268, 18, 30],
    by: 'dasos-kai-nero',
    title: 'Μια χρονιά μετά τη φωτιά στο δάσος της Βάλια Κάλντα',
    country: 'GR',
    days: [-300, -269],
    occasion: null,
    language: 'el',
    words: [
      'Από τα δεκατέσσερα χιλιάδες δέντρα που φυτέψαμε με τα χωριά, ζουν τα έντεκα. Οι πηγές κάτω από το καμένο άνοιξαν ξανά όλες εκτός από μία.',
      'Το μονοπάτι προς την κάτω πηγή το καθαρίσαμε. Όποιος έρθει, ας φέρει νερό: εκεί ακόμη δεν τρέχει.',
    ],
    public: true,
    renderings: [
      {
        at: [-266, 10, 0],
        by: 'dasos-kai-nero',
        language: 'en',
        title: 'A year after the fire in the wood of Valia Kalda',
        words: [
          'Of the fourteen thousand trees that we planted with the villages, eleven thousand live. All the springs below the burnt wood have opened again but one.',
          'We have cleared the path to the lower spring. Whoever comes should bring water: there it does not run yet.',
        ],
      },
    ],
  },
  {
    at: [-204, 12, 0],
    by: 'pro-delta',
    title: 'Ghiața pe brațul Sulina',
    country: 'RO',
    days: [-212, -205],
    occasion: 'Winter on the Sulina arm',
    language: 'ro',
    words: [
      'Opt zile nicio barcă nu a ajuns la noi. Trei sate au primit pâine de la elicopter, iar școala din Crișan a rămas închisă.',
      'De ieri brațul este liber. Am numărat: nu lipsește nimeni.',
    ],
    public: true,
    renderings: [
      {
        at: [-203, 9, 20],
        by: 'codrul-batran',
        language: 'en',
        title: 'Ice on the Sulina arm',
        words: [
          'For eight days no boat has come to us. Three villages had bread from a helicopter, and the school of Crișan stayed shut.',
          'Since yesterday the arm is open. We have counted: nobody is missing.',
        ],
      },
    ],
  },
  {
    at: [-131, 8, 45],
    by: 'nehir-dernegi',
    title: 'The telephone chain on the Meriç, tried in earnest',
    country: 'TR',
    days: [-133, -132],
    occasion: 'High water on the Meriç',
    language: 'en',
    words: [
      'The gauge at the bridge rose by two metres between midnight and four. The chain reached all twenty-three villages in thirty-one minutes; in two of them nobody answered, and a neighbour drove there.',
      'No house stood in water. Next time we begin with the two.',
    ],
    public: true,
  },
  {
    at: [-88, 14, 20],
    by: 'lumi-i-lire',
    title: 'Drilling above the Shushica',
    country: 'AL',
    days: [-95, -88],
    occasion: null,
    language: 'en',
    words: [
      'Since last week a drill stands above the Shushica, and those who came with it say that they look for water to lead away. Nobody in the valley was asked.',
      'We keep this among the participants until the village council has met. Whoever has had such guests: what did you ask them first?',
    ],
    public: false,
    comments: [
      {
        at: [-87, 9, 5],
        by: 'rijeke-bosne',
        words:
          'For the permit, and who signed it. We sat down with three such papers on the Una and send you our list.',
      },
    ],
  },
  {
    at: [-43, 7, 50],
    by: 'rijeke-bosne',
    title: 'The flood at the three bridges: the first two days',
    country: 'BA',
    days: [-45, -43],
    occasion: 'The flood at the three bridges',
    language: 'en',
    words: [
      'The river left its bed in three places. Some two hundred houses stand in water, and the school at the second bridge takes in whoever comes.',
      'The dyke is open over forty metres. People fill sacks there day and night; what they lack is light.',
    ],
    public: true,
    corrected: {
      at: [-39, 19, 0],
      words: [
        'The river left its bed in three places. Two hundred and twelve houses stood in water; by now it has gone from all but thirty. The school at the second bridge took in a hundred and forty people.',
        'The dyke was open over forty metres and was closed on the fourth day, by lamps that came from the Sava.',
      ],
    },
    renderings: [
      {
        at: [-38, 11, 30],
        by: 'moravski-krug',
        language: 'sr',
        title: 'Поплава код три моста: прва два дана',
        words: [
          'Река је изашла из корита на три места. Двеста дванаест кућа било је под водом; данас их је под водом још тридесет. Школа код другог моста примила је сто четрдесет људи.',
          'Насип је био отворен на четрдесет метара, а затворен је четвртог дана, уз светиљке које су стигле са Саве.',
        ],
      },
    ],
    comments: [
      { at: [-43, 9, 10], by: 'zelena-sava', words: 'Six lamps and a generator leave Sisak at noon.' },
      { at: [-42, 6, 30], by: 'rijeke-bosne', words: 'They are here, and they burn. Thank you.' },
    ],
  },
  {
    at: [-13, 10, 15],
    by: 'zelena-sava',
    title: 'Acorns of the Spačva: what the oak gave this autumn',
    country: 'HR',
    days: [-40, -14],
    occasion: null,
    language: 'en',
    words: [
      'It was a full year: where we gathered nine sacks last autumn we have filled seventy. Two thirds are sown; the rest lies in sand for whoever replants after fire or flood.',
      'The wet meadow beside the wood was mown for the first time in six years. The storks stayed until it was done.',
    ],
    public: true,
  },
];
