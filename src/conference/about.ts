import type { Slug } from '../base/ids.ts';

/** What something that is written down was about, as far as that is known: never whom. */
export interface About {
  /** Names one request, in the log and in its answer. */
  readonly request?: string;
  readonly conference?: Slug;
}

/** Told of a fault: something broke that is nobody's doing but ours, or the machine's. */
export type OnFault = (fault: unknown, about?: About) => void;
