import type { Rules } from '../../../charter/law/rules.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Head, Terms } from '../../../charter/law/charter.ts';
import type { SiteContext } from '../../kit/context.ts';
import { theirs } from '../../kit/theirs.ts';
import { countryName } from '../../kit/words.ts';
import { languageName } from '../../messages/index.ts';

/** The head and the rules of a charter, and what a new charter would change in them. */

type RuleName = keyof SiteContext['t']['texts']['rules']['name'];

/** The rules of meetings in the order in which they are shown. */
export const MEETING_RULES = [
  'noticeDays',
  'agendaDays',
  'conveners',
  'quorumPercent',
  'speechSeconds',
  'callSeconds',
  'recordDays',
] as const satisfies readonly Exclude<keyof Rules['meetings'], 'standingItem'>[];

/** Every rule with its value as it is shown; rules that hang on broad consensus are missing where there is none. */
const ruleValues = ({ t }: SiteContext, rules: Rules): readonly (readonly [RuleName, string])[] => {
  const words = t.texts.rules;
  const yesNo = (on: boolean): string => (on ? words.yes : words.no);
  const { participation, keys, decision, signature, texts, coordinatingGroup, meetings, means } = rules;
  const broad = decision.broadConsensus;
  return [
    ['presenters', `${participation.presenters}`],
    ['noDisagreementDays', `${participation.noDisagreementDays}`],
    ['byAssembly', yesNo(participation.byAssembly)],
    ['deviceKeys', yesNo(keys.deviceKeys)],
    ['vouchers', `${keys.vouchers}`],
    ['recoveryDays', `${keys.recoveryDays}`],
    ['minimumDays', `${decision.minimumDays}`],
    ['silence', words.silence[decision.silence]],
    ['silenceInRoom', words.silence[decision.silenceInRoom]],
    ['unanimityOfPresent', yesNo(decision.unanimityOfPresent !== null)],
    ['absentDays', decision.unanimityOfPresent === null ? words.never : `${decision.unanimityOfPresent.absentDays}`],
    ['openers', words.openers[decision.openers]],
    ['broadConsensus', yesNo(broad !== null)],
    ['objectingPercent', broad === null ? words.never : `${broad.objectingPercent}`],
    ['notAgreeingPercent', broad === null ? words.never : `${broad.notAgreeingPercent}`],
    ['assemblyFinds', yesNo(decision.assemblyFinds)],
    ['firstSigningDays', `${signature.firstSigningDays}`],
    ['reservations', yesNo(signature.reservations)],
    ['order', words.order[signature.order]],
    ['noObjectionDays', `${texts.noObjectionDays}`],
    ['silenceDays', `${texts.silenceDays}`],
    ['seconding', `${texts.seconding}`],
    ['assembliesPerYear', `${rules.assembliesPerYear}`],
    ['members', `${coordinatingGroup.members}`],
    ['substitutes', `${coordinatingGroup.substitutes}`],
    ['termMonths', `${coordinatingGroup.termMonths ?? words.notSaid}`],
    ['perCountry', `${coordinatingGroup.perCountry ?? words.notSaid}`],
    ['standingItem', meetings.standingItem ?? words.notSaid],
    ...MEETING_RULES.map((name) => [name, `${meetings[name]}`] as const),
    ['periodMonths', `${means.periodMonths}`],
  ];
};

export const rulesTable = (context: SiteContext, rules: Rules): Html => {
  const words = context.t.texts.rules;
  return html`<table class="rules">
    <caption>
      ${words.caption}
    </caption>
    <tbody>
      ${ruleValues(context, rules).map(
        ([name, value]) =>
          html`<tr>
            <th scope="row">${words.name[name]}</th>
            <td>${value}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
};

type HeadName = keyof SiteContext['t']['texts']['rules']['head'];

export const headValues = (context: SiteContext, head: Head): readonly (readonly [HeadName, string])[] => [
  ['conference', head.name],
  ['abbreviation', head.abbreviation],
  ['seat', head.seat],
  [
    'region',
    head.region.length === 0
      ? context.t.texts.rules.anyCountry
      : context.t.texts.final.list(head.region.map((code) => countryName(context, code))),
  ],
  ['languages', context.t.texts.final.list(head.languages.map(languageName))],
];

/** Who the conference is, as a charter says it. */
export const headFacts = (context: SiteContext, head: Head): Html => {
  const words = context.t.texts.rules.head;
  return html`<dl class="facts">
    ${headValues(context, head).map(
      ([name, value]) =>
        html`<dt>${words[name]}</dt>
          <dd>${theirs(value)}</dd>`,
    )}
  </dl>`;
};

/** The rules as sentences, which people who did not write them can read. */
export const rulesSentences = ({ t }: SiteContext, rules: Rules): Html =>
  html`<ul>
    ${Object.values(t.workspace.about.rule)
      .map((sentence) => sentence(rules))
      .filter((words) => words !== '')
      .map((words) => html`<li>${words}</li>`)}
  </ul>`;

const termsValues = (
  context: SiteContext,
  { head, rules }: Terms,
): readonly (readonly [label: string, value: string])[] => {
  const words = context.t.texts.rules;
  return [
    ...headValues(context, head).map(([name, value]) => [words.head[name], value] as const),
    ...ruleValues(context, rules).map(([name, value]) => [words.name[name], value] as const),
  ];
};

/** What changes in head and rules, old and new side by side. */
export const termsChange = (context: SiteContext, before: Terms, after: Terms): Html => {
  const words = context.t.texts.rules;
  const old = new Map(termsValues(context, before));
  const changed = termsValues(context, after).filter(([name, value]) => old.get(name) !== value);
  if (changed.length === 0) return html`<p class="quiet">${words.noChange}</p>`;
  return html`<table class="rules">
    <caption>
      ${words.changes}
    </caption>
    <thead>
      <tr>
        <th scope="col">${words.rule}</th>
        <th scope="col">${words.now}</th>
        <th scope="col">${words.proposed}</th>
      </tr>
    </thead>
    <tbody>
      ${changed.map(
        ([name, value]) =>
          html`<tr>
            <th scope="row">${name}</th>
            <td dir="auto"><del>${old.get(name)}</del></td>
            <td dir="auto"><ins>${value}</ins></td>
          </tr>`,
      )}
    </tbody>
  </table>`;
};
