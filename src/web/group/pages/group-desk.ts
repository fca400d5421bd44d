import { DESK_PARTS, type DeskItem, deskOf } from '../../../conference/reading/group-desk.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { deskRow } from '../parts/desk-rows.ts';
import { page } from '../../kit/layout.ts';
import { pageLinks, pageOf } from '../../kit/listing.ts';
import { needItem } from '../../kit/need-row.ts';

/** What is due for the coordinating group, part by part, each with its deadline and one button. For participants, in the group or not. */
export const groupDeskPage = (context: Context): Html => {
  const { t, base } = context;
  const words = t.group.desk;
  const items = deskOf(context.reader, context.now);
  return page(context, {
    title: words.title,
    body: html`<p class="symbol"><a href="${base}/group">${t.group.title}</a> · ${t.common.article('9.4')}</p>
      <h1>${words.title}</h1>
      <p class="lede">${words.lede}</p>
      ${items.length === 0 ? html`<p class="empty">${words.nothing}</p>` : ''}
      ${parts.map((part) => {
        const kinds: readonly DeskItem['kind'][] = DESK_PARTS[part];
        const of = items.filter(({ kind }) => kinds.includes(kind));
        const shown = pageOf(of, context, PAGE, itemName, part);
        return of.length === 0
          ? ''
          : html`<h2>${words.part[part]} <span class="quiet">(${of.length})</span></h2>
              <ul class="rows todo">
                ${shown.items.map((item) => needItem(context, deskRow(context, item), item.deadline))}
              </ul>
              ${pageLinks(context, shown)}`;
      })}`,
  });
};

/** How much of one part stands on one page. */
const PAGE = 25;

/** What is due goes by it among the others of its part. */
const itemName = (item: DeskItem): string => {
  const about = 'circulation' in item ? item.circulation : 'text' in item ? item.text : '';
  const part = 'meeting' in item ? item.meeting : 'mandate' in item ? item.mandate : 'help' in item ? item.help : '';
  const whose = 'organisation' in item ? item.organisation : '';
  return [item.kind, about, part, whose, 'proposal' in item ? item.proposal : ''].filter((one) => one !== '').join('-');
};

const parts = Object.keys(DESK_PARTS) as readonly (keyof typeof DESK_PARTS)[];
