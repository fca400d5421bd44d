/** What the examples of acts have in common: see `example` of `defineAct`. */

const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIFsIRWCImC0eQaxtgnNFPoXIkQjY71YIBMvUY5amkJG';

/** 2026-04-01T00:00:00Z. */
const DAY = 1_775_001_600_000;

export const EXAMPLE = {
  day: DAY,
  hash: '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU',
  key: KEY,
  fingerprint: 'SHA256:+5SQ1UVjUArB/f3sWqMWD1Ih8pEqx5F8NnWTeeisdTE',
  newKey: { key: KEY, use: 'ssh' },
  profile: {
    printed: [
      { name: 'Δίκτυο Ποταμών', country: 'Ελλάδα' },
      { name: 'Network of Rivers', country: 'Greece' },
    ],
    country: 'GR',
    about: 'Groups along the rivers of northern Greece.',
    website: 'https://example.org/',
  },
  clauses: [
    { id: 'rivers-cross', kind: 'preambular', words: '*Knowing* that rivers cross borders,' },
    { id: 'data', kind: 'operative', words: 'Every participant publishes what it measures.' },
    { id: 'data-monthly', kind: 'point', level: 1, words: 'once a month, and' },
    { id: 'data-floods', kind: 'point', level: 1, words: 'at once in a flood.' },
  ],
  notice: {
    starts: DAY + 9 * 3_600_000,
    ends: DAY + 17 * 3_600_000,
    zone: 'Europe/Athens',
    place: 'Town hall, Florina',
    link: 'https://meet.example.org/rivers',
    languages: ['en', 'el', 'bg'],
    words: 'The hall has a ramp. Interpretation between all three languages.',
    public: false,
  },
} as const;
