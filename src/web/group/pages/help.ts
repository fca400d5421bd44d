import type { HelpRequest } from '../../../charter/group/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { page } from '../../kit/layout.ts';
import { groupOn, pageLinks, pageOf } from '../../kit/listing.ts';
import { paragraphs } from '../../kit/prose.ts';
import { mayWork } from '../../texts/parts/text-facts.ts';
import { day, dayText, org } from '../../kit/words.ts';

const PAGE = 20;

/** The help that the coordinating group asks for, what was offered, and the thanks (9.6). For participants. */
export const helpPage = (context: Context): Html => {
  const { t, base, me, reader } = context;
  const words = t.group.help;
  const requests = reader.help().toReversed();
  const [open, closed] = [requests.filter((one) => one.closed === null), requests.filter((one) => one.closed !== null)];
  const shown = pageOf([...open, ...closed], context, PAGE, ({ number }) => number);
  const article = (request: HelpRequest): Html => requestArticle(context, request);
  const mayAsk = me !== null && mayWork(context) && reader.mayServe(me.organisation.id);
  return page(context, {
    title: words.title,
    body: html`<p class="symbol">${t.common.article('9.6')}</p>
      <h1>${words.title}</h1>
      <p class="lede">${words.lede}</p>
      ${mayAsk ? html`<p class="actions"><a class="button" href="${base}/do/help.ask">${t.acts.kind['help.ask']}</a></p>` : ''}
      ${
        requests.length === 0
          ? html`<p class="empty">${words.none}</p>`
          : open.length === 0
            ? html`<h2>${words.open}</h2>
                <p class="quiet">${words.noneOpen}</p>`
            : ''
      }
      ${groupOn(shown, words.open, (one) => one.closed === null, article)}
      ${groupOn(shown, words.closed, (one) => one.closed !== null, article)} ${pageLinks(context, shown)}`,
  });
};

const requestArticle = (context: Context, request: HelpRequest): Html => {
  const { number, by, what, words: asked, until, on, offers, closed } = request;
  const words = context.t.group.help;
  return html`<article class="request" id="help-${number}" aria-labelledby="help-${number}-title">
    <h3 id="help-${number}-title">${words.what[what]} <span class="quiet">${words.number(number)}</span></h3>
    <p class="status">
      <span>${words.askedBy} ${org(context, by)}, ${day(context, on.at)}</span>
      ${until === null ? '' : html`<span>${words.until(dayText(context, until))}</span>`}
      ${closed === null ? '' : html`<span>✓ ${words.closedOn(dayText(context, closed.on.at))}</span>`}
    </p>
    ${paragraphs(asked)} ${offers.length === 0 && closed !== null ? '' : offersOf(context, request)}
    ${
      closed?.words === undefined || closed.words === null
        ? ''
        : html`<p class="label">${words.thanks}</p>
            ${paragraphs(closed.words)}`
    }
    ${closed === null ? actions(context, request) : ''}
  </article>`;
};

const offersOf = (context: Context, { offers }: HelpRequest): Html => {
  const words = context.t.group.help;
  return html`<p class="label">${words.offers}</p>
    ${
      offers.length === 0
        ? html`<p class="quiet">${words.offersNone}</p>`
        : html`<ul class="rows">
            ${offers.map(
              ({ by, words: offered, on }) =>
                html`<li>
                  ${org(context, by)} <span class="quiet">${day(context, on.at)}</span> ${paragraphs(offered)}
                </li>`,
            )}
          </ul>`
    }`;
};

const actions = (context: Context, { number, by }: HelpRequest): Html | '' => {
  const { me, base, t, reader } = context;
  if (me === null || !mayWork(context)) return '';
  const { id } = me.organisation;
  const mayClose = by === id || reader.mayServe(id);
  return html`<p class="actions">
    <a class="button ${by === id ? 'second' : ''}" href="${base}/do/help.offer?help=${number}"
      >${t.acts.kind['help.offer']}<span class="visually-hidden">: ${t.group.help.number(number)}</span></a
    >
    ${
      mayClose
        ? html`<a class="button second" href="${base}/do/help.close?help=${number}"
            >${t.acts.kind['help.close']}<span class="visually-hidden">: ${t.group.help.number(number)}</span></a
          >`
        : ''
    }
  </p>`;
};
