import type { When } from './story.ts';
import type { Clause, ParticipantId } from './types.ts';

/** The periodical of the conference: one issue that is out, and one that lies open to disagreement. */

interface Told {
  readonly language: 'en' | 'el';
  readonly by: ParticipantId;
  readonly at: When;
  readonly title: string;
  readonly clauses: readonly Clause[];
}

/** The first wording is its author's. */
type Article = readonly [Told, ...Told[]];

const paragraphs = (id: string, ...all: readonly string[]): readonly Clause[] =>
  all.map((words, i) => ({ id: `${id}-${i + 1}`, kind: 'paragraph', words }));

export const PERIODICAL = {
  by: 'zelena-sava',
  at: [-109, 8, 45],
  /** Nobody had disagreed by then, nor with the first issue. */
  days: 14,
  title: 'The Confluence',
  purpose:
    'Twice a year, for people who live beside our rivers and in our woods: what was measured, what was tried and did not work, and what we agreed. In English and Greek, and in other languages when somebody translates. It is free, and may be copied.',
  languages: ['en', 'el'],
  joins: { by: 'dasos-kai-nero', at: [-93, 15, 10] },
} as const satisfies Readonly<Record<string, unknown>> & { readonly by: ParticipantId; readonly at: When };

export const ARTICLES = {
  meadow: [
    {
      language: 'en',
      by: 'pro-delta',
      at: [-88, 10, 20],
      title: 'What the reeds keep',
      clauses: [
        ...paragraphs(
          'reeds',
          'For thirty years the polder behind our village was a field that failed. It was pumped dry in spring and was a lake by May, and whoever had sown it sowed it again. Nine years ago the pump broke and nobody mended it.',
          'The first summer there was mud and a smell. The second there was reed, from bank to bank, and we thought that was the end of it: a field lost, nothing gained. Then the children found the first young carp in the ditch by the school.',
        ),
        { id: 'reeds-measured', kind: 'heading', words: 'What we measured' },
        ...paragraphs(
          'reeds-told',
          'We are not scientists. We have a stick with marks, a notebook, and a bottle that the school sends to a laboratory once a month. In six years the water that leaves the reeds has carried, each summer, less than half of what the water that enters them carries. We say “less than half” because two months are missing: the notebook was wet.',
          'When the river rose in March the polder took in water for four days and gave it back for nineteen. The road stayed open. Nobody had planned that.',
        ),
        { id: 'reeds-cost', kind: 'heading', words: 'What it cost' },
        ...paragraphs(
          'reeds-owed',
          'Eleven families had land there. Two cut reed for roofs now, and one lets people come to look at birds. The others have nothing from it yet, and it is their field that keeps the road dry. Whoever praises such places should say who pays for them. We have not solved this; we write it down so that it is not forgotten.',
        ),
      ],
    },
    {
      language: 'el',
      by: 'diktyo-potamon',
      at: [-74, 18, 5],
      title: 'Τι κρατούν τα καλάμια',
      clauses: [
        ...paragraphs(
          'reeds',
          'Τριάντα χρόνια ο κάμπος πίσω από το χωριό μας ήταν ένα χωράφι που δεν απέδιδε. Την άνοιξη το στέγνωναν με αντλία, τον Μάιο ήταν λίμνη, και όποιος είχε σπείρει ξανάσπερνε. Πριν από εννιά χρόνια χάλασε η αντλία και δεν την έφτιαξε κανείς.',
          'Το πρώτο καλοκαίρι υπήρχε λάσπη και μια μυρωδιά. Το δεύτερο καλάμια, από όχθη σε όχθη, και είπαμε ότι εκεί τελείωσε: ένα χωράφι χαμένο, τίποτα κερδισμένο. Ύστερα τα παιδιά βρήκαν τα πρώτα μικρά γριβάδια στο χαντάκι δίπλα στο σχολείο.',
        ),
        { id: 'reeds-measured', kind: 'heading', words: 'Τι μετρήσαμε' },
        ...paragraphs(
          'reeds-told',
          'Δεν είμαστε επιστήμονες. Έχουμε ένα ραβδί με σημάδια, ένα τετράδιο και ένα μπουκάλι που το σχολείο στέλνει σε εργαστήριο μια φορά τον μήνα. Σε έξι χρόνια το νερό που βγαίνει από τα καλάμια μετέφερε, κάθε καλοκαίρι, λιγότερο από τα μισά απ’ όσα μεταφέρει το νερό που μπαίνει. Λέμε «λιγότερο από τα μισά» γιατί λείπουν δύο μήνες: το τετράδιο είχε βραχεί.',
          'Όταν ανέβηκε το ποτάμι τον Μάρτιο, ο κάμπος έπαιρνε νερό τέσσερις μέρες και το έδινε πίσω δεκαεννιά. Ο δρόμος έμεινε ανοιχτός. Κανείς δεν το είχε σχεδιάσει.',
        ),
        { id: 'reeds-cost', kind: 'heading', words: 'Τι κόστισε' },
        ...paragraphs(
          'reeds-owed',
          'Έντεκα οικογένειες είχαν εκεί γη. Δύο κόβουν τώρα καλάμια για στέγες, και μία δέχεται κόσμο που έρχεται να δει πουλιά. Οι άλλες δεν έχουν ακόμη τίποτα από αυτό, και το δικό τους χωράφι κρατά στεγνό τον δρόμο. Όποιος επαινεί τέτοιους τόπους ας λέει και ποιος τους πληρώνει. Δεν το έχουμε λύσει· το γράφουμε για να μην ξεχαστεί.',
        ),
      ],
    },
  ],
  neighbours: [
    {
      language: 'el',
      by: 'dasos-kai-nero',
      at: [-81, 9, 0],
      title: 'Το δάσος ως γείτονας',
      clauses: paragraphs(
        'wood',
        'Στο χωριό μας δεν λέμε «το δάσος». Λέμε «οι από πάνω», όπως μιλά κανείς για γείτονες. Όταν έκοψαν τους από πάνω στην απέναντι πλαγιά, η πηγή τους στέρεψε τον τρίτο Αύγουστο. Η δική μας τρέχει ακόμη.',
        'Δεν το αποδείξαμε. Μετράμε τέσσερα χρόνια, και τέσσερα χρόνια είναι λίγα. Γι’ αυτό γράφουμε εδώ πώς μετράμε, ώστε να μετρήσουν και άλλοι: έναν κουβά, ένα ρολόι, την ίδια ώρα, την πρώτη Κυριακή του μήνα.',
        'Όποιος θέλει τους αριθμούς μας, ας τους ζητήσει. Όποιος έχει δικούς του, ας τους στείλει, και πιο πολύ αν λένε άλλα από τους δικούς μας.',
      ),
    },
    {
      language: 'en',
      by: 'dasos-kai-nero',
      at: [-80, 11, 35],
      title: 'The forest as a neighbour',
      clauses: paragraphs(
        'wood',
        'In our village we do not say “the forest”. We say “those above”, as one speaks of neighbours. When those above were felled on the slope across from ours, its spring went dry in the third August. Ours still runs.',
        'We have proved nothing. We have measured for four years, and four years are few. That is why we write down here how we measure, so that others may: a bucket, a watch, the same hour, the first Sunday of the month.',
        'Whoever wants our figures may ask for them. Whoever has their own may send them, and all the more where they say otherwise than ours.',
      ),
    },
  ],
  night: [
    {
      language: 'en',
      by: 'lumi-i-lire',
      at: [-33, 19, 50],
      title: 'Counting fish in the dark',
      clauses: paragraphs(
        'night',
        'In October we stood at the sill below the old mill for five nights, two of us at a time, with a lamp that shows red. Fish do not mind red. Between nine and midnight we counted those that tried to come up, and those that did.',
        'A hundred and twelve tried. Seven did, all of them on the second night, when the water stood a hand higher after rain. The sill is forty centimetres high. It was built for a mill that has not turned since our grandparents were young.',
        'We have asked the family that owns it. They had not known that anything wanted to pass. They are thinking about it, and have lent us a better lamp.',
      ),
    },
  ],
} as const satisfies Readonly<Record<string, Article>>;

