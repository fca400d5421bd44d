import type { LimitName } from '../../../charter/law/limits.ts';

/** What there may be most of, behind “at most so many”. */
export const limit: Readonly<Record<LimitName, string>> = {
  'amendments-at-once': 'amendments go into one act. Propose some of them now, and the others after that',
  'positions-at-once': 'positions go into one act. Sign some of them now, and the others after that',
  'words-at-once':
    'characters are compared in one act: of each reworded clause the words as they stand and as they would read. Do it in parts',
  'clause-amendments': 'amendments can be open on one clause. Join one of them, or wait until one is settled',
  'own-clause-amendments': 'amendments of one organisation can be open on one clause. Withdraw one of yours first',
  'clause-words':
    'characters can be open to comparison on one clause. Wait until an amendment is settled, or propose to split the clause',
  'own-clause-words':
    'characters of one organisation can be open to comparison on one clause. Withdraw an amendment of yours first',
  'text-amendments': 'amendments can be open on one text. Wait until some are settled',
  'own-text-amendments': 'amendments of one organisation can be open on one text. Withdraw some of yours first',
  'open-texts': 'texts can be negotiated at one time. Wait until one is decided or withdrawn',
  'own-open-texts': 'texts of one organisation can be negotiated at one time. Withdraw one of yours first',
  'text-words': 'characters fit into one text. Make two of it',
  conditions: 'consents to amendments can hang on one clause or amendment. Consent without this condition, or wait',
  'own-conditions':
    'consents of one organisation to amendments can hang on one clause or amendment. Take one of yours back first',
  disagreements: 'times an organisation can come back to a disagreement that it has taken back',
  vouchers: 'times a participant can vouch again for what it has taken its word back from',
  participants: 'organisations can take part. Wait until one has left',
  delegates: 'delegates can be appointed by one organisation in all',
  keys: 'keys and invitations can be given to one delegate in all. Appoint the delegate anew',
  descriptions: 'times that an organisation can say what it is',
  namings: 'times that an organisation can say how it is printed',
  'strangers-namings': 'times that an organisation can say how it is printed before it takes part',
  'strangers-delegates': 'delegates can be appointed before an organisation takes part',
  'strangers-keys': 'keys and invitations can be given to one delegate before the organisation takes part',
  'strangers-applications':
    'applications can wait at a time. There will be room when some lapse. If a participant knows you, ask it to invite you to sign a statement: whoever was invited can always apply',
  'own-applications': 'applications of one organisation can come in within thirty days, those taken back among them',
  'requested-keys':
    'requests for a new key in one organisation’s name can wait at a time. Ask a participant whom you know to send yours from where it is signed in: places are kept for that. It can also disagree with those that are not yours: each makes room',
  'open-meetings': 'meetings can be ahead or without an approved summary record. Wait until one is over',
  'own-open-meetings':
    'meetings convened by one organisation can be ahead or without an approved summary record. Cancel one first',
  notices: 'notices can be given of one meeting. Cancel it, and convene another',
  'own-items': 'items of one agenda can come from one organisation',
  'own-guests': 'guests can come to one meeting with one organisation',
  'own-speeches': 'times one organisation can ask to speak in one meeting',
  versions: 'versions of one summary record can be circulated',
  'report-versions': 'versions of one report can be told. Tell what is new in another',
  'report-languages': 'languages can one report be brought in',
  'own-corrections': 'corrections of one summary record can come from one organisation',
  archived: 'pieces from the archive can stand here',
  'own-archived': 'pieces from the archive can be brought by one organisation',
  'own-doubts': 'times can one organisation say that one piece from the archive is wrong',
  'own-open-doubts':
    'pieces from the archive can one organisation say how they should read at a time. Wait until the time for disagreement has passed',
  'piece-versions': 'times can one piece from the archive be said',
  'own-periodicals': 'periodicals can be proposed by one organisation at a time. Wait until one is decided',
  'own-articles': 'articles of one organisation can wait in one periodical. Take one of yours back first',
  'own-issues': 'issues of one periodical can be put by one organisation at a time. Take one of yours back first',
  'issue-words': 'characters can stand in one issue',
  pages: 'pages of the conference’s own can stand at once',
  errata: 'errata can stand beside one issue',
  'own-pledges': 'pledges of one organisation can stand at a time. Take one back, or say it anew',
  'own-open-expenses': 'expenses of one organisation can wait to be paid at a time',
  'own-findings': 'times one organisation can say what it found in one period',
  'own-errata': 'errata of one issue can come from one organisation',
  accounts: 'accounts can be opened, those that are closed among them',
  currencies: 'currencies can stand in the books',
};
