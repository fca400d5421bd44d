import { type Html, html } from '../../../markup/html.ts';
import { theirs } from '../../kit/theirs.ts';
import type { Circulation } from '../../../charter/group/state.ts';
import { defineForm } from '../../act/act-form.ts';
import type { Context } from '../../kit/context.ts';
import type { Fields } from '../../kit/fields.ts';
import { circulatedPath, circulatedTitle } from '../parts/circulated.ts';
import { hidden, lineInput, select } from '../../kit/controls.ts';
import { nameOf, org } from '../../kit/words.ts';
import { formPage } from '../../act/form-page.ts';

/** Articles 8.4 and 9.2: saying that something has come, or that it was sent another way. */

const asked = ({ reader }: Context, fields: Fields): Circulation | null =>
  reader.circulation(fields.integer('circulation'));

/** What it is about, as a link. */
const aboutLine = (context: Context, number: number): Html | '' => {
  const circulation = context.reader.circulation(number);
  if (circulation === null) return '';
  const { what } = circulation;
  return html`<p>
    ${context.t.post.circulation.what[what.kind]}:
    <a href="${circulatedPath(context, what)}">${theirs(circulatedTitle(context, what))}</a>
  </p>`;
};

export const acknowledge = defineForm({
  kind: 'post.acknowledge',
  page: (context, fields, problem) => {
    const circulation = asked(context, fields);
    if (circulation === null) return null;
    return formPage(
      { context, fields, problem },
      {
        kind: 'post.acknowledge',
        lede: context.t.post.forms.acknowledge.lede,
        fields: html`${hidden('circulation', circulation.number)}${aboutLine(context, circulation.number)}`,
      },
    );
  },
  read: (_context, fields) => ({ body: { circulation: fields.integer('circulation') } }),
  summary: (context, body) =>
    html`<p>${context.t.post.forms.acknowledge.has}</p>
      ${aboutLine(context, body.circulation)}`,
  next: ({ base }, { circulation }) => `${base}/letters/circulations/${circulation}`,
});

export const sendOtherwise = defineForm({
  kind: 'post.otherwise',
  page: (context, fields, problem) => {
    const circulation = asked(context, fields);
    if (circulation === null) return null;
    const words = context.t.post.forms.otherwise;
    const state = { context, fields, problem };
    const whom = [...circulation.recipients.keys()].filter(
      (id) => context.reader.organisation(id)?.standing.kind === 'participant',
    );
    return formPage(state, {
      kind: 'post.otherwise',
      lede: words.lede,
      fields: html`${hidden('circulation', circulation.number)}${aboutLine(context, circulation.number)}
      ${select(state, { name: 'organisation', label: words.to, options: whom.map((id) => [id, nameOf(context, id)]) })}
      ${lineInput(state, { name: 'how', label: words.how, hint: words.howHint, max: 200 })}`,
    });
  },
  read: (_context, fields) => ({
    body: {
      circulation: fields.integer('circulation'),
      organisation: fields.text('organisation'),
      how: fields.text('how'),
    },
  }),
  summary: (context, body) => {
    const words = context.t.post.forms.otherwise;
    return html`<p>${words.sent}</p>
      ${aboutLine(context, body.circulation)}
      <p>${org(context, body.organisation)}: <bdi>${body.how}</bdi></p>`;
  },
  next: ({ base }, { circulation }) => `${base}/letters/circulations/${circulation}`,
});
