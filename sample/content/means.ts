import type { When } from './story.ts';
import type { ParticipantId } from './types.ts';

/** The conference's books: kept in a notebook until an assembly said who keeps them, and written into the record from it. Amounts are in minor units. */

/** Who keeps the books since the assembly, and until when. */
export const KEEPER = { by: 'pro-delta', until: [364, 21, 59] } as const satisfies {
  readonly by: ParticipantId;
  readonly until: When;
};

/** The accounts in the order in which they are opened, by what they are called here. */
export const ACCOUNTS = {
  bank: { kind: 'asset', name: 'Bank account in Niš', purpose: null, currency: 'EUR' },
  box: { kind: 'asset', name: 'Cash box in Višegrad', purpose: null, currency: 'BAM' },
  general: { kind: 'fund', name: 'General means', purpose: null, currency: null },
  flood: {
    kind: 'fund',
    name: 'After the flood',
    purpose:
      'Pumps, dry wood and whatever else the villages ask for. What is left in a year goes to the general means.',
    currency: null,
  },
  contributions: { kind: 'income', name: 'Contributions', purpose: null, currency: null },
  gifts: { kind: 'income', name: 'Gifts for those whom the flood met', purpose: null, currency: null },
  leaflets: { kind: 'income', name: 'Leaflets sold', purpose: null, currency: null },
  meetings: { kind: 'expense', name: 'Assemblies', purpose: null, currency: null },
  interpreting: { kind: 'expense', name: 'Translation and interpreting', purpose: null, currency: null },
  printing: { kind: 'expense', name: 'Printing', purpose: null, currency: null },
  help: { kind: 'expense', name: 'Help in a flood', purpose: null, currency: null },
  fees: { kind: 'expense', name: 'The bank’s fees', purpose: null, currency: null },
} as const;

export type AccountName = keyof typeof ACCOUNTS;

type Fund = 'general' | 'flood';

/** What happened with the money: so many days back it moved, and this is what for. */
export type Booked = { readonly day: number; readonly words: string } & (
  | {
      readonly kind: 'in';
      readonly amount: number;
      readonly as: AccountName;
      readonly fund?: Fund;
      /** A participant, or an office or body outside; left out: nobody in particular. */
      readonly from?: ParticipantId;
      readonly outside?: string;
    }
  | {
      readonly kind: 'out';
      readonly amount: number;
      readonly as: AccountName;
      readonly fund?: Fund;
      /** In marks, out of the box, and not in euros from the bank. */
      readonly inMarks?: true;
      readonly receipt?: string;
    }
  | {
      readonly kind: 'change';
      readonly euros: number;
      readonly marks: number;
      readonly rate: string;
      readonly source: string;
    }
);

/** What stood in the notebook. */
export const NOTEBOOK: readonly Booked[] = [
  {
    day: -392,
    words: 'Contribution for the first year',
    kind: 'in',
    amount: 15_000,
    as: 'contributions',
    from: 'moravski-krug',
  },
  { day: -390, words: 'Contribution', kind: 'in', amount: 20_000, as: 'contributions', from: 'zelena-sava' },
  {
    day: -371,
    words: 'Contribution, from the sale of walnuts',
    kind: 'in',
    amount: 6_000,
    as: 'contributions',
    from: 'reka-vardar',
  },
  { day: -352, words: 'Contribution', kind: 'in', amount: 10_000, as: 'contributions', from: 'diktyo-potamon' },
  {
    day: -333,
    words: 'The principles, printed in nine languages',
    kind: 'out',
    amount: 21_480,
    as: 'printing',
    receipt: 'printer.txt',
  },
  { day: -301, words: 'Contribution', kind: 'in', amount: 4_000, as: 'contributions', from: 'dasos-kai-nero' },
  { day: -262, words: 'Account kept for half a year', kind: 'out', amount: 1_800, as: 'fees' },
  {
    day: -207,
    words: 'Contribution, as last year',
    kind: 'in',
    amount: 20_000,
    as: 'contributions',
    from: 'zelena-sava',
  },
  { day: -186, words: 'Leaflets on reading a river, at the fair in Edirne', kind: 'in', amount: 7_350, as: 'leaflets' },
  { day: -160, words: 'Interpreting on the walk along the Nišava', kind: 'out', amount: 12_000, as: 'interpreting' },
  { day: -118, words: 'Contribution', kind: 'in', amount: 12_500, as: 'contributions', from: 'nehir-dernegi' },
  { day: -79, words: 'Account kept for half a year', kind: 'out', amount: 1_800, as: 'fees' },
];

