import { present } from '../../../charter/texts/texts.ts';
import type { Mark } from '../../../charter/law/mark.ts';
import { type Html, html } from '../../../markup/html.ts';
import { sentence, theirs } from '../../kit/theirs.ts';
import type { InForce } from '../../../charter/law/charter.ts';
import type { Context } from '../../kit/context.ts';
import { page } from '../../kit/layout.ts';
import { plainClauses } from '../../kit/prose.ts';
import { symbolOf } from '../../kit/symbol.ts';
import { countryName, day, dayText, listText } from '../../kit/words.ts';
import { rulesSentences } from '../../members/parts/rules-table.ts';
import { foundingPage } from '../../members/pages/founding.ts';
import { languageName } from '../../messages/index.ts';

/** Who the conference is: the charter in force, and its latest documents. While it is being founded, who has yet to sign. */
export const aboutPage = (context: Context): Html => {
  const inForce = context.reader.charter();
  const { t } = context;
  if (inForce === null || context.reader.founded === null)
    return foundingPage(
      context,
      inForce === null ? null : { title: inForce.charter.name, charter: charterParts(context, inForce) },
    );
  const { charter } = inForce;
  const words = t.workspace.about;
  return page(context, {
    title: t.common.menu.about,
    body: html`<p class="symbol">${charter.abbreviation}</p>
      <h1>${theirs(charter.name)}</h1>
      <p class="lede">${sentence(words.lede, theirs(charter.seat))}</p>
      <div class="split">
        <div>${charterParts(context, inForce)}</div>
        <aside>
          <section class="panel">
            <h2>${words.latest}</h2>
            ${latest(context)}
          </section>
          <section class="panel">
            <h2>${t.common.menu.participants}</h2>
            <p>
              <a href="${context.base}/participants">${t.common.organisations(context.reader.participants().length)}</a>
            </p>
            <p><a href="${context.base}/apply">${t.common.menu.apply}</a></p>
          </section>
        </aside>
      </div>`,
  });
};

const charterParts = (context: Context, inForce: InForce): Html => {
  const { charter, since } = inForce;
  const { t } = context;
  const words = t.workspace.about;
  const region =
    charter.region.length === 0
      ? words.anyCountry
      : listText(
          context,
          charter.region.map((code) => countryName(context, code)),
        );
  return html`<dl class="facts">
      <dt>${words.region}</dt>
      <dd>${region}</dd>
      <dt>${words.languages}</dt>
      <dd>${listText(context, charter.languages.map(languageName))}</dd>
      ${
        context.reader.founded === null
          ? html`<dt>${t.site.founding.seat}</dt>
              <dd dir="auto">${charter.seat}</dd>`
          : html`<dt>${words.founded}</dt>
              <dd>${day(context, context.reader.founded.at)} ${foundedAt(context)}</dd>`
      }
      ${since === null ? '' : version(context, inForce, since)}
    </dl>
    <h2 id="principles">${words.principles}</h2>
    <p class="words title" dir="auto"><strong>${charter.title}</strong></p>
    ${plainClauses(context, context.reader.principles())}
    <h2 id="rules">${words.rules}</h2>
    <p>${words.rulesLede}</p>
    ${rulesSentences(context, charter.rules)}`;
};

/** Since when the charter stands so, and what made it. */
const version = (context: Context, { number, source }: InForce, since: Mark): Html => {
  const { t, base } = context;
  const words = t.workspace.about;
  return html`<dt>${words.charter(number)}</dt>
    <dd>
      <a href="${base}/charters/${number}">${words.since(dayText(context, since.at))}</a>
      ${source.kind === 'text' ? html` · <a href="${base}/decisions/${source.text}">${words.becameFinal}</a>` : ''}
      ${source.kind === 'seat' ? html` · <a href="${base}/meetings/${source.meeting}">${words.seatMoved}</a>` : ''} ·
      <a href="${base}/charters">${words.charters.title}</a>
    </dd>`;
};

/** The place of the meeting at which it was founded, which participants find among the meetings. */
const foundedAt = ({ base, reader }: Context): Html | '' => {
  const meeting = reader.foundingMeeting();
  if (meeting === null) return '';
  const place = html`<bdi>${meeting.place}</bdi>`;
  return reader.member ? html`· <a href="${base}/meetings/1">${place}</a>` : html`· ${place}`;
};

const latest = (context: Context): Html => {
  const adopted = context.reader
    .texts()
    .filter((text) => text.stage === 'adopted')
    .toSorted((a, b) => (b.decision?.outcome?.at ?? 0) - (a.decision?.outcome?.at ?? 0))
    .slice(0, 5);
  if (adopted.length === 0) return html`<p class="quiet">${context.t.workspace.about.latestNone}</p>`;
  return html`<ul>
    ${adopted.map(
      (text) =>
        html`<li>
          <a href="${context.base}/decisions/${text.number}">${theirs(present(text).title)}</a>
          <span class="quiet">${symbolOf(text)}</span>
        </li>`,
    )}
  </ul>`;
};
