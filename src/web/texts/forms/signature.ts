import { ownPrinted, printedAs, printedSummary } from '../../members/parts/printed.ts';
import { fromBase64url, hex } from '../../../base/bytes.ts';
import type { Rider, Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import { type Html, html } from '../../../markup/html.ts';
import { numbering } from '../../../text/numbering.ts';
import { type ActForm, defineForm } from '../../act/act-form.ts';
import type { Context } from '../../kit/context.ts';
import { type FormState, choices, hidden, textArea } from '../../kit/controls.ts';
import { clauseBlock } from '../parts/clause.ts';
import { clauseNames, firstWords, longName } from '../parts/clause-names.ts';
import { fieldProblem } from '../../kit/problem.ts';
import { paragraphs } from '../../kit/prose.ts';
import { riderTitle } from '../parts/signatures.ts';
import { textPath } from '../parts/text-places.ts';
import { grouped, listText } from '../../kit/words.ts';
import { withFields, withInitial } from '../../act/change-fields.ts';
import { readRiders, riderFields, riderRows } from './riders.ts';
import { confirmSignature } from './text-simple.ts';
import { aboutText, textForm } from './text-form.ts';

/** Chapter 7: signing a final version, wholly or in part, with reservations and interpretative statements; and withdrawing. */

const sign = defineForm({
  kind: 'text.sign',
  page: (context, fields, problem) => {
    const { t, reader } = context;
    const text = reader.text(fields.integer('text'));
    if (text?.stage !== 'adopted') return null;
    const words = t.texts.form.sign;
    const { clauses, hash } = present(text);
    const state: FormState = {
      context,
      problem,
      fields: withInitial(fields, { scope: 'whole', clauses: clauses.map(({ id }) => id) }),
    };
    const wrong = fieldProblem(context, problem, 'clauses');
    return textForm(state, {
      kind: 'text.sign',
      text,
      lede: words.lede,
      fields: html`${hidden('version', hash)} ${printedAs(context)}
        ${choices(state, {
          name: 'scope',
          type: 'radio',
          legend: words.scope,
          options: [
            { value: 'whole', label: words.whole },
            { value: 'some', label: words.some, hint: words.someHint },
          ],
        })}
        ${choices(state, {
          name: 'adReferendum',
          type: 'checkbox',
          legend: html`<span class="visually-hidden">${words.referendum}</span>`,
          options: [{ value: 'yes', label: words.referendum, hint: words.referendumHint }],
        })}
        <h2>${words.text}</h2>
        ${wrong === null ? '' : html`<p class="error" id="clauses-error">${wrong}</p>`} ${finalText(state, text)}
        <h2>${words.riders} <span class="tally">${t.common.optional}</span></h2>
        ${riderFields(state, text)}`,
    });
  },
  step: (_context, fields) =>
    fields.has('step', 'rider') ? withFields(fields, { riders: `${riderRows(fields) + 1}` }) : null,
  read: (context, fields) => ({
    body: {
      text: fields.integer('text'),
      printed: ownPrinted(context),
      version: fields.text('version'),
      clauses: fields.has('scope', 'some') ? fields.all('clauses') : null,
      riders: readRiders(fields),
      adReferendum: fields.has('adReferendum', 'yes'),
    },
  }),
  summary: (context, { text: number, printed, version, clauses, riders, adReferendum }) => {
    const words = context.t.texts.summary;
    const text = context.reader.text(number);
    return html`${aboutText(context, words.sign, number)}
      ${clauses === null || text === null ? html`<p>${words.signWhole}</p>` : signedClauses(context, text, clauses)}
      ${adReferendum ? html`<p><strong>${words.referendum}</strong></p>` : ''} ${printedSummary(context, printed)}
      ${text === null ? '' : riders.map((rider) => riderWords(context, text, rider))}
      <p class="hint">${words.version}</p>
      <p class="receipt">${grouped(hex(fromBase64url(version) ?? new Uint8Array()))}</p>`;
  },
  next: (context, { text }) => `${textPath(context, { number: text }, 'stand')}#signatures`,
});

/** The final version, each clause with a box for those who sign some. */
const finalText = ({ context, fields, problem }: FormState, text: Text): Html => {
  const { clauses } = present(text);
  const wrong =
    fieldProblem(context, problem, 'clauses') === null
      ? ''
      : html`aria-invalid="true" aria-describedby="clauses-error"`;
  const numbers = numbering(clauses);
  const names = clauseNames(context, clauses);
  return html`<div class="document">
    ${clauses.map((clause) =>
      clauseBlock(context, {
        clause,
        number: numbers.get(clause.id) ?? '',
        name: names.get(clause.id),
        bare: true,
        below: html`<label class="pick"
          ><input
            type="checkbox"
            name="clauses"
            value="${clause.id}"
            ${fields.has('clauses', clause.id) ? 'checked' : ''}
            ${wrong}
          />${context.t.texts.form.sign.pick(longName(names, clause.id))}</label
        >`,
      }),
    )}
  </div>`;
};

/** The clauses that are signed and those that are not: the fewer of them with their first words, the others by name. */
const signedClauses = (context: Context, text: Text, signed: readonly string[]): Html => {
  const words = context.t.texts.summary;
  const { clauses } = present(text);
  const names = clauseNames(context, clauses);
  const taken = clauses.filter(({ id }) => signed.includes(id));
  const left = clauses.filter(({ id }) => !signed.includes(id));
  const inFull = (these: typeof clauses): Html =>
    html`<ul>
      ${these.map(({ id, words: own }) => html`<li>${longName(names, id)}: <bdi>${firstWords(own)}</bdi></li>`)}
    </ul>`;
  const byName = (these: typeof clauses): Html =>
    html`<p>
      ${listText(
        context,
        these.map(({ id }) => longName(names, id)),
      )}
    </p>`;
  const [signedFew, leftFew] = left.length < taken.length ? [byName, inFull] : [inFull, byName];
  return html`<p class="label">${words.signSome}</p>
    ${signedFew(taken)}
    ${
      left.length === 0
        ? ''
        : html`<p class="label">${words.signNot}</p>
            ${leftFew(left)}`
    }`;
};

const riderWords = (context: Context, text: Text, rider: Rider): Html =>
  html`<p class="label">${riderTitle(context, clauseNames(context, present(text).clauses), rider)}</p>
    ${paragraphs(rider.words)}`;

const withdrawSignature = defineForm({
  kind: 'signature.withdraw',
  page: (context, fields, problem) => {
    const text = context.reader.text(fields.integer('text'));
    if (text === null) return null;
    const state = { context, fields, problem };
    const words = context.t.texts.form;
    return textForm(state, {
      kind: 'signature.withdraw',
      text,
      lede: words.withdrawSignature.lede,
      fields: textArea(state, { name: 'reason', label: words.reason, max: 4000 }),
    });
  },
  read: (_context, fields) => ({ body: { text: fields.integer('text'), reason: fields.text('reason') } }),
  summary: (context, { text, reason }) =>
    html`${aboutText(context, context.t.texts.summary.withdrawSignature, text)}
      <p class="label">${context.t.texts.form.reason}</p>
      ${paragraphs(reason)}`,
  next: (context, { text }) => `${textPath(context, { number: text }, 'stand')}#signatures`,
});

export const signatureForms: readonly ActForm[] = [sign, confirmSignature, withdrawSignature];
