import type { Mandate } from '../../../charter/group/mandate-state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { pageLinks, pageOf } from '../../kit/listing.ts';
import { paragraphs } from '../../kit/prose.ts';
import { mandateText, taskText, whoText } from '../../texts/parts/principle.ts';
import { dayText, daysUntil } from '../../kit/words.ts';

const PAGE = 20;

/** What assemblies gave the group to do: mandates in force first, those that have ended apart from them. */
export const groupMandates = (context: Context): Html => {
  const words = context.t.group.mandates;
  const mandates = context.reader.mandates();
  const [inForce, ended] = [
    mandates.filter((one) => context.reader.inForce(one, context.now)).toSorted((a, b) => a.until - b.until),
    mandates.filter((one) => !context.reader.inForce(one, context.now)).toReversed(),
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

const row = (context: Context, mandate: Mandate): Html => {
  const { number, until, given, on } = mandate;
  const { t, reader, now } = context;
  const words = t.group.mandates;
  const over = !reader.inForce(mandate, now);
  const ended = mandate.ended?.on.at ?? until;
  return html`<li class="mandate ${over ? 'over' : ''}" id="mandate-${number}">
    <span class="symbol">${words.number(number)}</span>
    ${ofWhat(context, mandate)}
    <span class="why"
      >${
        over
          ? html`✕ ${words.ended(dayText(context, ended))}`
          : html`<strong>${words.until(dayText(context, until))}</strong>
              (${t.common.inDays(daysUntil(context, until))})`
      }
      ·
      ${given.kind === 'call' ? html`${words.given} ${byMeeting(context, given.meeting)}` : t.texts.principle.by.silence},
      ${dayText(context, on.at)}</span
    >
  </li>`;
};

/** What it is for. */
const ofWhat = (context: Context, mandate: Mandate): Html => {
  const { what, to } = mandate;
  switch (what.kind) {
    case 'task':
      return paragraphs(what.words);
    case 'text':
      return ofThing(context, mandate, `texts/${what.text}`);
    case 'publication':
      return ofThing(context, mandate, `publications/${what.periodical}`);
    case 'books': {
      const task = taskText(context, mandate);
      return html`<p>
        ${context.reader.may('books') ? html`<a href="${context.base}/means">${task}</a>` : task}:
        <bdi>${whoText(context, to)}</bdi>
      </p>`;
    }
  }
};

const ofThing = (context: Context, mandate: Mandate, path: string): Html =>
  html`<p>
      <a href="${context.base}/${path}"><bdi>${taskText(context, mandate)}</bdi></a>
    </p>
    <p dir="auto">${mandateText(context, mandate)}</p>`;

const byMeeting = ({ t, base, reader }: Context, meeting: number): Html | string =>
  reader.meeting(meeting) === null
    ? t.group.meetingNumber(meeting)
    : html`<a href="${base}/meetings/${meeting}">${t.group.meetingNumber(meeting)}</a>`;
