/**
 * How much there may be of what an act goes through, so that none costs more than a few milliseconds, however large the conference. What anybody could fill up
 * has a share for each organisation (`own-…`) too, so that nobody shuts others out. Characters are UTF-16 units. `docs/RECORD.md` says them all.
 */
export const MOST = {
  /** Amendments in one act. */
  'amendments-at-once': 100,
  /** Positions in one act. */
  'positions-at-once': 100,
  /** Characters that one act compares: each clause that is reworded as it stands, and as it would read. */
  'words-at-once': 64_000,
  /** Amendments that are open or agreed on one clause, and the characters that they compare. */
  'clause-amendments': 64,
  'own-clause-amendments': 16,
  'clause-words': 48_000,
  'own-clause-words': 16_000,
  /** The same of one text. */
  'text-amendments': 500,
  'own-text-amendments': 125,
  /** Texts under negotiation or put to decision. */
  'open-texts': 100,
  'own-open-texts': 20,
  /** Characters of one text. */
  'text-words': 200_000,
  /** Consents to amendments of a text that hang on one clause or one amendment. */
  conditions: 20,
  'own-conditions': 5,
  /** How often one organisation disagrees with one matter, having taken it back before. */
  disagreements: 5,
  /** How often one participant vouches for one matter, having taken it back before. */
  vouchers: 5,
  /** Participants, and applicants who become that unless somebody disagrees. */
  participants: 300,
  /** Delegates that one organisation ever appoints, and keys that one delegate ever has, invitations among them. */
  delegates: 500,
  keys: 40,
  /** How often one organisation says anew how it is printed. */
  namings: 50,
  /** How often one organisation says anew what it is, with what picture. */
  descriptions: 50,
  /** The same of a stranger; see `isStranger` in `organisations.ts`. */
  'strangers-delegates': 5,
  'strangers-keys': 10,
  'strangers-namings': 5,
  /** Places of what anybody can ask for: applications by strangers, and by one organisation; requests for new keys in one organisation's name. See `places.ts`. */
  'strangers-applications': 100,
  'own-applications': 5,
  'requested-keys': 20,
  /** Meetings that are ahead or in session, or whose summary record is not approved yet. */
  'open-meetings': 200,
  'own-open-meetings': 20,
  /** Pieces from the archive, and how often one of them is said anew. */
  archived: 10_000,
  'own-archived': 2500,
  'piece-versions': 50,
  /** How often one organisation says that one of them is wrong. */
  'own-doubts': 10,
  /** How many of them say how it should read, and wait for others to disagree. */
  'own-open-doubts': 20,
  /** Of one meeting: notices, items that one organisation proposes, guests that it brings, speeches that it asks for, versions of the summary record, corrections that it asks for. */
  notices: 100,
  'own-items': 20,
  'own-guests': 50,
  'own-speeches': 100,
  versions: 100,
  'own-corrections': 20,
  /** Of one report: its versions, and the languages in which one of them is brought. */
  'report-versions': 100,
  'report-languages': 24,
  /** Pages of the conference's own. */
  pages: 20,
  /** Periodicals that one organisation has put to silence. Of one periodical: articles of one organisation that wait to be published, issues that it has put to silence. */
  'own-periodicals': 3,
  'own-articles': 20,
  'own-issues': 2,
  /** Of one issue: its characters, in the language in which each article has most; errata, and those by one organisation. */
  'issue-words': 400_000,
  errata: 200,
  'own-errata': 5,
  /** Accounts of the books, those that are closed among them, and the currencies in which anything stands there. */
  accounts: 200,
  /** How often one organisation says anew what it found in one period of the books. */
  'own-findings': 10,
  /** Expenses that one organisation has proposed and that are not paid. */
  'own-open-expenses': 20,
  /** Pledges of one organisation that stand. */
  'own-pledges': 10,
  currencies: 30,
} as const;

export type LimitName = keyof typeof MOST;
