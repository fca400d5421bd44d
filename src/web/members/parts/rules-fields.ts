import { MEETINGS, REGIONAL_RULES, type Rules, SILENCE_DAYS } from '../../../charter/law/rules.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { FormContext } from '../../kit/context.ts';
import type { Fields } from '../../kit/fields.ts';
import { type FormState, lineInput, select } from '../../kit/controls.ts';
import { MEETING_RULES } from './rules-table.ts';

/** The rules of a charter as fields of a form, and read back from it. Nothing is checked here; the charter's schema does. */

/**
 * @param initial what stands there before anything was typed
 * @param pointer where the act holds the rules: `/body/rules`
 */
export const rulesFields = (state: FormState<FormContext>, initial: Rules, pointer: string): Html => {
  const words = state.context.t.texts.rules;
  const {
    participation,
    keys,
    decision,
    signature,
    texts = REGIONAL_RULES.texts,
    coordinatingGroup,
    meetings,
  } = initial;
  const broad = decision.broadConsensus;
  const control = (name: keyof typeof words.name, path: string, value: number | undefined) => ({
    name,
    label: words.name[name],
    type: 'number' as const,
    initial: `${value ?? ''}`,
    pointer: `${pointer}/${path}`,
  });
  const number = (name: keyof typeof words.name, path: string, value: number): Html =>
    lineInput(state, control(name, path, value));
  // Emptied, the charter does not state it.
  const leftOut = (name: keyof typeof words.name, path: string, value: number | undefined): Html =>
    lineInput(state, { ...control(name, path, value), optional: true });
  const yes = (name: keyof typeof words.name, on: boolean): Html => {
    const { fields } = state;
    const checked = fields.entries().length === 0 ? on : fields.has(name, 'yes');
    return html`<label class="choice"
      ><input type="checkbox" name="${name}" value="yes" ${checked ? 'checked' : ''} />${words.name[name]}</label
    >`;
  };
  return html`<h3>${words.group.participation}</h3>
    ${number('presenters', 'participation/presenters', participation.presenters)}
    ${number('noDisagreementDays', 'participation/noDisagreementDays', participation.noDisagreementDays)}
    <h3>${words.group.keys}</h3>
    ${yes('deviceKeys', keys.deviceKeys)} ${number('vouchers', 'keys/vouchers', keys.vouchers)}
    ${number('recoveryDays', 'keys/recoveryDays', keys.recoveryDays)}
    <h3>${words.group.decision}</h3>
    ${number('minimumDays', 'decision/minimumDays', decision.minimumDays)}
    ${select(state, {
      name: 'silence',
      label: words.name.silence,
      initial: decision.silence,
      options: Object.entries(words.silence),
    })}
    ${select(state, {
      name: 'openers',
      label: words.name.openers,
      initial: decision.openers,
      options: Object.entries(words.openers),
    })}
    ${yes('broadConsensus', broad !== null)}
    ${number('objectingPercent', 'decision/broadConsensus/objectingPercent', broad?.objectingPercent ?? 0)}
    ${number('notAgreeingPercent', 'decision/broadConsensus/notAgreeingPercent', broad?.notAgreeingPercent ?? 0)}
    <h3>${words.group.signature}</h3>
    ${number('firstSigningDays', 'signature/firstSigningDays', signature.firstSigningDays)}
    ${yes('reservations', signature.reservations)}
    <h3>${words.group.texts}</h3>
    ${number('noObjectionDays', 'texts/noObjectionDays', texts?.noObjectionDays ?? 0)}
    ${number('silenceDays', 'texts/silenceDays', texts?.silenceDays ?? SILENCE_DAYS)}
    ${number('seconding', 'texts/seconding', texts?.seconding ?? 0)}
    <h3>${words.group.assemblies}</h3>
    ${number('assembliesPerYear', 'assembliesPerYear', initial.assembliesPerYear)}
    ${number('members', 'coordinatingGroup/members', coordinatingGroup.members)}
    ${number('substitutes', 'coordinatingGroup/substitutes', coordinatingGroup.substitutes)}
    ${leftOut('termMonths', 'coordinatingGroup/termMonths', coordinatingGroup.termMonths)}
    ${leftOut('perCountry', 'coordinatingGroup/perCountry', coordinatingGroup.perCountry)}
    <h3>${words.group.meetings}</h3>
    ${meetings === undefined ? html`<p class="hint">${words.defaults}</p>` : ''}
    ${MEETING_RULES.map((name) => number(name, `meetings/${name}`, (meetings ?? MEETINGS)[name]))}`;
};

/** The rules of meetings as they were typed. Defaults that a charter did not state it does not state from now on either. */
const readMeetings = ({ integer }: Fields, before: Rules | undefined) => {
  const typed = Object.fromEntries(MEETING_RULES.map((name) => [name, integer(name)]));
  const unchanged =
    before !== undefined &&
    before.meetings === undefined &&
    MEETING_RULES.every((name) => typed[name] === MEETINGS[name]);
  return unchanged ? {} : { meetings: typed };
};

/** The rules as they were typed, in the shape of the charter's but not yet checked against it. `before`: the rules that the form began from. */
export const readRules = (fields: Fields, before: Rules | undefined) => {
  const { integer, text, has } = fields;
  const stated = (name: 'termMonths' | 'perCountry') => (text(name) === '' ? {} : { [name]: integer(name) });
  return {
    participation: { presenters: integer('presenters'), noDisagreementDays: integer('noDisagreementDays') },
    keys: {
      deviceKeys: has('deviceKeys', 'yes'),
      vouchers: integer('vouchers'),
      recoveryDays: integer('recoveryDays'),
    },
    decision: {
      minimumDays: integer('minimumDays'),
      silence: text('silence'),
      openers: text('openers'),
      broadConsensus: has('broadConsensus', 'yes')
        ? { objectingPercent: integer('objectingPercent'), notAgreeingPercent: integer('notAgreeingPercent') }
        : null,
    },
    signature: { firstSigningDays: integer('firstSigningDays'), reservations: has('reservations', 'yes') },
    texts: {
      noObjectionDays: integer('noObjectionDays'),
      silenceDays: integer('silenceDays'),
      seconding: integer('seconding'),
    },
    assembliesPerYear: integer('assembliesPerYear'),
    coordinatingGroup: {
      members: integer('members'),
      substitutes: integer('substitutes'),
      ...stated('termMonths'),
      ...stated('perCountry'),
    },
    ...readMeetings(fields, before),
  };
};
