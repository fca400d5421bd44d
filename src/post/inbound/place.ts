import type { OrganisationId } from '../../base/ids.ts';
import { foldedAddress } from '../../conference/post/address.ts';
import type { Trust } from '../../conference/post/tray.ts';
import { readCalendarReply } from '../calendar/reply.ts';
import type { OurAddress } from './addresses.ts';
import { bounceIn } from '../mail/bounce.ts';
import type { MailAttachment, ReadMail } from './mail.ts';
import { cutWords, ownWords, piecesOf } from './quotes.ts';
import { type SignedAct, type SignedActFault, signedActs } from './signed-act.ts';

/** Decides what a mail is to the conference. Pure: the same mail, known in the same way, is always the same. */

/** A delegate who is reached at an address; delegate 0 is the organisation itself. */
export interface Addressee {
  readonly organisation: OrganisationId;
  readonly delegate: number;
}

export interface Incoming {
  readonly mail: ReadMail;
  /** The envelope's sender; empty where nobody may be answered. */
  readonly sender: string;
  readonly trust: Trust;
  readonly to: OurAddress;
  /** Who is reached at the author's address, as far as that was confirmed. */
  readonly known: readonly Addressee[];
  /** The address of the one to whom the mail went that this answers; `null` where there is none, or none any more. */
  readonly asked: string | null;
  /** What the mails of ours that it follows were about. */
  readonly follows: readonly (Addressee & { readonly circulation: number })[];
}

/** What somebody says, and what they sent along. */
export interface Said {
  readonly subject: string;
  /** In their own words; empty where files speak for themselves. */
  readonly words: string;
  readonly files: readonly MailAttachment[];
}

export type Placement =
  /** An organisation answers what was circulated; `null`: it writes of its own accord. */
  | ({ readonly kind: 'reply'; readonly circulation: number | null; readonly said: Said } & Spoken)
  /** The answer to an invitation, in iCalendar, by `attendee`, and what they wrote with it, where they did. */
  | ({
      readonly kind: 'attendance';
      readonly attendee: string;
      readonly answer: string;
      readonly circulation: number | null;
      readonly said: Said | null;
    } & Spoken)
  /** Each is judged at the one door like any other act. */
  | { readonly kind: 'acts'; readonly acts: readonly SignedAct[] }
  | { readonly kind: 'bounce'; readonly token: string; readonly status: string; readonly answer: string }
  /** A program wrote it. Nothing follows, and nobody is answered. */
  | { readonly kind: 'automatic'; readonly why: string }
  /** It is not taken. */
  | { readonly kind: 'refused'; readonly why: MailRefusal }
  /** A person must look at it. */
  | { readonly kind: 'waiting'; readonly why: WaitingFor };

/** A delegate who speaks, and whether the domain of their address vouches for that: a reply address alone does not, for it may have gone on with a mail to anybody. */
export interface Spoken extends Addressee {
  readonly proven: boolean;
}

export type MailRefusal =
  | { readonly kind: 'forged' }
  | { readonly kind: 'unknown-sender'; readonly address: string }
  /** The answer to an invitation speaks for somebody else than the one who was invited. */
  | { readonly kind: 'calendar-of-another'; readonly attendee: string }
  /** The answer to an invitation cannot be read, is to another meeting, or to a notice that was changed since. */
  | { readonly kind: 'calendar' | 'other-meeting' | 'old-notice' }
  | { readonly kind: 'nothing-said' }
  | { readonly kind: 'act'; readonly fault: SignedActFault };

export type WaitingFor =
  /** It could not be read; see `MailFault`. */
  | 'unreadable'
  /** It does not name exactly one author, in a way that everybody reads alike. */
  | 'no-author'
  /** Nobody vouches for the author, and no reply address shows that a mail of ours reached them. */
  | 'unproven'
  /** Whoever wrote it is nobody's delegate. */
  | 'stranger'
  /** It came from an organisation's general address: none of its delegates answers for it. */
  | 'no-delegate'
  /** More came with it than goes on the record. */
  | 'too-much';

/** Bytes and number of the files that go on the record with a reply. */
export const MOST_FILES = 15;
export const MOST_FILE_BYTES = 8 * 1024 * 1024;

export const place = (incoming: Incoming): Placement => {
  const { mail, to } = incoming;
  if (to.purpose === 'bounce') return placeBounce(incoming, to.token);
  if (mail.automatic === 'loop' || mail.automatic === 'report') return { kind: 'automatic', why: mail.automatic };
  // An act is proven by its signature, and an answer to an invitation is often a program's: whoever else they come from.
  const acts = signedActs(mail.attachments);
  if (!acts.ok) return refused({ kind: 'act', fault: acts.error });
  if (acts.value.length > 0) return { kind: 'acts', acts: acts.value };
  const calendar = mail.calendars.find(({ method, words }) => method === 'REPLY' || /^METHOD:REPLY\s*$/imu.test(words));
  if (calendar === undefined && mail.automatic !== null) return { kind: 'automatic', why: mail.automatic };
  if (mail.fault !== null) return waiting('unreadable');
  if (mail.from === null) return waiting('no-author');
  const author = authorOf(incoming);
  if ('why' in author) return author;
  if (author.delegate === 0) return waiting('no-delegate');
  if (calendar !== undefined && to.purpose !== 'general') return placeAnswer(incoming, calendar.words, author);
  return placeWords(incoming, author);
};

