import type { en } from './en.ts';

/** Every sentence that a page shows. English gives the shape, and every other language fills it: it is complete, or it does not compile. */
export type Messages = typeof en;

/** Whoever has the sentences of one language: a page, or a part of one that asks for no more. */
export interface Spoken {
  readonly t: Messages;
}
