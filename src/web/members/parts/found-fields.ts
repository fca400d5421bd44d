import { type CharterTemplate, TEMPLATES } from '../../../charter/law/templates/index.ts';
import { type Html, html } from '../../../markup/html.ts';
import { NOTHING_EARLIER } from '../../act/continued.ts';
import { sourceFields } from '../../act/source.ts';
import type { SiteContext } from '../../kit/context.ts';
import { countryList } from '../../kit/countries.ts';
import { type FormState, choices, hidden, lineInput } from '../../kit/controls.ts';
import type { PageLanguage } from '../../messages/index.ts';
import type { Beginning } from '../founding.ts';
import { founderRows } from '../founder-rows.ts';
import { headFields } from './head-fields.ts';
import { invitationField } from './invitation.ts';
import { meetingFields } from './meeting-fields.ts';
import { profileFields } from './profile-fields.ts';
import { rulesFolded } from './rules-fields.ts';

/** What is typed at each step of founding a conference. */

export type FoundState = FormState<Beginning>;

export const conferenceFields = (state: FoundState): Html => {
  const { context, fields } = state;
  const words = context.t.site.found;
  const slug = lineInput(state, {
    name: 'slug',
    label: words.slug,
    hint: words.slugHint(context.origin),
    max: 40,
    optional: true,
  });
  return html`${headFields(state, null, '/body/charter', slug)}
    ${choices(state, {
      name: 'template',
      type: 'radio',
      legend: words.choose,
      hint: words.chooseBody,
      initial: [context.template.id],
      options: TEMPLATES.map((template) => {
        const { title, summary } = titleOf(context, template);
        return { value: template.id, label: title, hint: summary };
      }),
    })}
    <details
      ${fields.entries().some(([name, value]) => name.startsWith('meeting') && name !== 'meetingZone' && value !== '') ? 'open' : ''}
    >
      <summary>${words.meeting.title}</summary>
      ${meetingFields(state)}
    </details>`;
};

type Titled = Pick<CharterTemplate, 'title' | 'summary'>;

const titleOf = ({ language }: SiteContext, template: CharterTemplate): Titled => {
  const titled: Readonly<Record<PageLanguage, Titled>> = { en: template, ...template.translations };
  return titled[language];
};

export const organisationFields = (state: FoundState): Html => {
  const words = state.context.t.site.found;
  const rows = founderRows(state.fields);
  return html`${countryList(state.context)}<founding-names
      >${hidden('rows', rows.join(' '))} ${rows.map((row, at) => founderFields(state, row, at))}</founding-names
    >
    <p class="actions">
      <button class="second" name="step" value="add">${words.addFounder}</button>
    </p>`;
};

/** @param at the place in the act's list of founders, from 0 */
const founderFields = (state: FoundState, row: number, at: number): Html => {
  const words = state.context.t.site.found;
  const prefix = `founder-${row}-`;
  const pointer = `/body/founders/${at}`;
  return html`<fieldset class="panel founder">
    <legend>${at === 0 ? words.ownOrganisation : words.founder(at + 1)}</legend>
    ${profileFields(state, { prefix, pointer, idPointer: `${pointer}/id`, region: [], short: true, proposed: true, listed: true })}
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

export const principleFields = (state: FoundState): Html => {
  const words = state.context.t.site.found;
  return sourceFields(state, {
    title: '',
    titled: { label: words.charterTitle, hint: words.charterTitleHint, pointer: '/body/charter/title' },
    body: '',
    pointer: '/body/charter/principles',
    label: words.principlesLabel,
    fileHint: words.fileHint,
    earlier: NOTHING_EARLIER,
  });
};

export const ruleFields = (state: FoundState): Html =>
  rulesFolded(state, state.context.template.rules, '/body/charter/rules');
