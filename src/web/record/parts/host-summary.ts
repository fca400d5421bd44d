import { type Html, html } from '../../../markup/html.ts';
import { theirs } from '../../kit/theirs.ts';
import type { BodyOf } from '../../../charter/acts.ts';
import type { Context } from '../../kit/context.ts';
import { circulatedPath, circulatedTitle } from '../../post/parts/circulated.ts';
import { inLanguage } from '../../kit/languages.ts';
import { mailWords } from '../../post/parts/delivery.ts';
import { keptInWords } from '../../kit/kept.ts';
import { paragraphs } from '../../kit/prose.ts';
import { org } from '../../kit/words.ts';

/** What the host says on the record of the post, in plain words. */

const circulated = (context: Context, number: number): Html | '' => {
  const circulation = context.reader.circulation(number);
  if (circulation === null) return '';
  const { what } = circulation;
  return html`<a href="${circulatedPath(context, what)}">${theirs(circulatedTitle(context, what))}</a>`;
};

export const deliveredSummary = (context: Context, { circulation, outcomes }: BodyOf<'host.delivered'>): Html =>
  html`<p>${context.t.post.host.delivered} ${circulated(context, circulation)}</p>
    <ul>
      ${outcomes.map(({ organisation, ...mail }) => html`<li>${org(context, organisation)}: ${mailWords(context, mail)}</li>`)}
    </ul>`;

export const openedSummary = (context: Context, { organisation, circulations }: BodyOf<'host.opened'>): Html =>
  html`<p>${context.t.post.host.opened} ${org(context, organisation)}</p>
    <ul>
      ${circulations.map((number) => html`<li>${circulated(context, number)}</li>`)}
    </ul>`;

export const erasedSummary = (context: Context, { attachment, reason }: BodyOf<'host.erased'>): Html =>
  html`<p>${context.t.post.erasure.what}</p>
    <ul>
      ${keptInWords(context, attachment).map((words) => html`<li>${theirs(words)}</li>`)}
    </ul>
    <p class="label">${context.t.post.erasure.reason}</p>
    ${paragraphs(reason)}`;

export const receivedSummary = (context: Context, body: BodyOf<'host.received'>): Html =>
  html`<p>${org(context, body.organisation)}: <span ${inLanguage(body.language)}>${body.subject}</span></p>
    <p>${context.t.post.letters.byMail(body.delegate)}</p>
    ${body.proven ? '' : html`<p class="fault">${context.t.post.letters.unprovenLong}</p>`}
    ${body.answers === null ? '' : html`<p>${context.t.post.letters.answers} ${circulated(context, body.answers)}</p>`}`;
