import type { Bytes } from '../../base/bytes.ts';
import type { Packed } from '../../base/pack.ts';
import type { Fault } from './thread.ts';

/** What the store's two halves say to each other: the one that its users hold, and the thread that owns the data file. */

export type Request =
  | { readonly kind: 'conferences' }
  | {
      readonly kind: 'append';
      readonly slug: string;
      /** The id of the conference whose record begins; `null`: it has begun. */
      readonly begins: string | null;
      readonly size: number;
      readonly entries: Packed;
      /** Hash, salt and content of each attachment, one after the other. */
      readonly attachments: Packed;
      /** The hashes of what is erased. */
      readonly erases: readonly Uint8Array[];
    }
  | { readonly kind: 'read'; readonly slug: string; readonly from: number; readonly to: number }
  | { readonly kind: 'size'; readonly slug: string }
  | { readonly kind: 'attachment'; readonly slug: string; readonly hash: Uint8Array }
  | { readonly kind: 'attachment-hashes'; readonly slug: string }
  | { readonly kind: 'last-signed'; readonly slug: string }
  | { readonly kind: 'note-signed'; readonly slug: string; readonly size: number; readonly root: Bytes }
  | { readonly kind: 'acknowledge' | 'accept-loss'; readonly slug: string; readonly size: number; readonly root: Bytes }
  | { readonly kind: 'acknowledged' }
  | { readonly kind: 'close' };

export type Append = Extract<Request, { readonly kind: 'append' }>;
export type Note = Extract<Request, { readonly kind: 'note-signed' }>;

export type Reply =
  | { readonly kind: 'done' }
  | { readonly kind: 'slugs'; readonly slugs: readonly string[] }
  | { readonly kind: 'size'; readonly size: number }
  | {
      readonly kind: 'heads';
      readonly heads: readonly { readonly slug: string; readonly size: number; readonly root: Bytes }[];
    }
  | { readonly kind: 'bytes'; readonly packed: Packed }
  | { readonly kind: 'signed'; readonly signed: { readonly size: number; readonly root: Bytes } | null }
  | { readonly kind: 'size-conflict'; readonly message: string }
  | { readonly kind: 'taken'; readonly slug: string }
  | Fault;
