import { type Rules, rulesSchema } from '../../../charter/law/rules.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { FormContext, SiteContext } from '../../kit/context.ts';
import type { Fields } from '../../kit/fields.ts';
import { type FormState, lineInput, select } from '../../kit/controls.ts';
import { fieldProblem } from '../../kit/problem.ts';
import { MEETING_RULES } from './rules-table.ts';

/** The rules of a charter as fields of a form, and read back from it. Nothing is checked here; the charter's schema does. */

type Words = SiteContext['t'];
type Group = keyof Words['texts']['rules']['group'];
type Sentence = keyof Words['workspace']['about']['rule'];

/** Each group of rules: where the charter holds them, and the sentences that say what they come to. */
const GROUPS = {
  participation: { paths: ['participation'], sentences: ['noDisagreement', 'byAssembly'] },
  keys: { paths: ['keys'], sentences: ['deviceKeys', 'recovery'] },
  decision: {
    paths: ['decision'],
    sentences: ['minimum', 'silence', 'silenceInRoom', 'unanimity', 'consensus', 'assemblyFinds'],
  },
  signature: { paths: ['signature'], sentences: ['accession', 'reservations', 'order'] },
  texts: { paths: ['texts'], sentences: ['amendments', 'proposals', 'seconding'] },
  assemblies: { paths: ['assembliesPerYear', 'coordinatingGroup'], sentences: ['assemblies', 'group'] },
  meetings: { paths: ['meetings'], sentences: ['notice', 'standingItem', 'quorum'] },
  means: { paths: ['means'], sentences: ['books'] },
} as const satisfies Readonly<
  Record<Group, { readonly paths: readonly string[]; readonly sentences: readonly Sentence[] }>
>;

/**
 * @param initial what stands there before anything was typed
 * @param pointer where the act holds the rules: `/body/rules`
 */
export const rulesFields = (state: FormState<FormContext>, initial: Rules, pointer: string): Html =>
  html`${ruleGroups(state, initial, pointer).map(
    ([group, fields]) =>
      html`<h3>${state.context.t.texts.rules.group[group]}</h3>
        ${fields}`,
  )}`;

/** The same folded, under sentences that say what each group comes to as it is typed now; open where something is wrong in it. */
export const rulesFolded = (state: FormState<FormContext>, initial: Rules, pointer: string): Html => {
  const { context, fields, problem } = state;
  const { rules: words } = context.t.texts;
  const said = context.t.workspace.about.rule;
  const typed = rulesSchema.safeParse(readRules(fields));
  const rules = typed.success ? typed.data : initial;
  return html`${ruleGroups(state, initial, pointer).map(([group, inputs]) => {
    const { paths, sentences } = GROUPS[group];
    const lines = sentences.map((name) => said[name](rules)).filter((line) => line !== '');
    const isFaulty = paths.some((path) => fieldProblem(context, problem, path, `${pointer}/${path}`) !== null);
    return html`<section class="panel" id="rules-${group}">
      <h2>${words.group[group]}</h2>
      ${
        lines.length === 0
          ? ''
          : html`<ul>
              ${lines.map((line) => html`<li>${line}</li>`)}
            </ul>`
      }
      <details ${isFaulty ? 'open' : ''}>
        <summary>${words.change}<span class="visually-hidden"> · ${words.group[group]}</span></summary>
        ${inputs}
      </details>
    </section>`;
  })}`;
};

const ruleGroups = (
  state: FormState<FormContext>,
  initial: Rules,
  pointer: string,
): readonly (readonly [Group, Html])[] => {
  const words = state.context.t.texts.rules;
  const { participation, keys, decision, signature, texts, coordinatingGroup, meetings, means } = initial;
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
  return [
    [
      'participation',
      html`${number('presenters', 'participation/presenters', participation.presenters)}
      ${number('noDisagreementDays', 'participation/noDisagreementDays', participation.noDisagreementDays)}
      ${yes('byAssembly', participation.byAssembly)}`,
    ],
    [
      'keys',
      html`${yes('deviceKeys', keys.deviceKeys)} ${number('vouchers', 'keys/vouchers', keys.vouchers)}
      ${number('recoveryDays', 'keys/recoveryDays', keys.recoveryDays)}`,
    ],
    [
      'decision',
      html`${number('minimumDays', 'decision/minimumDays', decision.minimumDays)}
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
      ${yes('assemblyFinds', decision.assemblyFinds)}`,
    ],
    [
      'signature',
      html`${number('firstSigningDays', 'signature/firstSigningDays', signature.firstSigningDays)}
      ${yes('reservations', signature.reservations)}
      ${select(state, {
        name: 'order',
        label: words.name.order,
        initial: signature.order,
        options: Object.entries(words.order),
      })}`,
    ],
    [
      'texts',
      html`${number('noObjectionDays', 'texts/noObjectionDays', texts.noObjectionDays)}
      ${number('silenceDays', 'texts/silenceDays', texts.silenceDays)}
      ${number('seconding', 'texts/seconding', texts.seconding)}`,
    ],
    [
      'assemblies',
      html`${number('assembliesPerYear', 'assembliesPerYear', initial.assembliesPerYear)}
      ${number('members', 'coordinatingGroup/members', coordinatingGroup.members)}
      ${number('substitutes', 'coordinatingGroup/substitutes', coordinatingGroup.substitutes)}
      ${orNone('termMonths', 'coordinatingGroup/termMonths', coordinatingGroup.termMonths)}
      ${orNone('perCountry', 'coordinatingGroup/perCountry', coordinatingGroup.perCountry)}`,
    ],
    [
      'meetings',
      html`${lineInput(state, {
        name: 'standingItem',
        label: words.name.standingItem,
        pointer: `${pointer}/meetings/standingItem`,
        initial: meetings.standingItem ?? '',
        optional: true,
        max: 200,
      })}
      ${MEETING_RULES.map((name) => number(name, `meetings/${name}`, meetings[name]))}`,
    ],
    ['means', number('periodMonths', 'means/periodMonths', means.periodMonths)],
  ];
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
    means: { periodMonths: integer('periodMonths') },
  };
};

/** What the fields hold while nobody has touched these rules; a box that is not checked has none. */
export const rulesTyped = (rules: Rules): Readonly<Record<string, string>> => {
  const { participation, keys, decision, signature, texts, coordinatingGroup, meetings, means } = rules;
  const { broadConsensus, unanimityOfPresent } = decision;
  const values = {
    ...participation,
    ...keys,
    ...decision,
    broadConsensus: broadConsensus !== null,
    objectingPercent: broadConsensus?.objectingPercent ?? 0,
    notAgreeingPercent: broadConsensus?.notAgreeingPercent ?? 0,
    unanimityOfPresent: unanimityOfPresent !== null,
    absentDays: unanimityOfPresent?.absentDays ?? 0,
    ...signature,
    ...texts,
    assembliesPerYear: rules.assembliesPerYear,
    ...coordinatingGroup,
    ...meetings,
    ...means,
  };
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== false)
      .map(([name, value]) => [name, value === true ? 'yes' : `${value ?? ''}`]),
  );
};
