import type { Observation } from '../../../charter/decisions/observation-state.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { clauseNames, longName } from '../parts/clause-names.ts';
import { type PageOf, pageLinks, pageOf } from '../../kit/listing.ts';
import { paragraphs } from '../../kit/prose.ts';
import { mayWork } from '../parts/text-facts.ts';
import { textSheet } from '../parts/text-head.ts';
import { day, listText, org } from '../../kit/words.ts';

const PAGE = 30;

/** Those that this page shows: they alone are then said to have been shown. */
export const textObservationsShown = (context: Context, { number: text }: Text): PageOf<Observation> =>
  pageOf(context.reader.observations(text), context, PAGE, ({ number }) => number);

/** The observations on one text (chapter 8), in the order in which they were made. */
export const textObservationsPage = (context: Context, text: Text): Html => {
  const { t, base } = context;
  const words = t.texts.observations;
  const observations = textObservationsShown(context, text);
  return textSheet(
    context,
    text,
    'observations',
    html`${observations.items.length === 0 ? html`<p class="empty">${words.empty}</p>` : ''}
    ${observations.items.map((observation) => article(context, text, observation))} ${pageLinks(context, observations)}
    ${
      mayWork(context)
        ? html`<p class="actions">
            <a class="button" href="${base}/do/observation.make?text=${text.number}">${words.make}</a>
          </p>`
        : ''
    }`,
  );
};

const article = (context: Context, text: Text, observation: Observation): Html => {
  const { t, base } = context;
  const words = t.texts.observations;
  const { number, circulation, on } = observation;
  const shown = circulation.filter((recipient) => recipient.shown !== null).length;
  return html`<article class="entry" id="o-${number}" aria-labelledby="o-${number}-title">
    <h2 id="o-${number}-title">
      ${t.texts.margin.observation[observation.kind]}: ${aboutClauses(context, text, observation)}
    </h2>
    <p class="status">
      <span>${org(context, observation.by)}</span><span>${day(context, on.at)}</span>
      ${observation.public ? html`<span>${words.public}</span>` : ''}
    </p>
    ${paragraphs(observation.words)}
    ${
      circulation.length === 0
        ? ''
        : html`<p class="quiet">
            ${words.communicated(circulation.length)}, ${words.shown(shown)} ·
            <a href="${base}/observations?at=${number}#o-${number}">${words.number(number)}</a>
          </p>`
    }
  </article>`;
};

/** The clauses an observation is about, by the names that they had in the wording it speaks of; and that this was an earlier one. */
export const aboutClauses = (
  context: Context,
  text: Text,
  { clauses, version }: Pick<Observation, 'clauses' | 'version'>,
): string => {
  const spokenOf = text.revisions.find(({ hash }) => hash === version) ?? present(text);
  const names = clauseNames(context, spokenOf.clauses);
  const named = clauses.map((id) => longName(names, id));
  const about = clauses.length === 0 ? context.t.common.whole : listText(context, named);
  return version === present(text).hash ? about : context.t.texts.observations.earlier(about);
};
