import { html } from '../../../markup/html.ts';
import { type ActForm, defineForm } from '../../act/act-form.ts';
import { textPath } from '../parts/text-places.ts';
import { amendmentWords, whatOf } from '../parts/change.ts';
import { hidden } from '../../kit/controls.ts';
import { aboutText, textForm } from './text-form.ts';

/** Acts on a text that say nothing but which text: co-sponsoring it, withdrawing it; or an amendment: moving it jointly, withdrawing it, taking it over. */

const onText = (
  kind: 'text.cosponsor' | 'text.withdraw' | 'signature.confirm',
  words: 'cosponsor' | 'withdrawText' | 'confirm',
): ActForm =>
  defineForm<typeof kind>({
    kind,
    page: (context, fields, problem) => {
      const text = context.reader.text(fields.integer('text'));
      if (text === null) return null;
      const { lede } = context.t.texts.form[words];
      return textForm({ context, fields, problem }, { kind, text, lede, fields: html`` });
    },
    read: (_context, { integer }) => ({ body: { text: integer('text') } }),
    summary: (context, { text }) => aboutText(context, context.t.texts.summary[words], text),
    next: (context, { text }) => textPath(context, { number: text }),
  });

export const cosponsor = onText('text.cosponsor', 'cosponsor');
export const withdrawText = onText('text.withdraw', 'withdrawText');
export const confirmSignature = onText('signature.confirm', 'confirm');

const onAmendment = (
  kind: 'amendment.withdraw' | 'amendment.join' | 'amendment.take-over' | 'amendment.renew',
  words: 'withdrawAmendment' | 'joinAmendment' | 'takeOverAmendment' | 'renewAmendment',
): ActForm =>
  defineForm<typeof kind>({
    kind,
    page: (context, fields, problem) => {
      const text = context.reader.text(fields.integer('text'));
      const amendment = text?.amendments[fields.integer('amendment') - 1];
      if (text === null || amendment === undefined) return null;
      const shared = words === 'withdrawAmendment' && amendment.joint.length > 0;
      return textForm(
        { context, fields, problem },
        {
          kind,
          text,
          lede: context.t.texts.form[shared ? 'leaveAmendment' : words].lede,
          fields: html`${hidden('amendment', amendment.number)}
            ${kind === 'amendment.renew' ? hidden('revision', text.revisions.length) : ''}
            <p class="label">
              ${context.t.texts.amendments.number(amendment.number)}: ${whatOf(context, text, amendment)}
            </p>
            ${amendmentWords(context, text, amendment)}`,
        },
      );
    },
    read: (_context, { integer }) => {
      const body = { text: integer('text'), amendment: integer('amendment') };
      return { body: kind === 'amendment.renew' ? { ...body, revision: integer('revision') } : body };
    },
    summary: (context, { text: number, amendment: n }) => {
      const text = context.reader.text(number);
      const amendment = text?.amendments[n - 1];
      return html`${aboutText(context, context.t.texts.summary[words](n), number)}
      ${
        text === null || amendment === undefined
          ? ''
          : html`<p class="label">${whatOf(context, text, amendment)}</p>
              ${amendmentWords(context, text, amendment)}`
      }`;
    },
    next: (context, { text, amendment }) =>
      `${textPath(context, { number: text }, 'amendments')}?at=${amendment}#a-${amendment}`,
  });

export const withdrawAmendment = onAmendment('amendment.withdraw', 'withdrawAmendment');
export const joinAmendment = onAmendment('amendment.join', 'joinAmendment');
export const renewAmendment = onAmendment('amendment.renew', 'renewAmendment');
export const takeOverAmendment = onAmendment('amendment.take-over', 'takeOverAmendment');