type Name = keyof typeof ARTICLES;

type Item =
  | { readonly kind: 'article'; readonly name: Name }
  | { readonly kind: 'text'; readonly text: 'forests' | 'drinking-water' }
  | { readonly kind: 'statement' };

interface Issue {
  readonly by: ParticipantId;
  readonly at: When;
  readonly title: string;
  readonly items: readonly Item[];
}

export const ISSUES: readonly Issue[] = [
  {
    by: 'dasos-kai-nero',
    at: [-70, 16, 30],
    title: 'What holds the water',
    items: [
      { kind: 'article', name: 'meadow' },
      { kind: 'article', name: 'neighbours' },
      { kind: 'text', text: 'forests' },
    ],
  },
  {
    by: 'zelena-sava',
    at: [-3, 14, 15],
    title: 'After the flood',
    items: [{ kind: 'statement' }, { kind: 'article', name: 'night' }, { kind: 'text', text: 'drinking-water' }],
  },
];

/** What was wrong in the first one. */
export const ERRATUM = {
  by: 'pro-delta',
  at: [-44, 8, 20],
  item: 1,
  words:
    'The polder gave its water back for seventeen days, not nineteen. We had counted the two days before it began to fall.',
} as const satisfies { readonly by: ParticipantId; readonly at: When; readonly item: number; readonly words: string };
