import { html } from 'hono/html';
import type { Html } from '../act-form.ts';
import type { Context } from '../context.ts';
import { page } from '../parts/layout.ts';

/** What it takes to take part, before the form. */
export const applyPage = (context: Context): Html => {
  const words = context.t.workspace.apply;
  const { base } = context;
  const days = context.reader.charter()?.charter.rules.participation.noDisagreementDays ?? 0;
  return page(context, {
    title: words.title,
    width: 'narrow',
    body: html`<h1>${words.title}</h1>
      <p class="lede">${words.lede}</p>
      <ol>
        ${words.steps.map((step) => html`<li>${step}</li>`)}
      </ol>
      <p>${words.afterwards(days)}</p>
      <p class="actions">
        <a class="button" href="${base}/do/participation.apply">${words.begin}</a>
        <a href="${base}/about#principles">${words.read}</a>
      </p>` as Html,
  });
};
