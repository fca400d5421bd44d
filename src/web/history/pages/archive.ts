import { PAST_KINDS, type PastKind } from '../../../charter/history/piece.ts';
import { standing } from '../../../charter/history/archive.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { page } from '../../kit/layout.ts';
import { linkRow, pageLinks, pageOf } from '../../kit/listing.ts';
import { pastOf, pastRows } from '../../kit/past.ts';

const PAGE = 50;

/** Everything from the archive, the newest first; or what it holds of one kind. */
export const archivePage = (context: Context): Html => {
  const { t, base, reader, me } = context;
  const words = t.archive;
  const kinds = new Set(reader.archive().map((piece) => standing(piece).what.kind));
  const asked = context.url.searchParams.get('kind');
  const kind = PAST_KINDS.find((one) => one === asked) ?? null;
  const shown = pageOf(pastOf(context, ...(kind === null ? PAST_KINDS : [kind])), context, PAGE, (one) => one.number);
  return page(context, {
    title: words.title,
    body: html`<h1>${words.title}</h1>
      <p class="lede">${words.lede}</p>
      ${
        me === null || !reader.member
          ? ''
          : html`<p class="actions"><a class="button second" href="${base}/do/archive.bring">${words.bring}</a></p>`
      }
      ${kinds.size < 2 && kind === null ? '' : linkRow(words.filter, filters(context, kinds, kind))}
      ${shown.count === 0 ? html`<p class="empty">${words.empty}</p>` : pastRows(context, shown)}
      ${pageLinks(context, shown)}`,
  });
};

const filters = ({ t, base }: Context, kinds: ReadonlySet<PastKind>, here: PastKind | null) => [
  { label: t.archive.all, href: `${base}/archive`, here: here === null },
  ...PAST_KINDS.filter((kind) => kinds.has(kind) || kind === here).map((kind) => ({
    label: t.archive.many[kind],
    href: `${base}/archive?kind=${kind}`,
    here: kind === here,
  })),
];
