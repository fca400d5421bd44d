import type { Clause } from './types.ts';

/** “Drinking water is held in common”, as first tabled. */
export const WATER_DRAFT = [
  {
    id: 'first',
    kind: 'preambular',
    words: '*Recalling* the principle that water is there first for those who drink it, people and all that lives,',
  },
  {
    id: 'right',
    kind: 'preambular',
    words:
      '*Recalling also* that the General Assembly of the United Nations has recognised the right to safe and clean drinking water and sanitation as a human right,',
  },
  {
    id: 'source',
    kind: 'preambular',
    words:
      '*Knowing* that much of the water drunk in our valleys comes from springs, from wells and from the gravel beside rivers, and that what is spilt or dug up far above may come out of a tap far below,',
  },
  {
    id: 'lorry',
    kind: 'preambular',
    words:
      '*Having seen* villages supplied by lorry in a dry summer, while water not far away was bottled, sprayed on roads or lost from broken pipes,',
  },
  {
    id: 'work',
    kind: 'preambular',
    words:
      '*Aware* that pipes, pumps and treatment cost money, and that the people who keep them going, often at night, are seldom thanked,',
  },
  {
    id: 'ways',
    kind: 'preambular',
    words:
      '*Respecting* that supply is organised in each place in its own way, by municipalities, by companies or by the villagers themselves, and asking the same of every way,',
  },
  {
    id: 'common',
    kind: 'operative',
    words:
      '*Declares* that water for drinking is held in common: many hands may look after it, clean it and bring it to the house, but it belongs to none of them;',
  },
  {
    id: 'owed',
    kind: 'operative',
    words: '*Holds* that whoever supplies drinking water owes to those who drink it:',
  },
  {
    id: 'safe',
    kind: 'point',
    level: 1,
    words: 'water that is safe, and tested often, with results that a lay person can read;',
  },
  {
    id: 'price',
    kind: 'point',
    level: 1,
    words: 'a price that covers the work and leaves no household without water;',
  },
  {
    id: 'warning',
    kind: 'point',
    level: 1,
    words: 'word in good time before the water is turned off, and never a home cut off for want of money alone;',
  },
  {
    id: 'answer',
    kind: 'point',
    level: 1,
    words: 'an answer, given by a person, to anyone who asks;',
  },
  {
    id: 'zone',
    kind: 'operative',
    words:
      '*Asks* that every spring and well from which people drink be given a zone of protection, in which nothing is spread, stored or dug that could reach the water;',
  },
  {
    id: 'order',
    kind: 'operative',
    words:
      '*Calls for* drinking to come before every other use when there is not enough for all, and for each municipality to write down in a wet year in which order the other uses would be cut back in a dry one;',
  },
  {
    id: 'leaks',
    kind: 'operative',
    words:
      '*Calls upon* suppliers to look for leaks and mend them before they look for new sources, and to publish each year how much is lost on the way;',
  },
  {
    id: 'returned',
    kind: 'operative',
    words:
      '*Reminds* all who use water for fields, for industry or for power that what they give back joins what others drink, and asks them to publish how much they take, how much they return, and in what condition;',
  },
  {
    id: 'fountain',
    kind: 'operative',
    words:
      '*Recommends* that every town and village keep at least one fountain running that is free to all, and have its water tested as often as that of the tap;',
  },
  {
    id: 'bottling',
    kind: 'operative',
    words: '*Urges* those who permit the bottling of spring water:',
  },
  {
    id: 'ask-first',
    kind: 'point',
    level: 1,
    words: 'to ask first those who drink from the same water, and to publish what they answered;',
  },
  {
    id: 'dry-year',
    kind: 'point',
    level: 1,
    words:
      'to permit no more than the spring gives in its driest year, less what the people, the animals and the stream below it need;',
  },
  {
    id: 'end',
    kind: 'point',
    level: 1,
    words: 'to suspend the permit when the spring gives less than that;',
  },
  {
    id: 'test',
    kind: 'operative',
    words:
      '*Encourages* each participant to test at least one public spring a year, together with the people who drink from it and by one simple method, and to publish the results side by side;',
  },
  {
    id: 'guide',
    kind: 'operative',
    words:
      '*Requests* the coordinating group to prepare a guide to that method before the next assembly, short enough to be read at the spring;',
  },
  {
    id: 'stand-by',
    kind: 'operative',
    words:
      '*Resolves* to help, with people and instruments, any participant whose town or village has lost its safe water through a flood, a drought, a fire or an accident;',
  },
  {
    id: 'tell-us',
    kind: 'operative',
    words:
      '*Invites* municipalities, waterworks and all who work in them to tell the conference where this resolution asks too much of them, and where too little.',
  },
] as const satisfies readonly Clause[];
