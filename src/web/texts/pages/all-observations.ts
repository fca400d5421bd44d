import { type Html, html } from '../../../markup/html.ts';
import { theirs } from '../../kit/theirs.ts';
import type { Observation } from '../../../charter/decisions/observation-state.ts';
import { present } from '../../../charter/texts/texts.ts';
import type { Context } from '../../kit/context.ts';
import { page } from '../../kit/layout.ts';
import { type PageOf, pageLinks, pageOf } from '../../kit/listing.ts';
import { paragraphs } from '../../kit/prose.ts';
import { moment, org } from '../../kit/words.ts';
import { aboutClauses } from './observations.ts';

/** How many stand on a page: to each belongs how it reached everyone. */
const PAGE = 10;

/** Those that this page shows: they alone are then said to have been shown. */
export const observationsShown = (context: Context, text?: number): PageOf<Observation> =>
  pageOf(context.reader.observations(text).toReversed(), context, PAGE, ({ number }) => number);

/** Every observation the reader may see, newest first, each with the record of whom it was communicated to. */
export const observationsPage = (context: Context): Html => {
  const words = context.t.workspace.observations;
  const observations = observationsShown(context);
  return page(context, {
    title: words.title,
    body: html`<h1>${words.title}</h1>
      <p class="lede">${words.lede}</p>
      ${observations.items.length === 0 ? html`<p class="empty">${words.none}</p>` : ''}
      ${observations.items.map((observation) => observationArticle(context, observation))}
      ${pageLinks(context, observations)}`,
  });
};

/** The clauses an observation is about, in words, or that it is about the whole. */
export const aboutText = (context: Context, observation: Pick<Observation, 'text' | 'clauses' | 'version'>): string => {
  const words = context.t.workspace.observations;
  const text = context.reader.text(observation.text);
  const whole = text === null || (observation.clauses.length === 0 && present(text).hash === observation.version);
  return whole ? words.wholeText : words.onClauses(aboutClauses(context, text, observation));
};

const observationArticle = (context: Context, observation: Observation): Html => {
  const { t, base, reader } = context;
  const words = t.workspace.observations;
  const text = reader.text(observation.text);
  return html`<article class="observation" id="o-${observation.number}" aria-labelledby="o-${observation.number}-title">
    <h2 id="o-${observation.number}-title">
      ${words.kind[observation.kind]} ${words.on}
      ${text === null ? '' : html`<a href="${base}/${reader.member ? 'texts' : 'documents'}/${text.number}">${theirs(present(text).title)}</a>`}
    </h2>
    <p class="status">
      <span>${org(context, observation.by)}</span>
      <span>${moment(context, observation.on.at)}</span>
      <span>${observation.public ? words.isPublic : words.forMembers}</span>
    </p>
    <p class="quiet">${aboutText(context, observation)}</p>
    ${paragraphs(observation.words)} ${circulation(context, observation)}
  </article>`;
};

/** To whom it was communicated, and when: recipient by recipient. */
const circulation = (context: Context, { circulation: recipients, on }: Observation): Html | '' => {
  if (recipients.length === 0) return '';
  const words = context.t.workspace.observations;
  return html`<details>
    <summary>${words.circulation}</summary>
    <p class="hint">${words.shownBy}</p>
    <div class="scroll" tabindex="0" role="region" aria-label="${words.circulation}">
      <table class="folds">
        <thead>
          <tr>
            <th scope="col">${context.t.common.menu.participants}</th>
            <th scope="col">${words.communicated}</th>
            <th scope="col">${words.shown}</th>
          </tr>
        </thead>
        <tbody>
          ${recipients.map(
            (recipient) =>
              html`<tr>
                <th scope="row">${org(context, recipient.organisation)}</th>
                <td>
                  ${moment(context, recipient.communicated.at)} (<a href="${context.base}/record/${on.index}"
                    >${on.index}</a
                  >)
                </td>
                <td>
                  ${
                    recipient.shown === null
                      ? html`<span class="quiet">${words.notYet}</span>`
                      : html`${moment(context, recipient.shown.at)} (<a
                            href="${context.base}/record/${recipient.shown.index}"
                            >${recipient.shown.index}</a
                          >)`
                  }
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
};
