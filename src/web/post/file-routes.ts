import { Hono } from 'hono';
import { type AttachmentHash, attachmentHashSchema } from '../../base/ids.ts';
import { broughtAt } from '../../charter/law/resource.ts';
import type { KeptFile } from '../../charter/law/kept.ts';
import type { Reader } from '../../conference/reading/reader.ts';
import { NOT_KEPT } from '../../http/keeping.ts';
import type { WebEnv } from '../kit/env.ts';

/** Files that letters, reports, items of agendas and transactions name, for whoever may see those. */
export const fileRoutes = new Hono<WebEnv>();

/** Types that a browser may be told of, for it then opens the file with the right program; every other is a row of bytes. */
const TOLD = new Set([
  'application/pdf',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'image/jpeg',
  'image/png',
  'text/plain',
]);

/** The receipts of the transactions and expenses whose entries name it: there may be any number of others. */
const receiptsOf = (reader: Reader, hash: AttachmentHash): readonly KeptFile[] =>
  (reader.kept(hash)?.named ?? []).flatMap((index) => [
    ...(reader.transaction(broughtAt(reader.transactions(), ({ on }) => on, index))?.receipts ?? []),
    ...(reader.expenses()[broughtAt(reader.expenses(), ({ on }) => on, index) - 1]?.receipts ?? []),
  ]);

const filesIn = (reader: Reader, hash: AttachmentHash): readonly KeptFile[] => [
  ...receiptsOf(reader, hash),
  ...reader.letters().flatMap(({ files }) => files),
  ...reader.actions().flatMap(({ files }) => files),
  ...reader.reports().flatMap(({ versions }) => versions.flatMap(({ files }) => files)),
  ...reader.meetings().flatMap(({ items }) => items.flatMap(({ files }) => files)),
];

fileRoutes.get('/files/:hash', async (c) => {
  const hash = attachmentHashSchema.safeParse(c.req.param('hash'));
  const { reader, conference } = c.var.context();
  const file = hash.success ? filesIn(reader, hash.data).find((named) => named.hash === hash.data) : undefined;
  const found = file === undefined ? null : await conference.attachment(file.hash);
  if (file === undefined || found === null) return c.notFound();
  return c.body(new Uint8Array(found.content), 200, {
    'content-type': TOLD.has(file.type) ? file.type : 'application/octet-stream',
    'content-disposition': disposition(file.name),
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': NOT_KEPT,
  });
});

/** Always kept as a file, never shown here (RFC 6266; the name as RFC 8187 writes it). */
const disposition = (name: string): string => {
  const plain = name.replaceAll(/[^A-Za-z0-9._-]+/gu, '_');
  const whole = encodeURIComponent(name).replaceAll(
    /['()*]/gu,
    (c) => `%${c.codePointAt(0)?.toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
};
