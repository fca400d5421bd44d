import type { Packed } from './pack.ts';

/** What the store's two halves say to each other: the one that its users hold, and the thread that owns the data file. */

export type Request =
  | { readonly kind: 'conferences' }
  | {
      readonly kind: 'append';
      readonly slug: string;
      readonly size: number;
      readonly entries: Packed;
      /** Hash, salt and content of each attachment, one after the other. */
      readonly attachments: Packed;
    }
  | { readonly kind: 'read'; readonly slug: string; readonly from: number; readonly to: number }
  | { readonly kind: 'size'; readonly slug: string }
  | { readonly kind: 'attachment'; readonly slug: string; readonly hash: Uint8Array }
  | { readonly kind: 'attachment-hashes'; readonly slug: string }
  | { readonly kind: 'erase'; readonly slug: string; readonly hash: Uint8Array }
  | { readonly kind: 'close' };

export type Append = Extract<Request, { readonly kind: 'append' }>;

export type Reply =
  | { readonly kind: 'done' }
  | { readonly kind: 'slugs'; readonly slugs: readonly string[] }
  | { readonly kind: 'size'; readonly size: number }
  | { readonly kind: 'bytes'; readonly packed: Packed }
  | { readonly kind: 'size-conflict'; readonly message: string }
  | { readonly kind: 'fault'; readonly message: string };
