import { foldLines } from 'nodemailer/lib/mime-funcs';
import MimeNode from 'nodemailer/lib/mime-node';

/** A field of a mail's head, whole and folded, without the line end after it. */
export interface Field {
  readonly name: string;
  readonly line: string;
}

/** Somebody's words as they stand in a head. Writing them so is most of the work on a mail, and many mails share them. */
export interface Wording {
  /** A text: what is not ASCII is encoded (RFC 2047). */
  readonly text: (text: string) => string;
  /** The name before an address, with the space after it; empty where there is none. */
  readonly phrase: (name: string) => string;
}

const encoder = new MimeNode(false);
const SOMEBODY = '<x@x>';

export const wording: Wording = {
  text: (text) => encoder.encodeHeaderValue('Subject', oneLine(text)),
  phrase: (name) => {
    const words = oneLine(name);
    return words === '' ? '' : encoder.encodeHeaderValue('From', { name: words, address: 'x@x' }).replace(SOMEBODY, '');
  },
};

/** A {@link Wording} that remembers the last words. */
export const createWording = (): Wording => ({ text: remembering(wording.text), phrase: remembering(wording.phrase) });

const REMEMBERED = 64;

const remembering = (write: (text: string) => string): ((text: string) => string) => {
  const written = new Map<string, string>();
  return (text) => {
    const before = written.get(text);
    if (before !== undefined) return before;
    if (written.size >= REMEMBERED) written.clear();
    const fresh = write(text);
    written.set(text, fresh);
    return fresh;
  };
};

/** Somebody's words in one line: no control characters, no line separators, no change of direction that would run on into what follows. */
const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim();

/** The most octets that a line may have without its end (RFC 5322 section 2.1.1), and how many it should have. */
const MOST_LINE = 998;
const LINE = 76;

/** A field with a value in ASCII. @throws TypeError where the value would end the field, or cannot stand in one */
export const field = (name: string, value: string): Field => {
  const whole = `${name}: ${value}`;
  if (!/^[\x20-\x7e]+$/u.test(whole)) throw new TypeError(`${name} holds what no header may hold`);
  if (whole.length <= LINE) return { name, line: whole };
  const line = foldLines(whole, LINE);
  if (line.split('\r\n').some((piece) => piece.length > MOST_LINE)) throw new TypeError(`${name} cannot be folded`);
  return { name, line };
};
