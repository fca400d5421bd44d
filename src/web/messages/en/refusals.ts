import type { RefusalKind, Thing } from '../../../charter/law/refusal.ts';
import { already } from './already.ts';
import { limit } from './limits.ts';
import { amendmentFates, amendmentRefusals } from './renewals.ts';
import { meansFields, meansRefusals } from './means-refusals.ts';
import { principleRefusals } from './principle-refusals.ts';
import { rejection } from './rejections.ts';

/** Why an act was not accepted, and what would be needed. One sentence or two for each kind of refusal. */

const thing: Readonly<Record<Thing, string>> = {
  organisation: 'organisation',
  delegate: 'delegate',
  key: 'key',
  text: 'text',
  clause: 'clause',
  amendment: 'open amendment',
  statement: 'statement',
  signature: 'signature',
  disagreement: 'disagreement',
  recovery: 'open request',
  presentation: 'presentation',
  voucher: 'voucher',
  thread: 'thread',
  proposal: 'open proposal',
  meeting: 'meeting',
  item: 'item of the agenda',
  speech: 'speech',
  call: 'open call for consensus',
  correction: 'open correction',
  mandate: 'mandate',
  help: 'open request for help',
  letter: 'letter',
  report: 'report',
  appeal: 'appeal',
  action: 'open joint action that you take part in',
  part: 'part',
  task: 'task',
  circulation: 'circulation',
  account: 'account that is open',
  expense: 'expense that is open',
  pledge: 'pledge that stands',
  period: 'closed period of the books',
  transaction: 'transaction',
  attachment: 'attachment of yours',
  piece: 'piece from the archive',
  periodical: 'periodical',
  article: 'article that waits to be published',
  issue: 'issue',
};

/** `a`, `b`: the refusal's own data, already in words. */
const kind: Readonly<Record<RefusalKind, (a: string, b: string) => string>> = {
  'not-founded': () => 'The conference does not exist yet: not all founders have signed its charter.',
  'already-founded': () => 'This conference has already been founded.',
  'wrong-conference': () => 'The act was made for another conference.',
  'out-of-time': (made, received) =>
    `The act says it was made at ${made}, and it arrived at ${received}. It must arrive within 24 hours; check your clock and sign it anew.`,
  replayed: () => 'This very act is already on the record.',
  'not-allowed-to': (standing) => `Your organisation’s standing (${standing}) does not allow this act.`,
  'representing-only': () => 'Only a delegate who represents the organisation may do this.',
  'unknown-key': (key) => `The key ${key} is not on this record for that.`,
  'revoked-key': (key) => `The key ${key} has been revoked.`,
  'key-of-another': (key) => `The key ${key} belongs to another delegate.`,
  'key-in-use': (key) => `The key ${key} is already on the record. Every delegate needs a key of their own.`,
  'key-kind-not-allowed': (given) => `The rules of this conference do not allow a key of this kind (${given}) here.`,
  'recalled-delegate': (delegate) => `Delegate ${delegate} has been recalled.`,
  'nothing-due': () => 'There is nothing to do.',
  unknown: (what, ref) => `There is no ${what} “${ref}”.`,
  taken: (_field, value) => `“${value}” is taken. Choose another.`,
  alike: (_field, value) =>
    `“${value}” is what another organisation on this record, the conference itself or all in it together are called, or looks the same. Add what tells the two apart, such as a country or a city.`,
  'not-as-stated': () =>
    'Your organisation has meanwhile said otherwise how it is printed. Look at what would stand under the text now, and sign that.',
  'not-yours': (owner) => `Only ${owner} may do this.`,
  'own-matter': () => 'Nobody may act in another’s name, the host included.',
  'vouches-for-itself': () =>
    'Another organisation has to vouch. If yours still has a key, use that one to add a new key at once.',
  superseded: (_field, current) =>
    `Somebody was quicker: there is a newer version (${current}). Read it and try again.`,
  'wrong-stage': (stage) => `The text is at another stage now: ${stage}.`,
  already: (what) => `This has already been done: ${what}.`,
  limit: (most, what) => `At most ${most} ${what}.`,
  'reason-needed': () => 'An objection needs a reason, so that new wording can be sought.',
  'deadline-passed': (deadline) => `The deadline passed at ${deadline}.`,
  'deadline-too-early': (earliest) => `That is too early. The rules allow it from ${earliest} on.`,
  'outside-region': (country) => `${country} is not in the conference’s region.`,
  'clause-order': (clause, why) =>
    `The change does not fit the text${clause === '' ? '' : ` (clause ${clause})`}: ${why}.`,
  'not-agreed': (amendment) =>
    `Amendment ${amendment} is not agreed yet: not everyone accepts it, and its no-objection period is not over.`,
  ...amendmentRefusals,
  'agreed-waiting': (amendment) =>
    `Amendment ${amendment} is agreed and not in the present revision. Publish a revision that takes it in first.`,
  'revision-contested': (by) =>
    `${by} objects to the present revision as not reflecting what was agreed. Settle that first, or publish another.`,
  ...principleRefusals,
  'rules-otherwise': () => 'The rules of this conference know no such way.',
  'reservations-not-allowed': () =>
    'The rules of this conference do not allow reservations. You can sign in part, or attach an interpretative statement.',
  'rules-with-charter-only': () => 'Rules belong to a charter, and a charter needs them.',
  'meeting-stage': (stage) => `The meeting is at another stage now: ${stage}.`,
  'group-convenes': (from) =>
    from === ''
      ? 'The coordinating group convenes assemblies. Other participants may once one is due and none is on its way.'
      : `The coordinating group convenes assemblies. Other participants may from ${from} on.`,
  'group-only': () => 'This is for the members of the coordinating group, and for its substitutes in their place.',
  'editors-only': () =>
    'This is for those on the editorial list of the periodical. Your organisation can put itself on it at any time.',
  'own-books': () => 'Your organisation kept the books in this period. Others look them over.',
  'no-credentials': () =>
    'Your organisation has not named you for this meeting. A delegate who represents it can add you to its delegation.',
  'not-present': () => 'Your organisation is not in the room. Come into the sitting first.',
  'not-the-chair': (chair) =>
    chair === ''
      ? 'Only the chair may do this, and nobody has the chair now.'
      : `Only the chair may do this. A delegate of ${chair} has it now.`,
  'not-next': (next) =>
    next === ''
      ? 'Nobody is on the list of speakers.'
      : `The list of speakers decides who speaks next, not the chair: it is speech ${next}.`,
  'agenda-first': () => 'The meeting has no agenda yet. Call for consensus on the agenda first.',
  'not-on-agenda': (item) =>
    item === ''
      ? 'No item is under discussion. Take up the item about this text first.'
      : `Item ${item} is not on the adopted agenda, or is not about this text. Choose an item that is.`,
  'no-quorum': (present, quorum) =>
    `Too few are in the room to decide: ${present} of the ${quorum} organisations that the quorum needs.`,
  ...meansRefusals,
  withheld: () =>
    'It is not possible as things stand. The reason lies in something that only participants may see; ask one of them.',
  'bad-field': (_field, why) => why,
};

