import { hash } from 'node:crypto';
import MimeNode from 'nodemailer/lib/mime-node';
import type { MailContent } from '../../conference/post/mail.ts';
import { relaxedBody } from './dkim.ts';
import type { Field } from './fields.ts';

/** What a mail says, in the form of the wire: everything in it is ASCII. */
export interface EncodedContent {
  /** `Content-Type` and `Content-Transfer-Encoding`. */
  readonly fields: readonly Field[];
  readonly body: Buffer;
  /** SHA-256 of the body as DKIM's relaxed canonicalisation has it, base64. */
  readonly bodyHash: string;
}

/** A media type as RFC 6838 section 4.2 has it. */
const MEDIA_TYPE = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}$/iu;

/** Alternatives from the plainest to the richest, then what is attached (RFC 2046). Text that says the same gives other boundaries each time. */
export const encodeContent = async (content: MailContent): Promise<EncodedContent> => {
  const { text, html, calendar, attachments } = content;
  // The outermost node of a tree would get the headers of a message.
  const root = new MimeNode('multipart/mixed', { disableFileAccess: true, disableUrlAccess: true });
  const mixed = attachments.length === 0 ? root : root.createChild('multipart/mixed');
  const alternatives = html === null && calendar === null ? mixed : mixed.createChild('multipart/alternative');
  const first = alternatives.createChild('text/plain; charset=utf-8').setContent(plain(text));
  if (html !== null) alternatives.createChild('text/html; charset=utf-8').setContent(plain(html));
  if (calendar !== null)
    alternatives
      .createChild(`text/calendar; charset=utf-8; method=${calendar.method}`)
      .setContent(plain(calendar.object));
  for (const { name, type, content } of attachments) {
    const mediaType = MEDIA_TYPE.test(type) ? type : 'application/octet-stream';
    mixed
      .createChild(mediaType, { filename: plain(name).replaceAll(/[\r\n\t/\\]+/gu, ' ') })
      .setHeader('Content-Disposition', 'attachment')
      .setHeader('Content-Transfer-Encoding', 'base64')
      .setContent(Buffer.from(content));
  }
  const outer = attachments.length > 0 ? mixed : alternatives === root ? first : alternatives;
  outer.newline = 'win';
  const built = await outer.build();
  const end = built.indexOf('\r\n\r\n');
  const body = built.subarray(end + 4);
  const bodyHash = hash('sha256', relaxedBody(body.toString('latin1')), 'base64');
  return { fields: fieldsIn(built.toString('latin1', 0, end)), body, bodyHash };
};

/** Without the control characters that have no place in a text, its lines ended as MIME has them. */
const plain = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?|\n/gu, '\r\n')
    .replaceAll(/[^\P{Cc}\t\r\n]/gu, '');

const fieldsIn = (head: string): readonly Field[] =>
  head.split(/\r\n(?![ \t])/u).map((line) => {
    const colon = line.indexOf(':');
    return { name: line.slice(0, colon), line };
  });
