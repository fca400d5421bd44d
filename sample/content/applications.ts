import type { OrganisationId } from './types.ts';

/** The letters with which organisations asked to take part, in paragraphs. The last one's period is still running. */
export const APPLICATIONS = [
  {
    by: 'dasos-kai-nero',
    letter: [
      'Dear friends, Δίκτυο Ποταμών told us of your founding and lent us your principles. We read them aloud at our meeting, and nobody wanted to change a word.',
      'We are foresters and villagers of the Pindus. Several rivers that end in the plains begin with us, under beech and fir, and we think that whoever keeps the wood keeps the river. We ask to take part.',
    ],
  },
  {
    by: 'codrul-batran',
    letter: [
      'Dear friends, we ask to take part in your conference. We are people of the forest, and it may seem that you are people of the water; but your second sentence speaks of both, and so we felt addressed.',
      'What we can bring are good maps, bad weather clothing, and the habit of counting trees before we speak about them.',
    ],
  },
  {
    by: 'balkanska-suma',
    letter: [
      'Dear friends, we ask to take part in your conference.',
      'We are forest owners, rangers and beekeepers. What brought us together was a dry year in which several of our springs stopped, some of them below slopes that had been cut bare. Since then we have walked to every spring we know of twice a year and written down what we found. Some are higher up than our beekeepers care to go.',
      'Your resolution on the forests that hold the water says much of what we had been trying to put into words. We would like to add our valleys to the map. We can bring seedlings from our nursery, people who know the ground, and a notebook full of springs. We cannot bring much money.',
      'We have read the principles and the rules and accept them. If anyone has a question, or a doubt, please write to us, or come and see us.',
    ],
  },
] as const satisfies readonly { readonly by: OrganisationId; readonly letter: readonly string[] }[];
