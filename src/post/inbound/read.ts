import type { Bytes } from '../../base/bytes.ts';
import { type Instant, instant } from '../../base/time.ts';
import { authorIn } from './author.ts';
import { automaticIn } from './automatic.ts';
import { decodeWords } from '../../base/charset.ts';
import { cleanLine, cleanProse, safeFileName } from './clean.ts';
import { unflowed } from './flowed.ts';
import { type Head, fieldIn, wordsInField } from './head.ts';
import { htmlToWords } from './html.ts';
import { type DeliveryReport, type LeftOut, MAIL_BOUNDS, type MailFault, type ReadMail } from './mail.ts';
import { type Leaf, takeApart } from './parts.ts';
import { readReport } from './report.ts';
import { transferDecoded } from './transfer.ts';

/** Reads a message. Answers for any bytes whatever; takes time in proportion to them. */
export const readMail = (message: Bytes, sender: string, own: (messageId: string) => boolean): ReadMail => {
  const bytes = Buffer.from(message.buffer, message.byteOffset, message.length);
  const { head, type, leaves, fault } = takeApart(bytes);
  const leftOut = new Set<LeftOut>();
  return {
    ...headOf(head),
    words: wordsOf(leaves, leftOut),
    attachments: attachmentsOf(leaves, leftOut),
    calendars: calendarsOf(leaves, leftOut),
    automatic: automaticIn({
      fields: head.fields,
      type: type.value,
      types: leaves.map((leaf) => leaf.type.value),
      sender,
      own,
    }),
    report: type.value === 'multipart/report' ? reportOf(leaves) : null,
    leftOut: [...leftOut],
    fault,
  };
};

/** What is said of a message that could not be read at all. */
export const unreadable = (fault: MailFault): ReadMail => ({
  ...headOf({ fields: [], body: 0, readsOneWay: false }),
  words: '',
  attachments: [],
  calendars: [],
  automatic: null,
  report: null,
  leftOut: [],
  fault,
});

const MOST_SUBJECT = 300;

const headOf = (head: Head) => {
  const [messageId] = idsIn(fieldIn(head, 'message-id'));
  return {
    from: authorIn(head),
    subject: wordsInField(fieldIn(head, 'subject'), MOST_SUBJECT),
    date: dateIn(fieldIn(head, 'date')),
    messageId: messageId ?? null,
    inReplyTo: idsIn(fieldIn(head, 'in-reply-to')),
    references: idsIn(fieldIn(head, 'references')),
  };
};

const idsIn = (field: string): readonly string[] =>
  (field.match(/<[^<>\s]{1,250}>/gu) ?? []).slice(-MAIL_BOUNDS.references);

const dateIn = (field: string): Instant | null => {
  const ms = Date.parse(field.slice(0, 100).replaceAll(/\([^()]*\)/gu, ''));
  return Number.isNaN(ms) || ms < 0 ? null : instant(ms);
};

const isText = (leaf: Leaf): boolean =>
  (leaf.type.value === 'text/plain' || leaf.type.value === 'text/html') &&
  leaf.disposition.value !== 'attachment' &&
  !leaf.related &&
  fileNameOf(leaf) === null;

const fileNameOf = ({ disposition, type }: Leaf): string | null =>
  disposition.params.get('filename') ?? type.params.get('name') ?? null;

const contentOf = (leaf: Leaf): Bytes => transferDecoded(leaf.body, fieldIn(leaf.head, 'content-transfer-encoding'));

const charsetOf = (leaf: Leaf): string | null => leaf.type.params.get('charset') ?? null;

