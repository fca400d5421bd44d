/** What is published, to be followed by other programs. */
export const feed = {
  of: (organisation: string, conference: string): string => `What ${organisation} has signed · ${conference}`,
  follow: 'To follow in a feed reader',
  atom: 'Atom',
  json: 'JSON',
};
