import type { Messages } from '../../messages.ts';

type Part<K extends keyof Messages['texts']> = Messages['texts'][K];

export const conditions: Part<'conditions'> = {
  legend: 'Μόνο αν … (όροι)',
  hint: 'Όσο ένας από αυτούς δεν ισχύει, η συγκατάθεσή σας μετρά ως αντίρρηση. Δεν είναι υποχρεωτικοί· αφήστε κενό ό,τι δεν χρειάζεστε.',
  row: (n) => `Όρος ${n}`,
  onlyIfLabel: 'Μόνο αν',
  nothing: '—',
  clauses: 'Διατάξεις',
  amendments: 'Τροπολογίες',
  what: 'τι να γίνει',
  kind: {
    stays: 'μένει όπως είναι (διάταξη)',
    goes: 'φεύγει (διάταξη)',
    words: 'έχει αυτές τις λέξεις (διάταξη)',
    with: 'μπαίνει (τροπολογία)',
    without: 'δεν μπαίνει (τροπολογία)',
  },
  wordsLabel: 'Αυτές οι λέξεις',
  that: {
    stays: (name) => `μείνει όπως είναι: ${name}`,
    goes: (name) => `φύγει: ${name}`,
    words: (name, words) => `έχει τις λέξεις «${words}»: ${name}`,
    with: (n) => `μπει η τροπολογία ${n}`,
    without: (n) => `δεν μπει η τροπολογία ${n}`,
  },
  onlyIf: (condition) => `μόνο αν ${condition}`,
  holds: 'ισχύει τώρα',
  fails: 'δεν ισχύει τώρα',
  conditional: (stand) => `${stand}, με όρους`,
  failing: (stand) => `${stand} με όρο που δεν ισχύει: μετρά ως αντίρρηση`,
  while: 'Εφόσον',
  sign: 'αν',
  signKey: 'με όρους',
  say: 'Θέστε όρους',
  keep: (n) => (n === 1 ? 'Ο όρος σας μένει: αλλάξτε τον' : `Οι ${n} όροι σας μένουν: αλλάξτε τους`),
};
