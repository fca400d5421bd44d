import { fromUtf8 } from '../../../base/bytes.ts';
import { hasHidden } from '../../../base/hidden.ts';
import { isNormal } from '../../../base/normal-form.ts';
import type { Conference } from '../../../conference/types.ts';
import type { AttachmentHash, ClauseId } from '../../../base/ids.ts';
import { type Clause, clausesSchema } from '../../../text/clause.ts';
import { fromMarkdown } from '../../../text/markdown.ts';

/** The words of a piece, which are kept beside the record and were checked by nobody on their way. */
export type PieceWords =
  /** It came without any. */
  | { readonly kind: 'none' }
  /** They were erased. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'clauses'; readonly clauses: readonly Clause[] }
  /** They are no text that may be shown: bytes, or letters that hide. */
  | { readonly kind: 'unread' };

export const wordsOfPiece = async (conference: Conference, hash: AttachmentHash | null): Promise<PieceWords> => {
  if (hash === null) return { kind: 'none' };
  const kept = await conference.attachment(hash);
  return kept === null ? { kind: 'gone' } : readWords(kept.content);
};

export const readWords = (bytes: Uint8Array): PieceWords => {
  const text = fromUtf8(bytes);
  if (text === null || !isNormal(text) || hasHidden(text)) return { kind: 'unread' };
  const read = fromMarkdown(text, { taken: [TITLE] });
  if (!read.ok) return { kind: 'unread' };
  const { title, clauses } = read.value;
  const headed: readonly Clause[] =
    title === null ? clauses : [{ id: TITLE, kind: 'heading', words: title }, ...clauses];
  return clausesSchema.safeParse(headed).success ? { kind: 'clauses', clauses: headed } : { kind: 'unread' };
};

const TITLE = 'title' as ClauseId;
