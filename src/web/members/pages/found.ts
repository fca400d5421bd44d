import type { CharterTemplate } from '../../../charter/law/templates/index.ts';
import { type Html, html } from '../../../markup/html.ts';
import { fromMarkdown, toMarkdown } from '../../../text/markdown.ts';
import type { FormContext, SiteContext } from '../../kit/context.ts';
import { NOTHING_EARLIER } from '../../act/continued.ts';
import { foundBox } from '../../act/found-in-file.ts';
import { structureTable } from '../../act/structure-table.ts';
import { fileField, unreadBox } from '../../act/upload.ts';
import type { Fields } from '../../kit/fields.ts';
import { faultText } from '../../act/source-fault.ts';
import type { Beginning } from '../founding.ts';
import type { PageLanguage } from '../../messages/index.ts';
import { type FormState, hidden, lineInput, textArea } from '../../kit/controls.ts';
import { invitationField } from '../parts/invitation.ts';
import { sitePage } from '../../kit/layout.ts';
import { problemBox } from '../../kit/problem.ts';
import { profileFields } from '../parts/profile-fields.ts';
import { meetingFields } from '../parts/meeting-fields.ts';
import { headFields } from '../parts/head-fields.ts';
import { rulesFields } from '../parts/rules-fields.ts';

/** Founding a conference (article 13.1): a charter to start from, then all of it to be made one's own. */

/** Instead of the form, for whoever comes without a link that is still good. */
export const noLinkPage = (context: SiteContext): Html => {
  const words = context.t.site.found;
  return sitePage(context, {
    title: words.title,
    width: 'narrow',
    body: html`<h1>${words.noLink}</h1>
      <p>${words.noLinkBody}</p>`,
  });
};

type Titled = Pick<CharterTemplate, 'title' | 'summary'>;

const titleOf = ({ language }: SiteContext, template: CharterTemplate): Titled => {
  const titled: Readonly<Record<PageLanguage, Titled>> = { en: template, ...template.translations };
  return titled[language];
};

export const chooseTemplatePage = (
  context: SiteContext,
  token: string,
  templates: readonly CharterTemplate[],
): Html => {
  const words = context.t.site.found;
  return sitePage(context, {
    title: words.title,
    width: 'narrow',
    body: html`<p class="symbol">${context.t.common.article('13.1')}</p>
      <h1>${words.title}</h1>
      <p class="lede">${words.lede}</p>
      <ol>
        ${words.steps.map((step) => html`<li>${step}</li>`)}
      </ol>
      <h2>${words.choose}</h2>
      <p>${words.chooseBody}</p>
      ${templates.map((template) => {
        const { title, summary } = titleOf(context, template);
        return html`<section class="panel">
          <h3>${title}</h3>
          <p>${summary}</p>
          <p>
            <a class="button" href="/found?${new URLSearchParams({ token, template: template.id }).toString()}"
              >${words.startFrom} <span class="visually-hidden">${title}</span></a
            >
          </p>
        </section>`;
      })}`,
  });
};

interface FoundForm {
  readonly template: CharterTemplate;
  /** The founders' places in the form, from 1; the first is who founds. */
  readonly rows: readonly number[];
  /** The fields with the principles as their source: what a file was taken for stands beside it. */
  readonly source: Fields;
}

/** What is wrong with the principles as they were typed, and in which clause. */
const principlesFault = (
  { context, fields, problem }: FormState<Beginning>,
  template: CharterTemplate,
): string | null => {
  if (problem?.kind !== 'field' || problem.field !== 'principles') return null;
  const read = fromMarkdown(fields.text('principles'), { before: template.clauses });
  return read.ok ? null : faultText(context, read.error);
};

/** The form is checked by the server alone: a founder's row that was added and left empty is none. */
export const foundPage = (state: FormState<Beginning>, { template, rows, source }: FoundForm): Html => {
  const { context, fields, problem } = state;
  const { token } = context;
  const fault = principlesFault(state, template);
  const words = context.t.site.found;
  const principles = toMarkdown({ title: null, clauses: template.clauses }, { ids: false });
  return sitePage(context, {
    title: words.title,
    islands: ['invitations'],
    width: 'narrow',
    body: html`<p class="symbol">${titleOf(context, template).title}</p>
      <h1>${words.title}</h1>
      ${problemBox(context, problem)} ${unreadBox(context, fields)}
      <form method="post" action="/found/charter" enctype="multipart/form-data" novalidate>
        ${hidden('token', token)} ${hidden('template', template.id)} ${hidden('rows', rows.join(' '))}
        <h2>${words.conference}</h2>
        ${conferenceFields(state)}
        <h2 id="meeting">${words.meeting.title}</h2>
        ${meetingFields(state)}
        <h2 id="founders">${words.founders}</h2>
        <p>${words.foundersLede}</p>
        ${rows.map((row, i) => founderFields(state, row, i))}
        <p class="actions">
          <button class="second" name="step" value="add" formaction="/found/charter#founders">
            ${words.addFounder}
          </button>
        </p>
        <h2 id="principles-text">${words.principles}</h2>
        <p>${words.principlesLede}</p>
        ${lineInput(state, {
          name: 'title',
          pointer: '/body/charter/title',
          label: words.charterTitle,
          hint: words.charterTitleHint,
          initial: words.charterTitleInitial,
          max: 300,
        })}
        ${fault === null ? '' : html`<p class="fault" role="alert">${fault}</p>`}
        ${textArea(state, {
          name: 'principles',
          pointer: '/body/charter/principles',
          label: words.principlesLabel,
          hint: context.t.texts.form.bodyHint,
          initial: principles.trim(),
          rows: 24,
        })}
        ${foundBox(context, fields, context.t.texts.upload.tracked)}
        ${fileField(context.t.texts.form.file, words.fileHint)}
        <p class="actions">
          <button class="second" name="step" value="import" formaction="/found/charter#principles-text">
            ${context.t.texts.form.import}
          </button>
          <button class="second" name="step" value="structure-of" formaction="/found/charter#principles-text">
            ${context.t.texts.structure.of}
          </button>
        </p>
        ${structureTable({ context, fields: source, problem: null }, NOTHING_EARLIER, 'text')}
        <h2>${words.rules}</h2>
        <p>${words.rulesLede}</p>
        ${rulesFields(state, template.rules, '/body/charter/rules')}
        <p class="actions"><button name="step" value="review">${context.t.acts.review}</button></p>
      </form>`,
  });
};

const conferenceFields = (state: FormState<FormContext>): Html => {
  const words = state.context.t.site.found;
  const slug = lineInput(state, {
    name: 'slug',
    label: words.slug,
    hint: words.slugHint(state.context.origin),
    max: 40,
  });
  return headFields(state, null, '/body/charter', slug);
};

/** @param at the place in the act's list of founders, from 0 */
const founderFields = (state: FormState<FormContext>, row: number, at: number): Html => {
  const words = state.context.t.site.found;
  const prefix = `founder-${row}-`;
  const pointer = `/body/founders/${at}`;
  return html`<fieldset class="panel founder">
    <legend>${at === 0 ? words.ownOrganisation : words.founder(at + 1)}</legend>
    ${profileFields(state, { prefix, pointer, idPointer: `${pointer}/id`, region: [], short: true })}
    ${
      at === 0
        ? lineInput(state, {
            name: 'delegateName',
            label: words.delegate,
            hint: words.delegateHint,
            optional: true,
            max: 100,
          })
        : invitationField(state, { name: `${prefix}invitation`, pointer: `${pointer}/invitation` })
    }
  </fieldset>`;
};
