import type { When } from './story.ts';
import type { Clause, OrganisationId, ParticipantId } from './types.ts';

/**
 * The joint statement on an occasion. It speaks for its signatories alone and is never shown as the conference's.
 */
export const FLOOD = {
  title: 'Statement on the flood along the Una and the Sava',
  opener: 'zelena-sava',
  event: { name: 'The flood along the Una and the middle Sava', on: [-49, 0, 0] },
  clauses: [
    { id: 'situation', kind: 'heading', words: 'The situation' },
    {
      id: 'water',
      kind: 'paragraph',
      words:
        'After several days of rain on ground that was already full, the Una and the middle Sava left their beds. Water stood in houses, schools and workshops on both banks; roads were cut and wells spoilt, in some places for more than a week. So far as we know, nobody lost their life. Many lost all that they kept on the ground floor, which for most people is nearly everything.',
    },
    {
      id: 'word',
      kind: 'paragraph',
      words:
        'Some towns were warned two days ahead; others learned of the flood from the water. Where the old meadows and oak woods are still open to the river, they filled as they have always done, and the streets behind them stayed dry.',
    },
    {
      id: 'thanks',
      kind: 'paragraph',
      words:
        'People were brought out by neighbours, by fire brigades, and by boats that came over from the other bank without being asked. We thank everyone who carried, rowed, cooked and shovelled.',
    },
    { id: 'hold', kind: 'heading', words: 'What we hold' },
    {
      id: 'whole',
      kind: 'paragraph',
      words:
        'A flood follows the whole river. So must the warning, the help and the repair, on whichever bank they begin.',
    },
    {
      id: 'room',
      kind: 'paragraph',
      words:
        'Room for the river is among the best defences that a valley has. It is easily built over once a flood has been forgotten, and it is hard to win back.',
    },
    {
      id: 'share',
      kind: 'paragraph',
      words:
        'Those who let the water onto their land so that others stay dry have a claim on those others, and not only on their gratitude.',
    },
  ],
  lead: 'We call upon:',
  calls: [
    'the services that measure the rivers to publish levels and forecasts for the whole basin in one place, at once, and in all its languages;',
    'the towns along both rivers to agree on who rings whom, upstream and downstream, and to try it out once a year;',
    'those who pay for the repair to begin with the households that have no insurance, and to ask them what they need;',
    'those who plan to keep open the meadows and woods that took in the water, and to pay those who work them for the harvest they lost;',
    'our own members and friends to lend pumps, dryers and hands for as long as they are needed, and to test the flooded wells, free of charge, before anyone drinks from them again.',
  ],
  /** Of the one that signed and withdrew. */
  withdrawn: {
    by: 'pro-delta',
    reason:
      'Our members in the delta were flooded a week later, when this statement was already signed. They have asked us to speak of both floods together, in words of our own. We still lend the pumps.',
  },
  /** In the order of signing. */
  signatories: [
    'zelena-sava',
    'rijeke-bosne',
    'moravski-krug',
    'drustvo-ob-savi',
    'nehir-dernegi',
    'tiszai-horgaszok',
    'pro-delta',
    'institut-auenkunde',
  ],
} as const satisfies {
  readonly title: string;
  readonly opener: ParticipantId;
  /** Which day, counted from the day that the sample is played on. */
  readonly event: { readonly name: string; readonly on: When };
  readonly clauses: readonly Clause[];
  readonly lead: string;
  readonly calls: readonly string[];
  readonly withdrawn: { readonly by: OrganisationId; readonly reason: string };
  readonly signatories: readonly OrganisationId[];
};
