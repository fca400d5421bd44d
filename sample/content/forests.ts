import { FORESTS_CONSULTATIONS, FORESTS_DECISION, FORESTS_POSITIONS } from './forests-debate.ts';
import { FORESTS_AMENDMENTS, FORESTS_DRAFT, FORESTS_REVISIONS } from './forests-draft.ts';
import type { SampleText } from './types.ts';

/** The resolution adopted by broad consensus: nine sign, four of them not simply; one does not, and says why. */
export const FORESTS = {
  key: 'forests',
  title: 'Forests that hold the water',
  proposer: 'codrul-batran',
  coSponsors: ['moravski-krug'],
  draft: FORESTS_DRAFT,
  amendments: FORESTS_AMENDMENTS,
  revisions: FORESTS_REVISIONS,
  positions: FORESTS_POSITIONS,
  consultations: FORESTS_CONSULTATIONS,
  decision: FORESTS_DECISION,
  signatures: [
    { by: 'codrul-batran', scope: { kind: 'whole' } },
    { by: 'moravski-krug', scope: { kind: 'whole' } },
    { by: 'zelena-sava', scope: { kind: 'whole' } },
    { by: 'lumi-i-lire', scope: { kind: 'whole' } },
    { by: 'diktyo-potamon', scope: { kind: 'whole' } },
    {
      by: 'dasos-kai-nero',
      scope: { kind: 'whole' },
      reservations: [
        {
          clause: 'strip',
          words:
            'For us this clause does not apply to firebreaks which the fire service has asked for, nor to clearing after a fire where burnt trees would fall into the water.',
        },
      ],
    },
    { by: 'reka-vardar', scope: { kind: 'all-but', clauses: ['money'] } },
    { by: 'nehir-dernegi', scope: { kind: 'all-but', clauses: ['strip', 'custom'] } },
    { by: 'rijeke-bosne', scope: { kind: 'whole' }, adReferendum: true },
  ],
  observations: [
    {
      by: 'pro-delta',
      kind: 'disagreement',
      version: 1,
      clauses: ['strip', 'custom'],
      lang: 'en',
      words:
        'We have not signed. In the Delta the land is made of banks: there is hardly a place from which one could not throw a stone into the water. A rule that counts metres from it therefore covers everything we have. The exception for households is well meant, but reed has always been cut in common here, and part of it sold. Where the cutting stopped, the channels silted up and the birds left with the fishers. We ask that the matter be taken up again together with those who cut. With the rest of the resolution we have no quarrel, and we shall enter our willow woods in the map.',
      public: true,
    },
    {
      by: 'diktyo-potamon',
      kind: 'view',
      version: 1,
      clauses: ['map'],
      lang: 'el',
      words:
        'Υπογράφουμε ολόκληρο το ψήφισμα. Για τον κοινό χάρτη έχουμε και μια δική μας άποψη: ένας χάρτης που δείχνει μόνο τα δάση που στέκουν ακόμη λέει τη μισή αλήθεια. Εμείς θα σημειώνουμε και τις όχθες όπου οι παλαιότεροι θυμούνται δάσος, μαζί με όσα θυμούνται ότι φύτρωναν εκεί. Έτσι θα φαίνεται και πού αξίζει να ξαναφυτέψουμε. Δεν ζητάμε από κανέναν να κάνει το ίδιο.',
      english:
        'We sign the whole resolution. On the common map we also have a view of our own: a map that shows only the forests still standing tells half the truth. We shall mark, too, the banks where older people remember a forest, with what they remember growing there. It will then also show where it is worth planting again. We ask nobody to do the same.',
      public: true,
    },
  ],
} as const satisfies SampleText;
