import { MAIL_BOUNDS, type MailFault } from './mail.ts';
import { type Head, fieldIn, readHead } from './head.ts';
import { type Structured, readStructured } from './structured.ts';

/**
 * A message taken apart (RFC 2046), by positions and without copying. This is our own: to mend a wrong character set takes the part's bytes, which parsers
 * of mail give up for words, and the bounds hold by construction. A message within a message is not opened.
 */

/** A part that holds no parts. */
export interface Leaf {
  readonly head: Head;
  readonly type: Structured;
  readonly disposition: Structured;
  /** As it was sent, transfer encoding and all. */
  readonly body: Buffer;
  /** The innermost multipart/alternative around it, by number; 0: none. */
  readonly alternative: number;
  /** Whether it stands in a multipart/related behind its first part, as pictures do. */
  readonly related: boolean;
}

export interface Parts {
  readonly head: Head;
  readonly type: Structured;
  readonly leaves: readonly Leaf[];
  readonly fault: MailFault | null;
}

interface Around {
  readonly depth: number;
  readonly alternative: number;
  readonly related: boolean;
}

export const takeApart = (bytes: Buffer): Parts => {
  const leaves: Leaf[] = [];
  let parts = 0;
  let alternatives = 0;

  /** Takes the entity apart and answers why it cannot be. */
  const walk = (head: Head, type: Structured, to: number, around: Around): MailFault | null => {
    const body = bytes.subarray(head.body, to);
    const boundary = type.params.get('boundary') ?? '';
    const pieces = type.value.startsWith('multipart/') && boundary !== '' ? split(body, boundary) : [];
    if (pieces.length === 0) {
      const plain = type.value.startsWith('multipart/') || type.value === '';
      const disposition = readStructured(fieldIn(head, 'content-disposition'));
      leaves.push({ head, type: plain ? TEXT : type, disposition, body, ...around });
      return null;
    }
    if (around.depth >= MAIL_BOUNDS.depth) return 'too-deep';
    const alternative = type.value === 'multipart/alternative' ? ++alternatives : around.alternative;
    for (const [i, [from, end]] of pieces.entries()) {
      if (++parts > MAIL_BOUNDS.parts) return 'too-many-parts';
      const inner = readHead(bytes, head.body + from, head.body + end, PART);
      if (inner === null) return 'head-too-large';
      const related = around.related || (type.value === 'multipart/related' && i > 0);
      const fault = walk(inner, readStructured(fieldIn(inner, 'content-type')), head.body + end, {
        depth: around.depth + 1,
        alternative,
        related,
      });
      if (fault !== null) return fault;
    }
    return null;
  };

  const head = readHead(bytes, 0, bytes.length, WHOLE);
  if (head === null) return { head: NO_HEAD, type: TEXT, leaves: [], fault: 'head-too-large' };
  const type = readStructured(fieldIn(head, 'content-type'));
  const fault = bytes.length > MAIL_BOUNDS.message ? 'too-large' : walk(head, type, bytes.length, OUTSIDE);
  return { head, type, leaves: fault === null ? leaves : [], fault };
};

const WHOLE = { most: MAIL_BOUNDS.head, mostFields: MAIL_BOUNDS.fields };
const PART = { most: MAIL_BOUNDS.partHead, mostFields: 100 };
const OUTSIDE: Around = { depth: 0, alternative: 0, related: false };
const NO_HEAD: Head = { fields: [], body: 0, readsOneWay: false };
/** RFC 2045 section 5.2. */
const TEXT: Structured = { value: 'text/plain', params: new Map() };

const LF = 0x0a;

/** From where to where each part goes, the line break before its boundary left out. */
const split = (body: Buffer, boundary: string): readonly (readonly [from: number, to: number])[] => {
  const mark = Buffer.from(`--${boundary}`);
  const pieces: (readonly [number, number])[] = [];
  let from: number | null = null;
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length)) {
    if (at > 0 && body[at - 1] !== LF) continue;
    const end = lineEnd(body, at);
    const rest = body.toString('latin1', at + mark.length, Math.min(end, at + mark.length + 100));
    const last = rest.startsWith('--');
    if (!/^(?:--)?\s*$/u.test(rest)) continue;
    if (from !== null) pieces.push([from, Math.max(from, beforeBreak(body, at))]);
    from = end;
    if (last) return pieces;
    // One more than is taken apart is enough to know that there are too many.
    if (pieces.length > MAIL_BOUNDS.parts) return pieces;
  }
  // The closing boundary is missing: the message was cut short.
  return from === null ? [] : [...pieces, [from, body.length]];
};

const lineEnd = (body: Buffer, from: number): number => {
  const found = body.indexOf(LF, from);
  return found < 0 ? body.length : found + 1;
};

const beforeBreak = (body: Buffer, at: number): number => (body[at - 2] === 0x0d ? at - 2 : at - 1);
