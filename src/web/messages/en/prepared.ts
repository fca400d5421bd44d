import { plural } from './plural.ts';

/** Acts that one delegate prepares and another signs. */
export const prepared = {
  title: 'Prepared for signature',
  lede: 'What one of your delegates has filled in and another is to sign. Nobody outside your organisation sees it, and nothing of it is on the record before it is signed. What nobody signs within 30 days goes.',
  none: 'Nothing waits for a signature.',
  handOver: 'Hand over for signature',
  handOverLede:
    'You assist your organisation: a delegate who represents it signs this. They find it on their first page, can read it, change it, sign it or set it aside. Until then it is not on the record.',
  note: 'What you want to say of it to whoever signs',
  handedOver: 'It is handed over, and waits for the signature of a delegate who represents your organisation.',
  notKept: {
    'too-many': (most: number): string =>
      `${most} acts are prepared already. Have some signed, or take some back, and hand this one over again.`,
    'too-much': 'There is no room for one of this length. Hand it over with shorter words or smaller files.',
    'not-yet': 'Only participants can prepare acts for signature.',
  },
  by: (delegate: number, when: string): string => `Prepared by delegate ${delegate}, ${when}`,
  changed: 'It was changed after you opened it: open it again before you sign.',
  revised: (then: number, now: number): string =>
    `The text has changed since: this was prepared for revision ${then}, and there is revision ${now} now. Read it again before you sign.`,
  refused: 'As it is, it cannot be signed any more: open it to see why.',
  keys: 'It brings in a link, which is made when you open it.',
  setAside: 'Set aside',
  asideWhy: 'Why, for whoever prepared it',
  wasAside: (delegate: number, when: string): string => `Set aside by delegate ${delegate}, ${when}`,
  asides: 'Set aside',
  remove: 'Take back',
  open: 'Read',
  openOf: (what: string): string => `Read: ${what}`,
  several: 'Sign the chosen ones',
  severalTitle: (n: number): string => `${n} ${plural(n, 'act', 'acts')} to sign`,
  severalLede:
    'Each becomes an act of its own on the record, for good. Read them all; then sign them one after the other with one button. A passkey asks for each.',
  severalNone: 'Nothing of this can be signed at once. Open each to read it and sign it.',
  signAll: (n: number): string => `Sign ${n === 1 ? 'it' : `all ${n}`}`,
  signOwn: 'With an SSH key, and without scripts, each is signed on its own page:',
  signed: 'Signed, and on the record.',
  needs: {
    what: (n: number): string => `${n} ${plural(n, 'act is', 'acts are')} prepared for your signature`,
    act: 'Read and sign',
    asideWhat: (n: number): string =>
      `${n} ${plural(n, 'act', 'acts')} you prepared ${plural(n, 'was', 'were')} set aside`,
    asideAct: 'See why',
    when: 'when you can',
  },
};
