import { plural } from '../plural.ts';

/** The common text: what could be signed, by how many, what stands before unanimity, and soundings. */

const clauses = (n: number): string => `${n} ${plural(n, 'clause', 'clauses')}`;

export const common = {
  title: 'Common text',
  lede: 'The largest text that any number of organisations could sign, worked out from everyone’s positions and conditions. Whoever has said nothing about a wording does not object to it.',
  refusing: (names: string, n: number): string =>
    `${names} ${plural(n, 'objects', 'object')} to the whole or ${plural(n, 'stands', 'stand')} aside on it, and so could sign no text for now.`,
  bounded: (names: string, n: number): string =>
    `${plural(n, 'One clause has', 'Some clauses have')} more amendments that could go in together than can be tried in every way: ${names}. What is said here to be proven, the most or the least is so among the ways that were tried.`,
  empty: 'The curve will stand here when the conference has participants.',
  tooLarge: 'This text is too large for a common text to be worked out.',
  busy: (seconds: number): string =>
    `Your organisation, or others, have as many common texts worked out just now as can be. Ask again in ${seconds} seconds.`,
  again: 'Ask again',
  longer: 'Look longer',
  longerWhy:
    'Some points are the best found so far. Twenty seconds may find larger texts, or prove that there are none.',
  curve: {
    title: 'How much text, how many signers',
    caption: 'Across: how many could sign. Upwards: how much of the text.',
    signers: 'signers',
    weight: 'text kept',
    proven: (all: boolean): string =>
      all ? 'proven: no larger text exists' : 'proven among what was tried: no larger text',
    best: 'best found, with the most there could be',
    table: 'The same as a table',
    k: 'Signers',
    text: 'Text',
    certainty: 'Certainty',
    provenWord: (all: boolean): string => (all ? 'proven' : 'proven among what was tried'),
    atMost: (weight: number): string => `best found; at most ${weight}`,
    none: 'none',
    noneProven: (all: boolean): string =>
      all ? 'proven: there is none' : 'proven among what was tried: there is none',
    noneFound: 'none found yet',
    point: (k: number, weight: number, of: number): string =>
      `${k} ${plural(k, 'signer', 'signers')}: ${weight} of ${of}`,
  },
  choose: 'How many should be able to sign?',
  show: 'Show the text',
  shown: {
    title: (k: number): string => (k === 1 ? 'A text that one could sign' : `A text that ${k} could sign`),
    none: 'No text is known that so many could sign.',
    noneProven: (all: boolean): string =>
      all ? 'There is no text that so many could sign.' : 'Of the texts tried, so many could sign none.',
    size: (weight: number, of: number): string =>
      `It keeps ${weight} of ${of}, each clause counted for what it weighs.`,
    plainSize: (kept: number, of: number): string => `It keeps ${kept} of ${clauses(of)}.`,
    proven: (all: boolean): string =>
      all
        ? 'Proven: no larger text exists for so many.'
        : 'Proven among what was tried: for so many there is no larger text.',
    atMost: (weight: number): string => `It is the best found. No text for so many keeps more than ${weight}.`,
    signers: (n: number): string => `Could sign it (${n})`,
    unable: (n: number): string => `Could not (${n})`,
    fallen: (n: number): string => `Fell out (${n})`,
    fallenNone: 'Nothing fell out.',
    wouldLose: (names: string): string => `would lose ${names}`,
    together: 'several of these together: somebody would be lost, or they need more than this clause',
    text: 'Its words',
    from: (n: number): string => `amendment ${n}`,
    refuses: 'objects to the whole or stands aside on it',
  },
  wording: {
    present: (name: string): string => `the present words of ${name}`,
    clause: (numbers: string, n: number): string => `${plural(n, 'amendment', 'amendments')} ${numbers}`,
    addition: (numbers: string, n: number): string =>
      `the clause that ${plural(n, 'amendment', 'amendments')} ${numbers} ${plural(n, 'adds', 'add')}`,
    move: (numbers: string, n: number): string => `the move by ${plural(n, 'amendment', 'amendments')} ${numbers}`,
  },
  against: {
    objects: (what: string): string => `objects to ${what}`,
    deletion: (name: string): string => `objects to deleting ${name}`,
    condition: (what: string, conditions: string): string => `accepts ${what} only ${conditions}`,
    joined: (n: number): string => `amendment ${n} changes several clauses: all of them, or none`,
    colliding: (n: number, others: string): string => `amendment ${n} does not go together with: ${others}`,
    whole: 'the whole',
    stays: (name: string): string => `if ${name} stays as it was`,
    goes: (name: string): string => `if ${name} goes`,
    with: (n: number): string => `with amendment ${n}`,
    without: (n: number): string => `without amendment ${n}`,
    words: (name: string, words: string): string => `if ${name} says “${words}”`,
  },
  unity: {
    title: 'What would unite us',
    none: 'Nothing stands in the way: all who do not object to the whole could sign the text as it stands.',
    lede: (n: number): string =>
      n === 1
        ? 'One clause stands between the present text and unanimity.'
        : `${clauses(n)} stand between the present text and unanimity.`,
    least: 'No fewer would do.',
    atLeast: (n: number): string => `It may be fewer, but no fewer than ${n}.`,
    impossible: (all: boolean): string =>
      all
        ? 'Whatever is changed, not all could sign: their conditions contradict each other.'
        : 'Of the texts tried, all could sign none.',
    unknown: 'No text that all could sign has been found yet.',
    would: (what: string): string => `All could sign it with ${what}.`,
    fresh: 'New words are needed, or the clause falls.',
    tried: 'Tried so far',
    consultations: (n: number): string => `${n} ${plural(n, 'consultation', 'consultations')}`,
    untried: 'No other words and no consultation yet.',
    record: 'Record a consultation',
  },
  contradictions: {
    title: 'Conditions that contradict each other',
    wording: (what: string, all: boolean): string =>
      all ? `No text with ${what} meets all of these:` : `Of the texts tried, none with ${what} meets all of these:`,
    whole: (all: boolean): string =>
      all ? 'No text at all meets all of these:' : 'Of the texts tried, none meets all of these:',
    more: 'There may be more.',
  },
  sounding: {
    link: 'Try other positions, unseen',
    title: 'A private sounding',
    lede: 'Try where your organisation could stand and see what could then be signed. Nothing of it is kept, nothing is written down, nobody is told.',
    asNow: 'as now',
    clauses: 'Clauses',
    amendments: 'Amendments',
    whole: 'The whole',
    try: 'See what could be signed',
    result: 'With these positions',
    more: (ks: string): string => `More could be signed by: ${ks}.`,
    less: (ks: string): string => `Less could be signed by: ${ks}.`,
    change: (k: number, now: number, then: number): string => `${k} (${then} instead of ${now})`,
    same: 'For every number of signers as much as now.',
    back: 'Back to the common text',
  },
  panel: 'What could be signed now',
};
