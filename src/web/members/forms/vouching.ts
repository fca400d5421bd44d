import { isOpen } from '../../../charter/members/recoveries.ts';
import type { Recovery } from '../../../charter/members/organisation-state.ts';
import { type Html, html } from '../../../markup/html.ts';
import { defineForm } from '../../act/act-form.ts';
import type { Context } from '../../kit/context.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Fields } from '../../kit/fields.ts';
import { choices, hidden } from '../../kit/controls.ts';
import { recoveryFacts } from '../parts/recovery-facts.ts';
import { nameOf } from '../../kit/words.ts';
import { formPage } from '../../act/form-page.ts';

/** Chapter 4: participants vouch for a new key in place of a lost one, when they have asked whose it is. */

/** The open request that a form is about. */
export const recoveryIn = (context: Context, fields: Fields): Recovery | undefined =>
  context.reader.recoveries().find((recovery) => recovery.number === fields.integer('recovery') && isOpen(recovery));

export const summaryOf = (context: Context, number: number, sentence: string): Html => {
  const recovery = context.reader.recoveries().find((other) => other.number === number);
  return html`<p>${sentence}</p>
    ${recovery === undefined ? '' : html`<p><bdi>${nameOf(context, recovery.organisation)}</bdi></p>`}`;
};

export const vouch = defineForm({
  kind: 'recovery.vouch',
  page: (context, fields, problem) => {
    const recovery = recoveryIn(context, fields);
    if (recovery === undefined) return null;
    const state = { context, fields, problem };
    const words = context.t.site.recovery;
    return formPage(state, {
      kind: 'recovery.vouch',
      lede: words.vouchLede,
      fields: html`${hidden('recovery', recovery.number)} ${recoveryFacts(context, recovery)}
        <ol>
          ${words.vouchSteps.map((step) => html`<li>${step}</li>`)}
        </ol>
        ${choices(state, {
          name: 'asked',
          type: 'checkbox',
          legend: words.vouchCheck,
          options: [{ value: 'yes', label: words.vouchChecked }],
        })}`,
    });
  },
  read: (context, fields) => {
    if (!fields.has('asked', 'yes')) return { kind: 'field', field: 'asked', why: 'missing' };
    const recovery = recoveryIn(context, fields);
    if (recovery === undefined) return { kind: 'field', field: 'recovery', why: 'meanwhile' };
    const { organisation, delegate, fingerprint: key } = recovery;
    return { body: { organisation, delegate, key } };
  },
  summary: (context, { organisation, delegate, key }) =>
    html`<p>
        ${context.t.site.recovery.vouches} <strong><bdi>${nameOf(context, organisation)}</bdi></strong>
        (${context.t.common.delegate(delegate)})
      </p>
      <p>${context.t.workspace.participants.newKey} <code>${key}</code></p>`,
  next: ({ base }) => `${base}/participants#asked`,
});

/** Takes back what one's organisation said of an open request. */
export const withdrawal = (
  kind: 'recovery.withdraw-voucher' | 'recovery.withdraw-disagreement',
  words: (t: Messages) => { readonly lede: string; readonly done: string },
) =>
  defineForm({
    kind,
    page: (context, fields, problem) => {
      const recovery = recoveryIn(context, fields);
      if (recovery === undefined) return null;
      return formPage(
        { context, fields, problem },
        {
          kind,
          lede: words(context.t).lede,
          fields: html`${hidden('recovery', recovery.number)} ${recoveryFacts(context, recovery)}`,
        },
      );
    },
    read: (_context, { integer }) => ({ body: { recovery: integer('recovery') } }),
    summary: (context, { recovery }) => summaryOf(context, recovery, words(context.t).done),
    next: ({ base }) => `${base}/participants`,
  });

export const withdrawVoucher = withdrawal('recovery.withdraw-voucher', ({ site: { recovery } }) => ({
  lede: recovery.withdrawVoucherLede,
  done: recovery.withdrawsVoucher,
}));
