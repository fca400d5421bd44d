import { type Html, html } from '../../../markup/html.ts';
import type { SiteContext } from '../../kit/context.ts';
import { hidden } from '../../kit/controls.ts';
import { sitePage } from '../../kit/layout.ts';
import { problemBox } from '../../kit/problem.ts';
import { unreadBox } from '../../act/upload.ts';
import { sourceTrouble } from '../../act/source.ts';
import { NOTHING_EARLIER } from '../../act/continued.ts';
import { FOUNDING_STEPS, type FoundingStep, carriedAlong, seenIn, stepAfter } from '../founding-steps.ts';
import {
  type FoundState,
  conferenceFields,
  organisationFields,
  principleFields,
  ruleFields,
} from '../parts/found-fields.ts';

/** Founding a conference (article 13.1), a step on each page. */

/** Instead of the form, for whoever comes without a link that is still good. */
export const noLinkPage = (context: SiteContext): Html => {
  const words = context.t.site.found;
  return sitePage(context, {
    title: words.title,
    width: 'narrow',
    body: html`<h1>${words.noLink}</h1>
      <p>${words.noLinkBody}</p>`,
  });
};

const FIELDS: Readonly<Record<FoundingStep, (state: FoundState) => Html>> = {
  conference: conferenceFields,
  organisations: organisationFields,
  principles: principleFields,
  rules: ruleFields,
};

/** The form is checked by the server alone, at each step what stands on it: a founder's row that was added and left empty is none. */
export const foundPage = (state: FoundState, step: FoundingStep): Html => {
  const { context, fields, problem } = state;
  const { t } = context;
  const words = t.site.found;
  const trouble =
    step === 'principles'
      ? sourceTrouble(state, NOTHING_EARLIER)
      : html`${problemBox(context, problem)}${unreadBox(context, fields) ?? ''}`;
  return sitePage(context, {
    title: `${words.step[step]} · ${words.title}`,
    islands: ['invitations', 'founding', 'text-editor'],
    width: 'narrow',
    body: html`<p class="symbol">${t.common.article('13.1')} · ${words.title}</p>
      <h1>${words.step[step]}</h1>
      ${trouble}
      <form method="post" action="/found/charter" enctype="multipart/form-data" novalidate>
        <button class="visually-hidden" tabindex="-1" aria-hidden="true" name="go" value="on"></button>
        ${stepsList(state, step)}
        <p class="lede">${words.stepLede[step]}</p>
        ${hidden('token', context.token)} ${carriedAlong(fields, step)} ${FIELDS[step](state)}
        <p class="actions">
          <button name="go" value="on">${stepAfter(step) === null ? t.acts.review : words.goOn}</button>
        </p>
      </form>`,
  });
};

/** Where one is, and the way to every step that was seen. */
const stepsList = ({ context, fields }: FoundState, at: FoundingStep): Html => {
  const words = context.t.site.found;
  const seen = seenIn(fields);
  return html`<ol class="steps" aria-label="${words.steps}">
    ${FOUNDING_STEPS.map(
      (step) =>
        html`<li ${step === at ? html`aria-current="step"` : ''}>
          ${step !== at && seen.includes(step) ? html`<button class="plain" name="to" value="${step}">${words.step[step]}</button>` : words.step[step]}
        </li>`,
    )}
    <li>${words.step.sign}</li>
  </ol>`;
};
