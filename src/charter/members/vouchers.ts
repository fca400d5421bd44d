import type { Mutable } from '../../base/brand.ts';
import type { Fingerprint, OrganisationId } from '../../base/ids.ts';
import { DAY, type Instant, after } from '../../base/time.ts';
import type { Article } from '../law/articles.ts';
import { openDisagreement } from '../law/disagreement.ts';
import type { Mark } from '../law/mark.ts';
import { type Refusal, beyond } from '../law/refusal.ts';
import type { Period, Vouched, Voucher } from './vouched-state.ts';

/**
 * What anybody can ask for, an application or a new key for a lost one, has no effect before participants vouch for it: then its no-disagreement
 * period runs. Where too few do, it waits as long as the period would last, and lapses. Where one takes its word back and too few are left, the period
 * stops; it runs anew, and whole, when enough vouch again, so that nobody meets one that is nearly over.
 */

/** How many must vouch: as the rules say, but no more than there are to do it, and never nobody. */
export const neededOf = (rule: number, able: number): number => Math.max(1, Math.min(rule, able));

/** The word that stands, of those that were given. */
export const upheldVouchers = ({ vouchers }: Pick<Vouched, 'vouchers'>): readonly Voucher[] =>
  vouchers.filter(({ withdrawn }) => withdrawn === null);

/** Whether this organisation vouches for it now. */
export const vouchesFor = (vouched: Pick<Vouched, 'vouchers'>, by: OrganisationId): boolean =>
  upheldVouchers(vouched).some((voucher) => voucher.by === by);

/** Refused where the participant vouches for it already (`what`), disagrees with it, or has vouched for it as often as anybody may. */
export const vouchRefusal = (
  vouched: Vouched,
  by: OrganisationId,
  article: Article,
  what: 'presented' | 'vouched',
): Refusal | null => {
  if (vouchesFor(vouched, by)) return { article, kind: 'already', what };
  return openDisagreement(vouched, by) === undefined
    ? beyond(article, 'vouchers', vouched.vouchers.filter((one) => one.by === by).length + 1)
    : { article, kind: 'already', what: 'disagreed' };
};

/** Refused where it does not, and so has nothing (`thing`) to take back. */
export const noVoucherRefusal = (
  vouched: Vouched,
  by: OrganisationId,
  article: Article,
  thing: 'presentation' | 'voucher',
  ref: string | number,
): Refusal | null => (vouchesFor(vouched, by) ? null : { article, kind: 'unknown', thing, ref: `${ref}` });

export const giveVoucher = (vouched: Mutable<Vouched>, by: OrganisationId, key: Fingerprint, on: Mark): void => {
  vouched.vouchers.push({ by, key, on, withdrawn: null });
};

/** Whether there was one to take back. */
export const withdrawVoucher = (vouched: Mutable<Vouched>, by: OrganisationId, on: Mark): boolean => {
  const upheld = vouched.vouchers.filter((voucher) => voucher.by === by && voucher.withdrawn === null);
  for (const voucher of upheld) voucher.withdrawn = on;
  return upheld.length > 0;
};

/** How it stands when its vouchers may have changed at `at`: as before, or with a period that begins then. */
export const periodAfter = (vouched: Vouched, before: Period, days: number, at: Instant): Period => {
  const enough = upheldVouchers(vouched).length >= vouched.needed;
  if (enough === (before.kind === 'running')) return before;
  return enough ? { kind: 'running', ends: after(at, days * DAY) } : awaiting(days, at);
};

export const awaiting = (days: number, at: Instant): Period => ({ kind: 'awaiting', lapses: after(at, days * DAY) });

/** When something happens to it if nobody does anything. */
export const endOf = (period: Period): Instant => (period.kind === 'running' ? period.ends : period.lapses);
