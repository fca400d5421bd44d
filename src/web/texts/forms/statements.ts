import { type Html, html } from '../../../markup/html.ts';
import type { Statement } from '../../../charter/decisions/statement-state.ts';
import type { Organisation } from '../../../charter/members/organisation-state.ts';
import { ownCountry, ownName } from '../../../charter/names/printed.ts';
import { quotable } from '../../../base/quotable.ts';
import { quoted, theirs } from '../../kit/theirs.ts';
import { type ActForm, defineForm } from '../../act/act-form.ts';
import type { Context } from '../../kit/context.ts';
import type { FormProblem } from '../../kit/problem.ts';
import type { NotShared } from '../../kit/shared-drafts.ts';
import { type FormState, hidden, lineInput, textArea } from '../../kit/controls.ts';
import { emphasised, paragraphs, plainClauses } from '../../kit/prose.ts';
import { dayText, nameOf } from '../../kit/words.ts';
import { invited } from '../../members/parts/invitation.ts';
import { ownPrinted, printedAs, printedSummary } from '../../members/parts/printed.ts';
import { vouchingText } from '../../members/parts/signatory.ts';
import { startOf } from '../../../base/time.ts';
import { newestOf } from '../../../conference/shared-draft.ts';
import { isFirst, withFields } from '../../act/change-fields.ts';
import { theirWords } from '../../../charter/final/said.ts';
import { linesHtml } from '../parts/final-sheet.ts';
import { guestFields, readGuest } from './guests.ts';
import { NOTHING_EARLIER } from '../../act/continued.ts';
import { readSource, sourceFields, sourceProblem, sourceStep, sourceTrouble } from '../../act/source.ts';
import { textForm } from './text-form.ts';

/** Chapter 14: statements on an occasion, which speak for their signatories alone. */

/** One call a paragraph where empty lines part them, else one a line; numbers and dashes before them are left out. */
const readCalls = (typed: string): readonly string[] =>
  typed
    .split(/\n{2,}/u.test(typed) ? /\n{2,}/u : '\n')
    .map((call) => call.replace(/^\s*(?:\d{1,2}[.)]|[-*•–])\s+/u, '').trim())
    .filter((call) => call !== '');

/** That the words did not become a draft to be shared, as the problem of the form that they came from. */
export const notShared = (why: NotShared): FormProblem => ({ kind: 'field', field: 'together', why });

const notSharedBox = ({ t }: Context, problem: FormProblem | null): Html | null =>
  problem?.kind === 'field' && problem.field === 'together'
    ? html`<p class="problem" role="alert">${t.texts.together.problem[problem.why as NotShared]}</p>`
    : null;

export const openForm = defineForm({
  kind: 'statement.open',
  page: (context, typed, problem) => {
    const fields = withShared(context, typed);
    const state = { context, fields, problem };
    const words = context.t.texts.form.statement;
    return textForm(state, {
      kind: 'statement.open',
      text: null,
      multipart: true,
      lede: words.lede,
      trouble: notSharedBox(context, problem) ?? sourceTrouble(state, NOTHING_EARLIER),
      fields: html`${eventFields(state)}
        ${sourceFields(state, {
          title: '',
          body: '',
          earlier: NOTHING_EARLIER,
          label: words.body,
          hint: words.bodyHint,
          rows: 14,
          of: 'statement',
        })}
        ${lineInput(state, { name: 'lead', label: words.lead, hint: words.leadHint, max: 500, optional: true })}
        ${textArea(state, { name: 'calls', label: words.calls, hint: words.callsHint, rows: 6, optional: true })}
        <p class="hint">${words.invitedLater}</p>
        ${togetherFirst(state)}`,
    });
  },
  imports: () => ({ as: 'text', continued: NOTHING_EARLIER }),
  step: (context, fields, upload) => sourceStep(context, fields, NOTHING_EARLIER, upload, 'statement'),
  read: (_context, fields) => {
    const source = readSource(fields, NOTHING_EARLIER);
    if (!source.ok) return sourceProblem(source.error);
    const event = { name: fields.text('event'), on: fields.text('event-on') };
    const lead = fields.text('lead');
    return {
      body: { ...source.value, event, lead: lead === '' ? null : lead, calls: readCalls(fields.text('calls')) },
    };
  },
  summary: (context, body) =>
    html`<p>${context.t.texts.summary.openStatement}</p>
      <p class="words title" dir="auto"><strong>${body.title}</strong></p>
      ${stated(context, body, 2)}`,
  next: (context, _body, { index }) => {
    const statement = context.reader.statements().find(({ opened }) => opened.index === index);
    return statement === undefined ? `${context.base}/statements` : `${context.base}/statements/${statement.number}`;
  },
});

/** What several have written together, where the form is opened from that. */
const withShared = ({ shared }: Context, fields: FormState['fields']): FormState['fields'] => {
  const access = isFirst(fields) ? shared.find(fields.text('together')) : null;
  if (access === null) return fields;
  const { version, words: written } = newestOf(access.draft);
  const { on, ...words } = written;
  return withFields(fields, { ...words, 'event-on': on, 'together-version': `${version}` });
};

/** The way to write it with others first; from there, what it came from. */
const togetherFirst = ({ context, fields }: FormState): Html => {
  const words = context.t.texts.together;
  return fields.text('together') === ''
    ? html`<p class="actions">
          <button class="second" formaction="${context.base}/together" formnovalidate>${words.begin}</button>
        </p>
        <p class="hint">${words.beginHint}</p>`
    : html`${hidden('together', fields.text('together'))} ${hidden('together-version', fields.text('together-version'))}`;
};

