import { type Html, html } from '../../../markup/html.ts';
import { theirs } from '../../kit/theirs.ts';
import type { Circulated, Circulation } from '../../../charter/group/state.ts';
import { unreached, unreachedBy } from '../../../conference/reading/post-needs.ts';
import type { Context } from '../../kit/context.ts';
import { circulatedPath, circulatedTitle } from '../parts/circulated.ts';
import { deliverySection, reachedCount } from '../parts/delivery.ts';
import { page } from '../../kit/layout.ts';
import { linkRow, pageLinks, pageOf } from '../../kit/listing.ts';
import { day, dayText, fewText, nameOf } from '../../kit/words.ts';
import { type Trouble, troubleNotice } from '../parts/standstill.ts';

/** All that was communicated, the last first; and one sending, recipient by recipient. */

const KINDS = [
  'text',
  'observation',
  'notice',
  'summary',
  'letter',
  'help',
  'appeal',
  'doubt',
  'finding',
  'outcome',
  'cancellation',
] as const satisfies readonly Circulated['kind'][];

const PAGE = 50;

export const circulationsPage = (context: Context, trouble: Trouble): Html => {
  const { t, base, reader, url } = context;
  const words = t.post.circulation;
  const asked = url.searchParams.get('show');
  const missing = asked === 'unreached';
  const kind = KINDS.find((known) => known === asked) ?? null;
  const all = (
    missing
      ? [...unreached(reader).keys()].flatMap((number) => reader.circulation(number) ?? [])
      : reader.circulations()
  )
    .filter(({ what }) => kind === null || what.kind === kind)
    .toReversed();
  const shown = pageOf(all, context, PAGE, ({ number }) => number);
  const link = (show: string | null, label: string) => ({
    label,
    href: `${base}/letters/circulations${show === null ? '' : `?show=${show}`}`,
    here: (missing ? 'unreached' : kind) === show,
  });
  return page(context, {
    title: words.title,
    body: html`<p class="symbol"><a href="${base}/letters">${t.post.letters.title}</a></p>
      <h1>${words.title}</h1>
      <p class="lede">${words.lede}</p>
      ${troubleNotice(context, trouble)}
      ${linkRow(words.filter, [
        link(null, words.all),
        link('unreached', words.unreachedOnly),
        ...KINDS.map((one) => link(one, words.kinds[one])),
      ])}
      ${all.length === 0 ? html`<p class="empty">${missing ? words.noneUnreached : words.none}</p>` : ''}
      <ul class="rows circulations">
        ${shown.items.map((circulation) => row(context, circulation))}
      </ul>
      ${pageLinks(context, shown)}`,
  });
};

const row = (context: Context, circulation: Circulation): Html => {
  const { t, base, reader } = context;
  const words = t.post.circulation;
  const { number, what, on, recipients } = circulation;
  const missing = unreachedBy(reader, circulation);
  return html`<li>
    <span class="when">${day(context, on.at)}</span>
    <span class="what"
      ><a href="${base}/letters/circulations/${number}">${theirs(circulatedTitle(context, what))}</a
      ><span class="why">${words.what[what.kind]}</span> ${
        missing.length === 0
          ? ''
          : html`<span class="why fault"
              ><span aria-hidden="true">✕</span> ${words.unreached(missing.length)}:
              <bdi>${fewText(context, missing, (id) => nameOf(context, id))}</bdi></span
            >`
      }</span
    >
    <span class="figures">${t.post.letters.reachedLong(reachedCount(circulation), recipients.size)}</span>
  </li>`;
};

export const circulationPage = (context: Context, circulation: Circulation): Html => {
  const { t, base, me } = context;
  const words = t.post.circulation;
  const { number, what, recipients } = circulation;
  const mine = me === null ? undefined : recipients.get(me.organisation.id);
  const title = circulatedTitle(context, what);
  return page(context, {
    title,
    about: [`circulations/${number}`],
    body: html`<p class="symbol">
        <a href="${base}/letters/circulations">${words.title}</a> · ${words.what[what.kind]} · ${words.number(number)}
      </p>
      <h1>${theirs(title)}</h1>
      <p class="actions">
        <a class="button second" href="${circulatedPath(context, what)}">${words.readIt}</a>
        ${
          mine === undefined
            ? ''
            : mine.acknowledged === null
              ? html`<a class="button" href="${base}/do/post.acknowledge?circulation=${number}"
                  >${words.acknowledge}</a
                >`
              : html`<span>${words.youAcknowledged(dayText(context, mine.acknowledged.at))}</span>`
        }
        ${recipients.size === 0 ? '' : html`<a href="${base}/letters/circulations/${number}/print">${words.print}</a>`}
      </p>
      ${deliverySection(context, circulation)}`,
  });
};
