/** Erasing what is kept beside the record. */
export const erasure = {
  link: 'Erase',
  lede: 'What your organisation brought beside the record can be erased, for good: nobody can read it again here, nor in what is exported, and nobody can bring it back.',
  remains:
    'What remains: that it was there, who brought it and when; its salted hash, from which nothing can be worked out; and this act with its reason. Whoever has a copy, on paper, in a mail or in a backup, keeps it.',
  what: 'This is erased for good:',
  reason: 'Why',
  reasonHint: 'It stays on the record. Repeat nothing here of what is erased.',
  words: (reference: string): string => `the words of ${reference}`,
  file: (name: string, where: string): string => `the file “${name}” of ${where}`,
  piece: (reference: string): string => `papers of ${reference} from the archive`,
  item: (title: string): string => `item “${title}”`,
  name: (delegate: string): string => `the name of ${delegate}`,
  nameErased: 'name erased',
  guest: 'the name of a guest',
  application: 'the letter of application',
  explanation: 'what was written with the request for a new key',
  other: 'something that nothing here shows any more',
  erased: (by: string, day: string): string =>
    `Erased by ${by} on ${day}. The record keeps its hash. The reason given:`,
  erasedByHost: (day: string): string =>
    `Erased by the host on ${day}, as the law obliges it. The record keeps its hash. The reason given:`,
};
