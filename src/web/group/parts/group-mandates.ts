import type { GroupMandate } from '../../../charter/group/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { pageLinks, pageOf } from '../../kit/listing.ts';
import { paragraphs } from '../../kit/prose.ts';
import { dayText, daysUntil } from '../../kit/words.ts';

const PAGE = 20;

/** What assemblies gave the group to do: mandates in force first, those that have ended apart from them. */
export const groupMandates = (context: Context): Html => {
  const words = context.t.group.mandates;
  const mandates = context.reader.mandates();
  const [inForce, ended] = [
    mandates.filter(({ until }) => until > context.now).toSorted((a, b) => a.until - b.until),
    mandates.filter(({ until }) => until <= context.now).toReversed(),
  ];
  const current = pageOf(inForce, context, PAGE, ({ number }) => number, 'mandates');
  const past = pageOf(ended, context, PAGE, ({ number }) => number, 'ended');
  return html`<h2 id="mandates">${words.title}</h2>
    <p>${words.lede}</p>
    ${
      inForce.length === 0
        ? html`<p class="quiet">${words.none}</p>`
        : html`<ul class="rows">
            ${current.items.map((mandate) => row(context, mandate))}
          </ul>`
    }
    ${pageLinks(context, current)}
    ${
      ended.length === 0
        ? ''
        : html`<details ${context.url.searchParams.has('ended') ? 'open' : ''}>
            <summary>${words.earlier(ended.length)}</summary>
            <ul class="rows">
              ${past.items.map((mandate) => row(context, mandate))}
            </ul>
            ${pageLinks(context, past)}
          </details>`
    }`;
};

const row = (context: Context, { number, task, until, meeting, on }: GroupMandate): Html => {
  const { t, base, reader, now } = context;
  const words = t.group.mandates;
  const over = until <= now;
  const visible = reader.meeting(meeting) !== null;
  return html`<li class="mandate ${over ? 'over' : ''}" id="mandate-${number}">
    <span class="symbol">${words.number(number)}</span>
    ${paragraphs(task)}
    <span class="why"
      >${
        over
          ? html`✕ ${words.ended(dayText(context, until))}`
          : html`<strong>${words.until(dayText(context, until))}</strong>
              (${t.common.inDays(daysUntil(context, until))})`
      }
      · ${words.given}
      ${visible ? html`<a href="${base}/meetings/${meeting}">${t.group.meetingNumber(meeting)}</a>` : t.group.meetingNumber(meeting)},
      ${dayText(context, on.at)}</span
    >
  </li>`;
};
