import type { Charter } from '../../../charter/law/charter.ts';
import { type Html, html } from '../../../markup/html.ts';
import { defineForm } from '../../act/act-form.ts';
import type { Context } from '../../kit/context.ts';
import type { Fields } from '../../kit/fields.ts';
import { type FormState, choices, lineInput, textArea } from '../../kit/controls.ts';
import { attach } from '../../act/new-act.ts';
import { profileFields, readProfile } from '../parts/profile-fields.ts';
import { printedLines } from '../parts/printed.ts';
import { paragraphs, plainClauses } from '../../kit/prose.ts';
import { rulesTable } from '../parts/rules-table.ts';
import { countryName } from '../../kit/words.ts';
import { formPage } from '../../act/form-page.ts';

/** Chapter 2: applying, which accepts the principles and the rules by the same signature. */

const MOST_LETTER = 20_000;

/** What is accepted, to be read on the spot, and the box that says it was. */
const acceptance = (state: FormState, charter: Charter): Html => {
  const { context } = state;
  const words = context.t.site.application;
  return html`<details class="panel">
      <summary>${words.principles}</summary>
      ${plainClauses(context, charter.principles)}
    </details>
    <details class="panel">
      <summary>${words.rules}</summary>
      ${rulesTable(context, charter.rules)}
    </details>
    ${choices(state, {
      name: 'accept',
      type: 'checkbox',
      legend: words.acceptance,
      options: [{ value: 'yes', label: words.accept }],
    })}`;
};

const letterField = (state: FormState): Html => {
  const words = state.context.t.site.application;
  const hint = words.letterHint;
  return textArea(state, { name: 'letter', label: words.letter, hint, rows: 10, max: MOST_LETTER });
};

/** Whether principles and rules were accepted and a letter was written, or the field where it was not. */
const missing = ({ has, text }: Fields) => {
  if (text('letter') === '') return { kind: 'field', field: 'letter', why: 'missing' } as const;
  return has('accept', 'yes') ? null : ({ kind: 'field', field: 'accept', why: 'missing' } as const);
};

const charterOf = (context: Context) => context.reader.charter();

export const apply = defineForm({
  kind: 'participation.apply',
  newcomer: (_context, fields) => ({ organisation: fields.text('id'), delegate: 1 }),
  page: (context, fields, problem) => {
    const inForce = charterOf(context);
    if (inForce === null || context.reader.founded === null) return null;
    const state = { context, fields, problem };
    const words = context.t.site.application;
    const { charter } = inForce;
    return formPage(state, {
      kind: 'participation.apply',
      lede: words.lede(charter.rules.participation.presenters, charter.rules.participation.noDisagreementDays),
      fields: html`<h2>${words.who}</h2>
        ${profileFields(state, { region: charter.region })}
        ${lineInput(state, { name: 'delegateName', label: words.delegate, hint: words.delegateHint, optional: true, max: 100 })}
        <h2>${words.whyYou}</h2>
        ${letterField(state)}
        <h2>${words.whatYouAccept}</h2>
        ${acceptance(state, charter)}`,
    });
  },
  read: (context, fields) => {
    const fault = missing(fields);
    if (fault !== null) return fault;
    const letter = attach(fields.text('letter'));
    const name = fields.optional('delegateName');
    const delegate = name === null ? null : attach(name);
    return {
      body: {
        ...readProfile(fields),
        charter: charterOf(context)?.hash ?? '',
        letter: letter.hash,
        delegate: delegate?.hash ?? null,
      },
      attachments: [letter.attachment, ...(delegate === null ? [] : [delegate.attachment])],
    };
  },
  summary: (context, body) => {
    const { t, attached } = context;
    const words = t.site.application;
    return html`<p>${words.applies}</p>
      ${printedLines(body.printed)}
      <p>${t.site.profile.country}: ${countryName(context, body.country)}</p>
      <p>${words.accepts(charterOf(context)?.number ?? 1)}</p>
      ${body.about === null ? '' : html`<p dir="auto">${body.about}</p>`}
      ${letterSummary(context, attached.get(body.letter))}`;
  },
  next: ({ base }, _body) => base,
});

const letterSummary = ({ t }: Context, letter: string | undefined): Html | '' =>
  letter === undefined
    ? ''
    : html`<details>
        <summary>${t.site.application.letter}</summary>
        ${paragraphs(letter)}
      </details>`;

export const reapply = defineForm({
  kind: 'participation.reapply',
  page: (context, fields, problem) => {
    const inForce = charterOf(context);
    if (inForce === null) return null;
    const state = { context, fields, problem };
    const words = context.t.site.application;
    const { presenters, noDisagreementDays } = inForce.charter.rules.participation;
    return formPage(state, {
      kind: 'participation.reapply',
      lede: words.reapplyLede(presenters, noDisagreementDays),
      fields: html`${letterField(state)} ${acceptance(state, inForce.charter)}`,
    });
  },
  read: (context, fields) => {
    const fault = missing(fields);
    if (fault !== null) return fault;
    const letter = attach(fields.text('letter'));
    return { body: { charter: charterOf(context)?.hash ?? '', letter: letter.hash }, attachments: [letter.attachment] };
  },
  summary: (context, body) =>
    html`<p>${context.t.site.application.reapplies}</p>
      <p>${context.t.site.application.accepts(charterOf(context)?.number ?? 1)}</p>
      ${letterSummary(context, context.attached.get(body.letter))}`,
  next: ({ base, me }) => (me === null ? base : `${base}/participants/${me.organisation.id}`),
});

export const withdraw = defineForm({
  kind: 'participation.withdraw',
  page: (context, fields, problem) =>
    formPage(
      { context, fields, problem },
      { kind: 'participation.withdraw', lede: context.t.site.application.withdrawLede, fields: html`` },
    ),
  read: () => ({ body: {} }),
  summary: (context) => html`<p>${context.t.site.application.withdraws}</p>`,
  next: ({ base }) => `${base}/organisation`,
});
