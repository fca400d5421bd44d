import type { OrganisationId } from '../../base/ids.ts';
import type { Instant } from '../../base/time.ts';
import type { Disagreement, Period, Vouched } from '../members/vouched-state.ts';

/** What something open still needs to come about, from whom, and by when. Each chapter says it of its own: texts, decisions, members. */
export interface ToPass {
  /** It comes about as soon as each of these agrees, too; `null`: no agreement brings it about before its time. */
  readonly atOnce: readonly OrganisationId[] | null;
  /** When it comes about or not; `null`: no time does that. */
  readonly at: Instant | null;
  /** What must change for it to come about then; nothing: it does, as things stand. */
  readonly lacks: readonly Lack[];
}

/** One thing that must change. */
export type Lack =
  /** So many participants more stand behind it. */
  | { readonly kind: 'seconds'; readonly count: number }
  /** These take their disagreement back. */
  | { readonly kind: 'disagreement'; readonly by: readonly OrganisationId[] }
  /** So many of these no longer object. */
  | { readonly kind: 'objection'; readonly count: number; readonly by: readonly OrganisationId[] }
  /** So many of these agree. */
  | { readonly kind: 'agreement'; readonly count: number; readonly from: readonly OrganisationId[] }
  /** So many points of friction are talked about, and that is recorded. */
  | { readonly kind: 'consultation'; readonly points: number }
  /** These amendments, which want other words in the same place, are withdrawn or not agreed. */
  | { readonly kind: 'rivals'; readonly amendments: readonly number[] }
  /** Everyone agrees: nothing less brings it about. */
  | { readonly kind: 'unanimity' };

const upheld = (disagreements: readonly Disagreement[]): readonly Lack[] => {
  const by = disagreements.filter(({ withdrawn }) => withdrawn === null).map((one) => one.by);
  return by.length === 0 ? [] : [{ kind: 'disagreement', by }];
};

/** What stands unless somebody disagrees. */
export const silenceToPass = (at: Instant, disagreements: readonly Disagreement[]): ToPass => ({
  atOnce: null,
  at,
  lacks: upheld(disagreements),
});

/** The same of what participants must vouch for before: an application, a key in place of a lost one. */
export const vouchedToPass = (period: Period, { needed, vouchers, disagreements }: Vouched): ToPass => {
  if (period.kind === 'running') return silenceToPass(period.ends, disagreements);
  const count = needed - vouchers.filter(({ withdrawn }) => withdrawn === null).length;
  return { atOnce: null, at: period.lapses, lacks: [{ kind: 'seconds', count }, ...upheld(disagreements)] };
};
