import { fingerprint } from '../../../base/keys.ts';
import { type Html, html } from '../../../markup/html.ts';
import { defineForm } from '../../act/act-form.ts';
import type { Context } from '../../kit/context.ts';
import { hidden, lineInput, select, textArea } from '../../kit/controls.ts';
import { attach } from '../../act/new-act.ts';
import { paragraphs } from '../../kit/prose.ts';
import { recoveryFacts, recoveryKey, recoveryWords } from '../parts/recovery-facts.ts';
import { formPage } from '../../act/form-page.ts';
import { recoveryIn, summaryOf, withdrawal } from './vouching.ts';

/** Chapter 4: a lost last key is replaced when others vouch for the new one and none disagrees. */

const MOST = 4000;

/** Whom a request can be for: whoever asks says which delegate, for the page is public, and how many an organisation has is its own. */
const losers = ({ t, reader }: Context): readonly (readonly [value: string, label: string])[] => [
  ['', t.site.recovery.choose],
  ...reader.participants().map(({ id, name }) => [id, name] as const),
];

/** What happens, one thing after the other. */
const steps = (context: Context): Html => {
  const { vouchers, recoveryDays } = context.reader.rules().keys;
  return html`<ol>
    ${context.t.site.recovery.steps(vouchers, recoveryDays).map((step) => html`<li>${step}</li>`)}
  </ol>`;
};

export const requestRecovery = defineForm({
  kind: 'recovery.request',
  newcomer: (_context, { text, integer }) => ({ organisation: text('organisation'), delegate: integer('delegate') }),
  page: (context, fields, problem) => {
    if (context.reader.founded === null) return null;
    const state = { context, fields, problem };
    const words = context.t.site.recovery;
    return formPage(state, {
      kind: 'recovery.request',
      lede: words.lede,
      fields: html`${steps(context)}
        <p>${words.firstTry}</p>
        ${select(state, { name: 'organisation', label: words.whose, options: losers(context), pointer: '/by/organisation' })}
        ${lineInput(state, { name: 'delegate', label: words.delegate, hint: words.delegateHint, type: 'number', pointer: '/by/delegate' })}
        ${textArea(state, { name: 'explanation', label: words.explanation, hint: words.explanationHint, max: MOST })}`,
    });
  },
  read: (_context, { text }) => {
    const words = text('explanation');
    if (words === '') return { kind: 'field', field: 'explanation', why: 'missing' };
    if (words.length > MOST) return { kind: 'field', field: 'explanation', why: 'too_big' };
    const { hash, attachment } = attach(words);
    return { body: { explanation: hash }, attachments: [attachment] };
  },
  // Before it is signed whoever asks reads their own words; on the record members alone do, and the key for which it was asked.
  summary: (context, body) =>
    html`<p>${context.t.site.recovery.asks}</p>
      ${
        context.reader.member
          ? html`${recoveryWords(context, body)}
            ${recoveryKey(context, { ...body, fingerprint: fingerprint(body.key) })}`
          : html`${paragraphs(context.attached.get(body.explanation) ?? '')} ${steps(context)}`
      }`,
  next: ({ base }) => base,
});

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
      fields: html`${hidden('recovery', recovery.number)} ${recoveryFacts(context, recovery)}
      ${textArea(state, { name: 'reasons', label: words.reasons, max: MOST })}`,
    });
  },
  read: (_context, { integer, text }) => ({ body: { recovery: integer('recovery'), reasons: text('reasons') } }),
  summary: (context, { recovery, reasons }) =>
    html`${summaryOf(context, recovery, context.t.site.recovery.disagrees)} ${paragraphs(reasons)}`,
  next: ({ base }) => `${base}/participants`,
});

export const withdrawRecoveryDisagreement = withdrawal('recovery.withdraw-disagreement', ({ site: { recovery } }) => ({
  lede: recovery.withdrawLede,
  done: recovery.withdraws,
}));
