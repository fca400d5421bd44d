import { bytes, number, perDay, span } from './units.ts';
import { ADDRESS_KEPT, MAIL_KEPT } from '../src/conference/post/personal.ts';
import { MOST_BOUNCED, MOST_SUBSCRIPTIONS } from '../src/conference/post/subscriptions.ts';
import { MOST_UNREAD, STRANGERS_MAIL } from '../src/conference/post/tray.ts';
import { GOOD_FOR } from '../src/post/subscribed/desk.ts';
import { MOST_BROKEN } from '../src/post/inbound/desk.ts';
import { DAILY } from '../src/post/allowances.ts';

/** The bounds of what a node sends, takes in and keeps of mail. */

export interface Bound {
  readonly what: string;
  readonly bound: string;
  /** The test that it holds, from the folder of the project; `null`: there is none. */
  readonly test: string | null;
}

const ALLOWANCES = 'test/mail-allowances.test.ts';

export const MAIL_BOUNDS: readonly Bound[] = [
  {
    what: 'codes by mail in a day: to one address, for one organisation, in a conference, from a node',
    bound: perDay(DAILY.codes.members),
    test: ALLOWANCES,
  },
  { what: 'the same of strangers', bound: perDay(DAILY.codes.strangers), test: ALLOWANCES },
  {
    what: 'questions by mail in a day whether a periodical is wanted: to one address, from one source, in a conference, from a node',
    bound: perDay(DAILY.subscriptions),
    test: 'test/subscription.test.ts',
  },
  {
    what: 'periodicals by mail, in a conference; mails that came back before one ends; the link by which one begins',
    bound: `${number(MOST_SUBSCRIPTIONS)}; ${MOST_BOUNCED}; ${span(GOOD_FOR)}`,
    test: 'test/subscription-rounds.test.ts',
  },
  {
    what: 'answers to mail in a day, to one delegate and from a node',
    bound: perDay(DAILY.answers),
    test: 'test/mail-in.test.ts',
  },
  {
    what: 'mails in a day that nobody vouches for, of one organisation and in all, that go on the record',
    bound: perDay(DAILY.unproven),
    test: 'test/mail-in.test.ts',
  },
  {
    what: 'strangers’ mail that is kept: of one sender, of a conference, in all',
    bound: `${STRANGERS_MAIL.ofOne}; ${STRANGERS_MAIL.mails}, ${bytes(STRANGERS_MAIL.bytes)}; ${bytes(STRANGERS_MAIL.inAll)}; 30 days`,
    test: 'test/mail-strangers.test.ts',
  },
  {
    what: 'mail that nobody has read yet, before more is put off',
    bound: `${number(MOST_UNREAD.mails)}, ${bytes(MOST_UNREAD.bytes)}`,
    test: 'test/mail-room.test.ts',
  },
  {
    what: 'mail at which something broke, that waits for the next start',
    bound: `${number(MOST_BROKEN.mails)}, ${bytes(MOST_BROKEN.bytes)}`,
    test: 'test/mail-strangers.test.ts',
  },
  {
    what: 'mail addresses of strangers; of delegates recalled; of those who left; never confirmed; where a mail went; one that came in',
    bound: `while their application waits, and a day; a day; ${span(ADDRESS_KEPT.former)}; ${span(ADDRESS_KEPT.unconfirmed)}; ${span(MAIL_KEPT.out)}; ${span(MAIL_KEPT.in)}`,
    test: 'test/forgotten.test.ts',
  },
];