export const refusals = {
  thing,
  kind,
  at: (place: string, text: string): string => `On ${place}: ${text}`,
  /** Which of several positions a refusal speaks of. */
  place: {
    whole: 'the whole',
    clause: (id: string): string => `clause {#${id}}`,
    amendment: (n: number): string => `amendment ${n}`,
  },
  under: (article: string): string => `Refused under article ${article}`,
  standing: {
    founder: 'founder',
    applicant: 'applicant',
    participant: 'participant',
    'not-admitted': 'not admitted',
    lapsed: 'applicant that nobody presented in time',
    former: 'former participant',
    withdrawn: 'withdrawn',
    outside: 'outside signatory',
  },
  stage: {
    negotiation: 'in negotiation',
    decision: 'put to decision',
    adopted: 'adopted',
    'not-adopted': 'not adopted',
    withdrawn: 'withdrawn',
  },
  meeting: {
    called: 'called for, but not by enough participants yet',
    convened: 'convened',
    open: 'in a sitting',
    adjourned: 'adjourned',
    closed: 'closed',
    cancelled: 'called off',
  },
  already,
  limit,
  fate: amendmentFates,
  clauseOrder: {
    'no-such-clause': 'there is no such clause',
    'clause-exists': 'there is a clause of that name',
    'not-adjacent': 'only clauses that follow each other directly can be joined',
    'changes-nothing': 'it changes nothing',
  },
  /** Codes of the schemas, for a field that was not filled in right. */
  field: {
    'nothing-said': 'You say nothing new here. Choose a mark where you want to say something.',
    missing: 'Something is missing here.',
    too_small: 'Something is missing here.',
    too_big: 'This is too long.',
    invalid_type: 'Something is missing here.',
    invalid_value: 'Choose one of these.',
    invalid_format: 'This is not written as it should be.',
    invalid_union: 'Choose one of these.',
    'not-a-short-name':
      'Write it with lower-case Latin letters, digits and single hyphens, a letter first: diktyo-potamon.',
    'not-an-abbreviation': 'Two to ten Latin capitals or digits, a capital first.',
    'not-a-country':
      'There is no country of this name here. Write its name in your language or in its own, or its two letters, such as GR.',
    'not-a-fingerprint': 'Write the whole fingerprint: SHA256: and the 43 characters that follow.',
    'not-a-domain': 'Write the domain alone, such as example.org.',
    'not-an-address': 'Write the whole address, such as https://example.org/page.',
    'not-a-mail-address': 'Write a mail address, such as name@example.org.',
    'link-in-place':
      'Write the place in words, for anybody may come to read it. How to join online has a field of its own in the notice of a meeting.',
    'outside-region': 'This country is not among those that the conference is for.',
    'no-letter': 'A name needs a letter.',
    'stacked-marks': 'There are more accents here than a letter can bear.',
    'hidden-characters': 'There are invisible characters here that could mislead a reader. Type it anew.',
    'outer-space': 'Take away the space at the beginning or end.',
    'not-a-date': 'This is no date.',
    'not-a-time': 'This is no day and time.',
    'not-a-zone':
      'There is no time zone of this name here. Write the town that it has its name from, such as Athens, or a country that has only one.',
    'skipped-time': 'That night the clocks there are put forward over this time: no clock shows it. Choose another.',
    'not-a-past-day': 'There is no such day. Write it as far as it is known: 2019-06-02, 2019-06 or 2019.',
    'does-not-last': 'Only a meeting or a participation has a last day: leave this empty.',
    'no-names': 'A participant is named by the title alone: leave this empty.',
    'not-a-day': 'There is no such day. Write it as in 2026-05-16.',
    'repeated-time': 'That night the clocks there are put back, and show this time twice. Say which is meant.',
    'repeated-key': 'Each needs an invitation of its own.',
    'hidden-host':
      'Give the address as https://name/…, with nothing before an @, and the name in Latin letters (another alphabet as xn--…).',
    'made-before': 'This was made before the signature that it is about. Make it anew.',
    'all-clauses': 'That is every clause there is: sign the whole text, or leave one out.',
    repeated: 'Something is named twice.',
    'too-far-ahead': 'This day is more than a year ahead.',
    'leads-to-nothing': 'This line leads in to calls, and there are none.',
    'without-yourself': 'You were there: choose your own organisation too.',
    'in-the-future': 'This lies in the future.',
    past: 'This lies in the past, or will when it would count.',
    'one-alone': 'Nobody completes a text alone: name two at least.',
    'no-group': 'No coordinating group is elected: name organisations.',
    first: 'The first revision is a draft; object to its clauses instead.',
    'not-in-the-text': 'These words do not stand in the text.',
    'without-consent': 'A condition belongs to support or acceptance.',
    'wrong-sort': 'Clauses stay, go or have words; amendments go in or do not.',
    'about-itself': 'A condition must be about something else.',
    original: 'This is the language the text was tabled in.',
    'not-a-key': 'Paste a public key: one line, such as ssh-ed25519 AAAA….',
    'key-type': 'Keys of this type are not taken here.',
    'weak-key': 'This key is not sound. Make a new one.',
    'other-site': 'This passkey was made for another site.',
    'not-yours':
      'This was written for another organisation than the one that you are signed in for. Sign in for that one to go on.',
    'act-too-long': 'This is too long to go on the record in one act (64 KiB). Publish some clauses first.',
    'not-a-language': 'Write languages by their tags, as sr or pt-BR.',
    'before-start': 'The end must come after the beginning.',
    'too-long': 'A meeting lasts 30 days at most.',
    count: 'The rules set how many seats there are. Fill as many.',
    country: 'The rules do not give so many seats to one country.',
    assembly: 'An assembly decides in its own right: leave this empty.',
    'own-appeal': 'This is your own appeal: what others do is said by them.',
    'not-yet': 'A report tells of what has happened: this day is still to come.',
    'public-already': 'Everybody could read this report already, and what was public stays so.',
    'language-of-the-report': 'This is the language that the report is written in.',
    'outside-only': 'Only a letter that came in or went out has a correspondent: leave this empty.',
    last: 'Somebody must go on representing the organisation. Appoint another first.',
    invitation: 'Each founder but yours needs an invitation.',
    'not-its-language': 'The periodical does not appear in this language.',
    'has-not-signed': 'A key that the act brings in has not signed it.',
    signers:
      'The signatures are not those that are needed: one by whoever acts, and one by each key that the act brings in.',
    order: 'The signatures are out of order: whoever acts signs first, then each new key as the act names them.',
    ...meansFields,
    meanwhile: 'Somebody changed this in the meantime. Look at it again.',
    'not-a-picture': 'This is no picture of these kinds, or it is damaged. Choose a PNG, JPEG or WebP file.',
    'picture-too-large': 'This picture is too large. Make it smaller.',
    'file-too-large': 'One of these files is too large. Make it smaller, or send it in parts.',
    'too-many-files': 'These are too many files. Take some out.',
    'repeated-clause': 'A clause is named twice.',
    other: 'This is not right.',
  } as Readonly<Record<string, string>>,
  rejection,
};
