import type { Bytes } from '../../base/bytes.ts';
import type { MailAddress } from './address.ts';

/** One message to one recipient, ready for the wire. */
export interface Carriage {
  /** The envelope's sender, where bounces go; `null`: nowhere. */
  readonly from: MailAddress | null;
  readonly to: MailAddress;
  /** RFC 5322, with CRLF, signed. */
  readonly message: Bytes;
}

/** What the receiving server said, in its own words. */
export type CarrierAnswer =
  /** It has taken the message on (2xx). */
  | { readonly kind: 'accepted'; readonly answer: string }
  /** It will never take this message for this recipient (5xx). */
  | { readonly kind: 'refused'; readonly answer: string }
  /** It will not take it now (4xx). */
  | { readonly kind: 'put-off'; readonly answer: string }
  /** No server was reached, it does not let us in, or it gave no answer. It may have the message, if it gave none after the last byte. */
  | { readonly kind: 'unreachable'; readonly answer: string };

/** Hands mails to a mail server. Many may be on their way at once; how many at most is the carrier's to say. */
export interface Carrier {
  /**
   * Where the message was taken, `keep` is told so first, and the session carries nothing more until that has ended: a server that hears from us again has its
   * answer on our disk.
   */
  readonly hand: (carriage: Carriage, keep?: (answer: CarrierAnswer) => Promise<unknown>) => Promise<CarrierAnswer>;
  /** How many `hand`s it works on at once; more wait. */
  readonly width: number;
  /** Ends what is under way; it answers `unreachable`. */
  readonly close: () => Promise<void>;
}
