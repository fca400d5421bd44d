import type { Proposal } from '../../../charter/texts/negotiation-state.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import { type Html, html } from '../../../markup/html.ts';
import { type ActForm, defineForm } from '../../act/act-form.ts';
import type { Context } from '../../kit/context.ts';
import type { Fields } from '../../kit/fields.ts';
import { clauseNames, firstWords, longName } from '../parts/clause-names.ts';
import { type FormState, hidden, textArea } from '../../kit/controls.ts';
import { paragraphs } from '../../kit/prose.ts';
import { proposalBlock, subjectText } from '../parts/proposals.ts';
import { textPath } from '../parts/text-places.ts';
import { withInitial } from '../../act/change-fields.ts';
import { readSubject, subjectFields, subjectsOf } from './proposal-fields.ts';
import { aboutText, textForm } from './text-form.ts';

/** Article 13.3: matters of a text that stand unless a participant disagrees before a deadline. */

export const makeProposal = defineForm({
  kind: 'proposal.make',
  page: (context, fields, problem) => {
    const text = context.reader.text(fields.integer('text'));
    if (text === null || !context.reader.may('text')) return null;
    const words = context.t.texts.proposals;
    const kind = subjectsOf(text).find((one) => one === fields.text('what'));
    const state = withStanding({ context, fields, problem }, text);
    if (kind === undefined) return chooseSubject(state, text);
    const asked = subjectFields(state, text, kind);
    if (asked === null) return chooseClause(state, text);
    const days = context.reader.rules().texts.silenceDays;
    return textForm(state, {
      kind: 'proposal.make',
      text,
      lede: words.lede_(days),
      fields: html`${hidden('what', kind)}
        <h2>${words.kind[kind]}</h2>
        ${asked} ${textArea(state, { name: 'reason', label: words.reason, max: 4000 })}`,
    });
  },
  read: ({ reader }, fields) => {
    const number = fields.integer('text');
    return { body: { text: number, what: readSubject(fields, reader.text(number)), reason: fields.text('reason') } };
  },
  summary: (context, { text: number, what, reason }, act) => {
    const words = context.t.texts.proposals;
    const text = context.reader.text(number);
    // On the record: the words that it put right, if it stood, are no longer the present ones.
    const before =
      act === null || what.kind !== 'rectification'
        ? undefined
        : text?.rectifications.find(({ clause, words: now }) => clause === what.clause && now === what.words)?.before;
    return html`${aboutText(context, words.makes, number)}
      <p class="label">${words.kind[what.kind]}</p>
      ${text === null ? '' : subjectText(context, text, what, before)}
      <p class="label">${words.reason}</p>
      ${paragraphs(reason)}`;
  },
  next: (context, { text }) => textPath(context, { number: text }, 'proposals'),
});

/** What stands now, where the form is shown for the first time. */
const withStanding = (state: FormState, text: Text): FormState => ({
  ...state,
  fields: withInitial(state.fields, { authentic: text.authentic, organisation: text.rapporteur ?? [] }),
});

const chooseSubject = (state: FormState, text: Text): Html => {
  const { base, t } = state.context;
  const words = t.texts.proposals;
  const kinds = subjectsOf(text);
  return textForm(state, {
    kind: 'proposal.make',
    text,
    silent: true,
    lede: kinds.length === 0 ? words.noneNow : words.choose,
    fields: html`<ul class="rows">
      ${kinds.map(
        (kind) =>
          html`<li><a href="${base}/do/proposal.make?text=${text.number}&what=${kind}">${words.kind[kind]}</a></li>`,
      )}
    </ul>`,
  });
};

const chooseClause = (state: FormState, text: Text): Html => {
  const { base, t } = state.context;
  const { clauses } = present(text);
  const names = clauseNames(state.context, clauses);
  return textForm(state, {
    kind: 'proposal.make',
    text,
    silent: true,
    lede: t.texts.proposals.chooseClause,
    fields: html`<ul class="rows">
      ${clauses.map(
        ({ id, words }) =>
          html`<li>
            <a href="${base}/do/proposal.make?text=${text.number}&what=rectification&clause=${id}"
              >${longName(names, id)}</a
            >
            <span class="why" dir="auto">${firstWords(words, 140)}</span>
          </li>`,
      )}
    </ul>`,
  });
};

const openProposal = (context: Context, fields: Fields): readonly [Text, Proposal] | null => {
  const text = context.reader.text(fields.integer('text'));
  const proposal = text?.proposals[fields.integer('proposal') - 1];
  return text === null || proposal?.outcome !== 'open' ? null : [text, proposal];
};

const onProposal = (
  kind: 'proposal.disagree' | 'proposal.withdraw-disagreement' | 'proposal.withdraw',
  lede: 'disagreeLede' | 'withdrawDisagreementLede' | 'withdrawLede',
  fieldsOf: (state: FormState) => Html | '',
): Pick<ActForm, 'page'> => ({
  page: (context, fields, problem) => {
    const found = openProposal(context, fields);
    if (found === null) return null;
    const [text, proposal] = found;
    const state = { context, fields, problem };
    return textForm(state, {
      kind,
      text,
      lede: context.t.texts.proposals[lede],
      fields: html`${hidden('proposal', proposal.number)} ${proposalBlock(context, text, proposal, 2)}
      ${fieldsOf(state)}`,
    });
  },
});

const summaryOf = (
  context: Context,
  { text: number, proposal: n }: { readonly text: number; readonly proposal: number },
  sentence: string,
): Html => {
  const proposal = context.reader.text(number)?.proposals[n - 1];
  return html`${aboutText(context, sentence, number)}
  ${proposal === undefined ? '' : html`<p class="quiet">${context.t.texts.proposals.kind[proposal.what.kind]}</p>`}`;
};

const proposalPath = (
  context: Context,
  { text, proposal }: { readonly text: number; readonly proposal: number },
): string => `${textPath(context, { number: text }, 'proposals')}?at=${proposal}#p-${proposal}`;

const readOne = ({ integer }: Fields) => ({ text: integer('text'), proposal: integer('proposal') });

export const disagreeWithProposal = defineForm({
  kind: 'proposal.disagree',
  ...onProposal('proposal.disagree', 'disagreeLede', (state) =>
    textArea(state, { name: 'reasons', label: state.context.t.texts.proposals.reasons, max: 4000 }),
  ),
  read: (_context, fields) => ({ body: { ...readOne(fields), reasons: fields.text('reasons') } }),
  summary: (context, body) =>
    html`${summaryOf(context, body, context.t.texts.proposals.disagreesWith(body.proposal))} ${paragraphs(body.reasons)}`,
  next: proposalPath,
});

export const withdrawProposalDisagreement = defineForm({
  kind: 'proposal.withdraw-disagreement',
  ...onProposal('proposal.withdraw-disagreement', 'withdrawDisagreementLede', () => ''),
  read: (_context, fields) => ({ body: readOne(fields) }),
  summary: (context, body) => summaryOf(context, body, context.t.texts.proposals.withdrawsDisagreement(body.proposal)),
  next: proposalPath,
});

export const withdrawProposal = defineForm({
  kind: 'proposal.withdraw',
  ...onProposal('proposal.withdraw', 'withdrawLede', () => ''),
  read: (_context, fields) => ({ body: readOne(fields) }),
  summary: (context, body) => summaryOf(context, body, context.t.texts.proposals.withdraws(body.proposal)),
  next: proposalPath,
});
