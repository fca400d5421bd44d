import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { page } from '../../kit/layout.ts';

/** What it takes to take part, before the form. */
export const applyPage = (context: Context): Html => {
  const words = context.t.workspace.apply;
  const { base } = context;
  const { presenters = 1, noDisagreementDays: days = 0 } = context.reader.charter()?.charter.rules.participation ?? {};
  return page(context, {
    title: words.title,
    width: 'narrow',
    body: html`<h1>${words.title}</h1>
      <p class="lede">${words.lede}</p>
      <ol>
        ${words.steps.map((step) => html`<li>${step}</li>`)}
      </ol>
      <p>${words.afterwards(presenters, days)}</p>
      <p class="actions">
        <a class="button" href="${base}/do/participation.apply">${words.begin}</a>
        <a href="${base}/about#principles">${words.read}</a>
      </p>`,
  });
};
