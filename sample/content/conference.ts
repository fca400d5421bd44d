/** The conference itself, as its founders named it. */
export const CONFERENCE = {
  slug: 'sample',
  name: 'Conference of River Basins',
  abbreviation: 'CRB',
  /** ISO 3166-1 alpha-2, in the order of the alphabet. */
  region: ['AL', 'BA', 'BG', 'GR', 'HR', 'ME', 'MK', 'RO', 'RS', 'SI', 'TR'],
  seat: 'Niš',
  workingLanguages: ['en', 'el'],
  about:
    'Organisations that look after rivers and forests in south-eastern Europe. They meet as equals, find out what they can all agree on, and sign it.',
} as const;
