import type { Rules } from '../../../charter/law/rules.ts';
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
  const { participation, keys, decision, signature, texts, coordinatingGroup, meetings } = initial;
  const broad = decision.broadConsensus;
  const control = (name: keyof typeof words.name, path: string, value: number | null) => ({
    name,
    label: words.name[name],
    type: 'number' as const,
    initial: `${value ?? ''}`,
    pointer: `${pointer}/${path}`,
  });
  const number = (name: keyof typeof words.name, path: string, value: number): Html =>
    lineInput(state, control(name, path, value));
  // Emptied, there is no such limit.
  const orNone = (name: keyof typeof words.name, path: string, value: number | null): Html =>
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
    ${yes('byAssembly', participation.byAssembly)}
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
      name: 'silenceInRoom',
      label: words.name.silenceInRoom,
      initial: decision.silenceInRoom,
      options: Object.entries(words.silence),
    })}
    ${yes('unanimityOfPresent', decision.unanimityOfPresent !== null)}
    ${number('absentDays', 'decision/unanimityOfPresent/absentDays', decision.unanimityOfPresent?.absentDays ?? 0)}
    ${select(state, {
      name: 'openers',
      label: words.name.openers,
      initial: decision.openers,
      options: Object.entries(words.openers),
    })}
    ${yes('broadConsensus', broad !== null)}
    ${number('objectingPercent', 'decision/broadConsensus/objectingPercent', broad?.objectingPercent ?? 0)}
    ${number('notAgreeingPercent', 'decision/broadConsensus/notAgreeingPercent', broad?.notAgreeingPercent ?? 0)}
    ${yes('assemblyFinds', decision.assemblyFinds)}
    <h3>${words.group.signature}</h3>
    ${number('firstSigningDays', 'signature/firstSigningDays', signature.firstSigningDays)}
    ${yes('reservations', signature.reservations)}
    ${select(state, {
      name: 'order',
      label: words.name.order,
      initial: signature.order,
      options: Object.entries(words.order),
    })}
    <h3>${words.group.texts}</h3>
    ${number('noObjectionDays', 'texts/noObjectionDays', texts.noObjectionDays)}
    ${number('silenceDays', 'texts/silenceDays', texts.silenceDays)}
    ${number('seconding', 'texts/seconding', texts.seconding)}
    <h3>${words.group.assemblies}</h3>
    ${number('assembliesPerYear', 'assembliesPerYear', initial.assembliesPerYear)}
    ${number('members', 'coordinatingGroup/members', coordinatingGroup.members)}
    ${number('substitutes', 'coordinatingGroup/substitutes', coordinatingGroup.substitutes)}
    ${orNone('termMonths', 'coordinatingGroup/termMonths', coordinatingGroup.termMonths)}
    ${orNone('perCountry', 'coordinatingGroup/perCountry', coordinatingGroup.perCountry)}
    <h3>${words.group.meetings}</h3>
    ${lineInput(state, {
      name: 'standingItem',
      label: words.name.standingItem,
      pointer: `${pointer}/meetings/standingItem`,
      initial: meetings.standingItem ?? '',
      optional: true,
      max: 200,
    })}
    ${MEETING_RULES.map((name) => number(name, `meetings/${name}`, meetings[name]))}`;
};

/** The rules as they were typed, in the shape of the charter's but not yet checked against it. */
export const readRules = ({ integer, text, has, optional }: Fields) => {
  const orNull = (name: 'termMonths' | 'perCountry') => (text(name) === '' ? null : integer(name));
  return {
    participation: {
      presenters: integer('presenters'),
      noDisagreementDays: integer('noDisagreementDays'),
      byAssembly: has('byAssembly', 'yes'),
    },
    keys: {
      deviceKeys: has('deviceKeys', 'yes'),
      vouchers: integer('vouchers'),
      recoveryDays: integer('recoveryDays'),
    },
    decision: {
      minimumDays: integer('minimumDays'),
      silence: text('silence'),
      silenceInRoom: text('silenceInRoom'),
      unanimityOfPresent: has('unanimityOfPresent', 'yes') ? { absentDays: integer('absentDays') } : null,
      openers: text('openers'),
      broadConsensus: has('broadConsensus', 'yes')
        ? { objectingPercent: integer('objectingPercent'), notAgreeingPercent: integer('notAgreeingPercent') }
        : null,
      assemblyFinds: has('assemblyFinds', 'yes'),
    },
    signature: {
      firstSigningDays: integer('firstSigningDays'),
      reservations: has('reservations', 'yes'),
      order: text('order'),
    },
    texts: {
      noObjectionDays: integer('noObjectionDays'),
      silenceDays: integer('silenceDays'),
      seconding: integer('seconding'),
    },
    assembliesPerYear: integer('assembliesPerYear'),
    coordinatingGroup: {
      members: integer('members'),
      substitutes: integer('substitutes'),
      termMonths: orNull('termMonths'),
      perCountry: orNull('perCountry'),
    },
    meetings: {
      ...Object.fromEntries(MEETING_RULES.map((name) => [name, integer(name)])),
      standingItem: optional('standingItem'),
    },
  };
};
