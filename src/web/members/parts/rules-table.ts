import type { Rules } from '../../../charter/law/rules.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { SiteContext } from '../../kit/context.ts';

/** The numbers of a charter's rules, and which of them a new charter would change. */

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
] as const satisfies readonly (keyof Rules['meetings'])[];

/** Every rule with its value as it is shown; rules that hang on broad consensus are missing where there is none. */
const ruleValues = ({ t }: SiteContext, rules: Rules): readonly (readonly [RuleName, string])[] => {
  const words = t.texts.rules;
  const yesNo = (on: boolean): string => (on ? words.yes : words.no);
  const { participation, keys, decision, signature, texts, coordinatingGroup, meetings } = rules;
  const broad = decision.broadConsensus;
  return [
    ['presenters', `${participation.presenters}`],
    ['noDisagreementDays', `${participation.noDisagreementDays}`],
    ['deviceKeys', yesNo(keys.deviceKeys)],
    ['vouchers', `${keys.vouchers}`],
    ['recoveryDays', `${keys.recoveryDays}`],
    ['minimumDays', `${decision.minimumDays}`],
    ['silence', words.silence[decision.silence]],
    ['openers', words.openers[decision.openers]],
    ['broadConsensus', yesNo(broad !== null)],
    ['objectingPercent', broad === null ? words.never : `${broad.objectingPercent}`],
    ['notAgreeingPercent', broad === null ? words.never : `${broad.notAgreeingPercent}`],
    ['firstSigningDays', `${signature.firstSigningDays}`],
    ['reservations', yesNo(signature.reservations)],
    ['noObjectionDays', `${texts.noObjectionDays}`],
    ['silenceDays', `${texts.silenceDays}`],
    ['seconding', `${texts.seconding}`],
    ['assembliesPerYear', `${rules.assembliesPerYear}`],
    ['members', `${coordinatingGroup.members}`],
    ['substitutes', `${coordinatingGroup.substitutes}`],
    ['termMonths', `${coordinatingGroup.termMonths ?? words.notSaid}`],
    ['perCountry', `${coordinatingGroup.perCountry ?? words.notSaid}`],
    ...MEETING_RULES.map((name) => [name, `${meetings[name]}`] as const),
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

/** The rules that change, old and new side by side. */
export const rulesChange = (context: SiteContext, before: Rules, after: Rules): Html => {
  const words = context.t.texts.rules;
  const old = new Map(ruleValues(context, before));
  const changed = ruleValues(context, after).filter(([name, value]) => old.get(name) !== value);
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
            <th scope="row">${words.name[name]}</th>
            <td><del>${old.get(name)}</del></td>
            <td><ins>${value}</ins></td>
          </tr>`,
      )}
    </tbody>
  </table>`;
};
