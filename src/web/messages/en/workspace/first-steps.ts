/** What whoever has just come in does first; `days`: how long the replacement of a lost last key lies open. */
export const firstSteps = {
  title: 'First steps',
  lede: 'Each goes from here once it is done.',
  step: {
    key: {
      what: 'Add a second key of your own',
      why: (_days: number): string => 'With one on your computer and one on your phone, you can lose either.',
    },
    delegate: {
      what: 'Let a second delegate represent you',
      why: (days: number): string =>
        `Either can then bring a new key for the other. Where the last key of an organisation is lost, other participants must vouch for a new one, which lies open to disagreement for ${days} days (4.1).`,
    },
    names: {
      what: 'Say how your organisation is printed',
      why: (_days: number): string =>
        'Its name and its country, in each script that you wish: documents print them as you said when you signed.',
    },
    mail: {
      what: 'Give an address for mail',
      why: (_days: number): string => 'Notices reach you there, and whoever sends one sees that it did.',
    },
    assembly: {
      what: 'Convene the first assembly',
      why: (_days: number): string =>
        'None is planned yet. The page of meetings says who convenes it, and from when on.',
    },
  },
};
