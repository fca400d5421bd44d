import type { OrganisationId } from '../../base/ids.ts';
import type { Instant } from '../../base/time.ts';

/** What falls due, and when. */
export type Deadline =
  | { readonly at: Instant; readonly kind: 'admission'; readonly organisation: OrganisationId }
  | { readonly at: Instant; readonly kind: 'recovery'; readonly recovery: number }
  | { readonly at: Instant; readonly kind: 'decision'; readonly text: number }
  | { readonly at: Instant; readonly kind: 'amendment'; readonly text: number; readonly amendment: number }
  | { readonly at: Instant; readonly kind: 'proposal'; readonly text: number; readonly proposal: number }
  | { readonly at: Instant; readonly kind: 'mandate'; readonly mandate: number }
  | { readonly at: Instant; readonly kind: 'summary'; readonly meeting: number }
  /** `issue`: `null` of the periodical itself. */
  | { readonly at: Instant; readonly kind: 'publication'; readonly periodical: number; readonly issue: number | null }
  | { readonly at: Instant; readonly kind: 'doubt'; readonly piece: number; readonly doubt: number };
