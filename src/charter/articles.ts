/** The articles that acts are made under and refusals cite; their texts stand in the charter that Isonomia carries out. */
export const ARTICLES = [
  '2.1',
  '2.3',
  '2.4',
  '3.1',
  '4.1',
  '5.4',
  '6.1',
  '6.2',
  '6.3',
  '7.1',
  '7.2',
  '8.1',
  '8.2',
  '8.3',
  '8.4',
  '13.1',
  '13.2',
  '13.3',
  '14.1',
  '14.2',
] as const;

export type Article = (typeof ARTICLES)[number];