/** On which event it is. */
const eventFields = (state: FormState): Html => {
  const words = state.context.t.texts.form.statement;
  return html`${lineInput(state, { name: 'event', pointer: '/body/event/name', label: words.event, hint: words.eventHint, max: 300 })}
  ${lineInput(state, { name: 'event-on', pointer: '/body/event/on', label: words.eventOn, type: 'date' })}`;
};

/** All that is stated under the title. */
const stated = (
  context: Context,
  { event, clauses, lead, calls }: Pick<Statement, 'event' | 'clauses' | 'lead' | 'calls'>,
  level: 2 | 3 = 3,
): Html => {
  const words = context.t.texts.final.statement;
  const said = words.event(theirWords(event.name), dayText(context, startOf(event.on)));
  return html`${linesHtml([said])} ${plainClauses(context, clauses, level)}
  ${
    calls.length === 0
      ? ''
      : html`<p class="${lead === null ? 'label' : 'words'}" dir="auto">${lead ?? words.calls}</p>
          <ol class="calls">
            ${calls.map((call) => html`<li class="words" dir="auto">${emphasised(call)}</li>`)}
          </ol>`
  }`;
};

const statementOf = ({ reader }: Context, { integer }: FormState['fields']): Statement | null =>
  reader.statement(integer('statement'));

const aboutStatement = (context: Context, sentence: string, number: number): Html => {
  const statement = context.reader.statement(number);
  return html`<p>
    ${sentence}
    ${statement === null ? context.t.texts.final.statement.symbol(number) : html`<q><a href="${context.base}/statements/${number}">${theirs(quotable(statement.title))}</a></q>`}.
  </p>`;
};

const invite = defineForm({
  kind: 'statement.invite',
  page: (context, fields, problem) => {
    const statement = statementOf(context, fields);
    if (statement === null) return null;
    const state = { context, fields, problem };
    const words = context.t.texts.form.statement;
    return textForm(state, {
      kind: 'statement.invite',
      text: null,
      islands: ['invitations'],
      lede: html`${aboutStatement(context, `${context.t.texts.summary.invite}:`, statement.number)} ${words.inviteLede}`,
      fields: html`${hidden('statement', statement.number)} ${guestFields(state, invitable(context, statement))}`,
    });
  },
  read: (_context, fields) => ({ body: { statement: fields.integer('statement'), ...readGuest(fields) } }),
  summary: (context, { statement, organisation, newcomer, vouching }) => {
    const { t } = context;
    return html`${aboutStatement(context, `${t.texts.summary.invite}:`, statement)}
      <p>
        ${newcomer === null ? html`<bdi>${nameOf(context, organisation)}</bdi>` : invited(context, ownName(newcomer.printed), newcomer.invitation)}
        <code>${organisation}</code>${newcomer === null ? '' : html`, <bdi>${ownCountry(newcomer.printed)}</bdi>`}.
        ${t.texts.vouching.weVouch} ${vouchingText(context, vouching)}
      </p>`;
  },
  next: ({ base }, { statement }) => `${base}/statements/${statement}`,
});

const invitable = ({ reader }: Context, { invited: already, signatures }: Statement): readonly Organisation[] =>
  reader
    .organisations()
    .filter(
      ({ id, standing: { kind } }) =>
        kind !== 'participant' && kind !== 'founder' && !already.has(id) && !signatures.has(id),
    );

const sign = defineForm({
  kind: 'statement.sign',
  page: (context, fields, problem) => {
    const statement = statementOf(context, fields);
    if (statement === null) return null;
    const words = context.t.texts;
    return textForm(
      { context, fields, problem },
      {
        kind: 'statement.sign',
        text: null,
        lede: `${words.final.statement.alone} ${words.form.statement.signLede}`,
        fields: html`${hidden('statement', statement.number)} ${hidden('version', statement.hash)} ${printedAs(context)}
        ${wholeStatement(context, statement)}`,
      },
    );
  },
  read: (context, fields) => ({
    body: {
      statement: fields.integer('statement'),
      printed: ownPrinted(context),
      version: fields.text('version'),
    },
  }),
  summary: (context, { statement, printed }) =>
    html`${aboutStatement(context, context.t.texts.summary.signStatement, statement)}
    ${printedSummary(context, printed)}`,
  next: ({ base }, { statement }) => `${base}/statements/${statement}`,
});

const wholeStatement = (context: Context, statement: Statement): Html =>
  html`<section class="panel document">
    <h2>${quoted(statement.title)}</h2>
    ${stated(context, statement)}
  </section>`;

const withdraw = defineForm({
  kind: 'statement.withdraw',
  page: (context, fields, problem) => {
    const statement = statementOf(context, fields);
    if (statement === null) return null;
    const state = { context, fields, problem };
    const words = context.t.texts;
    return textForm(state, {
      kind: 'statement.withdraw',
      text: null,
      lede: html`${aboutStatement(context, words.summary.withdrawStatement, statement.number)}
      ${words.form.statement.withdrawLede}`,
      fields: html`${hidden('statement', statement.number)}
      ${textArea(state, { name: 'reason', label: words.form.reason, max: 4000, optional: true })}`,
    });
  },
  read: (_context, fields) => {
    const reason = fields.text('reason');
    return { body: { statement: fields.integer('statement'), reason: reason === '' ? null : reason } };
  },
  summary: (context, { statement, reason }) =>
    html`${aboutStatement(context, context.t.texts.summary.withdrawStatement, statement)}
    ${
      reason === null
        ? ''
        : html`<p class="label">${context.t.texts.form.reason}</p>
            ${paragraphs(reason)}`
    }`,
  next: ({ base }, { statement }) => `${base}/statements/${statement}`,
});

export const statementForms: readonly ActForm[] = [openForm, invite, sign, withdraw];