/** What came in and went out since, recorded when it did. */
export const SINCE: readonly Booked[] = [
  {
    day: -40,
    words: 'For the villages under water',
    kind: 'in',
    amount: 30_000,
    as: 'gifts',
    fund: 'flood',
    from: 'pro-delta',
  },
  {
    day: -39,
    words: 'For the villages under water',
    kind: 'in',
    amount: 25_000,
    as: 'gifts',
    fund: 'flood',
    from: 'codrul-batran',
  },
  {
    day: -38,
    words: 'Collected at the bridge',
    kind: 'in',
    amount: 18_240,
    as: 'gifts',
    fund: 'flood',
    from: 'rijeke-bosne',
  },
  { day: -37, words: 'For pumps', kind: 'in', amount: 20_000, as: 'gifts', fund: 'flood', outside: 'Town of Kladovo' },
  {
    day: -36,
    words: 'Two pumps, and hoses',
    kind: 'out',
    amount: 41_900,
    as: 'help',
    fund: 'flood',
    receipt: 'pumps.txt',
  },
  {
    day: -32,
    words: 'Marks for the assembly',
    kind: 'change',
    euros: 20_000,
    marks: 39_117,
    rate: '1.95583',
    source: 'Central Bank of Bosnia and Herzegovina',
  },
  { day: -30, words: 'The library for a day, heated', kind: 'out', amount: 12_000, as: 'meetings', inMarks: true },
  {
    day: -30,
    words: 'Bread, cheese and tea for ten organisations',
    kind: 'out',
    amount: 18_650,
    as: 'meetings',
    inMarks: true,
  },
  { day: -24, words: 'Contribution', kind: 'in', amount: 8_000, as: 'contributions', from: 'lumi-i-lire' },
  { day: -21, words: 'The minutes in Albanian', kind: 'out', amount: 9_000, as: 'interpreting' },
  {
    day: -16,
    words: 'Dry wood for eleven houses',
    kind: 'out',
    amount: 26_500,
    as: 'help',
    fund: 'flood',
    receipt: 'wood.txt',
  },
  { day: -6, words: 'Contribution', kind: 'in', amount: 10_000, as: 'contributions', from: 'diktyo-potamon' },
];

/** Taken back since: the half year had been paid already, and the bank gave it back. */
export const TAKEN_BACK = {
  at: [-8, 10, 5],
  of: 'Account kept for half a year',
  words: 'Charged twice; the bank has put it right.',
} as const;

/** Receipts as they were typed off. */
export const RECEIPTS: Readonly<Record<string, string>> = {
  'copies.txt': 'Copy shop at the market. 120 sheets, both sides. 36.40 EUR, paid in cash.',
  'leaflet.txt': 'Printing house in Edirne, offer. 300 sheets, folded, one colour. 69.00 EUR.',
  'printer.txt': 'Printing house by the fortress, Niš. 900 sheets, folded, nine languages. 214.80 EUR, paid.',
  'pumps.txt': 'Two petrol pumps, 60 m of hose, four couplings. 419.00 EUR, paid. With thanks and a discount.',
  'wood.txt': 'Beech, dry, 22 m³, brought to eleven houses. 265.00 EUR, paid.',
};

/** When the notebook was written into the books, and when all that was over was closed. */
export const WRITTEN_IN = [-28, 18, 30] as const satisfies When;
export const CLOSED = [-15, 9, 0] as const satisfies When;

/** What two of those who did not keep the books found in the periods that are closed, by the number of each. */
export const FOUND = [
  { by: 'zelena-sava', at: [-11, 14, 20], period: 1, result: 'in-order', words: null },
  {
    by: 'dasos-kai-nero',
    at: [-9, 16, 5],
    period: 1,
    result: 'in-order-but',
    words:
      'We laid the notebook beside the bank’s letters, line by line, and every sum is the same. The receipt of the printing house is a copy typed off by hand; we would rather have the paper itself, and have asked Pro Delta for a photograph of it.',
  },
  { by: 'moravski-krug', at: [-6, 19, 40], period: 2, result: 'in-order', words: null },
] as const satisfies readonly {
  readonly by: ParticipantId;
  readonly at: When;
  readonly period: number;
  readonly result: string;
  readonly words: string | null;
}[];

/** What some mean to pay, as each has said itself. */
export const PLEDGED = [
  { by: 'zelena-sava', at: [-13, 10, 15], amount: 20_000, every: 'year', fund: null },
  { by: 'nehir-dernegi', at: [-12, 8, 50], amount: 1_200, every: 'month', fund: 'general' },
  { by: 'codrul-batran', at: [-12, 20, 5], amount: 10_000, every: 'once', fund: 'flood' },
] as const satisfies readonly {
  readonly by: ParticipantId;
  readonly at: When;
  readonly amount: number;
  readonly every: string;
  readonly fund: Fund | null;
}[];

/** What was proposed to be paid: one is, the other waits. */
export const ASKED = [
  {
    by: 'moravski-krug',
    at: [-14, 11, 30],
    words: 'Count sheets for the day at the gauges, 120 copies',
    amount: 3_640,
    fund: 'general',
    receipt: 'copies.txt',
  },
  {
    by: 'nehir-dernegi',
    at: [-4, 17, 10],
    words: 'Turkish edition of the flood leaflet, 300 sheets',
    amount: 6_900,
    fund: null,
    receipt: 'leaflet.txt',
  },
] as const satisfies readonly {
  readonly by: ParticipantId;
  readonly at: When;
  readonly words: string;
  readonly amount: number;
  readonly fund: Fund | null;
  readonly receipt: string;
}[];

/** When the first of them was paid. */
export const PAID = [-13, 18, 0] as const satisfies When;
