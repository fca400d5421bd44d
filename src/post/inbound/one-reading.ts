/**
 * Whether a head can be read in one way only (RFC 5322 sections 2.2 and 3.6). A server that vouches, a program that shows and this node each read a head by
 * themselves; where they could differ, a signature over one reading would vouch for another.
 */
export const readsOneWay = (lines: readonly string[]): boolean => {
  const names = new Set<string>();
  const ends = new Set<string>();
  for (const [i, line] of lines.entries()) {
    const end = line.endsWith('\r\n') ? '\r\n' : line.endsWith('\n') ? '\n' : '';
    const words = line.slice(0, line.length - end.length);
    if (end !== '') ends.add(end);
    // The empty line that ends the head is its last.
    if (words === '') continue;
    if (STRANGE.test(words)) return false;
    const folded = words.startsWith(' ') || words.startsWith('\t');
    // A line of spaces ends the head for some readers, and a first line that is folded belongs to nothing.
    if (folded && (i === 0 || words.trim() === '')) return false;
    if (folded) continue;
    const name = FIELD.exec(words)?.[1]?.toLowerCase();
    if (name === undefined || (ONCE.has(name) && names.has(name))) return false;
    names.add(name);
  }
  return ends.size <= 1;
};

/** Control characters but the tab; a carriage return of its own is one. */
// oxlint-disable-next-line no-control-regex -- it is what is looked for
const STRANGE = /[\u0000-\u0008\u000a-\u001f\u007f]/u;

/** RFC 5322 section 3.6.8: nothing stands between the name and its colon, which section 4.5 allowed once. */
const FIELD = /^([!-9;-~]{1,100}):/u;

/** Fields of which a message has one at most (RFC 5322 section 3.6, RFC 2045 section 3, RFC 2183, RFC 3834 section 5). */
const ONCE: ReadonlySet<string> = new Set([
  'auto-submitted',
  'bcc',
  'cc',
  'content-disposition',
  'content-transfer-encoding',
  'content-type',
  'date',
  'from',
  'in-reply-to',
  'message-id',
  'mime-version',
  'references',
  'reply-to',
  'sender',
  'subject',
  'to',
]);