/** Of each multipart/alternative its plain text, or where that is empty its HTML; and every text outside of one. */
const wordsOf = (leaves: readonly Leaf[], leftOut: Set<LeftOut>): string => {
  const groups = Map.groupBy(leaves.filter(isText), (leaf) => (leaf.alternative === 0 ? leaf : leaf.alternative));
  const texts = [...groups.values()].map((group) => {
    const plain = group.filter(({ type }) => type.value === 'text/plain').map(plainWords);
    if (plain.some((words) => words.trim() !== '')) return plain.join('\n\n');
    return group
      .filter(({ type }) => type.value === 'text/html')
      .map((leaf) => htmlWords(leaf, leftOut))
      .join('\n\n');
  });
  const whole = texts.filter((words) => words.trim() !== '').join('\n\n');
  if (whole.length > MAIL_BOUNDS.words) leftOut.add('words');
  return cleanProse(whole.slice(0, MAIL_BOUNDS.words), MAIL_BOUNDS.words).trim();
};

const plainWords = (leaf: Leaf): string => {
  const text = decodeWords(contentOf(leaf), charsetOf(leaf)).replaceAll(/\r\n?/gu, '\n');
  const { params } = leaf.type;
  return params.get('format')?.toLowerCase() === 'flowed'
    ? unflowed(text, params.get('delsp')?.toLowerCase() === 'yes')
    : text;
};

const htmlWords = (leaf: Leaf, leftOut: Set<LeftOut>): string => {
  const html = decodeWords(contentOf(leaf), charsetOf(leaf) ?? charsetInHtml(leaf));
  if (html.length > MAIL_BOUNDS.html) leftOut.add('words');
  return htmlToWords(html.slice(0, MAIL_BOUNDS.html));
};

const charsetInHtml = (leaf: Leaf): string | null =>
  /charset\s*=\s*["']?([a-z0-9_-]{1,40})/iu.exec(leaf.body.toString('latin1', 0, 4096))?.[1] ?? null;

const attachmentsOf = (leaves: readonly Leaf[], leftOut: Set<LeftOut>) => {
  const files = leaves.filter(
    (leaf) =>
      !isText(leaf) && !isUnnamedCalendar(leaf) && !leaf.related && !leaf.type.value.startsWith('message/delivery'),
  );
  if (files.length > MAIL_BOUNDS.attachments) leftOut.add('attachments');
  return files.slice(0, MAIL_BOUNDS.attachments).map((leaf, i) => ({
    name: safeFileName(fileNameOf(leaf), `${i + 1}.${ENDINGS[leaf.type.value] ?? 'bin'}`),
    type: cleanLine(leaf.type.value, 100),
    content: contentOf(leaf),
  }));
};

/** Of the few types that programs attach without a name. */
const ENDINGS: Readonly<Record<string, string>> = {
  'message/rfc822': 'eml',
  'text/plain': 'txt',
  'text/html': 'html',
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

const isCalendar = ({ type }: Leaf): boolean => type.value === 'text/calendar' || type.value === 'application/ics';

const isUnnamedCalendar = (leaf: Leaf): boolean => isCalendar(leaf) && fileNameOf(leaf) === null;

/** The same calendar often stands in a message twice: for reading, and as a file. */
const calendarsOf = (leaves: readonly Leaf[], leftOut: Set<LeftOut>) => {
  const found = new Map<string, { readonly method: string; readonly words: string }>();
  for (const leaf of leaves.filter(isCalendar)) {
    const content = contentOf(leaf);
    const words = decodeWords(content.subarray(0, MAIL_BOUNDS.calendar), charsetOf(leaf) ?? 'utf-8');
    if (content.length > MAIL_BOUNDS.calendar || (found.size >= MAIL_BOUNDS.calendars && !found.has(words)))
      leftOut.add('calendars');
    else if (!found.has(words))
      found.set(words, { method: cleanLine(leaf.type.params.get('method') ?? '', 20).toUpperCase(), words });
  }
  return [...found.values()];
};

const reportOf = (leaves: readonly Leaf[]): DeliveryReport | null => {
  const status = leaves.find(({ type }) => /^message\/(?:global-)?delivery-status$/u.test(type.value));
  return status === undefined ? null : readReport(contentOf(status));
};
