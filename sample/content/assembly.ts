import type { When } from './story.ts';
import type { Clause, ParticipantId } from './types.ts';

/** The assembly behind, with the text that it took in principle and the group that it elected; the one ahead; and what the group asks for. */

/** Tabled so that the assembly has it before it; nobody but all has it since. */
export const FISH = {
  by: 'pro-delta',
  at: [-52, 9, 30],
  title: 'On opening the way for the fish',
  clauses: [
    { id: 'way', kind: 'preambular', words: '*Recalling* that a river is a way before it is a border,' },
    {
      id: 'heard',
      kind: 'preambular',
      words:
        '*Having heard* people who fish in the Delta and people who fish on the upper Drina describe the same sturgeon at the two ends of one journey,',
    },
    {
      id: 'list',
      kind: 'operative',
      words:
        '*Decides* to draw up one list of the weirs and sills that fish can no longer pass, with whoever is responsible for each;',
    },
    {
      id: 'first',
      kind: 'operative',
      words:
        '*Asks* each participant to name the two on its rivers that could be opened first, and what that would cost;',
    },
    {
      id: 'owners',
      kind: 'operative',
      words: '*Invites* those who own them to a conversation before anybody writes to an authority;',
    },
    {
      id: 'count',
      kind: 'operative',
      words:
        '*Undertakes* to count fish at the same places every spring, in the same way, and to tell what was seen, also where it was nothing;',
    },
    {
      id: 'again',
      kind: 'operative',
      words: '*Returns* to the list at an assembly every year, until it is empty.',
    },
  ] as const satisfies readonly Clause[],
  /** What was proposed once it belonged to all: one wording that lies open to objection. */
  amendment: {
    by: 'nehir-dernegi',
    at: [-8, 17, 20],
    clause: 'first',
    words:
      '*Asks* each participant to name the three on its rivers that could be opened first, what that would cost, and who would have to be asked;',
    reason: 'Two are named quickly. At the third one begins to think; and asking whom to ask is half of the work.',
    accepted: ['diktyo-potamon', 'lumi-i-lire'],
  },
} as const;

interface Called {
  readonly by: ParticipantId;
  readonly second: ParticipantId | null;
  readonly at: When;
  readonly starts: When;
  readonly ends: When;
  readonly place: string;
  readonly zone: string;
  readonly words: string;
}

export const ASSEMBLY = {
  by: 'rijeke-bosne',
  second: 'zelena-sava',
  at: [-64, 10, 0],
  starts: [-30, 8, 0],
  ends: [-30, 16, 0],
  zone: 'Europe/Sarajevo',
  place: 'Višegrad, the library by the bridge',
  words:
    'Beds are with families in the old town; say how many you are. Whoever comes by train is fetched at Užice. Bring the notebook of your river.',
} as const satisfies Called;

/** As it was proposed, in this order. */
export const ITEMS = [
  { by: 'rijeke-bosne', at: [-60, 12, 0], title: 'A group that prepares our assemblies', words: null, fish: false },
  {
    by: 'pro-delta',
    at: [-50, 9, 15],
    title: 'The way of the fish',
    words: 'We ask that the text be taken in principle, and that three of us finish it before the spring.',
    fish: true,
  },
  { by: 'lumi-i-lire', at: [-46, 20, 5], title: 'Where we meet next', words: null, fish: false },
] as const;

/** What the assembly asks of the group besides, until when. */
export const MANDATE = {
  task: 'Find out with which trains one comes from every participant to Shkodër, and what it costs, so that nobody stays at home for it.',
  until: [34, 21, 59],
} as const satisfies { readonly task: string; readonly until: When };

export const GROUP = {
  members: ['moravski-krug', 'rijeke-bosne', 'lumi-i-lire'],
  substitutes: ['nehir-dernegi', 'codrul-batran'],
} as const;

/** Until when the group completes the text. */
export const COMPLETE_UNTIL = [75, 21, 59] as const satisfies When;

/** Who did not simply agree that the text be taken in principle, and why. */
export const ASIDE = {
  by: 'dasos-kai-nero',
  reason: 'We have springs and no weirs. Those who have them should decide, and we shall not stand in their way.',
} as const;

export const NEXT_PLACE = 'The next assembly meets in Shkodër, by the lake, before the snow melts.';

export const MINUTES: readonly Clause[] = [
  {
    id: 'opening',
    kind: 'paragraph',
    words:
      'All ten participants were in the room. Rijeke Bosne had the chair. The agenda was adopted as it was proposed.',
  },
  {
    id: 'group',
    kind: 'paragraph',
    words:
      'The assembly elected a coordinating group: Moravski krug, Rijeke Bosne and Lumi i Lirë; Nehir Derneği and Codrul Bătrân step in for them, in this order. It asked the group to find out with which trains everyone comes to the next assembly.',
  },
  {
    id: 'fish',
    kind: 'paragraph',
    words:
      'The text on opening the way for the fish was taken in principle. It belongs to all from now on; the group completes it, and adopts it at its second meeting at the latest. Δάσος και Νερό stood aside.',
  },
  { id: 'next', kind: 'paragraph', words: 'The next assembly meets in Shkodër.' },
  {
    id: 'books',
    kind: 'paragraph',
    words: 'Pro Delta keeps the books for a year. It brings the notebook into them, so that everyone can read it.',
  },
];

export const MINUTES_BY = { by: 'rijeke-bosne', at: [-27, 19, 0] } as const satisfies {
  readonly by: ParticipantId;
  readonly at: When;
};

export const NEXT_ASSEMBLY = {
  by: 'lumi-i-lire',
  second: null,
  at: [-5, 9, 40],
  starts: [36, 9, 0],
  ends: [37, 14, 0],
  zone: 'Europe/Tirane',
  place: 'Shkodër, the school by the lake',
  words: 'Two days, with a morning on the water in between. We shall be in a classroom: the chairs are small.',
} as const satisfies Called;

export const NEXT_ITEMS = [
  {
    by: 'codrul-batran',
    at: [-4, 16, 30],
    title: 'Seed from one forest for the slopes of another',
    words: 'Who needs how much, from which height, and who drives. We bring a map.',
  },
  { by: 'rijeke-bosne', at: [-3, 9, 5], title: 'What we call a tributary', words: null },
] as const;

/** Who has said already that it comes to the assembly ahead. */
export const NEXT_REPLIES = [
  { by: 'moravski-krug', at: [-4, 11, 30] },
  { by: 'rijeke-bosne', at: [-3, 9, 10] },
  { by: 'nehir-dernegi', at: [-1, 7, 45] },
] as const;

export const HELP = {
  by: 'moravski-krug',
  at: [-4, 11, 15],
  until: [34, 21, 59],
  words:
    'We look for two people who take notes in Shkodër, one of them at home in Albanian. Nobody needs experience; the notes of the last assembly were written by somebody who had come for the fishing.',
  offer: {
    by: 'nehir-dernegi',
    at: [-1, 7, 40],
    words: 'Two of us come anyway, and one of them writes as fast as people talk. She has no Albanian yet.',
  },
} as const;