/** A mail of ours came back; or a program answers at the address to which mails come back, as vacation notices do. */
const placeBounce = (incoming: Incoming, token: string): Placement => {
  const { mail } = incoming;
  const bounce = bounceIn(`bounce+${token}`, mail);
  if (bounce?.kind === 'permanent') {
    return { kind: 'bounce', token, status: mail.report?.status ?? '', answer: bounce.answer };
  }
  if (bounce !== null) return { kind: 'automatic', why: 'delayed' };
  // A report that nobody can make out is no reason to forget it.
  const told = mail.automatic !== null && mail.automatic !== 'no-return-path';
  return told ? { kind: 'automatic', why: mail.report?.action ?? mail.automatic } : waiting('stranger');
};

/** Who speaks, or why nobody is believed to. */
const authorOf = (incoming: Incoming): Spoken | Extract<Placement, { readonly kind: 'refused' | 'waiting' }> => {
  const { mail, trust, to, known, asked } = incoming;
  const address = mail.from?.address ?? '';
  const addressed = to.purpose === 'reply' || to.purpose === 'calendar' ? to : null;
  const isAsked = addressed !== null && asked !== null && foldedAddress(asked) === foldedAddress(address);
  const own =
    addressed === null ? undefined : known.find(({ organisation }) => organisation === addressed.organisation);
  if (trust.disowned) return refused({ kind: 'forged' });
  const proven = trust.aligned;
  // The reply address shows that our mail reached them, or somebody to whom they showed it. Their address alone would show nothing.
  if (addressed !== null && isAsked) return { ...addressed, proven };
  if (own !== undefined) return { ...own, proven };
  const [other] = known;
  if (other !== undefined && proven) return { ...other, proven };
  if (addressed !== null) return refused({ kind: 'unknown-sender', address });
  return waiting(other === undefined ? 'stranger' : 'unproven');
};

const placeAnswer = (incoming: Incoming, words: string, { organisation, delegate, proven }: Spoken): Placement => {
  const author = incoming.mail.from?.address ?? '';
  const reply = readCalendarReply(words, incoming.asked === null ? [author] : [incoming.asked]);
  if (!reply.ok) return refused({ kind: 'calendar' });
  const { attendee } = reply.value;
  const isAuthor = foldedAddress(attendee) === foldedAddress(author);
  const isAsked = incoming.asked !== null && foldedAddress(attendee) === foldedAddress(incoming.asked);
  if (!isAuthor && !isAsked) return refused({ kind: 'calendar-of-another', attendee });
  const { to, mail } = incoming;
  const circulation = 'circulation' in to ? to.circulation : null;
  // The mail around it is the program's; their own words are in the calendar.
  const { comment } = reply.value;
  const said = comment === null ? null : { subject: mail.subject, words: comment, files: [] };
  return { kind: 'attendance', attendee, answer: words, circulation, said, organisation, delegate, proven };
};

const placeWords = (incoming: Incoming, { organisation, delegate, proven }: Spoken): Placement => {
  const { mail, to, follows } = incoming;
  const words = ownWords(piecesOf(mail.words));
  const files = mail.attachments;
  if (words === '' && files.length === 0) return refused({ kind: 'nothing-said' });
  const size = files.reduce((sum, { content }) => sum + content.length, 0);
  const tooMuch = files.length > MOST_FILES || size > MOST_FILE_BYTES || mail.leftOut.length > 0;
  if (tooMuch) return waiting('too-much');
  const circulation = 'circulation' in to ? to.circulation : (follows.at(-1)?.circulation ?? null);
  return { kind: 'reply', circulation, organisation, delegate, proven, said: { subject: mail.subject, words, files } };
};

/** What was cut away from around the words. */
export const cutOf = (mail: ReadMail): string => cutWords(piecesOf(mail.words));

const refused = (why: MailRefusal): Extract<Placement, { readonly kind: 'refused' }> => ({ kind: 'refused', why });

const waiting = (why: WaitingFor): Extract<Placement, { readonly kind: 'waiting' }> => ({ kind: 'waiting', why });

/**
 * Whether whoever sent it may be answered: a delegate known at this address, for which its domain vouches, and no program (RFC 3834, section 2). Anybody else may be a name that a stranger
 * has put there, and would get mail that they have not asked for.
 */
export const mayBeAnswered = ({ mail, sender, trust, known }: Incoming): boolean =>
  trust.aligned &&
  mail.automatic === null &&
  mail.from !== null &&
  known.length > 0 &&
  foldedAddress(sender) === foldedAddress(mail.from.address);
