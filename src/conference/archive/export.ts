import { type Bytes, concat, utf8 } from '../../base/bytes.ts';
import type { AttachmentHash } from '../../base/ids.ts';
import { attachmentsOf } from '../../charter/brought/attachments.ts';
import type { State } from '../../charter/state.ts';
import { writeAllowedSigners } from '../../record/allowed-signers.ts';
import { exportReadme } from '../../record/export-readme.ts';
import type { Conference } from '../types.ts';
import { signersOf } from './signers.ts';

/** The folder that holds everything and can be checked or played into another host; see `docs/RECORD.md`, "Export". */

/** A piece of one of the folder's files. Pieces of the same file follow each other. */
export interface Piece {
  /** A plain relative path with `/`. */
  readonly name: string;
  readonly bytes: Bytes;
}

export const FILES = {
  entries: 'entries.jsonl',
  checkpoint: 'checkpoint',
  signers: 'allowed_signers',
  readme: 'README.md',
  attachments: 'attachments/',
} as const;

/**
 * The files that follow from the entries, and so from the state that they lead to.
 * @throws TypeError before the founding act: there is no record to speak of
 */
export const derivedFiles = (state: State): readonly Piece[] => {
  if (state.host === null) throw new TypeError('A record that has not begun names no host');
  return [
    { name: FILES.signers, bytes: utf8(writeAllowedSigners(signersOf(state))) },
    { name: FILES.readme, bytes: utf8(exportReadme(state.host)) },
  ];
};

/** How many entries are read at a time. */
const CHUNK = 1000;
const LF = Uint8Array.of(0x0a);

/** The whole record as it stands now, though the conference goes on meanwhile. Whoever calls writes the files. */
export async function* exportRecord(conference: Conference): AsyncGenerator<Piece> {
  const { size } = conference.state();
  const derived = derivedFiles(conference.state());
  const checkpoint = await conference.checkpoint();
  const named = new Set<AttachmentHash>();
  for (let from = 0; from < size; from += CHUNK) {
    const entries = await conference.entries(from, Math.min(from + CHUNK, size));
    for (const { act } of entries) for (const hash of attachmentsOf(act)) named.add(hash);
    yield { name: FILES.entries, bytes: concat(...entries.flatMap(({ bytes }) => [bytes, LF])) };
  }
  yield { name: FILES.checkpoint, bytes: utf8(checkpoint) };
  yield* derived;
  for (const hash of named) {
    const found = await conference.attachment(hash);
    if (found !== null) yield { name: FILES.attachments + hash, bytes: concat(found.salt, found.content) };
  }
}
