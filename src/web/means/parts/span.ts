import { monthAt, monthSchema, monthsThrough } from '../../../charter/means/months.ts';
import type { Month } from '../../../charter/means/state.ts';
import type { Html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { linkRow } from '../../kit/listing.ts';
import { monthText } from './months.ts';

/** The months that a page of the books is about: what the address says, or the open period as far as it has come. */

export interface Span {
  readonly from: Month;
  readonly through: Month;
}

/** The most months of one statement. */
const MOST = 120;

const monthIn = ({ url }: Context, name: string): Month | null => {
  const asked = monthSchema.safeParse(url.searchParams.get(name));
  return asked.success ? asked.data : null;
};

export const spanOf = (context: Context): Span | null => {
  const open = context.reader.booksOpenFrom();
  if (open === null) return null;
  const now = monthAt(context.now);
  const whole = { from: open, through: now < open ? open : now };
  const [from, through] = [monthIn(context, 'from'), monthIn(context, 'through')];
  if (from === null || through === null) return whole;
  const months = monthsThrough(from, through);
  return months < 1 || months > MOST ? whole : { from, through };
};

/** The open period and those that were closed, each a link to this page about it. */
export const spanLinks = (context: Context, here: Span): Html => {
  const { base, reader, t, url } = context;
  const path = `${base}${url.pathname.slice(base.length)}`;
  const fund = url.searchParams.get('fund');
  const more = fund === null ? '' : `&fund=${encodeURIComponent(fund)}`;
  const open = reader.booksOpenFrom();
  const closed = reader.periods().slice(-8);
  const links = [
    ...closed.map(({ from, through }) => ({
      label: t.means.period(monthText(context, from), monthText(context, through)),
      href: `${path}?from=${from}&through=${through}${more}`,
      here: here.from === from && here.through === through,
    })),
    { label: t.means.statement.open, href: `${path}${more.replace('&', '?')}`, here: here.from === open },
  ];
  return linkRow(t.means.statement.span, links);
};
