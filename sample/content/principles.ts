import type { Clause } from './types.ts';

/** The principles signed at the founding in Niš. */
export const PRINCIPLES = {
  title: 'Principles of the Conference of River Basins',
  clauses: [
    {
      id: 'neighbours',
      kind: 'preambular',
      words:
        '*Knowing* that a river does not end where a map does, and that whoever lives beside it has a neighbour upstream and a neighbour downstream,',
    },
    {
      id: 'forests',
      kind: 'preambular',
      words:
        '*Knowing* too that forests hold back the water that rivers carry on, and that neither can be looked after without the other,',
    },
    {
      id: 'equals',
      kind: 'preambular',
      words:
        '*Wishing* to meet as equals, to learn from one another, and to act together where acting alone is too little,',
    },
    {
      id: 'founding',
      kind: 'preambular',
      words: 'the organisations whose names stand below found the Conference of River Basins on these principles.',
    },
    { id: 'hold', kind: 'heading', words: 'What we hold' },
    {
      id: 'drink',
      kind: 'operative',
      words: 'Water is there first for those who drink it, people and all that lives. Every other use comes after.',
    },
    {
      id: 'one-river',
      kind: 'operative',
      words:
        'A river is one from its springs to its mouth, with its banks, its floods, its groundwater and the forests above it. What is done to one part is done to the whole.',
    },
    {
      id: 'free',
      kind: 'operative',
      words:
        'A river that still runs free is worth more than what could be taken from it. Where a river has been harmed, we work to let it recover.',
    },
    {
      id: 'say',
      kind: 'operative',
      words:
        'Those who live beside a river, fish in it, water their fields from it or walk along it have a say in what becomes of it: before it is decided, and not afterwards.',
    },
    {
      id: 'truth',
      kind: 'operative',
      words:
        'We say what we have measured, how we measured it and how sure we are. Where we do not know, we say that too.',
    },
    { id: 'together', kind: 'heading', words: 'How we deal with one another' },
    {
      id: 'one-voice',
      kind: 'operative',
      words:
        'Every participant has one voice. Size, age, money and country add nothing to it and take nothing from it.',
    },
    {
      id: 'own-master',
      kind: 'operative',
      words:
        'Every participant stays its own master. The conference does not meddle in what it does at home, nor in how participants deal with each other or with anyone else.',
    },
    {
      id: 'unity',
      kind: 'operative',
      words:
        'We look first for what all of us can agree on, and build on that. Where we differ, we listen until each can put the other’s view in words that the other would accept; then we look for a wording.',
    },
    {
      id: 'dissent',
      kind: 'operative',
      words:
        'Whoever sees a matter differently may say so in writing, and everyone is told. No name stands under a text that its owner has not signed.',
    },
    {
      id: 'help',
      kind: 'operative',
      words:
        'When a flood, a drought or a fire comes to one of us, the others ask what is needed and do what they can.',
    },
    {
      id: 'means',
      kind: 'operative',
      words:
        'Each gives what it can afford, and it alone judges what that is. We take no money that comes with an opinion.',
    },
    { id: 'part', kind: 'heading', words: 'Who takes part' },
    {
      id: 'who',
      kind: 'operative',
      words:
        'Organisations of south-eastern Europe that work for rivers, lakes, springs or forests may take part, whatever their size, once they have accepted these principles and the rules that go with them.',
    },
    {
      id: 'sides',
      kind: 'operative',
      words:
        'We take no side in elections, nor in disputes between states. Many rivers have several names; in our texts each of us may use its own.',
    },
    {
      id: 'leave',
      kind: 'operative',
      words:
        'A participant may leave at any time and owes no reason. What it signed stays on the record as signed then.',
    },
  ],
} as const satisfies { readonly title: string; readonly clauses: readonly Clause[] };
