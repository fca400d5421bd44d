import { TRIBUTARIES_CONSULTATIONS, TRIBUTARIES_POSITIONS, TRIBUTARIES_THREADS } from './tributaries-debate.ts';
import type { SampleText } from './types.ts';

/**
 * The text in the middle of its consultation. All ten could sign seven of its nine clauses; `remove` and `support` are
 * the two friction points.
 */
export const TRIBUTARIES = {
  key: 'tributaries',
  title: 'On keeping the last free-flowing tributaries free',
  proposer: 'zelena-sava',
  coSponsors: ['lumi-i-lire'],
  draft: [
    {
      id: 'worth',
      kind: 'preambular',
      words:
        '*Recalling* the principle that a river which still runs free is worth more than what could be taken from it,',
    },
    {
      id: 'small',
      kind: 'preambular',
      words:
        '*Observing* that many of our great rivers have been dammed or straightened, and that what still runs as it always ran is mostly their tributaries: short, cold, often without a name on the map, and for many fish of the great rivers the place to which they go to spawn,',
    },
    {
      id: 'plans',
      kind: 'preambular',
      words:
        '*Aware* that there are plans to dam or divert a good number of them, each plan weighed by itself, and few weighed together with what stands above and below,',
    },
    {
      id: 'keep',
      kind: 'operative',
      words:
        '*Agrees* that a tributary which has no barrier today should be kept without one, from its springs to the place where it joins another river, and that this should stand in the plan of every basin, so that it need not be defended anew against each proposal;',
    },
    {
      id: 'remove',
      kind: 'operative',
      words:
        '*Calls upon* those who are responsible for barriers that no longer serve any use to take them out within five years, beginning with those that open the longest stretch, and to publish the list of them beforehand;',
    },
    {
      id: 'weigh',
      kind: 'operative',
      words:
        '*Asks* that no works on a tributary be permitted by themselves, but only after everything that stands, is permitted or is planned in the same basin has been weighed together, in public, in words that people in the valley can follow, and with measurements from at least one whole year, since a stream seen in April says little about August;',
    },
    {
      id: 'support',
      kind: 'operative',
      words:
        '*Calls for* new hydropower on tributaries to be left out of every scheme of public support, whatever its size, and for the money to be offered instead to the owners of old plants who wish to take less water and let the fish pass;',
    },
    {
      id: 'inventory',
      kind: 'operative',
      words:
        '*Decides* to keep a common inventory of barriers, from the great dam to the forgotten weir, open to everyone, which says of each who is responsible for it, what use it still serves and whether a fish can pass it, and asks each participant to name one person for this work before the next assembly.',
    },
  ],
  amendments: [
    {
      by: 'nehir-dernegi',
      version: 0,
      change: {
        kind: 'add',
        after: 'inventory',
        clause: {
          id: 'stand-by',
          kind: 'operative',
          words:
            '*Undertakes* to stand by the valleys that keep their streams free: with advice and measurements, with people who come when they are asked, and with a common page on which their honey, their cheese and their guest rooms are made known.',
        },
      },
      reason: 'We ask people to do without something. The text should say what they may ask of us.',
    },
    {
      by: 'diktyo-potamon',
      version: 0,
      change: { kind: 'move', clause: 'inventory', after: 'remove' },
      reason: 'Nobody can agree on a list of barriers without an inventory. The two belong side by side.',
    },
    {
      by: 'rijeke-bosne',
      version: 1,
      change: {
        kind: 'replace',
        clause: 'remove',
        words:
          '*Calls upon* those who are responsible for barriers that no longer serve any use to take them out within five years, beginning with those that open the longest stretch, and to agree beforehand with those who live there which ones they are;',
      },
      reason:
        'To publish a list is to tell people. With us, a weir that was on such a list turned out to hold up the bank behind three houses.',
    },
    {
      by: 'reka-vardar',
      version: 2,
      change: {
        kind: 'replace',
        clause: 'remove',
        words:
          '*Calls upon* those who are responsible for barriers that no longer serve any use to take them out within ten years, beginning with those that open the longest stretch, and to agree beforehand with those who live there which ones they are;',
      },
      reason:
        'Our survey of the smaller tributaries will take six more years. We do not want to sign a date when we know already that we shall miss it.',
    },
    {
      by: 'dasos-kai-nero',
      version: 2,
      change: {
        kind: 'replace',
        clause: 'support',
        words:
          '*Calls for* new hydropower on tributaries to be left out of every scheme of public support, save a wheel on an old mill race that serves only the place where it stands, and for the money to be offered instead to the owners of old plants who wish to take less water and let the fish pass;',
      },
      reason:
        'Two of our villages light their square from the mill, and no line reaches them in winter. This is not what the clause is about, so it should not hit them.',
    },
    {
      by: 'nehir-dernegi',
      version: 2,
      change: { kind: 'delete', clause: 'support' },
      reason:
        'What is paid for energy is a debate of its own, and a heated one. The text is stronger where it speaks of rivers.',
    },
  ],
  revisions: [
    {
      tookIn: [0, 1],
      edits: [
        {
          kind: 'replace',
          clause: 'inventory',
          words:
            '*Decides* to keep a common inventory of barriers, from the great dam to the forgotten weir, open to everyone, which says of each who is responsible for it, what use it still serves and whether a fish can pass it, and asks each participant to name one person for this work before the next assembly;',
        },
      ],
      note: 'Nehir Derneği’s new clause and Δίκτυο Ποταμών’s change of order are taken in, with a semicolon for a full stop.',
    },
    {
      tookIn: [2],
      edits: [],
      note: 'Rijeke Bosne’s wording is taken in: the barriers are agreed with those who live there. What is left open is how long it may take, and the clause on public support.',
    },
  ],
  positions: TRIBUTARIES_POSITIONS,
  consultations: TRIBUTARIES_CONSULTATIONS,
  threads: TRIBUTARIES_THREADS,
  decision: null,
  signatures: [],
  observations: [
    {
      by: 'rijeke-bosne',
      kind: 'clarification',
      version: 2,
      clauses: ['keep'],
      lang: 'en',
      words:
        'By “tributary” we understand every stream that carries water of its own accord, down to the brook that dries up in August. Ditches dug to drain a field are not meant. If others read it differently, we would rather hear of it now.',
      public: false,
    },
  ],
} as const satisfies SampleText;
