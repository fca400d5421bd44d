import { html } from 'hono/html';
import { participants } from '../../../charter/organisations.ts';
import type { Recovery } from '../../../charter/state.ts';
import { type Html, defineForm } from '../../act-form.ts';
import type { Context } from '../../context.ts';
import type { Fields } from '../../fields.ts';
import { hidden, select, textArea } from '../../parts/controls.ts';
import { paragraphs } from '../../parts/prose.ts';
import { day, nameOf } from '../../parts/words.ts';
import { formPage } from '../form-page.ts';

/** Chapter 4: a lost last key is replaced when none of the others disagrees. */

const MOST = 4000;

/** Whom a request can be for: by number alone, for the page is public and names are not. */
const places = (context: Context): readonly (readonly [value: string, label: string])[] => [
  ['', context.t.site.recovery.choose],
  ...participants(context.conference.state()).flatMap(({ id, name, delegates }) =>
    delegates
      .filter(({ role, recalled }) => role === 'representing' && recalled === null)
      .map(({ number }) => [`${id}/${number}`, `${name} – ${context.t.common.delegate(number)}`] as const),
  ),
];

export const requestRecovery = defineForm({
  kind: 'recovery.request',
  newcomer: (_context, fields) => {
    const [organisation = '', delegate = ''] = fields.text('place').split('/');
    return { organisation, delegate: Number(delegate) };
  },
  page: (context, fields, problem) => {
    const state = { context, fields, problem };
    const words = context.t.site.recovery;
    const days = context.conference.state().charter?.charter.rules.keys.recoveryDays ?? 0;
    return formPage(state, {
      kind: 'recovery.request',
      lede: words.lede(days),
      fields: html`<p>${words.firstTry}</p>
        ${select(state, { name: 'place', label: words.place, options: places(context), pointer: '/by' })}
        ${textArea(state, { name: 'explanation', label: words.explanation, hint: words.explanationHint, max: MOST })}` as Html,
    });
  },
  read: (_context, { text }) => ({ body: { explanation: text('explanation') } }),
  summary: (context, { explanation }) =>
    html`<p>${context.t.site.recovery.asks}</p>
      ${paragraphs(explanation)}` as Html,
  next: ({ base }) => base,
});

const recoveryIn = (context: Context, fields: Fields): Recovery | undefined =>
  context.reader.recoveries().find(({ number }) => number === fields.integer('recovery'));

const about = (context: Context, recovery: Recovery): Html => {
  const { t } = context;
  const words = t.site.recovery;
  return html`<section class="panel">
    <p>
      <strong><bdi>${nameOf(context, recovery.organisation)}</bdi></strong> (${t.common.delegate(recovery.delegate)})
    </p>
    ${paragraphs(recovery.explanation)}
    <p>${t.common.keyUse[recovery.use]} <code>${recovery.fingerprint}</code></p>
    <p>${words.replacedOn} ${day(context, recovery.deadline)}</p>
  </section>` as Html;
};

const summaryOf = (context: Context, number: number, sentence: string): Html => {
  const recovery = context.reader.recoveries().find((other) => other.number === number);
  return html`<p>${sentence}</p>
    ${recovery === undefined ? '' : html`<p><bdi>${nameOf(context, recovery.organisation)}</bdi></p>`}` as Html;
};

export const disagreeWithRecovery = defineForm({
  kind: 'recovery.disagree',
  page: (context, fields, problem) => {
    const recovery = recoveryIn(context, fields);
    if (recovery === undefined) return null;
    const state = { context, fields, problem };
    const words = context.t.site.recovery;
    return formPage(state, {
      kind: 'recovery.disagree',
      lede: words.disagreeLede,
      fields: html`${hidden('recovery', recovery.number)} ${about(context, recovery)}
      ${textArea(state, { name: 'reasons', label: words.reasons, max: MOST })}` as Html,
    });
  },
  read: (_context, { integer, text }) => ({ body: { recovery: integer('recovery'), reasons: text('reasons') } }),
  summary: (context, { recovery, reasons }) =>
    html`${summaryOf(context, recovery, context.t.site.recovery.disagrees)} ${paragraphs(reasons)}` as Html,
  next: ({ base }) => `${base}/participants`,
});

export const withdrawRecoveryDisagreement = defineForm({
  kind: 'recovery.withdraw-disagreement',
  page: (context, fields, problem) => {
    const recovery = recoveryIn(context, fields);
    if (recovery === undefined) return null;
    return formPage(
      { context, fields, problem },
      {
        kind: 'recovery.withdraw-disagreement',
        lede: context.t.site.recovery.withdrawLede,
        fields: html`${hidden('recovery', recovery.number)} ${about(context, recovery)}` as Html,
      },
    );
  },
  read: (_context, { integer }) => ({ body: { recovery: integer('recovery') } }),
  summary: (context, { recovery }) => summaryOf(context, recovery, context.t.site.recovery.withdraws),
  next: ({ base }) => `${base}/participants`,
});
