import type { Amendment, Clause, Revision } from './types.ts';

/** “Forests that hold the water”, as first tabled. */
export const FORESTS_DRAFT = [
  {
    id: 'one-river',
    kind: 'preambular',
    words: '*Recalling* the principle that a river is one from its springs to its mouth, with the forests above it,',
  },
  {
    id: 'trees',
    kind: 'preambular',
    words:
      '*Recognising* that trees on a bank hold the soil, shade the water, catch what is washed down from the fields, and slow a flood on its way to the next town,',
  },
  {
    id: 'springs',
    kind: 'preambular',
    words:
      '*Having heard* from several participants of springs that grew weak, or failed, below slopes that had been cut bare,',
  },
  {
    id: 'few',
    kind: 'preambular',
    words:
      '*Aware* that alder, willow, poplar and oak by the water have become few in many of our valleys, and that what is left often stands in strips no wider than a road,',
  },
  {
    id: 'people',
    kind: 'preambular',
    words:
      '*Mindful* that people live from these woods, that they cut willow in them, graze animals and keep bees under them, and that many did so long before there were forest plans,',
  },
  {
    id: 'laws',
    kind: 'preambular',
    words:
      '*Noting* that the laws on felling near water differ from country to country, and that one river passes through several of them,',
  },
  {
    id: 'seen',
    kind: 'preambular',
    words: '*Convinced* that a wood which many people know is better kept than one which is known to a few,',
  },
  {
    id: 'part',
    kind: 'operative',
    words:
      '*Declares* that a forest beside the water, whether on a bank, on an island or in a floodplain, is part of the river and is to be looked after as such;',
  },
  {
    id: 'map',
    kind: 'operative',
    words:
      '*Asks* each participant to find out, for the rivers it knows, where such forests still stand, and to enter them in a common map that:',
  },
  {
    id: 'map-shows',
    kind: 'point',
    level: 1,
    words: 'shows for each stretch what grows there, how wide it is, and when somebody last walked it;',
  },
  {
    id: 'map-open',
    kind: 'point',
    level: 1,
    words: 'can be read by anyone;',
  },
  {
    id: 'map-quiet',
    kind: 'point',
    level: 1,
    words: 'keeps to itself the places that would be harmed by being known;',
  },
  {
    id: 'strip',
    kind: 'operative',
    words: '*Calls for* an end to clear-felling within fifty metres of any river, lake or stream;',
  },
  { id: 'taking-out', kind: 'operative', words: '*Asks* that, where timber is taken out near the water:' },
  {
    id: 'bed',
    kind: 'point',
    level: 1,
    words: 'it is drawn out by animals, by cable or by light machines, and never along the bed of a stream;',
  },
  {
    id: 'crossing',
    kind: 'point',
    level: 1,
    words: 'no track crosses a stream without a bridge, if only one of logs;',
  },
  {
    id: 'branches',
    kind: 'point',
    level: 1,
    words: 'no branches are left where the next high water would carry them against a bridge;',
  },
  {
    id: 'fallen',
    kind: 'operative',
    words:
      '*Recommends* that fallen and hollow trees be left in and beside the water wherever they endanger no bridge, house or path, since much of what lives in a stream lives in them;',
  },
  {
    id: 'planting',
    kind: 'operative',
    words: '*Urges* that, where a bank is planted again:',
  },
  {
    id: 'seed',
    kind: 'point',
    level: 1,
    words: 'trees of that valley are used, grown from seed gathered there;',
  },
  {
    id: 'asked',
    kind: 'point',
    level: 1,
    words: 'those who own or use the land are asked first and helped afterwards;',
  },
  {
    id: 'return',
    kind: 'point',
    level: 1,
    words: 'the young trees are looked after until they can stand on their own;',
  },
  {
    id: 'money',
    kind: 'operative',
    words:
      '*Calls upon* those who give public money for timber, for biomass or for flood defence to give none for work that leaves a bank bare, and to say openly what they have paid for;',
  },
  {
    id: 'walk',
    kind: 'operative',
    words:
      '*Encourages* the foresters, water engineers and farmers of a valley to walk it together once a year, from top to bottom, and to write down what they all saw;',
  },
  {
    id: 'schools',
    kind: 'operative',
    words:
      '*Invites* the schools of each valley to adopt a stretch of bank, to draw it once a year from the same spot, and to send the drawings to the map;',
  },
  {
    id: 'report',
    kind: 'operative',
    words:
      '*Requests* the coordinating group to gather what the participants report, to send it to all of them before the next assembly, and to say plainly where nothing has been reported;',
  },
  {
    id: 'again',
    kind: 'operative',
    words: '*Decides* to take up this matter again in two years, with the map on the table.',
  },
] as const satisfies readonly Clause[];

export const FORESTS_AMENDMENTS = [
  {
    by: 'lumi-i-lire',
    version: 0,
    change: {
      kind: 'replace',
      clause: 'strip',
      words: '*Calls for* an end to clear-felling on all land that a river floods, as far as the flood reaches;',
    },
    reason:
      'In a gorge fifty metres is halfway up the cliff; on the plain of the Vjosa it is a fraction of what the river uses. The river itself says how wide it is.',
  },
  {
    by: 'pro-delta',
    version: 0,
    change: {
      kind: 'add',
      after: 'strip',
      clause: {
        id: 'custom',
        kind: 'operative',
        words:
          '*Holds* that the preceding clause does not touch the cutting of willow, reed and firewood by the people of a place, in the customary way and season;',
      },
    },
    reason:
      'In the Delta everything lies within fifty metres of water. Without this clause we would be asking our own villages to stop heating.',
  },
  {
    by: 'diktyo-potamon',
    version: 0,
    change: {
      kind: 'replace',
      clause: 'map-open',
      words: 'can be read by anyone, and corrected by those who live nearby;',
    },
    reason: 'Those who live there are the first to see that a map has grown old.',
  },
  {
    by: 'zelena-sava',
    version: 0,
    change: {
      kind: 'replace',
      clause: 'return',
      words:
        'the young trees are looked after for at least five years, since a planting to which nobody returns is a photograph and not a forest;',
    },
    reason:
      'We planted two thousand oaks in one cheerful weekend and came back three years later to count what was left. It did not take long.',
  },
] as const satisfies readonly Amendment[];

export const FORESTS_REVISIONS = [
  {
    tookIn: [2, 3],
    edits: [
      {
        kind: 'replace',
        clause: 'strip',
        words:
          '*Calls for* an end to clear-felling within thirty metres of any river or lake and, where the river floods wider than that, on all the land that it floods in an ordinary year;',
      },
      {
        kind: 'add',
        after: 'strip',
        clause: {
          id: 'custom',
          kind: 'operative',
          words:
            '*Holds* that the preceding clause does not touch the cutting of willow, reed and firewood by a household for its own use, by hand and in the customary season;',
        },
      },
    ],
    note: 'The amendments of Δίκτυο Ποταμών and Udruga Zelena Sava are taken in. The clause on felling has the wording found in Niš, which joins ours to that of Lumi i Lirë. Pro Delta’s addition is taken up more narrowly than it was proposed; we know that this does not satisfy Pro Delta, and remain ready to meet.',
  },
] as const satisfies readonly Revision[];
