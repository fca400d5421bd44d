import { sameBytes } from '../../base/bytes.ts';
import type { AttachmentHash } from '../../base/ids.ts';
import { type Result, err } from '../../base/result.ts';
import { isErased } from '../../charter/brought/attachments.ts';
import { saltedHash } from '../../record/envelope.ts';
import { type RecordFault, type RecordSummary, type RecordToVerify, verifyRecord } from '../../record/verify-record.ts';
import { DOOR_LIMITS } from '../door/submission.ts';
import { FILES, derivedFiles } from './export.ts';
import { type Folder, readWhole } from './folder.ts';
import { type Misplaced, createReplay } from './replay.ts';

/** What is wrong with an export: with one of its entries, with the record as a whole, or with another file. */
export type ExportFault =
  | Exclude<RecordFault<Misplaced>, { readonly kind: 'refused' }>
  | ({ readonly index: number } & Misplaced)
  | { readonly index: null; readonly kind: 'missing-file'; readonly file: string }
  /** Nothing that an export holds. */
  | { readonly index: null; readonly kind: 'unexpected-file'; readonly file: string }
  /** An attachment that the record says was erased. */
  | { readonly index: null; readonly kind: 'erased-file'; readonly file: string }
  /** Not what follows from the entries; an attachment: not what its name says. */
  | { readonly index: null; readonly kind: 'file-differs'; readonly file: string };

/** Checks an export from end to end: entries, signatures, rules, checkpoint, and that every other file follows from them. */
export const verifyExport = async (
  folder: Folder,
  options: Pick<RecordToVerify<Misplaced>, 'check' | 'ahead'> = {},
): Promise<Result<RecordSummary, ExportFault>> => {
  const names = await folder.names();
  for (const file of [FILES.entries, FILES.checkpoint]) {
    if (!names.includes(file)) return err({ index: null, kind: 'missing-file', file });
  }
  const checkpoint = await readWhole(folder, FILES.checkpoint, MOST_CHECKPOINT);
  if (checkpoint === null) return err({ index: null, kind: 'file-differs', file: FILES.checkpoint });
  const replay = createReplay();
  const summary = await verifyRecord<Misplaced>({
    ...options,
    pieces: folder.read(FILES.entries),
    checkpoint,
    judge: replay.place,
    hostKey: () => replay.state().host,
  });
  if (!summary.ok) return err(faultOf(summary.error));

  const expected = new Set<string>([FILES.entries, FILES.checkpoint]);
  for (const { name: file, bytes } of derivedFiles(replay.state())) {
    expected.add(file);
    if (!names.includes(file)) return err({ index: null, kind: 'missing-file', file });
    const found = await readWhole(folder, file, bytes.length);
    if (found === null || !sameBytes(found, bytes)) return err({ index: null, kind: 'file-differs', file });
  }
  for (const file of names.filter((name) => !expected.has(name))) {
    const hash = file.slice(FILES.attachments.length) as AttachmentHash;
    if (!file.startsWith(FILES.attachments) || !replay.state().attachments.has(hash))
      return err({ index: null, kind: 'unexpected-file', file });
    if (isErased(replay.state(), hash)) return err({ index: null, kind: 'erased-file', file });
    const bytes = await readWhole(folder, file, MOST_ATTACHMENT);
    if (bytes === null || saltedHash(bytes.subarray(0, SALT), bytes.subarray(SALT)) !== hash)
      return err({ index: null, kind: 'file-differs', file });
  }
  return summary;
};

/** An attachment's file begins with so many bytes of salt. */
export const SALT = 16;

/** The most bytes of such a file. */
export const MOST_ATTACHMENT = SALT + DOOR_LIMITS.oneAttachment;

/** The most bytes of a checkpoint, with room for some hundred cosignatures. */
const MOST_CHECKPOINT = 64 * 1024;

const faultOf = (fault: RecordFault<Misplaced>): ExportFault =>
  fault.kind === 'refused' ? { index: fault.index, ...fault.refusal } : fault;
