import { REGIONAL_RULES } from '../rules.ts';
import { template } from './template.ts';

/** For organisations of one region that meet as equals and decide unanimously wherever they can. */
export const REGIONAL = template({
  id: 'regional',
  title: 'A regional conference of independent organisations',
  summary:
    'For organisations from several countries that meet as equals, however large or small they are. They seek unanimity, may adopt a resolution by broad consensus when every disagreement has been worked on, and sign what they agree with, as a whole or in part. A small group elected by all prepares the work between assemblies.',
  translations: {
    el: {
      title: 'Περιφερειακή διάσκεψη ανεξάρτητων οργανώσεων',
      summary:
        'Για οργανώσεις από διάφορες χώρες που συναντιούνται ως ίσες, όσο μεγάλες ή μικρές κι αν είναι. Επιδιώκουν την ομοφωνία, μπορούν να υιοθετήσουν ένα ψήφισμα με ευρεία συναίνεση αφού συζητηθεί κάθε διαφωνία, και υπογράφουν ό,τι τις βρίσκει σύμφωνες, ολόκληρο ή εν μέρει. Μια μικρή ομάδα εκλεγμένη από όλες προετοιμάζει τις εργασίες ανάμεσα στις συνελεύσεις.',
    },
  },
  clauses: [
    {
      id: 'neighbours',
      kind: 'preambular',
      words: '*Knowing* that what happens in one country of our region is soon felt in the others,',
    },
    {
      id: 'equals',
      kind: 'preambular',
      words:
        '*Wishing* to know of one another at first hand, to meet as equals, and to act together where acting alone is too little,',
    },
    {
      id: 'founding',
      kind: 'preambular',
      words: 'the organisations whose names stand below found this conference on the following principles.',
    },
    { id: 'purpose', kind: 'heading', words: 'What we meet for' },
    {
      id: 'inform',
      kind: 'operative',
      words: 'We keep each other informed, fully and in time, the unwelcome news included.',
    },
    {
      id: 'make-known',
      kind: 'operative',
      words: 'We make known the situation of the people for whom we stand.',
    },
    {
      id: 'stand-by',
      kind: 'operative',
      words: 'We stand by each other in deed: when one of us is in need, the others ask what would help.',
    },
    {
      id: 'coordinate',
      kind: 'operative',
      words: 'We coordinate as closely as a matter calls for, and no more closely than that.',
    },
    { id: 'equality', kind: 'heading', words: 'How we deal with one another' },
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
        'Every participant stays its own master. Who speaks for it, how it makes up its mind and whom else it works with are its own affair.',
    },
    {
      id: 'unity',
      kind: 'operative',
      words:
        'We look first for what all of us can agree on, and build on that. Every disagreement is talked over among equals before anything is decided.',
    },
    {
      id: 'signature',
      kind: 'operative',
      words: 'A decision carries the names of those who have signed it, and speaks for nobody else.',
    },
    {
      id: 'dissent',
      kind: 'operative',
      words: 'Whoever sees a matter differently may say so in writing, and everyone is told.',
    },
    {
      id: 'offices',
      kind: 'operative',
      words:
        'Those whom we elect to prepare our work distribute, remind and record. They decide nothing for the others, and their meetings are open to all of us.',
    },
    {
      id: 'means',
      kind: 'operative',
      words: 'Each gives what it can afford, and it alone judges what that is. We mean to live on these contributions.',
    },
    { id: 'participation', kind: 'heading', words: 'Who takes part' },
    {
      id: 'who',
      kind: 'operative',
      words:
        'An organisation of the region may take part once it has accepted these principles and the rules, and no participant has disagreed. A country may have several.',
    },
    {
      id: 'leave',
      kind: 'operative',
      words:
        'A participant may leave at any time and owes no reason. What it signed stays on the record as signed then.',
    },
  ],
  rules: REGIONAL_RULES,
});
