/** Consent that depends on another part of the text (6.2). */

export const conditions = {
  legend: 'Only if … (conditions)',
  hint: 'While one of them does not hold, your consent counts as an objection. You need none; leave empty what you do not use.',
  row: (n: number): string => `Condition ${n}`,
  onlyIfLabel: 'Only if',
  nothing: '—',
  clauses: 'Clauses',
  amendments: 'Amendments',
  what: 'does what',
  kind: {
    stays: 'stays as it is (clause)',
    goes: 'goes (clause)',
    words: 'has these words (clause)',
    with: 'goes in (amendment)',
    without: 'does not go in (amendment)',
  },
  wordsLabel: 'These words',
  that: {
    stays: (name: string): string => `${name} stays as it is`,
    goes: (name: string): string => `${name} goes`,
    words: (name: string, words: string): string => `${name} has the words “${words}”`,
    with: (n: number): string => `amendment ${n} goes in`,
    without: (n: number): string => `amendment ${n} does not go in`,
  },
  onlyIf: (condition: string): string => `only if ${condition}`,
  holds: 'holds now',
  fails: 'does not hold now',
  /** What it said, under conditions that all hold. */
  conditional: (stand: string): string => `${stand}, on conditions`,
  /** What it said, under a condition that does not hold. */
  failing: (stand: string): string => `${stand} on a condition that does not hold: it counts as an objection`,
  while: 'As long as',
  /** Behind a mark, in the grid. */
  sign: 'if',
  signKey: 'on conditions',
  say: 'Name conditions',
  keep: (n: number): string => (n === 1 ? 'Your condition stays: change it' : `Your ${n} conditions stay: change them`),
};
